"""What a place costs beside another, in a school's own figures.

Rules of the room: no price comes with the library, and none is guessed. Money is exact: whole pence in, fractions of a
penny out, rounded only to be read. No exclusion is counted as avoided and no saving as made: that a place costs less
than another says nothing of what either does for a pupil.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet three, common challenges: schools reckon what exclusion or a
place outside would cost, and set it beside the cost of their own provision.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen

from iapcore.errors import Problem, ProblemKind
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Citation
from iapcore.vocabulary.money import Money, pounds
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import stop_if_any

__all__ = ["CITES", "SAYS_NOT", "Cost", "CostComparison", "compare_costs"]

CITES: Final[tuple[Citation, ...]] = (FOUR_TENETS.at("tenet 3, common challenges"),)
SAYS_NOT: Final = (
    "It counts no exclusion as avoided, and no pupil who would have gone elsewhere.",
    "It does not say which place is right for a pupil, nor what either does for pupils.",
    "It knows only the figures that were given: what they leave out, it leaves out.",
)
"""What a comparison of costs does not say. It stands in each."""


@frozen(kw_only=True, field_transformer=shaped)
class Cost:
    """What a provision costs in so many school weeks, and how many places it has for it. `name` is the user's own.

    >>> Cost(name="the elm room", total=Money.parse("96,000"), places=8, weeks=39).per_place
    Fraction(1200000, 1)

    Raises `InvalidRecordError` for fewer than one place or week.
    """

    name: str
    total: Money
    places: int
    weeks: int

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        for name in ("places", "weeks"):
            if getattr(self, name) < 1:
                yield Problem(path=name, kind=ProblemKind.OUT_OF_RANGE, remedy="Give a number from 1 on.")

    @property
    def per_place(self) -> Fraction:
        """Pence for one place in all of these weeks, exactly."""
        return Fraction(self.total.pence, self.places)

    @property
    def per_place_week(self) -> Fraction:
        """Pence for one place in one school week, exactly."""
        return self.per_place / self.weeks


@frozen(kw_only=True, field_transformer=shaped)
class CostComparison:
    """Two costs side by side, for one place in one school week, with what this does not say."""

    ours: Cost
    other: Cost
    says_not: tuple[str, ...] = SAYS_NOT
    cites: tuple[Citation, ...] = CITES

    @property
    def difference(self) -> Fraction:
        """Pence by which the other costs more for a place and week; below nought where it costs less."""
        return self.other.per_place_week - self.ours.per_place_week

    @property
    def times(self) -> Fraction | None:
        """How many times as much the other costs; `None` where ours costs nothing."""
        return self.other.per_place_week / self.ours.per_place_week if self.ours.total.pence else None

    def __str__(self) -> str:
        lines = [
            f"{one.name}: £{pounds(one.per_place_week)} for a place and school week"
            for one in (self.ours, self.other)
        ]
        return "\n".join([*lines, *self.says_not])


def compare_costs(ours: Cost, other: Cost) -> CostComparison:
    """The cost of a place and week beside that of another place that the user names.

    >>> room = Cost(name="the elm room", total=Money.parse("96,000"), places=8, weeks=39)
    >>> outside = Cost(name="a place outside", total=Money.parse("6,150.00"), places=1, weeks=13)
    >>> compared = compare_costs(room, outside)
    >>> print(compared)
    the elm room: £307.69 for a place and school week
    a place outside: £473.08 for a place and school week
    It counts no exclusion as avoided, and no pupil who would have gone elsewhere.
    It does not say which place is right for a pupil, nor what either does for pupils.
    It knows only the figures that were given: what they leave out, it leaves out.
    >>> pounds(compared.difference)
    '165.38'
    """
    return CostComparison(ours=ours, other=other)
