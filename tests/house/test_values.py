"""A value is frozen, slotted, hashable, documented, keyword-only unless it is small, and holds only tuples.

Rule for small values: up to three fields may be given by position, as in `DateSpan(start, end)`; beyond
that a reader cannot tell from the call what is what. A private class owes a reader neither that nor a docstring.
"""

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import pytest

import iapcore

FLOORS = ("errors", "vocabulary", "record", "guidance", "decisions", "measures")
SMALL = 3
UNCHANGING = (tuple, frozenset)
CONTAINERS = ("builtins", "collections", "collections.abc")


def values() -> Iterator[type]:
    for floor in FLOORS:
        top = importlib.import_module(f"iapcore.{floor}")
        paths = getattr(top, "__path__", [])
        names = [module.name for module in pkgutil.walk_packages(paths, f"{top.__name__}.")]
        for module in (top, *map(importlib.import_module, names)):
            for cls in vars(module).values():
                if inspect.isclass(cls) and attrs.has(cls) and cls.__module__ == module.__name__:
                    yield cls


def parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything inside it."""
    yield annotation
    for inner in typing.get_args(annotation):
        if not isinstance(inner, (str, int)):
            yield from parts(inner)


def can_change(part: Any) -> bool:
    kind = typing.get_origin(part) or part
    return (
        inspect.isclass(kind)
        and kind.__module__ in CONTAINERS
        and hasattr(kind, "__iter__")
        and not issubclass(kind, (*UNCHANGING, str, bytes))
    )


def is_frozen(cls: type) -> bool:
    try:
        cls.__new__(cls).planted = None
    except attrs.exceptions.FrozenInstanceError:
        return True
    except AttributeError:
        return False
    return False


def faults(cls: type) -> Iterator[str]:
    fields = attrs.fields(cls)
    if not is_frozen(cls):
        yield "can be changed"
    if hasattr(cls.__new__(cls), "__dict__"):
        yield "has a __dict__"
    if cls.__hash__ is None or cls.__eq__ is object.__eq__:
        yield "does not hash and compare by value"
    is_public = not cls.__name__.startswith("_")
    if is_public and not (vars(cls).get("__doc__") or "").strip():
        yield "has no docstring"
    if is_public and len(fields) > SMALL:
        yield from (
            f"{field.name} may be given by position" for field in fields if field.init and not field.kw_only
        )
    hints = typing.get_type_hints(cls)
    for field in fields:
        if any(map(can_change, parts(hints[field.name]))):
            yield f"{field.name} holds what can be changed"


@pytest.mark.parametrize(
    "cls", [pytest.param(cls, id=f"{cls.__module__}.{cls.__name__}") for cls in values()]
)
def test_a_value(cls: type) -> None:
    assert list(faults(cls)) == []


def test_the_values_are_found() -> None:
    assert {iapcore.Journey, iapcore.Policy, iapcore.Decision, iapcore.Measure} <= set(values())


def test_a_good_value_has_no_fault() -> None:
    @attrs.frozen(kw_only=True)
    class Good:
        """A value."""

        names: tuple[str, ...] | None
        days: frozenset[int]
        pairs: tuple[tuple[str, int], ...] = ()
        text: str = ""

    assert list(faults(Good)) == []


def test_every_fault_would_be_found() -> None:
    @attrs.define(slots=False, eq=False)
    class Bad:
        first: list[int]
        second: tuple[dict[str, int], ...] | None
        third: Sequence[str]
        fourth: set[str] | None = None

    assert list(faults(Bad)) == [
        "can be changed",
        "has a __dict__",
        "does not hash and compare by value",
        "has no docstring",
        *(f"{name} may be given by position" for name in ("first", "second", "third", "fourth")),
        *(f"{name} holds what can be changed" for name in ("first", "second", "third", "fourth")),
    ]
