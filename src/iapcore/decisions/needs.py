"""Which kinds of need were found, and of which nobody knows.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet two. Rule of the room: not looked for is not *not found*.
"""

from collections.abc import Sequence

from attrs import frozen

from iapcore.record.support import NeedLookedFor
from iapcore.vocabulary.grounds import NeedKind
from iapcore.vocabulary.shape import shaped

__all__ = ["NeedsSeen", "needs_seen"]


@frozen(kw_only=True, field_transformer=shaped)
class NeedsSeen:
    """The kinds of need that were found, those that were never looked for, and those whose answer is not clear.

    An answer is not clear where it was not written down, or where two of the same day differ.
    """

    found: tuple[NeedKind, ...]
    not_looked_for: tuple[NeedKind, ...]
    unclear: tuple[NeedKind, ...]

    @property
    def open(self) -> tuple[NeedKind, ...]:
        """The kinds of which nobody knows whether there is a need."""
        return tuple(one for one in NeedKind if one in (*self.not_looked_for, *self.unclear))


def needs_seen(looks: Sequence[NeedLookedFor]) -> NeedsSeen:
    """What was found when each kind was last looked for.

    >>> from datetime import date
    >>> looked = NeedLookedFor(day=date(2026, 11, 4), need=NeedKind.LEARNING, found=True)
    >>> [one.value for one in needs_seen([looked]).open]
    ['wellbeing', 'safety']
    """
    answers: dict[NeedKind, set[bool | None]] = {}
    for one in sorted(looks, key=lambda one: one.day):
        same_day = {other.found for other in looks if (other.need, other.day) == (one.need, one.day)}
        answers[one.need] = same_day
    return NeedsSeen(
        found=tuple(one for one in NeedKind if answers.get(one) == {True}),
        not_looked_for=tuple(one for one in NeedKind if one not in answers),
        unclear=tuple(one for one in NeedKind if one in answers and answers[one] not in ({True}, {False})),
    )
