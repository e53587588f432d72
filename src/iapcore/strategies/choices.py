"""How things are chosen: cheaply, because a whole journey makes some hundred choices, and so that they shrink well."""

from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import Any, Final, TypeAlias, TypeVar, cast

from hypothesis import strategies as st

__all__ = [
    "CLOCKS",
    "CODES",
    "DAY",
    "DAYS",
    "LAST",
    "MOST",
    "TEXTS",
    "Mend",
    "as_drawn",
    "days",
    "each_once",
    "in_order",
    "made",
    "mended",
    "named",
    "several",
]

T = TypeVar("T")
Mend: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""What makes the parts of a record fit each other."""

_FIRST, LAST = date(2024, 9, 1), date(2027, 8, 31)
DAY: Final = timedelta(days=1)
MOST: Final = 2


def days() -> st.SearchStrategy[date]:
    """Days of three school years."""
    return DAYS


DAYS: Final = st.sampled_from([_FIRST + offset * DAY for offset in range((LAST - _FIRST).days + 1)])
"""One choice for a day; `st.dates` makes three. So it is throughout: what costs is how often something is chosen."""

CLOCKS: Final = st.sampled_from([time(*divmod(minute, 60)) for minute in range(24 * 60)])

_SIGNS: Final = [
    *map(chr, range(0x20, 0x7F)),
    *map(chr, range(0xA0, 0x378)),
    *"–—’“”…‹›€漢字かなשלוםعربي🙂👩🏽\u200d\u2028\u202e",
]
TEXTS: Final = st.text(_SIGNS, min_size=1, max_size=12).filter(str.strip)
"""Few runs of signs, chosen for what they break: all of Unicode would cost as much as the rest of a journey."""

CODES: Final = st.sampled_from([f"ours_{number}" for number in range(1, 31)])
"""No instrument that is known here bears such a name."""


@st.composite
def made(draw: st.DrawFn, make: Callable[..., T], *parts: st.SearchStrategy[Any]) -> T:
    """What a function makes of the parts. Unlike `st.builds`, a failing example shows the value, not the function."""
    return make(*[draw(part) for part in parts])


def as_drawn(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts as they were drawn: any of them fit each other."""
    return parts


def in_order(*names: str) -> Mend:
    """The days so named, where they are given, follow each other as they are named."""

    def mend(parts: dict[str, Any]) -> dict[str, Any]:
        given = [name for name in names if parts.get(name)]
        return parts | dict(zip(given, sorted(parts[name] for name in given), strict=True))

    return mend


def each_once(field: str, by: str) -> Mend:
    """What stands in that field, without those that a key tells to be there already."""

    def mend(parts: dict[str, Any]) -> dict[str, Any]:
        held = parts.get(field)
        return parts | {field: held and tuple({getattr(one, by): one for one in held}.values())}

    return mend


@st.composite
def named(
    draw: st.DrawFn, names: st.SearchStrategy[str], filled: dict[str, st.SearchStrategy[Any]]
) -> tuple[str, Any]:
    """One of the names, with a value for it."""
    name = draw(names)
    return name, draw(filled[name])


@st.composite
def mended(
    draw: st.DrawFn,
    kind: type[Any],
    mend: Mend,
    always: dict[str, st.SearchStrategy[Any]],
    chosen: st.SearchStrategy[Iterable[tuple[str, Any]]],
) -> Any:
    """A record of the parts that it always has and those that were chosen, mended before it is made."""
    parts = {name: draw(one) for name, one in always.items()}
    return kind(**mend(parts | dict(draw(chosen))))


def several(one: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """None, one or two."""
    drawn = st.just(()) | st.tuples(one) | st.tuples(one, one)
    return cast("st.SearchStrategy[tuple[T, ...]]", drawn)
