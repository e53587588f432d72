"""What every value of the house has in common.

Rules of the room: a value is frozen, slotted and hashable; its collections are tuples; its days are plain
dates. It is **discreet**: its repr shows its type, its spans and how many of each thing it holds, never what
a field says, because most of what is written here is about a child.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Final, Literal, NoReturn, Protocol, cast, runtime_checkable

import attrs

from iapcore.errors import InvalidRecordError, Problem, UnknownCodeError

__all__ = ["EXISTS_SINCE", "KNOWN_SINCE", "PLANNED_SINCE", "Discreet", "Word", "stop_if_any"]

EXISTS_SINCE: Final = {"since": "whole"}
"""Metadata of the field with the day since which the whole record exists; looked at earlier, there is none."""

KNOWN_SINCE: Final = {"since": "field"}
"""Metadata of a day that was added to a record when it came; looked at earlier, the field is empty.
With `"unless"` and the names of a plan beside it, a record that nobody had planned is not there at all by then.
A day that people *set* for the future (a planned end, the next review) bears neither: it is known before it comes."""

PLANNED_SINCE: Final = {"since": "plan"}
"""Metadata of the day on which people set such days. With `"of"` and the name of the plan, which is not there earlier,
and `"unless"` and the name of the day on which it came true: before both of them there is no record."""


class Word(Enum):
    """A closed list of words or codes. A word that is not in it is refused without being repeated.

    >>> from iapcore import Ground
    >>> Ground("a story about a child")
    Traceback (most recent call last):
    ...
    iapcore.errors.UnknownCodeError: Ground has no such code. It has: exclusion, suspension, ...
    """

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:  # noqa: ARG003  (it is not to be repeated)
        known = ", ".join(str(member.value) for member in cls)
        raise UnknownCodeError(f"{cls.__name__} has no such code. It has: {known}.")


class Discreet:
    """A value that shows its shape and never its content.

    >>> from datetime import date
    >>> from iapcore import DateSpan, Placement
    >>> Placement(planned=DateSpan(date(2026, 11, 2), date(2026, 12, 11)))
    ‹Placement planned=2026-11-02..2026-12-11›
    """

    __slots__ = ()

    def __bool__(self) -> Literal[True]:
        """A record is always true, even an empty one: what is not recorded is `None`."""
        return True

    def __repr__(self) -> str:
        shown = [
            part
            for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(self)))
            if field.repr and (part := _shape(field.name, getattr(self, field.name)))
        ]
        return f"‹{' '.join([type(self).__name__, *shown])}›"


@runtime_checkable
class _Shaped(Protocol):
    def shape(self) -> str: ...


def _shape(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return f"{name}={len(cast('tuple[object, ...]', value))}"
    return f"{name}={value.shape()}" if isinstance(value, _Shaped) else ""


def stop_if_any(problems: Iterable[Problem]) -> None:
    """Raise one `InvalidRecordError` with all of these problems, if there are any.

    >>> stop_if_any([])
    """
    found = tuple(problems)
    if found:
        raise InvalidRecordError(*found)
