"""What a rule looks at: one journey as it stood on one day, and the stay or referral in question.

Rule of the room: the later record is cut off **here**, once, so that no rule can see what had not happened.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from attrs import evolve, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.guidance.policy import Policy
from iapcore.record.as_of import as_of
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil_choice import PupilChoice, latest_choice
from iapcore.record.referral import Referral
from iapcore.record.return_plan import ReturnPlan
from iapcore.record.timetable import Rating, Slot, Timetable, latest_ratings
from iapcore.record.way_back import WayBack, way_back
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.shape import is_plain_date, shaped
from iapcore.vocabulary.spans import DateSpan

__all__ = ["Situation"]


@frozen(kw_only=True, field_transformer=shaped)
class Situation:
    """A journey as of `on`, the placement and the referral in question, and the policy to ask by.

    `places_free` depends on other pupils, so it is given from outside; `None` is not known. `plan` is the plan of the
    way back that is in question: one that was given, else the latest recorded for the stay.
    """

    journey: Journey
    policy: Policy
    on: date
    placement: Placement | None
    referral: Referral | None
    places_free: int | None = None
    plan: ReturnPlan | None = None

    @classmethod
    def of(
        cls,
        journey: Journey,
        *,
        policy: Policy,
        on: date,
        placement: Placement | None = None,
        referral: Referral | None = None,
        places_free: int | None = None,
        plan: ReturnPlan | None = None,
    ) -> "Situation":
        """The situation on a day; by default of the latest placement that had begun or was planned."""
        if not is_plain_date(on):
            remedy = "Give a plain datetime.date; of a datetime take .date()."
            raise InvalidRecordError(Problem(path="on", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
        if places_free is not None and (type(places_free) is not int or places_free < 0):
            remedy = "Give a whole number that is not negative, or nothing where it is not known."
            raise InvalidRecordError(
                Problem(path="places_free", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)
            )
        seen = journey.as_of(on)
        stay = as_of(placement, on) if placement else None
        if placement is None and referral is None:
            stay = seen.latest_placement()
        asked = as_of(referral, on) if referral else _referral_of(seen, stay)
        if placement is None and referral is not None:
            led_to = [one for one in seen.placements or () if one.referral and one.referral == referral.ref]
            stay = evolve(seen, placements=tuple(led_to)).latest_placement()
        situation = cls(
            journey=seen, policy=policy, on=on, placement=stay, referral=asked, places_free=places_free
        )
        return evolve(situation, plan=situation.latest_plan if plan is None else plan)

    @classmethod
    def at_hand(
        cls,
        journey: Journey,
        *,
        policy: Policy,
        on: date,
        placement: Placement | None = None,
        referral: Referral | None = None,
        places_free: int | None = None,
    ) -> "Situation":
        """As `of`; but a referral made after the latest stay ended begins anew, unless one of the two is named."""
        situation = cls.of(
            journey, policy=policy, on=on, placement=placement, referral=referral, places_free=places_free
        )
        anew = situation.journey.latest_referral()
        ending = situation.placement and situation.placement.ending
        if placement is None and referral is None and anew and ending and anew.day > ending.day:
            return cls.of(journey, policy=policy, on=on, referral=anew, places_free=places_free)
        return situation

    @property
    def provision(self) -> Provision | None:
        """The provision of the placement; of the referral where it is recorded that there is no placement."""
        if self.placement is not None:
            return self.placement.provision
        if self.journey.placements is None or self.referral is None:
            return None
        return self.referral.provision

    @property
    def review_weeks(self) -> int:
        """School weeks between reviews, at most: the policy's, or the provision's own where that is sooner."""
        at_most = self.policy.review_weeks.value
        promised = self.provision and self.provision.review_weeks
        return min(at_most, promised or at_most)

    @cached_property
    def stay(self) -> DateSpan | None:
        """From the first day of the stay to its last, or to `on` while it is open; `None` before it began."""
        stay = self.placement and self.placement.stay
        return stay and stay.until(self.on)

    @cached_property
    def week(self) -> WayBack | None:
        """Where the lessons of the week stand; `None` where no timetable of the stay tells it of every lesson."""
        versions = self.timetables or ()
        told = all(one.lessons and all(lesson.where for lesson in one.lessons) for one in versions)
        return way_back(versions) if versions and told else None

    @cached_property
    def colours(self) -> Mapping[Slot, LessonColour] | None:
        """The pupil's latest colours; `None` where ratings are not recorded."""
        ratings = self.ratings
        if ratings is None:
            return None
        return {slot: one.colour for slot, one in latest_ratings(ratings, by=Informant.PUPIL).items()}

    @cached_property
    def ratings(self) -> tuple[Rating, ...] | None:
        """The ratings of this stay and of what led to it; `None` where only those of an earlier stay are recorded."""
        ratings, since = self.journey.ratings, self._earlier_stay_ended
        if not ratings or since is None:
            return ratings
        return tuple(one for one in ratings if since < one.day) or None

    @cached_property
    def choice(self) -> PupilChoice | None:
        """What the pupil chose last of the way back, in this stay or what led to it; `None`: it is not recorded."""
        since = self._earlier_stay_ended
        return latest_choice(one for one in self.journey.choices or () if since is None or since < one.day)

    @property
    def latest_plan(self) -> ReturnPlan | None:
        """The plan recorded last of this stay and what led to it; of two of one day, the one written later."""
        since = self._earlier_stay_ended
        made = [one for one in self.journey.plans or () if since is None or since < one.day]
        return max(reversed(made), key=lambda one: one.day, default=None)

    @cached_property
    def _earlier_stay_ended(self) -> date | None:
        """The last day of the latest stay that had ended before this one began."""
        start = self.placement and self.placement.start
        ended = [one.ending.day for one in self.journey.placements or () if one.ending]
        return max((day for day in ended if start and day < start), default=None)

    @property
    def timetable(self) -> Timetable | None:
        """The week of the stay as it stands; `None` where no timetable of the stay is recorded."""
        versions = self.timetables
        return versions[-1] if versions else None

    @cached_property
    def timetables(self) -> tuple[Timetable, ...] | None:
        """The versions of the week during the stay, in order, the one in force when it began first.

        A week from before the stay with no lesson in the base says nothing of the stay, and is left out.
        """
        stay = self.stay
        if self.journey.timetables is None or stay is None:
            return None
        ordered = sorted(self.journey.timetables, key=lambda one: one.starts)
        before = [one for one in ordered if one.starts <= stay.start][-1:]
        if before and before[0].starts < stay.start and _is_without_base(before[0]):
            before = []
        return (*before, *(one for one in ordered if one.starts > stay.start and one.starts in stay))


def _is_without_base(week: Timetable) -> bool:
    """Whether it is told of every lesson where it is taught, and none is in the base."""
    return all(lesson.where not in (None, Where.BASE) for lesson in week.lessons)


def _referral_of(journey: Journey, placement: Placement | None) -> Referral | None:
    if placement is None:
        return journey.latest_referral()
    if placement.referral is not None:
        return next((one for one in journey.referrals or () if one.ref == placement.referral), None)
    made = [one for one in journey.referrals or () if placement.start is None or one.day <= placement.start]
    return max(reversed(made), key=lambda one: one.day, default=None)
