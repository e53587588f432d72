"""What stands in a published table where no number does.

Source: Department for Education, *Analysts' guide* (August 2026), symbols in data files. A blank cell and the older
marks `:` and `~` are no longer used there, so they are no members here.
"""

from typing import Final

from iapcore.vocabulary.value import Word

__all__ = ["Symbol"]


class Symbol(Word):
    """A mark in place of a number. A true nought is the number 0 and has no symbol.

    >>> Symbol("c").label
    'hidden, to keep people from being recognised'
    """

    NOT_APPLICABLE = "z"
    NOT_AVAILABLE = "x"
    CONFIDENTIAL = "c"
    LOW = "low"
    LOW_RELIABILITY = "u"

    @property
    def label(self) -> str:
        """What it says, for a reader."""
        return _LABELS[self]


_LABELS: Final = {
    Symbol.NOT_APPLICABLE: "not applicable",
    Symbol.NOT_AVAILABLE: "not available",
    Symbol.CONFIDENTIAL: "hidden, to keep people from being recognised",
    Symbol.LOW: "more than nought, and rounded to it",
    Symbol.LOW_RELIABILITY: "of low reliability",
}
