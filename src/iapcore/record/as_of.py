"""The record as it stood on an earlier day: what had not happened yet is not there, what was planned is.

Rule of the room: each record says itself which of its days *happened* (`EXISTS_SINCE`, `KNOWN_SINCE` in its
fields), so that this one walk serves all of them and a new record cannot forget it.
"""

from datetime import date
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs

from iapcore.record.stream import Event, Stream

__all__ = ["as_of"]

R = TypeVar("R")


@attrs.frozen
class _Plan:
    """Which fields of a class hold a day that happened, and which hold records that do."""

    whole: tuple[str, ...]
    unplanned: tuple[tuple[str, tuple[str, ...]], ...]
    planned: tuple[tuple[str, str, str], ...]
    later: tuple[str, ...]
    nested: tuple[str, ...]


@cache
def _plan(kind: type) -> _Plan:
    hints = get_type_hints(kind)
    said = {field.name: field.metadata for field in attrs.fields(kind)}
    since = {name: metadata.get("since") for name, metadata in said.items()}
    return _Plan(
        whole=tuple(name for name, how in since.items() if how == "whole"),
        unplanned=tuple(
            (name, said[name]["unless"])
            for name, how in since.items()
            if how == "field" and "unless" in said[name]
        ),
        planned=tuple(
            (name, said[name]["of"], said[name]["unless"]) for name, how in since.items() if how == "plan"
        ),
        later=tuple(name for name, how in since.items() if how in ("field", "plan")),
        nested=tuple(name for name in since if _holds_days(hints[name])),
    )


def _holds_days(hint: Any) -> bool:
    if get_origin(hint) is Stream:
        return True
    if attrs.has(hint):
        return any(attrs.astuple(_plan(hint), recurse=False))
    return any(_holds_days(part) for part in get_args(hint))


def as_of(record: R, day: date) -> R | None:
    """The record as it stood at the end of `day`; `None` where it did not exist yet.

    >>> from datetime import date
    >>> from iapcore import Ending, Placement
    >>> stay = Placement(began=date(2026, 9, 7), ending=Ending(day=date(2026, 12, 11)))
    >>> as_of(stay, date(2026, 10, 1)).ending is None
    True
    """
    plan = _plan(cast("Any", type(record)))
    if not _was_there(record, plan, day):
        return None
    changed: dict[str, object] = {name: None for name in plan.later if _lies_after(record, name, day)}
    changed |= {made: None for name, made, _ in plan.planned if name in changed}
    for name in plan.nested:
        value = getattr(record, name)
        seen = _seen(value, day)
        if seen is not value:
            changed[name] = seen
    return cast("R", attrs.evolve(cast("Any", record), **changed)) if changed else record


def _was_there(record: object, plan: _Plan, day: date) -> bool:
    """Whether the record existed by that day; a stay does once it is planned, or has begun."""
    if any(_lies_after(record, name, day) for name in plan.whole):
        return False
    for name, _, came in plan.planned:
        if _lies_after(record, name, day) and (
            getattr(record, came) is None or _lies_after(record, came, day)
        ):
            return False
    return not any(
        _lies_after(record, name, day) and all(getattr(record, one) is None for one in planned)
        for name, planned in plan.unplanned
    )


def _lies_after(record: object, name: str, day: date) -> bool:
    since = getattr(record, name)
    return since is not None and since > day


def _seen(value: object, day: date) -> object:
    if isinstance(value, Stream):
        return _stream_seen(cast("Stream[Event]", value), day)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        seen = tuple(found for item in items if (found := as_of(item, day)) is not None)
        return items if len(seen) == len(items) and all(map(_is, seen, items)) else seen
    return None if value is None else as_of(value, day)


def _stream_seen(stream: Stream[Event], day: date) -> Stream[Event] | None:
    """The stream by that day; its events are looked into where their kind holds days of its own."""
    cut = stream.as_of(day)
    if cut is None or not cut.events or not _plan(cast("Any", type(cut.events[0]))).nested:
        return cut
    seen = _seen(cut.events, day)
    return cut if seen is cut.events else attrs.evolve(cut, events=cast("tuple[Event, ...]", seen))


def _is(one: object, other: object) -> bool:
    return one is other
