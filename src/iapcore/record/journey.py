"""Everything that is recorded about one pupil at one school.

Rule of the room: **`None` is not recorded, `()` is none.** A collection that nobody filled in is `None`, its
default; an empty one says that somebody looked and there was nothing.
"""

from datetime import date

from attrs import frozen

from iapcore.record.as_of import as_of
from iapcore.record.assessment import Assessment
from iapcore.record.attendance import LessonMark, SessionMark
from iapcore.record.behaviour import Incident, Removal, Suspension
from iapcore.record.check_in import CheckIn
from iapcore.record.contacts import FamilyContact, TrustedAdult
from iapcore.record.experience import Experience
from iapcore.record.learning import PathwayEvent, Qualification, SubjectAssessment, VocationalPlace
from iapcore.record.placement import Placement
from iapcore.record.provision import Provenance
from iapcore.record.pupil import Pupil
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.referral import Referral
from iapcore.record.return_plan import ReturnPlan
from iapcore.record.review import Review, Target
from iapcore.record.safeguarding import SafeguardingPointer
from iapcore.record.school import School
from iapcore.record.stream import Stream
from iapcore.record.support import Intervention, NeedLookedFor
from iapcore.record.timetable import Rating, Timetable
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet

__all__ = ["Journey"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Journey(Discreet):
    """One pupil's journey at one school, with its calendar.

    What happens again and again (marks of sessions and lessons, check-ins, incidents, removals, suspensions, contacts
    with the family) are streams, complete for a span; the other collections are tuples. Anything may be missing:
    decisions then say what they do not know. `home_school` is where the pupil is on roll.

    >>> from iapcore import Pupil, PupilId
    >>> Journey(pupil=Pupil(id=PupilId("elm-01")), reviews=())
    ‹Journey reviews=0›
    """

    pupil: Pupil
    home_school: School | None = None
    calendar: SchoolCalendar | None = None
    referrals: tuple[Referral, ...] | None = None
    placements: tuple[Placement, ...] | None = None
    timetables: tuple[Timetable, ...] | None = None
    ratings: tuple[Rating, ...] | None = None
    choices: tuple[PupilChoice, ...] | None = None
    plans: tuple[ReturnPlan, ...] | None = None
    targets: tuple[Target, ...] | None = None
    reviews: tuple[Review, ...] | None = None
    assessments: tuple[Assessment, ...] | None = None
    needs: tuple[NeedLookedFor, ...] | None = None
    interventions: tuple[Intervention, ...] | None = None
    subjects: tuple[SubjectAssessment, ...] | None = None
    qualifications: tuple[Qualification, ...] | None = None
    vocational_places: tuple[VocationalPlace, ...] | None = None
    pathway: tuple[PathwayEvent, ...] | None = None
    experiences: tuple[Experience, ...] | None = None
    trusted_adults: tuple[TrustedAdult, ...] | None = None
    safeguarding: tuple[SafeguardingPointer, ...] | None = None
    marks: Stream[SessionMark] | None = None
    lesson_marks: Stream[LessonMark] | None = None
    check_ins: Stream[CheckIn] | None = None
    incidents: Stream[Incident] | None = None
    removals: Stream[Removal] | None = None
    suspensions: Stream[Suspension] | None = None
    contacts: Stream[FamilyContact] | None = None
    provenance: tuple[Provenance, ...] | None = None

    def as_of(self, day: date) -> "Journey":
        """The journey as it stood at the end of `day`: later events are gone, planned days are not.

        >>> from datetime import date
        >>> from iapcore import Pupil, PupilId, Review
        >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), reviews=(Review(day=date(2026, 11, 20)),))
        >>> journey.as_of(date(2026, 11, 1)).reviews
        ()
        """
        return as_of(self, day) or self

    def latest_placement(self) -> Placement | None:
        """The placement that is open; else the one that starts last, begun or planned.

        So a further stay that is planned does not hide the one that a pupil is in. Of placements without a
        start it is the one written last.
        """
        return max(reversed(self.placements or ()), key=_rank, default=None)

    def latest_referral(self) -> Referral | None:
        """The referral made last."""
        return max(reversed(self.referrals or ()), key=lambda referral: referral.day, default=None)


def _rank(placement: Placement) -> tuple[bool, date]:
    return placement.began is not None and placement.ending is None, placement.start or date.min
