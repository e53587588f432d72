"""Every public word says what it is, and shows it in an example that runs; every room of codes names its sources.

The examples are run with the other docstrings; here it is asked that there is one.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import iapcore.vocabulary

ROOMS = [
    importlib.import_module(room.name)
    for room in pkgutil.iter_modules(iapcore.vocabulary.__path__, "iapcore.vocabulary.")
]
OURS_ALONE = {"iapcore.vocabulary.shape", "iapcore.vocabulary.spans", "iapcore.vocabulary.value"}
"""Rooms that hold nothing of the field."""


def public(room: ModuleType) -> Iterator[tuple[str, Any]]:
    for name in room.__all__:
        thing = getattr(room, name)
        if inspect.isclass(thing) or inspect.isroutine(thing):
            yield f"{room.__name__}.{name}", thing


@pytest.mark.parametrize(("name", "thing"), [one for room in ROOMS for one in public(room)])
def test_a_public_name_has_words_and_an_example(name: str, thing: Any) -> None:
    assert name
    words, sign, _ = (inspect.getdoc(thing) or "").partition(">>>")
    assert words.strip()
    assert sign


@pytest.mark.parametrize("room", [room for room in ROOMS if room.__name__ not in OURS_ALONE], ids=str)
def test_a_room_of_codes_names_its_sources(room: ModuleType) -> None:
    words = room.__doc__ or ""
    assert any(sign in words for sign in ("Source", "Law:"))
