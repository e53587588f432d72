"""Every text that is cited, and no other."""

from collections.abc import Iterator

import attrs

from iapcore.decisions.catalogue import RULES
from iapcore.guidance import library
from iapcore.guidance.design_table import DESIGN_TABLE
from iapcore.guidance.expectations import COMING, EXPECTATIONS
from iapcore.guidance.library import LIBRARY
from iapcore.guidance.policy import Choice
from iapcore.guidance.practices import PRACTICES
from iapcore.guidance.profiles import PROFILES
from iapcore.guidance.sources import Citation, Source
from iapcore.guidance.thresholds import THRESHOLDS
from iapcore.measures.disclosure import CITES
from tests.measures.measured import MEASURED

FIRST_YEAR, THIS_YEAR = 2010, 2026
OLDER_METHODS = {"ratio-of-rates": 2008}
"""Texts on how something is worked out may be older than those of the field: each with its year."""


def citations() -> Iterator[Citation]:
    for rule in RULES:
        yield from rule.cites
    for threshold in THRESHOLDS:
        yield from threshold.cites
    for held in (*EXPECTATIONS, *COMING, *PRACTICES, *DESIGN_TABLE):
        yield from held.cites
    for policy in PROFILES:
        for choice in attrs.asdict(policy, recurse=False).values():
            if isinstance(choice, Choice):
                yield from choice.cites
    for definition in MEASURED:
        yield from definition.cites
    yield from CITES


def test_every_source_is_used() -> None:
    assert {source.key for source in LIBRARY} == {citation.source.key for citation in citations()}


def test_every_source_that_is_cited_stands_in_the_library() -> None:
    assert {citation.source for citation in citations()} <= set(LIBRARY)


def test_the_library_is_whole_and_each_text_stands_once() -> None:
    held = [value for value in vars(library).values() if isinstance(value, Source)]
    assert sorted(source.key for source in held) == sorted(source.key for source in LIBRARY)
    for field in ("key", "title"):
        assert len({getattr(source, field) for source in LIBRARY}) == len(LIBRARY)


def test_every_source_can_be_looked_up() -> None:
    for source in LIBRARY:
        assert source.author
        first = OLDER_METHODS.get(source.key, FIRST_YEAR)
        assert first <= source.year <= (first if source.key in OLDER_METHODS else THIS_YEAR)
        assert source.address is None or source.address.startswith("https://")


def test_every_citation_names_a_place() -> None:
    assert all(citation.place.strip() for citation in citations())
