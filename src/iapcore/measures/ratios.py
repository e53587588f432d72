"""How often something comes to one group of pupils beside the others, as an exact ratio with an interval.

Rules of the room: a ratio never stands without its interval, and both keep open what is not known: no ratio where the
others were never reached, no upper end where none follows from the counts. An interval tells of chance alone. It does
not tell of pupils who were left out of the counts, and of no cause.

Which interval, and why: the one by **scores**, which is Wilson's interval for the share that one group has of all who
were reached, turned into a ratio by the two rolls. It holds with a nought, where Katz's logarithms fail; it is worked
out without trial; and its square roots are rounded outwards, so that it is never narrower than it says. It takes a
pupil on roll as time during which something may happen. Where it happens to many of a roll it is wider than needed.

Source: Gu, Ng, Tang and Schucany, *Testing the Ratio of Two Poisson Rates* (2008).
"""

from fractions import Fraction
from math import isqrt
from statistics import NormalDist
from typing import Final

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.wording import rounded

__all__ = ["Ratio", "ratio_of"]

_SIDES: Final = ("below", "above")
_NO_END: Final = "no upper end"


@frozen(kw_only=True, field_transformer=shaped)
class Ratio:
    """A ratio with its interval; `value` and `high` are `None` where they do not exist.

    >>> print(ratio_of((6, 100), (10, 400), confidence=Fraction(95, 100)))
    2.4 (0.9 to 6.4)
    """

    value: Fraction | None
    low: Fraction
    high: Fraction | None
    confidence: Fraction

    def told(self, places: int = 1) -> str:
        """The ratio and its interval with so many decimal places, rounded half up."""
        value = "no ratio" if self.value is None else str(rounded(self.value, places))
        high = _NO_END if self.high is None else str(rounded(self.high, places))
        return f"{value} ({rounded(self.low, places)} to {high})"

    def __str__(self) -> str:
        return self.told()


def ratio_of(one: tuple[int, int], other: tuple[int, int], *, confidence: Fraction) -> Ratio | None:
    """How many times as often something came to one group as to another; each is how many it came to, and of how many.

    `None` where one of the two has nobody, or it came to nobody at all: nothing can be told then.

    >>> ratio_of((0, 50), (8, 400), confidence=Fraction(9, 10)).told(2)
    '0.00 (0.00 to 2.71)'
    >>> ratio_of((3, 50), (0, 400), confidence=Fraction(9, 10)).told()
    'no ratio (8.9 to no upper end)'
    >>> ratio_of((0, 50), (0, 400), confidence=Fraction(9, 10)) is None
    True

    Raises `InvalidRecordError` for a confidence that is not between 0 and 1.
    """
    if type(confidence) is not Fraction or not 0 < confidence < 1:
        remedy = "Give a share between 0 and 1 as a fraction, for example Fraction(95, 100)."
        raise InvalidRecordError(Problem(path="confidence", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
    (reached, among), (others, rest) = one, other
    events = reached + others
    if not (among and rest and events):
        return None
    low, high = _share_between(reached, events, confidence)
    scale = Fraction(rest, among)
    return Ratio(
        value=Fraction(reached, others) * scale if others else None,
        low=low / (1 - low) * scale,
        high=high / (1 - high) * scale if high < 1 else None,
        confidence=confidence,
    )


def _share_between(part: int, whole: int, confidence: Fraction) -> tuple[Fraction, Fraction]:
    """Wilson's interval for the share that a part has of a whole."""
    outside = (1 - confidence) / len(_SIDES)
    score = Fraction(NormalDist().inv_cdf(float(1 - outside)))
    square = score * score
    half = square / len(_SIDES)
    within = half * half + square * Fraction(part * (whole - part), whole)
    root = isqrt(within.numerator * within.denominator)
    least = Fraction(root, within.denominator)
    most = least if least * least == within else Fraction(root + 1, within.denominator)
    return (part + half - most) / (whole + square), (part + half + most) / (whole + square)
