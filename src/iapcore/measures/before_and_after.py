"""What was counted before, during and after stays, as a value that holds all three and where the stays led.

Rules of the room: what was counted during the stay never stands without what was counted after it and without the
places to which stays led; its words hold all of them, and that pupils enter at a low point.
"""

from datetime import date
from typing import Final

from attrs import frozen

from iapcore.decisions.three_times import Counted
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS
from iapcore.guidance.thresholds import HALF_DAYS, PERSISTENT_ABSENCE, SEVERE_ABSENCE
from iapcore.measures.measure import Definition
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Word
from iapcore.vocabulary.wording import spelt

__all__ = ["BEFORE_AND_AFTER", "LOW_POINT", "Absent", "Area", "BeforeAndAfter", "Led", "YearEarlier"]


class Area(Word):
    """What is counted before, during and after a stay.

    >>> Area("lessons").name
    'LESSONS'
    """

    ATTENDANCE = "attendance"
    LESSONS = "lessons"
    SUSPENSIONS = "suspensions"
    INCIDENTS = "incidents"


LOW_POINT: Final = (
    "Pupils enter at a low point, so part of any change would have come anyway (regression to the mean); nothing is "
    "said about causes."
)
"""What stands beside every such count."""
_SUCCESS: Final = FOUR_TENETS.at("tenet 4, successful reintegration")
_UNIT: Final = "stays that ended, each with as many school weeks after as before"

BEFORE_AND_AFTER: Final = {
    Area.ATTENDANCE: Definition(
        key="attendance-before-and-after",
        numerator="sessions attended",
        base="possible sessions",
        unit=_UNIT,
        cites=(
            _SUCCESS,
            ABSENCE_METHODOLOGY.at("absence rates"),
            *PERSISTENT_ABSENCE.cites,
            *SEVERE_ABSENCE.cites,
        ),
        caution=f"{LOW_POINT} A session tells nothing of lessons missed after the register.",
    ),
    Area.LESSONS: Definition(
        key="lessons-before-and-after",
        numerator="lessons attended from beginning to end",
        base="lessons marked",
        unit=_UNIT,
        cites=(_SUCCESS, ABSENCE_METHODOLOGY.at("internal absence")),
        caution=f"{LOW_POINT} During a stay other lessons may be marked than before and after it.",
    ),
    Area.SUSPENSIONS: Definition(
        key="suspensions-before-and-after",
        numerator="half-days lost to suspension",
        base="half-days of school",
        unit=_UNIT,
        cites=(_SUCCESS, *HALF_DAYS.cites),
        caution=f"{LOW_POINT} An exclusion for good is no suspension: it stands among the places where stays led.",
    ),
    Area.INCIDENTS: Definition(
        key="incidents-before-and-after",
        numerator="incidents",
        base="school days",
        unit=_UNIT,
        cites=(_SUCCESS,),
        caution=f"{LOW_POINT} Adults may note more in one place than in another, and nothing of who is not there.",
    ),
}
"""The definition of each."""


@frozen(kw_only=True, field_transformer=shaped)
class Led:
    """How many stays ended and led there, and how many of these could be compared; `None` is not recorded."""

    destination: Destination | None
    ended: int
    compared: int

    def __str__(self) -> str:
        where = "not recorded" if self.destination is None else spelt(self.destination.value)
        return f"{where} {self.ended} ({self.compared} compared)"


@frozen(kw_only=True, field_transformer=shaped)
class Absent:
    """How many of the stays compared had persistent absence before and after; the severe ones are among them."""

    persistent_before: int
    persistent_after: int
    severe_before: int
    severe_after: int


@frozen(kw_only=True, field_transformer=shaped)
class YearEarlier:
    """The same weeks a year earlier, beside the same stays' weeks `before` and `after`.

    Compared stays of which nothing is known a year earlier, or that were in a stay then, are left out by reason.
    """

    stays: int
    before: Counted
    after: Counted
    before_a_year_earlier: Counted
    after_a_year_earlier: Counted
    left_out: tuple[tuple[str, int], ...]


@frozen(kw_only=True, field_transformer=shaped)
class BeforeAndAfter:
    """What was counted before, during and after the `stays` compared, as it stood `on` a day: **internal**.

    Windows before and after have so many school `weeks`, with at least so many possible sessions as `least` in each.
    `led` says where all stays that ended led, compared or not; `in_another_stay` how many of those compared were in
    another stay within these weeks. What is `excluded` and `not_known` is counted by reason. `absent` is told of
    attendance alone, `year_earlier` where it was asked for.
    """

    definition: Definition
    area: Area
    on: date
    weeks: int
    least: int
    stays: int
    before: Counted
    during: Counted
    after: Counted
    led: tuple[Led, ...]
    in_another_stay: int
    absent: Absent | None
    year_earlier: YearEarlier | None
    excluded: tuple[tuple[str, int], ...]
    not_known: tuple[tuple[str, int], ...]
    groups: "tuple[tuple[str, BeforeAndAfter], ...]" = ()

    def __str__(self) -> str:
        times = (("before", self.before), ("during", self.during), ("after", self.after))
        counts = ", ".join(f"{one.count}/{one.possible} {when}" for when, one in times)
        parts = [
            f"{self.stays} stay{'' if self.stays == 1 else 's'} compared, weeks before and after: {self.weeks}",
            f"{self.definition.numerator} / {self.definition.base}: {counts}",
            f"led to: {', '.join(map(str, self.led)) or 'none ended'}",
            *(f"{count} {reason}" for reason, count in (*self.excluded, *self.not_known)),
        ]
        return f"{'; '.join(parts)}. {LOW_POINT}"
