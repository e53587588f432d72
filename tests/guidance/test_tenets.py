"""The tenets, and what a practice is: a question with a place, without weight or number."""

import typing
from numbers import Number
from typing import Any

import attrs
import pytest

from iapcore.errors import InvalidRecordError
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Basis
from iapcore.guidance.tenets import Practice, Tenet, Topic, found, seen
from iapcore.vocabulary.unification import Unification

PLACE = FOUR_TENETS.at("tenet 1")


def test_there_are_four_tenets_and_each_has_words_of_its_own() -> None:
    assert [tenet.value for tenet in Tenet] == ["unified", "identifies_needs", "balances", "outcomes"]
    assert len({tenet.label for tenet in Tenet}) == len(Tenet)


def parts(hint: Any) -> set[Any]:
    return {hint}.union(*(parts(part) for part in typing.get_args(hint)))


def test_a_practice_holds_no_number() -> None:
    """Nothing to add up: no weight, no points, no place in a ranking."""
    hints = typing.get_type_hints(Practice)
    kinds = {part for hint in hints.values() for part in parts(hint)}
    assert not [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Number)]
    assert {field.name for field in attrs.fields(Practice)} == {
        "key",
        "topic",
        "tenet",
        "asks",
        "basis",
        "cites",
        "about",
    }


def test_what_was_found_and_what_was_seen_differ_in_their_basis_alone() -> None:
    asked = (("UNI-1", "Is it so?", Unification.SAME_UNIFORM), ("FOU-1", "Is it?"))
    many, one = list(found(Tenet.UNIFIED, PLACE)(*asked)), list(seen(Tenet.UNIFIED, PLACE)(*asked))
    assert [practice.basis for practice in many] == [Basis.RESEARCH_FINDING] * 2
    assert [attrs.evolve(practice, basis=Basis.PRACTICE_EXAMPLE) for practice in many] == one
    assert [practice.topic for practice in one] == [Topic.UNIFICATION, Topic.FOUNDATIONS]
    assert [practice.about for practice in one] == [Unification.SAME_UNIFORM, None]
    assert {practice.cites for practice in one} == {(PLACE,)}


def test_a_practice_takes_what_its_annotations_say() -> None:
    (practice,) = seen(None, PLACE)(("REL-1", "Is it so?"))
    with pytest.raises(InvalidRecordError, match="about"):
        attrs.evolve(practice, about="same_uniform")
