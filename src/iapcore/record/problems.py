"""Records that contradict each other. It finds, it does not judge: no rule of guidance is asked here.

Rule of the room: whatever can be constructed can be looked at; this never raises.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from itertools import combinations
from typing import Final, cast

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.attendance import LessonMark
from iapcore.record.behaviour import Incident, Removal
from iapcore.record.check_in import CheckIn
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.placement import Entry, Placement
from iapcore.record.provision import Provision
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.identifiers import UnprovedUpn, Upn
from iapcore.vocabulary.instruments import OwnInstrument, scale_of
from iapcore.vocabulary.local_authorities import UPN_AUTHORITIES
from iapcore.vocabulary.year_groups import compulsory_school_age, expected_year_group

__all__ = ["find_problems"]


def find_problems(
    records: Journey | Dataset, *, upn_authorities: Collection[str] = UPN_AUTHORITIES
) -> tuple[Problem, ...]:
    """Everything in a journey, or in all journeys of a dataset, that contradicts something else.

    `upn_authorities` are the numbers of local authorities that may stand in a UPN: give your own list where authorities
    were reorganised since ours was made.

    >>> from iapcore import Pupil, PupilId, Placement
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(referral="r1"),), referrals=())
    >>> for problem in find_problems(journey):
    ...     print(problem)
    placements[0].referral: No referral of this journey has that ref: add the referral, or correct the ref.
    """
    known = frozenset(upn_authorities)
    given = cast("frozenset[object]", known)
    if isinstance(upn_authorities, str) or not all(isinstance(number, str) for number in given):
        remedy = "Give the numbers of authorities as a set of texts: of LOCAL_AUTHORITIES take each number."
        raise InvalidRecordError(Problem(path="upn_authorities", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    if isinstance(records, Journey):
        contradictions = (found for look in _LOOKS for found in look(records))
        return (*_upn(records, known), *contradictions)
    found = [
        problem.below(f"journeys[{position}]")
        for position, journey in enumerate(records.journeys)
        for problem in find_problems(journey, upn_authorities=known)
    ]
    return (*found, *_pupils_twice(records))


def _contradiction(path: str, remedy: str) -> Problem:
    return Problem(path=path, kind=ProblemKind.CONTRADICTION, remedy=remedy)


def _pupils_twice(dataset: Dataset) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for position, journey in enumerate(dataset.journeys):
        earlier = first.setdefault(journey.pupil.id.format(), position)
        if earlier != position:
            remedy = f"journeys[{earlier}] has the same pupil key: join the two journeys, or give each its own key."
            yield Problem(path=f"journeys[{position}].pupil.id", kind=ProblemKind.DUPLICATE, remedy=remedy)


def _upn(journey: Journey, authorities: Collection[str]) -> Iterator[Problem]:
    match journey.pupil.upn:
        case UnprovedUpn():
            yield Problem(path="pupil.upn", kind=ProblemKind.MALFORMED, remedy=UnprovedUpn.remedy())
        case Upn() as upn if not upn.has_authority_in(authorities):
            remedy = (
                "Its authority (characters 2 to 4) is not in the list of local authorities: look the UPN up again, "
                "or give find_problems a newer list."
            )
            yield Problem(path="pupil.upn", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy)
        case _:
            pass


_YEARS_APART: Final = 1
_LAST_COHORT: Final = date(2180, 1, 1)
"""Later days of birth would carry the end of school age out of the calendar; no mark lies so late."""


def _year_group(journey: Journey) -> Iterator[Problem]:
    """Told where the year is far from the age on every day that is known, and not for one year of difference."""
    pupil = journey.pupil
    days = [one.day for one in journey.referrals or ()]
    days += [one.start for one in journey.placements or () if one.start]
    if pupil.year_group is None or pupil.date_of_birth is None or not days:
        return
    expected = [expected_year_group(pupil.date_of_birth, on=day) for day in days]
    if all(year and abs(year.position - pupil.year_group.position) > _YEARS_APART for year in expected):
        remedy = "It is more than one year from the one that the day of birth suggests: look both up again."
        yield _contradiction("pupil.year_group", remedy)


def _ages_of_codes(journey: Journey) -> Iterator[Problem]:
    """`C2` is for pupils of compulsory school age, `X` for the others."""
    born = journey.pupil.date_of_birth
    if born is None or journey.marks is None or born > journey.marks.complete.start:
        return
    span = compulsory_school_age(min(born, _LAST_COHORT))
    for position, mark in enumerate(journey.marks.events):
        path = f"marks.events[{position}].code"
        if mark.code is AttendanceCode.PART_TIME_TIMETABLE and mark.day not in span:
            yield _contradiction(path, "C2 is for pupils of compulsory school age: on that day use X.")
        if mark.code is AttendanceCode.NOT_REQUIRED and mark.day in span:
            yield _contradiction(
                path, "X is for pupils who are not of compulsory school age: use another code."
            )


def _referrals(journey: Journey) -> Iterator[Problem]:
    seen: set[str] = set()
    for position, referral in enumerate(journey.referrals or ()):
        if referral.ref in seen:
            remedy = "Another referral has this ref: give each its own, so that a placement can name one."
            yield Problem(path=f"referrals[{position}].ref", kind=ProblemKind.DUPLICATE, remedy=remedy)
        seen |= {referral.ref} if referral.ref else set()


def _referrals_of_placements(journey: Journey) -> Iterator[Problem]:
    if journey.referrals is None:
        return
    known = {referral.ref: referral for referral in journey.referrals if referral.ref}
    for position, placement in enumerate(journey.placements or ()):
        path = f"placements[{position}].referral"
        if placement.referral is None:
            if not journey.referrals:
                remedy = (
                    "It is recorded that there was no referral, yet there is a placement: add the referral."
                )
                yield _contradiction(path, remedy)
        elif placement.referral not in known:
            remedy = "No referral of this journey has that ref: add the referral, or correct the ref."
            yield Problem(path=path, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
        elif placement.start and placement.start < known[placement.referral].day:
            yield _contradiction(
                path, "The placement starts before its referral was made: look both days up again."
            )


def _provisions_unlike(journey: Journey) -> Iterator[Problem]:
    first: dict[str, Provision] = {}
    for name in ("referrals", "placements"):
        for position, record in enumerate(getattr(journey, name) or ()):
            provision = record.provision
            if provision is not None and first.setdefault(provision.key, provision) != provision:
                remedy = (
                    "Another provision of this journey has this key: correct one, or give each its own key."
                )
                path = f"{name}[{position}].provision.key"
                yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)


def _placements_overlap(journey: Journey) -> Iterator[Problem]:
    for (_, one), (position, other) in combinations(enumerate(journey.placements or ()), 2):
        if one.stay and other.stay and one.stay.overlaps(other.stay):
            if one.ending is None and other.ending is None:
                remedy = "Two placements are open at once: record how the earlier one ended."
            else:
                remedy = "Two placements overlap: correct the day on which one began or ended."
            yield _contradiction(f"placements[{position}]", remedy)


def _reviews(journey: Journey) -> Iterator[Problem]:
    stays = [placement.stay for placement in journey.placements or () if placement.stay]
    for position, review in enumerate(journey.reviews or ()):
        if stays and review.day < min(stay.start for stay in stays):
            yield _contradiction(
                f"reviews[{position}].day", "It lies before every placement: correct the day."
            )
        if stays and all(stay.end and stay.end < review.day for stay in stays):
            remedy = "It lies after every placement ended: correct the day, or record a follow-up."
            yield _contradiction(f"reviews[{position}].day", remedy)
        if review.next_review and review.next_review <= review.day:
            yield _contradiction(
                f"reviews[{position}].next_review",
                "It does not come after this review: correct one of the two days.",
            )


def _targets(journey: Journey) -> Iterator[Problem]:
    known = Counter(target.ref for target in journey.targets or ())
    for position, target in enumerate(journey.targets or ()):
        if known[target.ref] > 1:
            remedy = "Two targets have the same ref: give each its own."
            yield Problem(path=f"targets[{position}].ref", kind=ProblemKind.DUPLICATE, remedy=remedy)
    if journey.targets is None:
        return
    for position, review in enumerate(journey.reviews or ()):
        for place, progress in enumerate(review.targets or ()):
            if progress.target not in known:
                remedy = "No target of this journey has that ref: add the target, or correct the ref."
                path = f"reviews[{position}].targets[{place}].target"
                yield Problem(path=path, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)


def _marks(journey: Journey) -> Iterator[Problem]:
    seen: set[tuple[object, object]] = set()
    for position, mark in enumerate(journey.marks.events if journey.marks else ()):
        path = f"marks.events[{position}]"
        if (mark.day, mark.half) in seen:
            remedy = "This session has a mark already: keep one."
            yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)
        seen.add((mark.day, mark.half))
        if mark.counts_as is None:
            remedy = "That code was not in force on that day: use the code that was."
            yield Problem(path=f"{path}.code", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy)
        if journey.calendar and journey.calendar.is_school_day(mark.day) is False:
            yield _contradiction(
                f"{path}.day", "The calendar has no school on that day: correct one of the two."
            )


def _days_without_school(journey: Journey) -> Iterator[Problem]:
    streams: dict[str, tuple[LessonMark | CheckIn | Incident | Removal, ...]] = {
        "lesson_marks": journey.lesson_marks.events if journey.lesson_marks else (),
        "check_ins": journey.check_ins.events if journey.check_ins else (),
        "incidents": journey.incidents.events if journey.incidents else (),
        "removals": journey.removals.events if journey.removals else (),
    }
    for name, events in streams.items():
        for position, event in enumerate(events):
            if journey.calendar and journey.calendar.is_school_day(event.day) is False:
                remedy = "The calendar has no school on that day: correct one of the two."
                yield _contradiction(f"{name}.events[{position}].day", remedy)


def _lesson_marks(journey: Journey) -> Iterator[Problem]:
    seen: set[tuple[object, object]] = set()
    for position, mark in enumerate(journey.lesson_marks.events if journey.lesson_marks else ()):
        path = f"lesson_marks.events[{position}]"
        if (mark.day, mark.slot) in seen:
            yield Problem(
                path=path, kind=ProblemKind.DUPLICATE, remedy="This lesson has a mark already: keep one."
            )
        seen.add((mark.day, mark.slot))
        if mark.slot.weekday.position != mark.day.weekday():
            yield _contradiction(
                f"{path}.slot", "The slot is of another weekday than the day: correct one of the two."
            )


def _assessments(journey: Journey) -> Iterator[Problem]:
    declared: dict[str, OwnInstrument] = {}
    for position, assessment in enumerate(journey.assessments or ()):
        path = f"assessments[{position}]"
        instrument, informant = assessment.instrument, assessment.informant
        if informant and instrument.informants and informant not in instrument.informants:
            yield _contradiction(
                f"{path}.informant", "This instrument is filled in by others: correct one of the two."
            )
        if (
            isinstance(instrument, OwnInstrument)
            and declared.setdefault(instrument.name, instrument) != instrument
        ):
            remedy = (
                "Another instrument of this journey has this name and other scales: give one another name."
            )
            yield Problem(path=f"{path}.instrument", kind=ProblemKind.DUPLICATE, remedy=remedy)
        points = {score.scale: score.points for score in assessment.scores}
        for place, score in enumerate(assessment.scores):
            scale = scale_of(instrument, score.scale)
            parts = scale.parts if scale else ()
            if parts and points.keys() >= set(parts) and sum(points[part] for part in parts) != score.points:
                remedy = "The scales that it sums up add up to another score: look them up again."
                yield _contradiction(f"{path}.scores[{place}].points", remedy)


def _slots(journey: Journey) -> Iterator[Problem]:
    if journey.timetables is None:
        return
    taught = {lesson.slot for timetable in journey.timetables for lesson in timetable.lessons}
    remedy = "No timetable of this journey has a lesson in that slot: correct the slot or add the lesson."
    for position, rating in enumerate(journey.ratings or ()):
        if rating.slot not in taught:
            yield Problem(path=f"ratings[{position}].slot", kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
    for path, placement in _placements(journey):
        conversations = placement.transition.conversations if placement.transition else ()
        for place, conversation in enumerate(conversations or ()):
            if not taught.issuperset(conversation.slots or ()):
                where = f"{path}.transition.conversations[{place}].slots"
                yield Problem(path=where, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
        adjustments = placement.transition.adjustments if placement.transition else ()
        for place, adjustment in enumerate(adjustments or ()):
            if not taught.issuperset(adjustment.slots or ()):
                where = f"{path}.transition.adjustments[{place}].slots"
                yield Problem(path=where, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)


def _follow_ups(journey: Journey) -> Iterator[Problem]:
    for path, placement in _placements(journey):
        for place, follow_up in enumerate((placement.transition and placement.transition.follow_ups) or ()):
            if placement.began and follow_up.day < placement.began:
                where = f"{path}.transition.follow_ups[{place}].day"
                yield _contradiction(where, "A follow-up lies before the placement began: correct the day.")


def _after_care(journey: Journey) -> Iterator[Problem]:
    for path, placement in _placements(journey):
        visits = (placement.transition and placement.transition.after_care) or ()
        for place, visit in enumerate(visits):
            if placement.ending and visit.day <= placement.ending.day:
                remedy = "A visit of after-care comes after the placement ended: correct one of the two days."
                yield _contradiction(f"{path}.transition.after_care[{place}].day", remedy)


def _entries(journey: Journey) -> Iterator[Problem]:
    for path, placement in _placements(journey):
        start = placement.start
        earlier = [one for one in journey.placements or () if start and one.began and one.began < start]
        if placement.entry is Entry.FIRST and earlier:
            remedy = "An earlier placement is recorded: correct the entry, or the days."
            yield _contradiction(f"{path}.entry", remedy)
        if placement.entry not in (None, Entry.FIRST) and start and not earlier:
            remedy = "No earlier placement is recorded: add it, or correct the entry."
            yield _contradiction(f"{path}.entry", remedy)


def _refs_of_placements(journey: Journey) -> Iterator[Problem]:
    refs = [placement.ref for _, placement in _placements(journey)]
    for position, ref in enumerate(refs):
        if ref is not None and ref in refs[:position]:
            remedy = "Another placement has this ref: give each its own."
            yield Problem(path=f"placements[{position}].ref", kind=ProblemKind.DUPLICATE, remedy=remedy)


def _placements(journey: Journey) -> Iterator[tuple[str, Placement]]:
    for position, placement in enumerate(journey.placements or ()):
        yield f"placements[{position}]", placement


_LOOKS: Final = (
    _year_group,
    _ages_of_codes,
    _referrals,
    _referrals_of_placements,
    _provisions_unlike,
    _placements_overlap,
    _reviews,
    _targets,
    _marks,
    _slots,
    _follow_ups,
    _after_care,
    _entries,
    _refs_of_placements,
    _days_without_school,
    _lesson_marks,
    _assessments,
)
