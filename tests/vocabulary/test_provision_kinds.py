"""Kinds of provision: support and sanction, internal and off-site never share a member; words move, and are dated.

Expected of the words: guidance of 24 June 2026 (non-statutory) speaks of inclusion bases of two models in place of SEN
units, resourced provisions and pupil support units; internal suspension was announced in January 2026, with no text
in force. What a school calls its room (Base, Bridge, Hub, Haven) tells no kind.
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.provision_kinds import TERMS, Access, ProvisionKind, ProvisionTerm, kinds_called

DAY = timedelta(days=1)
GUIDANCE_2022 = date(2022, 9, 1)
BASES_2026 = date(2026, 6, 24)
EXPECTED = [
    ("internal alternative provision", ["internal_alternative_provision"], None, None),
    ("pupil support unit", ["internal_alternative_provision"], GUIDANCE_2022, BASES_2026),
    ("in-school support unit", ["internal_alternative_provision"], date(2025, 1, 1), None),
    ("in-school unit", ["internal_alternative_provision"], date(2025, 2, 5), None),
    ("inclusion base", ["support_base", "specialist_base"], BASES_2026, None),
    ("support base", ["support_base"], BASES_2026, None),
    ("specialist base", ["specialist_base"], BASES_2026, None),
    ("SEN unit", ["specialist_base"], None, BASES_2026),
    ("resourced provision", ["specialist_base"], None, BASES_2026),
    ("nurture provision", ["nurture_provision"], None, None),
    ("nurture group", ["nurture_provision"], None, None),
    ("removal room", ["removal_room"], None, None),
    ("isolation room", ["removal_room"], None, None),
    ("internal exclusion room", ["removal_room"], None, None),
    ("internal suspension", ["internal_suspension"], date(2026, 1, 29), None),
    ("external alternative provision", ["external_alternative_provision"], None, None),
]
SPOKEN = {term.words: term for term in TERMS}


def test_removal_rooms_and_internal_suspension_are_sanctions() -> None:
    sanctions = {kind for kind in ProvisionKind if not kind.is_support}
    assert sanctions == {ProvisionKind.REMOVAL_ROOM, ProvisionKind.INTERNAL_SUSPENSION}


def test_only_a_separate_provider_is_off_site() -> None:
    outside = {kind for kind in ProvisionKind if not kind.is_internal}
    assert outside == {ProvisionKind.EXTERNAL_ALTERNATIVE_PROVISION}


def test_the_words_of_2026_stand_beside_the_older_ones() -> None:
    assert {
        ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
        ProvisionKind.SUPPORT_BASE,
        ProvisionKind.SPECIALIST_BASE,
    } <= set(ProvisionKind)


def test_a_provision_may_be_used_without_a_placement_in_two_ways() -> None:
    assert [access.value for access in Access] == ["soft_start", "drop_in"]


def test_the_words_are_all_there_and_each_once() -> None:
    assert sorted(term.words for term in TERMS) == sorted(words for words, *_ in EXPECTED)
    assert len({term.words.casefold() for term in TERMS}) == len(EXPECTED)


@pytest.mark.parametrize(("words", "kinds", "since", "replaced"), EXPECTED)
def test_a_term_means_its_kinds_and_bears_its_days(
    words: str, kinds: list[str], since: date | None, replaced: date | None
) -> None:
    term = SPOKEN[words]
    assert [kind.value for kind in term.kinds] == kinds
    assert (term.since, term.replaced) == (since, replaced)


@pytest.mark.parametrize(("words", "kinds"), [(words, kinds) for words, kinds, *_ in EXPECTED])
def test_a_term_is_found_in_any_spelling_of_capitals(words: str, kinds: list[str]) -> None:
    for spelt in (words, words.upper(), words.lower(), words.title()):
        assert [kind.value for kind in kinds_called(spelt)] == kinds


@pytest.mark.parametrize("name", ["The Base", "Bridge", "Hub", "Haven", "base", "unit", "", "support bases"])
def test_what_a_school_calls_its_room_tells_no_kind(name: str) -> None:
    assert kinds_called(name) == ()


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.words)
def test_no_word_stands_for_support_and_sanction_or_for_both_sides_of_the_gate(term: ProvisionTerm) -> None:
    assert len({(kind.is_support, kind.is_internal) for kind in term.kinds}) == 1


def test_every_kind_has_a_word() -> None:
    assert {kind for term in TERMS for kind in term.kinds} == set(ProvisionKind)


OLD_WORDS = {"pupil support unit", "SEN unit", "resourced provision"}
NEW_WORDS = {"inclusion base", "support base", "specialist base"}


def test_the_guidance_of_june_2026_changed_six_words_in_a_day() -> None:
    before = {term.words for term in TERMS if term.is_current(BASES_2026 - DAY)}
    after = {term.words for term in TERMS if term.is_current(BASES_2026)}
    assert before - after == OLD_WORDS
    assert after - before == NEW_WORDS


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("pupil support unit", GUIDANCE_2022),
        ("in-school support unit", date(2025, 1, 1)),
        ("in-school unit", date(2025, 2, 5)),
        ("inclusion base", BASES_2026),
    ],
)
def test_a_word_is_current_from_its_first_day(words: str, first: date) -> None:
    assert SPOKEN[words].is_current(first)
    assert not SPOKEN[words].is_current(first - DAY)


@pytest.mark.parametrize("words", ["internal alternative provision", "removal room", "nurture group"])
def test_a_word_that_no_source_dates_is_always_current(words: str) -> None:
    assert all(SPOKEN[words].is_current(date(year, 1, 1)) for year in range(1990, 2031))


def test_internal_suspension_is_announced_and_not_in_force() -> None:
    """No final text was found: no day makes it current, and no other word is only announced."""
    assert [term.words for term in TERMS if term.is_announced_only] == ["internal suspension"]
    days = [date(2026, 1, 28), date(2026, 1, 29), date(2026, 11, 22), date(2028, 1, 1)]
    assert not any(SPOKEN["internal suspension"].is_current(day) for day in days)


@pytest.mark.parametrize(
    ("wrong", "path", "kind"),
    [
        ({"words": ""}, "words", ProblemKind.MALFORMED),
        ({"kinds": [ProvisionKind.SUPPORT_BASE]}, "kinds", ProblemKind.WRONG_TYPE),
        ({"since": datetime(2026, 6, 24, tzinfo=UTC)}, "since", ProblemKind.WRONG_TYPE),
        ({"replaced": "2026-06-24"}, "replaced", ProblemKind.WRONG_TYPE),
    ],
)
def test_a_term_is_checked(wrong: dict[str, object], path: str, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        ProvisionTerm(**({"words": "base", "kinds": ()} | wrong))  # type: ignore[arg-type]
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [(path, kind)]
