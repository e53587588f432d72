"""The practices: complete in their topics and tenets, each a question of our own with its place; none is added up."""

import inspect
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from iapcore.guidance import design_table, practices, tenets, way_in, way_out, way_through
from iapcore.guidance.design_table import DESIGN_TABLE
from iapcore.guidance.library import FOUR_TENETS, LIBRARY
from iapcore.guidance.practices import PRACTICES
from iapcore.guidance.sources import Basis, SourceKind
from iapcore.guidance.tenets import Practice, Tenet, Topic

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT.parent / "shared" / "sources").glob("*.txt"))
"""The sources as text, where they lie beside the repository: they are not ours to ship."""

LONGEST_RUN = 6

every_practice = pytest.mark.parametrize("one", PRACTICES, ids=lambda one: one.key)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]*>|['’]", "", text.lower()))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words that is longer than may be shared."""
    said = words(text)
    for start in range(len(said) - LONGEST_RUN):
        yield tuple(said[start : start + LONGEST_RUN + 1])


def copied(text: str, runs_of_sources: set[tuple[str, ...]]) -> list[str]:
    return [" ".join(run) for run in runs(text) if run in runs_of_sources]


def test_keys_are_unique_and_their_letters_tell_the_topic() -> None:
    assert len({one.key for one in PRACTICES}) == len(PRACTICES)
    pairs = {(one.key.partition("-")[0], one.topic) for one in PRACTICES}
    assert len(pairs) == len({letters for letters, _ in pairs}) == len(Topic)
    assert all(re.fullmatch(r"[A-Z]+-[1-9][0-9]*", one.key) for one in PRACTICES)


def test_questions_are_unique() -> None:
    assert len({one.asks for one in PRACTICES}) == len(PRACTICES)


def test_every_topic_and_every_tenet_has_practices() -> None:
    assert {one.topic for one in PRACTICES} == set(Topic)
    assert {one.tenet for one in PRACTICES} == {*Tenet, None}


def test_they_stand_topic_by_topic_in_the_order_of_the_report() -> None:
    order = list(Topic)
    places = [order.index(one.topic) for one in PRACTICES]
    assert all(before <= after for before, after in pairwise(places))


def test_the_main_report_is_cited_in_every_topic() -> None:
    cited = {one.topic for one in PRACTICES for cite in one.cites if cite.source is FOUR_TENETS}
    assert cited == set(Topic)


def test_relationships_and_principles_are_no_fifth_tenet() -> None:
    """They run through all four, or lie beneath them."""
    without = {one.topic for one in PRACTICES if one.tenet is None}
    assert without == {Topic.RELATIONSHIPS, Topic.FOUNDATIONS, Topic.PERCEPTION}
    assert {one.tenet for one in PRACTICES if one.topic is Topic.RELATIONSHIPS} == {None}
    assert [one.key for one in PRACTICES if one.tenet is None and one.topic is Topic.PERCEPTION] == ["PER-1"]


@every_practice
def test_a_practice(one: Practice) -> None:
    assert one.asks.endswith("?")
    assert one.asks[0].isupper()
    assert one.cites
    for cite in one.cites:
        assert cite.source in LIBRARY
        assert cite.source.kind in (SourceKind.RESEARCH, SourceKind.ARTICLE)
        assert cite.place.strip()


@every_practice
def test_a_practice_may_be_and_never_has_to(one: Practice) -> None:
    assert one.basis in (Basis.RESEARCH_FINDING, Basis.PRACTICE_EXAMPLE)
    assert not one.basis.binds
    assert not {"must", "shall", "should", "required", "ought"} & set(words(one.asks))


@every_practice
def test_what_one_school_does_is_called_an_example(one: Practice) -> None:
    places = [cite.place for cite in one.cites]
    told_by_schools = all(
        place.startswith("case study") or "account" in place or "School" in place for place in places
    )
    assert told_by_schools is (one.basis is Basis.PRACTICE_EXAMPLE)


@pytest.mark.parametrize(
    "module", [tenets, practices, way_in, way_through, way_out, design_table], ids=lambda one: one.__name__
)
def test_nothing_adds_up_grades_or_compares(module: object) -> None:
    """No total, percentage or grade: the only functions are those with which the list is written."""
    held = [name for name, thing in vars(module).items() if inspect.isfunction(thing)]
    assert {name for name in held if not name.startswith("_")} <= {"found", "seen", "frozen", "shaped"}
    asked = (" ".join(re.split("_+", name)) for name in vars(module))
    assert not {"total", "percent", "percentage", "grade", "score", "rank"} & {
        word for name in asked for word in words(name)
    }


@pytest.mark.skipif(not TEXTS, reason="the texts of the sources do not lie beside the repository")
def test_no_sentence_is_a_sources_own() -> None:
    held = {run for text in TEXTS for run in runs(text.read_text(encoding="utf-8"))}
    ours = [
        *(one.asks for one in PRACTICES),
        *(point for cell in DESIGN_TABLE for point in cell.points),
        *(tenet.label for tenet in Tenet),
    ]
    assert [found for text in ours for found in copied(text, held)] == []


def test_a_copied_sentence_would_be_found() -> None:
    held = set(runs("Pupils <b>wear</b> the same\nuniform as everybody else, and why not?"))
    assert copied("Do pupils wear the same uniform as everybody else?", held) == [
        "pupils wear the same uniform as everybody",
        "wear the same uniform as everybody else",
    ]
    assert copied("Do pupils wear the same uniform?", held) == []
