"""The numbers of law, guidance and research, each with its day, its basis and its place.

Rule of the room: a number that only someone remembers does not stand here; a number that no source gives
stands in a policy as the school's choice. Findings and examples are shown, never enforced.
"""

from datetime import date
from fractions import Fraction
from typing import Final, Generic, TypeVar

from attrs import frozen

from iapcore.guidance.dated import Dated
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS, IAP_FINDINGS
from iapcore.guidance.sources import Basis, Citation

__all__ = [
    "GROUP_SIZE",
    "PERSISTENT_ABSENCE",
    "REVIEW_WEEKS",
    "SEVERE_ABSENCE",
    "STAY_WEEKS",
    "THRESHOLDS",
    "Threshold",
]

T = TypeVar("T")


@frozen(kw_only=True)
class Threshold(Generic[T]):
    """One number, what it counts, since when, on what basis and from where.

    >>> from datetime import date
    >>> PERSISTENT_ABSENCE.on(date(2026, 11, 20))
    Fraction(1, 10)
    >>> PERSISTENT_ABSENCE.basis.label
    'guidance, not statutory'
    """

    key: str
    unit: str
    value: Dated[T]
    basis: Basis
    cites: tuple[Citation, ...]

    def on(self, day: date) -> T:
        """The value that holds on `day`. Raises `OutOfScopeError` before the first."""
        return self.value.on(day)


PERSISTENT_ABSENCE: Final = Threshold(
    key="persistent-absence",
    unit="of the pupil's own possible sessions missed, or more",
    value=Dated(((date(2015, 8, 1), Fraction(1, 10)),)),
    basis=Basis.GUIDANCE,
    cites=(ABSENCE_METHODOLOGY.at("persistent absence"),),
)
SEVERE_ABSENCE: Final = Threshold(
    key="severe-absence",
    unit="of the pupil's own possible sessions missed, or more",
    value=Dated(((date(2015, 8, 1), Fraction(1, 2)),)),
    basis=Basis.GUIDANCE,
    cites=(ABSENCE_METHODOLOGY.at("severe absence"),),
)
GROUP_SIZE: Final = Threshold(
    key="group-size",
    unit="pupils in the room at one time, fewer than",
    value=Dated(((date(2024, 9, 6), 10),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(IAP_FINDINGS.at("what is working well, group size"),),
)
REVIEW_WEEKS: Final = Threshold(
    key="review-weeks",
    unit="school weeks between reviews, from and to",
    value=Dated(((date(2025, 1, 1), (3, 6)),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(FOUR_TENETS.at("tenet 3, assessment and monitoring"),),
)
STAY_WEEKS: Final = Threshold(
    key="stay-weeks",
    unit="weeks to a full return in secondary schools, from and to",
    value=Dated(((date(2024, 9, 6), (6, 52)),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(IAP_FINDINGS.at("what is working well, length"),),
)

THRESHOLDS: Final = (PERSISTENT_ABSENCE, SEVERE_ABSENCE, GROUP_SIZE, REVIEW_WEEKS, STAY_WEEKS)
"""All of them, each once."""
