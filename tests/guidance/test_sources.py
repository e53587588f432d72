"""Sources, citations, basis and force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.library import FOUR_TENETS, LIBRARY
from iapcore.guidance.sources import Basis, Force, Source, SourceKind, SourceStanding


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip))
def test_a_citation_names_author_title_year_and_place(place: str) -> None:
    citation = FOUR_TENETS.at(place)
    assert citation.source is FOUR_TENETS
    written = citation.format()
    assert written.startswith("Simpson and O'Brien, ")
    assert f"{FOUR_TENETS.title} (2025)" in written
    assert written.endswith(f", {place}")


@pytest.mark.parametrize("basis", Basis)
def test_every_basis_has_words_of_its_own(basis: Basis) -> None:
    assert basis.label
    assert [other for other in Basis if other.label == basis.label] == [basis]


def test_a_finding_and_an_example_do_not_sound_like_rules() -> None:
    assert "not a limit" in Basis.RESEARCH_FINDING.label
    assert "example" in Basis.PRACTICE_EXAMPLE.label
    assert "not statutory" in Basis.GUIDANCE.label


def test_there_are_two_forces() -> None:
    assert {force.value for force in Force} == {"required", "advisory"}


def test_what_is_not_in_force_can_be_told_from_what_is() -> None:
    """Most of the law of 2026 has not commenced: a text says how it stands."""
    assert {SourceStanding.IN_FORCE, SourceStanding.ANNOUNCED, SourceStanding.NOT_COMMENCED} < set(
        SourceStanding
    )
    fields = {"key": "k", "title": "t", "author": "a", "year": 2026}
    with pytest.raises(TypeError):
        Source(**fields)  # type: ignore[call-arg, arg-type]


def test_what_a_school_laid_down_for_itself_is_a_kind_of_its_own() -> None:
    """It is for callers who write rules of their own: no text of the library is of that kind."""
    assert {one.kind for one in LIBRARY} == set(SourceKind) - {SourceKind.SCHOOL}
