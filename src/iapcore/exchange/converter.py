"""The strict converter: plain values to records and back.

Every problem of a document is told at once. A value is taken only as what it is: no `"false"` for `False`, no
`3.0` for `3`, no string for a list, no key that is not known.
"""

import re
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import date, time
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from functools import cache
from inspect import isclass
from types import NoneType, UnionType
from typing import Any, Final, TypeGuard, Union, cast, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.json_text import Repeated
from iapcore.record.provision import Provision
from iapcore.record.timetable import Slot, TrafficLights
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.characteristics import Language
from iapcore.vocabulary.identifiers import Laestab, PupilId, Uln, UnprovedUpn, Upn, Urn
from iapcore.vocabulary.instruments import Instrument, OwnInstrument
from iapcore.vocabulary.money import Money
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import parse_day
from iapcore.vocabulary.value import Word

__all__ = [
    "CONVERTER",
    "as_object",
    "body_of",
    "gather",
    "is_ours",
    "maybe_list",
    "maybe_object",
    "problems_of",
    "stop",
]

_SHARE: Final = re.compile(r"([0-9]{1,12})/([1-9][0-9]{0,11})")
_TEXT: Final = frozenset({str})
_NAMES: Final = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


def stop(kind: ProblemKind, remedy: str, path: str = "") -> InvalidRecordError:
    """One problem, ready to raise."""
    return InvalidRecordError(Problem(path=path, kind=kind, remedy=remedy))


def _exactly(expected: type) -> Callable[[object, object], object]:
    def take(value: object, _: object) -> object:
        if type(value) is not expected:
            raise stop(ProblemKind.WRONG_TYPE, f"Give {_NAMES[expected]}.")
        if expected is str and not _is_whole(cast("str", value)):
            raise stop(ProblemKind.MALFORMED, "The text holds half of a character: export it again.")
        return value

    return take


def _is_whole(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)


def _number(value: object, _: object) -> float:
    if type(value) not in (int, float) or not abs(cast("float", value)) <= sys.float_info.max:
        raise stop(ProblemKind.WRONG_TYPE, "Give a number.")
    return float(cast("float", value))


def _text(value: object) -> str:
    if type(value) is not str:
        raise stop(ProblemKind.WRONG_TYPE, "Give text.")
    return value


def _date(value: object, _: object) -> date:
    return parse_day(_text(value))


_CLOCK: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def _time(value: object, _: object) -> time:
    text = _text(value)
    if not _CLOCK.fullmatch(text):
        raise stop(ProblemKind.MALFORMED, "Write a time of day as 09:05 or 14:30.")
    return time.fromisoformat(text)


def _fraction(value: object, _: object) -> Fraction:
    found = _SHARE.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise stop(ProblemKind.MALFORMED, 'Write a share as two whole numbers, for example "9/10".')
    return Fraction(int(found[1]), int(found[2]))


def _upn(value: object, _: object) -> Upn | UnprovedUpn | None:
    if value is None:
        return None
    text = _text(value)
    try:
        return Upn(text)
    except InvalidRecordError:
        return UnprovedUpn(text)


@cache
def _members(kind: type[Enum]) -> dict[object, Enum]:
    return {member.value: member for member in kind}


def _member(value: object, kind: type[Enum]) -> Enum:
    return _one_of(_members(kind), value)


def _one_of(members: dict[object, Enum], value: object) -> Enum:
    text = _text(value)
    if text not in members:
        raise stop(ProblemKind.UNKNOWN_CODE, f"Give one of: {', '.join(map(str, members))}.")
    return members[text]


def _is_words(candidate: object) -> bool:
    """A union of several lists of words, such as two lists of tiers; their codes differ."""
    kinds = [kind for kind in get_args(candidate) if kind is not NoneType]
    return get_origin(candidate) in (Union, UnionType) and len(kinds) > 1 and all(map(_is_word, kinds))


def _is_word(candidate: object) -> bool:
    return isclass(candidate) and issubclass(candidate, Word)


def _words(union: Any) -> Callable[[object, object], Enum | None]:
    members = {
        code: one for kind in get_args(union) if _is_word(kind) for code, one in _members(kind).items()
    }

    def take(value: object, _: object) -> Enum:
        return _one_of(members, value)

    return _or_none(take) if NoneType in get_args(union) else take


def _or_none(take: Callable[[object, object], Any], kind: object = None) -> Callable[[object, object], Any]:
    return lambda value, _: None if value is None else take(value, kind)


def _is_optional(candidate: object) -> bool:
    options = get_args(candidate) if get_origin(candidate) in (Union, UnionType) else ()
    return NoneType in options and len(options) == 1 + 1


def _optional(union: Any) -> Callable[[object, object], Any]:
    [kind] = (one for one in get_args(union) if one is not NoneType)
    return _or_none(CONVERTER.get_structure_hook(kind), kind)


def _instrument(value: object, _: object) -> Instrument | OwnInstrument:
    if isinstance(value, str):
        return cast("Instrument", _member(value, Instrument))
    if _is_object(value) or type(value) is Repeated:
        return cast("OwnInstrument", body_of(OwnInstrument)(value, None))
    remedy = "Give the name of an instrument, or an object that declares one of your own."
    raise stop(ProblemKind.WRONG_TYPE, remedy)


def _is_tuple(candidate: object) -> bool:
    return get_origin(candidate) is tuple


def _items(kind: object) -> Callable[[object, object], tuple[object, ...]]:
    *kinds, last = get_args(kind)
    if last is not Ellipsis:
        kinds.append(last)
    every = [(one, CONVERTER.get_structure_hook(one)) for one in kinds]

    def take(value: object, _: object) -> tuple[object, ...]:
        items = maybe_list(value)
        if items is None:
            raise stop(ProblemKind.WRONG_TYPE, "Give a list.")
        hooks = every * len(items) if last is Ellipsis else every
        if len(items) != len(hooks):
            raise stop(ProblemKind.WRONG_TYPE, f"Give a list of {len(hooks)}.")
        taken: list[object] = []
        problems: list[Problem] = []
        for position, (item, (one, take_item)) in enumerate(zip(items, hooks, strict=True)):
            try:
                taken.append(take_item(item, one))
            except Exception as error:  # noqa: BLE001  (told apart one floor down)
                problems += [problem.below(f"[{position}]") for problem in problems_of(error)]
        if problems:
            raise InvalidRecordError(*problems)
        return tuple(taken)

    return take


def _is_record(candidate: object) -> bool:
    return attrs.has(cast("type", get_origin(candidate) or candidate))


@cache
def body_of(kind: Any) -> Callable[[object, object], Any]:
    """The hook that reads a record of this class from its own keys (not from a reference to it)."""
    fill = make_dict_structure_fn(
        kind, CONVERTER, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    return lambda value, _: fill(as_object(value), kind)


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return type(value) is dict


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return type(value) is list


def maybe_object(value: object) -> dict[str, Any] | None:
    """The value where it is an object in which no key stands twice."""
    return value if _is_object(value) else None


def maybe_list(value: object) -> list[Any] | None:
    """The value where it is a list."""
    return value if _is_list(value) else None


def as_object(value: object) -> dict[str, Any]:
    """The value, if it is an object in which no key stands twice."""
    if type(value) is Repeated:
        raise stop(ProblemKind.DUPLICATE_KEY, "A key stands twice in this object: keep one.")
    if not _is_object(value):
        raise stop(ProblemKind.WRONG_TYPE, "Give an object with keys.")
    if not _TEXT.issuperset(map(type, value)):
        raise stop(ProblemKind.WRONG_TYPE, "A key of this object is not text: write every key as text.")
    return value


def _resolved(kind: type) -> Callable[[object, object], object]:
    def take(value: object, _: object) -> object:
        if isinstance(value, kind):
            return value
        _text(value)
        remedy = "The document holds nothing with that key: add it, or correct the key."
        raise stop(ProblemKind.UNKNOWN_REFERENCE, remedy)

    return take


@contextmanager
def gather(path: str = "") -> Generator[None]:
    """Turn whatever the converter raises inside into our one error, its problems below `path`."""
    problems: dict[Problem, None] = {}
    try:
        yield
    except Exception as error:  # noqa: BLE001  (problems_of tells ours apart and lets the rest go on up)
        problems = dict.fromkeys(problem.below(path) for problem in problems_of(error))
    if problems:
        raise InvalidRecordError(*problems) from None  # what cattrs raised repeats keys of the document


def problems_of(error: BaseException) -> Iterator[Problem]:
    """Our problems in whatever the converter raised, each with its path. Anything foreign goes on up."""
    if isinstance(error, InvalidRecordError):
        yield from error.problems
    elif isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            step = _step(inner)
            for problem in problems_of(inner):
                yield problem.below(step)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield _unknown_keys(error)
    elif isinstance(error, KeyError):
        yield Problem(path="", kind=ProblemKind.MISSING_KEY, remedy="This key is needed: add it.")
    else:
        raise error


def _step(error: BaseException) -> str:
    note = cast("list[object]", getattr(error, "__notes__", [None]))[0]
    if isinstance(note, AttributeValidationNote):
        return note.name
    return f"[{note.index}]" if isinstance(note, IterableValidationNote) else ""


def _unknown_keys(error: ForbiddenExtraKeysError) -> Problem:
    known = [field.alias for field in attrs.fields(get_origin(error.cl) or error.cl)]
    near = sorted({match for extra in error.extra_fields for match in get_close_matches(extra, known, n=1)})
    count = len(error.extra_fields)
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    remedy = f"{count} key{'' if count == 1 else 's'} not known here.{meant} Known are: {', '.join(known)}."
    return Problem(path="", kind=ProblemKind.UNKNOWN_KEY, remedy=remedy)


def _key(value: Any) -> str:
    return str(value.key)


def _formatted(value: Any) -> str:
    return str(value.format())


def is_ours(candidate: object) -> bool:
    """Whether a type (or an alias such as `Stream[SessionMark]`) is one of iapcore's."""
    kind = get_origin(candidate) or candidate
    return isclass(kind) and kind.__module__.partition(".")[0] == "iapcore"


CONVERTER: Final = Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})


_NOTATIONS: Final[dict[type, Callable[[str], object]]] = {
    AcademicYear: AcademicYear.parse,
    Laestab: Laestab,
    Language: Language,
    Money: Money.parse,
    PupilId: PupilId,
    Slot: Slot.parse,
    TrafficLights: TrafficLights.parse,
    Uln: Uln,
    UnprovedUpn: UnprovedUpn,
    Upn: Upn,
    Urn: Urn,
}
"""Values that have a notation, and what reads it. Each is written with its `format`."""


def _parsed(parse: Callable[[str], object]) -> Callable[[object, object], object]:
    return lambda value, _: parse(_text(value))


def _register() -> None:
    for primitive in (str, bool, int):
        CONVERTER.register_structure_hook(primitive, _exactly(primitive))
    CONVERTER.register_structure_hook(float, _number)
    CONVERTER.register_structure_hook(date, _date)
    CONVERTER.register_structure_hook(Enum, _member)
    CONVERTER.register_structure_hook(Fraction, _fraction)
    CONVERTER.register_unstructure_hook(date, date.isoformat)
    CONVERTER.register_unstructure_hook(Fraction, lambda share: f"{share.numerator}/{share.denominator}")
    CONVERTER.register_structure_hook(time, _time)
    CONVERTER.register_unstructure_hook(time, lambda clock: clock.isoformat("minutes"))
    CONVERTER.register_structure_hook_factory(_is_tuple, _items)
    CONVERTER.register_structure_hook_factory(_is_optional, _optional)
    CONVERTER.register_structure_hook_factory(_is_words, _words)
    CONVERTER.register_structure_hook_factory(_is_record, body_of)
    CONVERTER.register_structure_hook(Upn | UnprovedUpn | None, _upn)
    CONVERTER.register_structure_hook(Instrument | OwnInstrument, _instrument)
    for noted, parse in _NOTATIONS.items():
        CONVERTER.register_structure_hook(noted, _parsed(parse))
        CONVERTER.register_unstructure_hook(noted, _formatted)
    for shared in (Provision, SchoolCalendar):
        CONVERTER.register_structure_hook(shared, _resolved(shared))
        CONVERTER.register_unstructure_hook(shared, _key)


_register()
