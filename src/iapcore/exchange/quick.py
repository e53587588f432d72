"""A quick first pass over datasets and journeys, for those who have msgspec (the extra `fast`).

Rule of the room: it gives what the careful reader gives, or it gives up, and then the careful reader says why. msgspec
proves the outer shape of a document. What is in it is made by the careful reader's own hooks and by the constructors
of our classes, with every check they make; but of what is written alike one value is made, and shared: the marks,
lessons and slots of a school repeat themselves.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, partial
from types import CodeType, NoneType, UnionType
from typing import Any, Final, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import attrs
import msgspec

from iapcore.exchange.converter import CONVERTER
from iapcore.exchange.documents import JourneyDocument
from iapcore.exchange.json_text import MOST_BYTES
from iapcore.exchange.migrations import VERSION
from iapcore.exchange.shapes import PLAIN, fields_of
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.provision import Provision
from iapcore.vocabulary.school_days import SchoolCalendar

__all__ = ["QuickPass"]

T = TypeVar("T")
_NAMES: Final[dict[type, str]] = {Dataset: "dataset", JourneyDocument: "journey"}
_LISTED: Final = (tuple[Provision, ...], tuple[SchoolCalendar, ...])
"""What stands in a document once, and elsewhere is referred to by key."""
_ENOUGH: Final = 1 << 20


class QuickPass:
    """Reads whole documents, or the lines of one after the other, which refer to what is shared among them."""

    def __init__(self, shared: Iterable[Provision | SchoolCalendar]) -> None:
        self._maker = _Maker(shared)
        self._seen = 0

    @staticmethod
    def read_whole(data: bytes, kind: type[T]) -> T | None:
        """The dataset or the journey of a document; `None` where the careful reader has to look."""
        whole: type = JourneyDocument if kind is Journey else kind
        made = _taken(data, whole, lambda found: _whole(found, whole))
        return cast("T | None", made.journey if isinstance(made, JourneyDocument) else made)

    def read_line(self, line: bytes) -> Journey | None:
        """The journey of a line; `None` where the careful reader has to look."""
        self._seen += len(line)
        if self._seen > _ENOUGH:  # what lines have in common is let go, or memory would grow with the file
            self._seen = 0
            self._maker.forget()
        return cast("Journey | None", _taken(line, Journey, self._maker.of(Journey).__getitem__))


def _whole(found: object, kind: type) -> object:
    fields = {one.name: (hint, one.default, getattr(found, one.name)) for one, hint in fields_of(kind)}
    lists = _Maker(())
    shared = {
        name: lists.of(hint, default)[given]
        for name, (hint, default, given) in fields.items()
        if hint in _LISTED
    }
    every = [one for held in shared.values() for one in cast("tuple[Provision, ...]", held)]
    if len({(type(one), one.key) for one in every}) < len(every):
        return None
    maker = _Maker(every)
    own = {
        name: maker.of(hint, default)[given]
        for name, (hint, default, given) in fields.items()
        if name not in shared
    }
    return kind(**shared, **own)


def _taken(data: bytes, kind: type, make: Callable[[object], object]) -> object:
    """What is made of the bytes, unless anything at all is amiss."""
    if type(data) is bytes and len(data) <= MOST_BYTES:
        with suppress(msgspec.MsgspecError, ValueError):  # every error of ours is one of the latter
            found = _decoder(kind).decode(data)
            if _holds_all(found, data):
                return make(found)
    return None


def _holds_all(found: object, data: bytes) -> bool:
    r"""Whether nothing was passed over: of a key that stands twice msgspec keeps one, and has fewer quotation marks.

    Those inside texts msgspec writes as nearly everybody does; where one is written as `\u0022` the count says nothing.
    """
    return rb"\u0022" not in data and data.count(b'"') == msgspec.json.encode(found).count(b'"')


# What msgspec is to take


@cache
def _decoder(kind: type) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_wire(kind))


_OF_TYPE: Final = {"string": str, "integer": int, "boolean": bool, "null": None}


def _wire(hint: Any) -> Any:
    """What stands in a document for a value of this type."""
    if hint in PLAIN:
        return _OF_TYPE[PLAIN[hint]["type"]]
    if get_origin(hint) in (Union, UnionType):
        return Union[tuple(map(_wire, get_args(hint)))]  # noqa: UP007  (of as many as are there)
    if _is_tuple(hint) and _is_large(hint):
        return list[_object(get_args(hint)[0])]  # type: ignore[misc]  # made of what is found
    if _is_tuple(hint):
        return tuple.__class_getitem__(tuple(one if one is ... else _wire(one) for one in get_args(hint)))
    return _object(hint) if _is_record(hint) else str


@cache
def _object(hint: Any) -> Any:
    """An object with the keys of a record and no others."""
    kind: type = get_origin(hint) or hint
    envelope: list[Any] = []
    if kind in _NAMES:
        envelope = [("format", Literal[f"iapcore/{_NAMES[kind]}"]), ("version", Literal[VERSION])]
    fields = [
        (one.alias, _wire(held))
        if one.default is attrs.NOTHING
        else (one.alias, _wire(held) | msgspec.UnsetType, msgspec.UNSET)
        for one, held in fields_of(hint)
    ]
    return msgspec.defstruct(
        kind.__name__, envelope + fields, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False
    )


@cache
def _kinds(hint: Any) -> list[Any]:
    """What a value may be if it is there."""
    options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return [one for one in options if one is not NoneType]


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


@cache
def _is_record(hint: Any) -> bool:
    return hint not in PLAIN and attrs.has(get_origin(hint) or hint)


# What is made of it

_Make: TypeAlias = Callable[[Any], object]


class _Alike(dict[Any, Any]):
    """Of what is written alike one value is made, when it is first asked for."""

    __slots__ = ("_known", "_make", "_of")

    def __init__(self, known: dict[Any, Any], of: Callable[[], _Make]) -> None:
        super().__init__(known)
        self._known = known
        self._of = of
        self._make: _Make | None = None

    def __missing__(self, given: Any) -> object:
        if self._make is None:
            self._make = self._of()
        made = self[given] = self._make(given)
        return made

    def forget(self) -> None:
        """Keep only what was known from the beginning."""
        self.clear()
        self.update(self._known)


class _Each:
    """Of each thing a value is made: what is large is seldom written alike."""

    __slots__ = ("_known", "_make", "_of")

    def __init__(self, known: dict[Any, Any], of: Callable[[], _Make]) -> None:
        self._known = known
        self._of = of
        self._make: _Make | None = None

    def __getitem__(self, given: Any) -> object:
        if given is None or given is msgspec.UNSET:
            return self._known[given]
        if self._make is None:
            self._make = self._of()
        return self._make(given)


@cache
def _is_large(hint: Any) -> bool:
    """Whether it is seldom written alike: a list of records, or what holds one."""
    kinds = _kinds(hint)
    return any(
        any(map(_is_record, get_args(kind))) or hint in _LISTED
        if _is_tuple(kind)
        else _is_record(kind) and any(_is_large(held) for _, held in fields_of(kind))
        for kind in kinds
    )


@cache
def _hooked(hint: Any) -> _Make:
    """The careful reader's own way with a text or a number."""
    hook = CONVERTER.get_structure_hook(hint)
    return lambda given: hook(given, hint)


@cache
def _by_hand(kind: Any) -> CodeType:
    """One call that makes a record, as one would write it: nothing that is worked out each time is as quick."""
    parts = ", ".join(f"{one.alias}=of_{one.alias}[given.{one.alias}]" for one, _ in fields_of(kind))
    return compile(f"lambda given: kind({parts})", "<quick>", "eval")


class _Maker:
    """Makes values of what msgspec found: for each type there is a table."""

    def __init__(self, shared: Iterable[Any]) -> None:
        self._tables: dict[Any, _Alike | _Each] = {}
        self._shared: dict[Any, dict[Any, Any]] = {Provision: {}, SchoolCalendar: {}}
        for one in shared:
            self._shared[type(one)][one.key] = one

    def of(self, hint: Any, default: object = None) -> _Alike | _Each:
        """The table of a type, for a field with that default."""
        if (hint, default) not in self._tables:
            known = {None: None, msgspec.UNSET: default} | self._shared.get(_kinds(hint)[0], {})
            table = _Each if _is_large(hint) else _Alike
            self._tables[hint, default] = table(known, partial(self._make, hint))
        return self._tables[hint, default]

    def forget(self) -> None:
        """Let go what was made."""
        for table in self._tables.values():
            if isinstance(table, _Alike):
                table.forget()

    def _make(self, hint: Any) -> _Make:
        kinds = _kinds(hint)
        rich = [kind for kind in kinds if _is_tuple(kind) or _is_record(kind)]
        if not rich:
            return _hooked(hint)
        [kind] = rich
        make = self._tuple(kind) if _is_tuple(kind) else self._record(kind)
        if rich == kinds:
            return make
        text = _hooked(hint)
        return lambda given: text(given) if type(given) is str else make(given)

    def _tuple(self, kind: Any) -> _Make:
        item = get_args(kind)[0]
        take = self._record(item) if kind in _LISTED else self.of(item).__getitem__
        return lambda given: (*map(take, given),)  # at its full length at once, or it would waste memory

    def _record(self, kind: Any) -> _Make:
        tables = {f"of_{one.alias}": self.of(hint, one.default) for one, hint in fields_of(kind)}
        made_of = {"kind": get_origin(kind) or kind}
        return cast("_Make", eval(_by_hand(kind), tables | made_of))  # noqa: S307  (of our own names)
