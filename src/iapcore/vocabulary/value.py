"""What every value of the house has in common.

Rules of the room: a value is frozen, slotted and hashable; its collections are tuples; its days are plain
dates. It is **discreet**: its repr shows its type, its spans and how many of each thing it holds, never what
a field says, because most of what is written here is about a child.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Literal, NoReturn, Protocol, TypeGuard, cast, runtime_checkable

import attrs

from iapcore.errors import InvalidRecordError, Problem, ProblemKind, UnknownCodeError

__all__ = [
    "EXISTS_SINCE",
    "KNOWN_SINCE",
    "Discreet",
    "Word",
    "a_code",
    "a_tuple",
    "is_plain_date",
    "plain_date",
    "some_text",
    "some_texts",
    "stop_if_any",
]

EXISTS_SINCE: Final = {"since": "whole"}
"""Metadata of the field with the day since which the whole record exists; looked at earlier, there is none."""

KNOWN_SINCE: Final = {"since": "field"}
"""Metadata of a day that was added to a record when it came; looked at earlier, the field is empty.
A day that people *set* for the future (a planned end, the next review) bears neither: it is known before it comes."""

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
LONGEST_TEXT: Final = 10_000


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
            if (part := _shape(field.name, getattr(self, field.name)))
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


def _wrong(attribute: "attrs.Attribute[Any]", kind: ProblemKind, remedy: str) -> InvalidRecordError:
    path = "" if attribute.name.startswith("_") else attribute.name
    return InvalidRecordError(Problem(path=path, kind=kind, remedy=remedy))


def _is_left_out(attribute: "attrs.Attribute[Any]", value: object) -> bool:
    return value is None and attribute.default is None


def plain_date(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Attrs validator: a `datetime.date` of 1900 to 2199 that is no `datetime` (databases hand those out).

    Here and below `None` is taken only where it is the field's default.

    >>> @attrs.frozen
    ... class Visit:
    ...     day: date = attrs.field(validator=plain_date)
    >>> Visit(datetime(2026, 11, 2, 9, 30))
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. day: Give a plain datetime.date; of a datetime take .date().
    """
    if _is_left_out(attribute, value):
        return
    if not is_plain_date(value):
        remedy = "Give a plain datetime.date; of a datetime take .date()."
        raise _wrong(attribute, ProblemKind.WRONG_TYPE, remedy) from None
    if not FIRST_DAY <= value <= LAST_DAY:
        remedy = f"Give a day from {FIRST_DAY.year} to {LAST_DAY.year}, and leave an open end out."
        raise _wrong(attribute, ProblemKind.OUT_OF_RANGE, remedy) from None


def is_plain_date(value: object) -> TypeGuard[date]:
    """Whether the value is a day and nothing more.

    >>> is_plain_date(date(2026, 11, 2)), is_plain_date(datetime(2026, 11, 2))
    (True, False)
    """
    return isinstance(value, date) and not isinstance(value, datetime)


def a_tuple(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Attrs validator: a tuple (a list could change under a frozen value).

    >>> @attrs.frozen
    ... class Visit:
    ...     days: tuple[date, ...] | None = attrs.field(default=None, validator=a_tuple)
    >>> Visit([date(2026, 11, 2)])
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. days: Give a tuple, or None where nothing was recorded.
    """
    if not _is_left_out(attribute, value) and not isinstance(value, tuple):
        none = ", or None where nothing was recorded" if attribute.default is None else ""
        raise _wrong(attribute, ProblemKind.WRONG_TYPE, f"Give a tuple{none}.") from None


_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def some_text(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Attrs validator: text of a sane length without control characters.

    >>> @attrs.frozen
    ... class Visit:
    ...     note: str = attrs.field(validator=some_text)
    >>> Visit("")
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. note: Give 1 to 10000 characters ...
    """
    if not _is_left_out(attribute, value):
        _check_text(attribute, value)


_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")


def a_code(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Attrs validator: a word of the caller's own, written like ours; it may be told, so it is no free text.

    >>> @attrs.frozen
    ... class Form:
    ...     name: str = attrs.field(validator=a_code)
    >>> Form("Our form")
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. name: Give a word of up to 60 small letters, ...
    """
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        remedy = "Give a word of up to 60 small letters, digits and _, beginning with a letter: our_scale."
        raise _wrong(attribute, ProblemKind.MALFORMED, remedy) from None


def some_texts(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Attrs validator: a tuple of such texts.

    >>> @attrs.frozen
    ... class Visit:
    ...     notes: tuple[str, ...] = attrs.field(validator=some_texts)
    >>> Visit(("kept", 7))
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. notes: Give text (str).
    """
    a_tuple(_, attribute, value)
    for text in cast("tuple[object, ...]", value or ()):
        _check_text(attribute, text)


def _check_text(attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, str):
        raise _wrong(attribute, ProblemKind.WRONG_TYPE, "Give text (str).") from None
    if not value.strip() or len(value) > LONGEST_TEXT or _CONTROL.search(value):
        remedy = f"Give 1 to {LONGEST_TEXT} characters without control characters, or nothing at all."
        raise _wrong(attribute, ProblemKind.MALFORMED, remedy) from None
