"""What a field may hold: exactly what its annotation says, however the record was made.

Rules of the room: a day is a plain date of a sane year, text has a sane length and no control characters, a
collection is a tuple, a number is no flag. A message names the field and the remedy, and never repeats what was given.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, TypeGuard, TypeVar, Union, cast, get_args, get_origin

import attrs

from iapcore.errors import InvalidRecordError, Problem, ProblemKind

__all__ = ["FIRST_DAY", "LAST_DAY", "a_code", "is_plain_date", "shaped", "stop_unless_a_day"]

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
_LONGEST_TEXT: Final = 10_000
_Check: TypeAlias = Callable[[str, object], None]


def shaped(_: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """Attrs field transformer: every field takes what its annotation says, and nothing else.

    `None` is taken only where the annotation has it; an annotation in quotation marks is not looked into.

    >>> @attrs.frozen(field_transformer=shaped)
    ... class Visit:
    ...     day: date
    ...     people: tuple[str, ...] | None = None
    >>> Visit(datetime(2026, 11, 2, 9, 30))
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. day: Give a plain datetime.date; of a datetime take .date().
    >>> Visit(date(2026, 11, 2), ["the tutor"])
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. people: Give a tuple, or None where nothing was recorded.
    """
    return [one.evolve(validator=_validator(one)) for one in fields]


def _validator(field: "attrs.Attribute[Any]") -> Any:
    path = "" if field.name.startswith("_") else field.name
    check, settled, also = _check_of(field.type), _settled(field.type), cast("Any", field.validator)

    def validate(_: object, __: object, value: object) -> None:
        if type(value) not in settled:
            check(path, value)

    def validate_more(record: object, attribute: object, value: object) -> None:
        validate(record, attribute, value)
        also(record, attribute, value)

    return validate if also is None else validate_more


def _settled(hint: Any) -> frozenset[Any]:
    """The types that say by themselves that a value is of this kind, so that nothing more need be looked at."""
    options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return frozenset(one for one in options if isinstance(one, type) and one not in (str, date))


def _check_of(hint: Any) -> _Check:
    if hint is Any or isinstance(hint, str | TypeVar):
        return _anything
    options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    wanted = [option for option in options if option is not NoneType]
    may_be_none = len(wanted) < len(options)
    check = _check_of_one(wanted[0], may_be_none) if len(wanted) == 1 else _an_instance(*wanted)
    return _or_none(check) if may_be_none else check


def _check_of_one(hint: Any, may_be_none: bool) -> _Check:  # noqa: FBT001
    if get_origin(hint) is tuple:
        *kinds, last = get_args(hint)
        remedy = f"Give a tuple{', or None where nothing was recorded' if may_be_none else ''}."
        if last is Ellipsis:
            return _a_tuple_of(kinds[0], remedy)
        return _a_tuple_like([_check_of(kind) for kind in (*kinds, last)], remedy)
    if hint in _SPECIAL:
        return _SPECIAL[hint]
    return _a_filled(hint) if get_args(hint) and attrs.has(get_origin(hint)) else _an_instance(hint)


def _a_filled(hint: Any) -> _Check:
    """A record that holds values of a given type, such as `Stream[SessionMark]` or `Choice[int]`."""
    is_one = _an_instance(hint)
    given: dict[Any, Any] = dict(zip(get_origin(hint).__parameters__, get_args(hint), strict=True))
    fields: dict[str, _Check] = {
        one.name: _check_of(given.get(one.type) or one.type[get_args(hint)])
        for one in attrs.fields(get_origin(hint))
        if one.type in given or bool(getattr(one.type, "__parameters__", ()))
    }

    def look(path: str, value: object) -> None:
        is_one(path, value)
        for name, check in fields.items():
            check(f"{path}.{name}", getattr(value, name))

    return look


def _anything(_: str, __: object) -> None:
    pass


def _or_none(check: _Check) -> _Check:
    def look(path: str, value: object) -> None:
        if value is not None:
            check(path, value)

    return look


def _a_tuple_of(kind: Any, remedy: str) -> _Check:
    check, settled = _check_of(kind), _settled(kind)

    def look(path: str, value: object) -> None:
        items = _tuple(path, value, remedy)
        if check is not _anything and not settled.issuperset(map(type, items)):
            for position, item in enumerate(items):
                check(f"{path}[{position}]", item)

    return look


def _a_tuple_like(checks: list[_Check], remedy: str) -> _Check:
    def look(path: str, value: object) -> None:
        items = _tuple(path, value, remedy)
        if len(items) != len(checks):
            raise _wrong(path, f"Give a tuple of {len(checks)}.") from None
        for position, (check, item) in enumerate(zip(checks, items, strict=True)):
            check(f"{path}[{position}]", item)

    return look


def _tuple(path: str, value: object, remedy: str) -> tuple[object, ...]:
    if not isinstance(value, tuple):
        raise _wrong(path, remedy) from None
    return cast("tuple[object, ...]", value)


def _an_instance(*hints: Any) -> _Check:
    kinds = tuple(get_origin(hint) or hint for hint in hints)
    names = " or ".join(kind.__name__ for kind in kinds)

    def look(path: str, value: object) -> None:
        if not isinstance(value, kinds):
            raise _wrong(path, f"Give {names}.") from None

    return look


def _exactly(kind: type, words: str) -> _Check:
    def look(path: str, value: object) -> None:
        if type(value) is not kind:
            raise _wrong(path, f"Give {words}.") from None

    return look


def _a_day(path: str, value: object) -> None:
    if type(value) is not date and not is_plain_date(value):
        raise _wrong(path, "Give a plain datetime.date; of a datetime take .date().") from None
    if not FIRST_DAY <= value <= LAST_DAY:
        remedy = f"Give a day from {FIRST_DAY.year} to {LAST_DAY.year}, and leave an open end out."
        raise _wrong(path, remedy, ProblemKind.OUT_OF_RANGE) from None


def is_plain_date(value: object) -> TypeGuard[date]:
    """Whether the value is a day and nothing more.

    >>> is_plain_date(date(2026, 11, 2)), is_plain_date(datetime(2026, 11, 2))
    (True, False)
    """
    return isinstance(value, date) and not isinstance(value, datetime)


def stop_unless_a_day(day: object, path: str = "on") -> None:
    """Raise `InvalidRecordError` for an argument that is no plain day.

    >>> stop_unless_a_day(date(2026, 11, 2))
    """
    if not is_plain_date(day):
        raise _wrong(path, "Give a plain datetime.date; of a datetime take .date().")


_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _text(path: str, value: object) -> None:
    if not isinstance(value, str):
        raise _wrong(path, "Give text (str).") from None
    is_sane = value.isprintable() or not _CONTROL.search(value)
    if not is_sane or len(value) > _LONGEST_TEXT or not value.strip():
        remedy = f"Give 1 to {_LONGEST_TEXT} characters without control characters, or nothing at all."
        raise _wrong(path, remedy, ProblemKind.MALFORMED) from None


_SPECIAL: Final[dict[Any, _Check]] = {
    date: _a_day,
    str: _text,
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "True or False"),
}
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")


def a_code(_: object, attribute: "attrs.Attribute[Any]", value: str) -> None:
    """Attrs validator: a word of the caller's own, written like ours; it may be told, so it is no free text.

    >>> @attrs.frozen
    ... class Form:
    ...     name: str = attrs.field(validator=a_code)
    >>> Form("Our form")
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. name: Give a word of up to 60 small letters, ...
    """
    if not _CODE.fullmatch(value):
        remedy = "Give a word of up to 60 small letters, digits and _, beginning with a letter: our_scale."
        raise _wrong(attribute.name, remedy, ProblemKind.MALFORMED) from None


def _wrong(path: str, remedy: str, kind: ProblemKind = ProblemKind.WRONG_TYPE) -> InvalidRecordError:
    return InvalidRecordError(Problem(path=path, kind=kind, remedy=remedy))
