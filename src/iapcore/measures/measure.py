"""A number about many pupils, with everything needed to stand behind it.

Rules of the room: a measure is an exact count over a named base; what was excluded is listed by reason, what
is not known is counted and never hidden in the base. It is a fraction, never a bare float, and no base gives
no rate. Hiding small numbers is done on output, never inside arithmetic.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from iapcore.guidance.sources import Citation
from iapcore.record.journey import Journey
from iapcore.vocabulary.shape import shaped

__all__ = ["By", "Definition", "Measure"]

By: TypeAlias = Callable[[Journey], object]
"""How to group: any function of a journey, such as `lambda journey: journey.pupil.sex`."""


@frozen(kw_only=True, field_transformer=shaped)
class Definition:
    """What a measure counts: its key, the words for numerator and base, what is counted, and its sources.

    `counts_pupils` says that each thing counted is a pupil, or a stay of one, and that the numerator is part of the
    base. Only then do small counts show which numbers point at somebody, and only then can a measure be published.
    """

    key: str
    numerator: str
    base: str
    unit: str
    cites: tuple[Citation, ...]
    caution: str
    counts_pupils: bool = False


@frozen(kw_only=True, field_transformer=shaped)
class Measure:
    """`numerator` of `base`, what was `excluded` by reason, how many are `not_known`, as it stood `on` a day.

    `groups` holds the same measure for each group where it was asked `by` one, in the order of their labels;
    a group of pupils for whom the grouping is not recorded is labelled `not recorded`.

    >>> from datetime import date
    >>> from iapcore.measures.returns import RETURNS
    >>> measure = Measure(
    ...     definition=RETURNS, on=date(2026, 11, 20), numerator=41, base=63, excluded=(("open", 12),), not_known=4
    ... )
    >>> print(measure)
    41 of 63 ended; 12 open; 4 not known
    >>> measure.share
    Fraction(41, 63)
    """

    definition: Definition
    on: date
    numerator: int
    base: int
    excluded: tuple[tuple[str, int], ...] = ()
    not_known: int = 0
    groups: "tuple[tuple[str, Measure], ...]" = ()

    @property
    def share(self) -> Fraction | None:
        """Numerator of base as an exact fraction; `None` where the base is empty."""
        return Fraction(self.numerator, self.base) if self.base else None

    def __str__(self) -> str:
        parts = [f"{self.numerator} of {self.base} {self.definition.base}"]
        parts += [f"{count} {reason}" for reason, count in self.excluded if count]
        if self.not_known:
            parts.append(f"{self.not_known} not known")
        return "; ".join(parts)
