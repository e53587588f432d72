"""What the pupil chose of the way back: which lessons first, which not yet, how many at a time, with whom.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four: the pupil has a say in which lessons come first, and how
fast.

Rule of the room: the latest choice stands, whole. `None` is *not asked*; `()` is *asked, and no wish*.
"""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.timetable import Slot
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet

__all__ = ["PupilChoice", "latest_choice"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class PupilChoice(Discreet):
    """What a pupil said on `day` of the way back.

    `first` are the lessons to come first, in that order; `not_yet` those that shall wait; `at_most` how many may come
    in a step; `accompanied` those to which somebody shall go along; `back_to_base` lessons that the pupil asks to have
    in the base again; `apart_from` shared times that the pupil asks to be left out of. `words` are the pupil's own, and
    never shown.

    >>> from datetime import date
    >>> PupilChoice(day=date(2026, 11, 6), first=(Slot.parse("Thu:3"),), not_yet=())
    ‹PupilChoice first=1 not_yet=0›

    Raises `InvalidRecordError` for fewer than one lesson in a step, or a lesson that is to come first and not yet.
    """

    day: date = field(metadata=EXISTS_SINCE)
    first: tuple[Slot, ...] | None = None
    not_yet: tuple[Slot, ...] | None = None
    at_most: int | None = None
    accompanied: tuple[Slot, ...] | None = None
    back_to_base: tuple[Slot, ...] | None = None
    apart_from: tuple[SharedTime, ...] | None = None
    ref: str | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        if self.at_most is not None and self.at_most < 1:
            remedy = "Give a number from 1, or nothing; lessons that shall wait stand in not_yet."
            problems.append(Problem(path="at_most", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
        if set(self.first or ()) & set(self.not_yet or ()):
            remedy = "A lesson stands here and among the first: ask the pupil which is meant."
            problems.append(Problem(path="not_yet", kind=ProblemKind.CONTRADICTION, remedy=remedy))
        if problems:
            raise InvalidRecordError(*problems)


def latest_choice(choices: Iterable[PupilChoice]) -> PupilChoice | None:
    """The choice made last; of two on one day, the one written later.

    >>> latest_choice(()) is None
    True
    """
    return max(reversed(tuple(choices)), key=lambda one: one.day, default=None)
