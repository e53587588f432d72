"""Sums of money, exact to the penny.

Source for rounding half up: Department for Education, *Analysts' guide* (August 2026).

Rule of the room: a sum is a whole number of pence. What a division leaves over is kept as a fraction, and rounded half
up to be read.
"""

import re
from fractions import Fraction
from typing import Final

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.wording import rounded

__all__ = ["Money", "pounds"]

_PENCE_IN_POUND: Final = 100
_SUM: Final = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.([0-9]{2}))?")


@frozen(field_transformer=shaped)
class Money:
    """A sum in pounds and pence, written as `12,345.60` or `12345.60`.

    >>> Money.parse("12,345.60").pence, Money(1234560).format()
    (1234560, '12,345.60')

    Raises `InvalidRecordError` for a sum below nought, and for any other text.
    """

    pence: int

    def __attrs_post_init__(self) -> None:
        if self.pence < 0:
            remedy = "Give a sum that is not negative."
            raise InvalidRecordError(Problem(path="pence", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Inverse of `format`; the pence, and the commas, may be left out."""
        found = _SUM.fullmatch(text)
        if not found:
            remedy = "Write pounds, with two digits of pence or none: 12,345.60 or 12345."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=remedy))
        whole, pence = found.groups()
        return cls(int(whole.replace(",", "")) * _PENCE_IN_POUND + int(pence or 0))

    def format(self) -> str:
        """Pounds with commas, and two digits of pence. Inverse of `parse`."""
        return pounds(Fraction(self.pence))


def pounds(pence: Fraction) -> str:
    """An exact number of pence in pounds, rounded half up to the penny.

    >>> pounds(Fraction(100_001, 3)), pounds(Fraction(-5, 2))
    ('333.34', '-0.03')
    """
    return f"{rounded(pence / _PENCE_IN_POUND, 2):,}"
