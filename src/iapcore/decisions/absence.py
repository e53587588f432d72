"""Whether a share of sessions missed is persistent or severe, told from exact counts, before anything is rounded.

Source: Department for Education, *Methodology: pupil absence statistics in England*. A rate is told of the pupil's own
possible sessions. Where none was possible there is no rate, and no band.
"""

from datetime import date
from fractions import Fraction

from iapcore.guidance.thresholds import PERSISTENT_ABSENCE, SEVERE_ABSENCE
from iapcore.vocabulary.value import Word

__all__ = ["AbsenceBand", "absence_band"]


class AbsenceBand(Word):
    """How much was missed. Severe absence is persistent too: a count of persistent absence includes it.

    >>> AbsenceBand("severe").is_persistent, AbsenceBand("not_persistent").is_persistent
    (True, False)
    """

    NOT_PERSISTENT = "not_persistent"
    PERSISTENT = "persistent"
    SEVERE = "severe"

    @property
    def is_persistent(self) -> bool:
        """Whether it is persistent, severe absence included."""
        return self is not AbsenceBand.NOT_PERSISTENT


def absence_band(attended: int, possible: int, *, on: date) -> AbsenceBand | None:
    """The band of a pupil who attended so many of the possible sessions; `None` where none was possible.

    >>> [absence_band(attended, 1000, on=date(2026, 11, 20)).value for attended in (901, 900, 504, 500)]
    ['not_persistent', 'persistent', 'persistent', 'severe']
    >>> absence_band(0, 0, on=date(2026, 11, 20)) is None
    True

    Raises `OutOfScopeError` for a day before the bands of today.
    """
    if not possible:
        return None
    missed = Fraction(possible - attended, possible)
    if missed >= SEVERE_ABSENCE.on(on):
        return AbsenceBand.SEVERE
    return AbsenceBand.PERSISTENT if missed >= PERSISTENT_ABSENCE.on(on) else AbsenceBand.NOT_PERSISTENT
