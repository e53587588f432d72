"""What happens to one made-up pupil, in short: drawn first, so that all parts of a journey tell the same story."""

from datetime import date, timedelta
from functools import cached_property
from typing import Final

from attrs import frozen

from iapcore.record.referral import Decided
from iapcore.samples.luck import Luck
from iapcore.samples.models import Model
from iapcore.samples.schools import CALENDAR, RECORDED, last_school_day, weeks_later
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.year_groups import YearGroup

__all__ = ["LEAVES_SCHOOL", "Story", "tell_story"]

_PUPILS_OF_A_SCHOOL: Final = 60
_DAY: Final = timedelta(days=1)
_JULY: Final = 7
_TO_FRIDAY: Final = timedelta(days=4)
_DECIDED: Final = (Decided.PLACE_OFFERED, Decided.WAITING_LIST, Decided.OTHER_SUPPORT, Decided.WITHDRAWN)
_OF_A_HUNDRED: Final = (93, 3, 3, 1)

LEAVES_SCHOOL: Final = (
    Destination.POST_16,
    Destination.NO_POST_16_PLACE,
    Destination.SPECIAL_SCHOOL,
    Destination.ANOTHER_SCHOOL,
    Destination.NEXT_PHASE,
    Destination.FAMILY_WITHDREW,
    Destination.DIED,
    Destination.MANAGED_MOVE,
    Destination.OFF_SITE_DIRECTION,
    Destination.ELECTIVE_HOME_EDUCATION,
    Destination.PERMANENT_EXCLUSION,
    Destination.EXTERNAL_ALTERNATIVE_PROVISION,
)
"""After these the school's register tells no more."""
_AS_PLANNED: Final = (Destination.POST_16, Destination.NO_POST_16_PLACE, Destination.NEXT_PHASE)


@frozen(kw_only=True)
class Story:
    """A stay in a few facts. `until` is the last planned day after the extension, if there is one.

    `before` and `after` are the shares of school days that the pupil comes.
    """

    model: Model
    seed: int
    number: int
    school: int
    year_group: YearGroup
    referred: date
    start: date
    decided: Decided
    planned: DateSpan | None
    extended: tuple[date, date] | None
    left: date | None
    destination: Destination | None
    before: float
    after: float

    def chance(self, part: str) -> Luck:
        """The luck of one part of the journey, which no other part can change."""
        return Luck(f"{self.seed}:{self.model.name}:{self.number}:{part}")

    @cached_property
    def began(self) -> date | None:
        """The first day of the stay; `None` where there is no place, or it is still to come."""
        return self.start if self.planned and self.start <= RECORDED else None

    @cached_property
    def stay(self) -> DateSpan | None:
        """The days of the stay that are recorded."""
        return DateSpan(self.began, self.left or RECORDED) if self.began else None

    @cached_property
    def watched(self) -> DateSpan:
        """The days of the register: ten school weeks before the stay, the stay, ten after it."""
        last = self.left or self.start
        leaves = self.destination in LEAVES_SCHOOL
        end = last if leaves else weeks_later(last, 10)
        is_open = self.began is not None and self.left is None
        return DateSpan(weeks_later(self.start, -10), RECORDED if is_open else min(end, RECORDED))

    @property
    def on_roll(self) -> DateSpan:
        """The days for which suspensions are recorded: those of the register and all that follow in the school."""
        leaves = self.left is not None and self.destination in LEAVES_SCHOOL
        return self.watched if leaves else DateSpan(self.watched.start, RECORDED)

    def days_in(self, weeks: int) -> DateSpan | None:
        """The last weeks of the stay, or the whole where it is shorter."""
        if self.stay is None:
            return None
        last = self.left or RECORDED
        return DateSpan(max(self.stay.start, weeks_later(last, -weeks) + _DAY), last)


def tell_story(model: Model, seed: int, number: int) -> Story:
    """The story of the pupil with that number."""
    chance = Luck(f"{seed}:{model.name}:{number}:story")
    year = chance.choice(model.years)
    start = chance.choice(model.starts)
    referred = start - timedelta(days=chance.randint(30, 60))
    if start > RECORDED:
        referred = RECORDED - timedelta(days=chance.randint(18, 28))
    decided = chance.one(_DECIDED, *_OF_A_HUNDRED)
    planned = DateSpan(start, _planned_end(model, year, start, chance))
    destination = _destination(model, year, planned, chance)
    extended = _extended(model, planned, destination, chance)
    left = _left(planned, extended, destination, chance)
    has_ended = decided is Decided.PLACE_OFFERED and left <= RECORDED
    before = chance.uniform(0.55, 0.97)
    return Story(
        model=model,
        seed=seed,
        number=number,
        school=number // _PUPILS_OF_A_SCHOOL + 1,
        year_group=year,
        referred=referred,
        start=start,
        decided=decided,
        planned=planned if decided is Decided.PLACE_OFFERED else None,
        extended=extended,
        left=left if has_ended else None,
        destination=destination if has_ended else None,
        before=before,
        after=min(0.98, before + chance.uniform(-0.05, 0.25)),
    )


def _planned_end(model: Model, year: YearGroup, start: date, chance: Luck) -> date:
    if model.weeks:
        return last_school_day(weeks_later(start, model.weeks - 1) + _TO_FRIDAY)
    if model.purpose is Purpose.QUALIFICATIONS:
        june = date(_summer_of(start) + (year is YearGroup.YEAR_10), 6, 30)
        return june - timedelta(days=(june.weekday() - 4) % 7)
    summer = date(_summer_of(start), 8, 1)
    ends = [term.span.end for term in CALENDAR.terms if term.span.end is not None]
    return chance.choice([end for end in ends if start + timedelta(weeks=6) <= end < summer])


def _summer_of(day: date) -> int:
    """The calendar year in which the school year of a day ends."""
    return AcademicYear.of(day).start + 1


def _destination(model: Model, year: YearGroup, planned: DateSpan, chance: Luck) -> Destination:
    """Where the stay leads; to the next phase only from the summer of Year 6."""
    found = chance.weighed(model.destinations)
    goes_up = year is YearGroup.YEAR_6 and planned.end is not None and planned.end.month == _JULY
    return Destination.MAINSTREAM if found is Destination.NEXT_PHASE and not goes_up else found


def _extended(
    model: Model, planned: DateSpan, destination: Destination, chance: Luck
) -> tuple[date, date] | None:
    """The day on which the stay was extended, and until when: some of those that go back."""
    goes_back = destination in (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART)
    if not goes_back or not chance.happens(15) or planned.end is None:
        return None
    more = model.weeks and model.weeks // 2
    return planned.end - timedelta(days=8), last_school_day(weeks_later(planned.end, more or 6))


def _left(
    planned: DateSpan, extended: tuple[date, date] | None, destination: Destination, chance: Luck
) -> date:
    """The last day: as planned or extended, or on the way where the pupil leaves the school."""
    until = extended[1] if extended else planned.end or planned.start
    if destination in LEAVES_SCHOOL and destination not in _AS_PLANNED:
        until = planned.start + (until - planned.start) * chance.randint(30, 95) // 100
    return last_school_day(until)
