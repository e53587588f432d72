"""A school's own policy: TOML that starts from a ready-made one."""

from contextlib import suppress
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import IapError, InvalidRecordError, ProblemKind
from iapcore.exchange.policies import parse_policy
from iapcore.guidance.policy import (
    Choice,
    ColourMeaning,
    Evidence,
    LeastGain,
    Policy,
    RuleForce,
    WaitingOrder,
)
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis, Force
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet, PriorSupport
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace

K = ProblemKind
CHOICES = {
    "prior_supports": ('["mentoring"]', (PriorSupport.MENTORING,)),
    "supports_evaluated": ("3", 3),
    "professionals": ('["senco", "family"]', (Role.SENCO, Role.FAMILY)),
    "data_sets": ('["sen"]', (DataSet.SEN,)),
    "lead_months": ("0", 0),
    "beside_days": ("3", 3),
    "places": ("8", 8),
    "waiting_order": ('"day_on_list"', WaitingOrder.DAY_ON_LIST),
    "settling_weeks": ("2", 2),
    "review_weeks": ("4", 4),
    "lessons_per_step": ("1", 1),
    "colour_order": ('["amber", "green"]', (LessonColour.AMBER, LessonColour.GREEN)),
    "amber_means": ('"talk_first"', ColourMeaning.TALK_FIRST),
    "red_means": ('"accompanied"', ColourMeaning.ACCOMPANIED),
    "attendance_in_stay": ('"17/20"', Fraction(17, 20)),
    "check_in_share": ('"1/2"', Fraction(1, 2)),
    "targets_moving": ('"2/3"', Fraction(2, 3)),
    "pace_kept": ('["with"]', (Pace.WITH,)),
    "improvement": ('[{instrument = "sdq", points = 2}]', (LeastGain(instrument="sdq", points=2),)),
    "least_sessions": ("10", 10),
    "comparison_weeks": ("6", 6),
    "follow_up_weeks": ("[1, 2]", (1, 2)),
    "sustained": ('["attendance", "participation"]', (Evidence.ATTENDANCE, Evidence.PARTICIPATION)),
    "forces": ('[{rule = "ELIG-8", force = "required"}]', (RuleForce(rule="ELIG-8", force=Force.REQUIRED),)),
}


NAMED = 'name = "ours"\n'


def read(*lines: str) -> Policy:
    return parse_policy((NAMED + "\n".join(lines)).encode())


def refused(text: str | bytes) -> list[tuple[str, ProblemKind]]:
    with pytest.raises(InvalidRecordError) as caught:
        parse_policy(text.encode() if isinstance(text, str) else text)
    assert "zq7" not in f"{caught.value} {caught.value!r}"
    assert all(problem.remedy.endswith(".") for problem in caught.value.problems)
    return [(problem.path, problem.kind) for problem in caught.value.problems]


def test_every_choice_is_tried_here() -> None:
    assert CHOICES.keys() == {field.name for field in attrs.fields(Policy)} - {"name", "version", "title"}


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_is_the_schools_own(name: str) -> None:
    text, value = CHOICES[name]
    policy = read(f"{name} = {text}")
    assert getattr(policy, name) == Choice(value=value, basis=Basis.SCHOOL_CHOICE)
    for other in CHOICES.keys() - {name}:
        assert getattr(policy, other) is getattr(profile(), other)


@pytest.mark.parametrize("start", PROFILES, ids=lambda policy: policy.name)
def test_it_starts_from_a_ready_made_one(start: Policy) -> None:
    assert read(f'from = "{start.name}"') == attrs.evolve(start, name="ours")


def test_it_starts_from_the_four_tenets_where_nothing_is_said() -> None:
    assert read() == attrs.evolve(profile("four-tenets"), name="ours")


def test_a_number_that_is_chosen_again_is_a_choice() -> None:
    same = read('from = "half-term"', "settling_weeks = 1").settling_weeks
    assert (same.value, same.basis, same.cites) == (1, Basis.SCHOOL_CHOICE, ())
    assert profile("half-term").settling_weeks.basis is Basis.PRACTICE_EXAMPLE


def test_name_version_and_title_are_told() -> None:
    policy = read('version = "2026-11"', 'title = "What we chose"')
    assert policy.named.format() == "ours, version 2026-11"
    assert policy.title == "What we chose"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [("name", K.MISSING_KEY)], id="nothing"),
        pytest.param('from = "half-term"', [("name", K.MISSING_KEY)], id="no name"),
        pytest.param('name = " "', [("name", K.MALFORMED)], id="an empty name"),
        pytest.param("name = 5", [("name", K.WRONG_TYPE)], id="a number for a name"),
        pytest.param(NAMED + 'from = "zq7"', [("from", K.UNKNOWN_CODE)], id="no such start"),
        pytest.param(NAMED + 'from = ["half-term"]', [("from", K.UNKNOWN_CODE)], id="a list to start from"),
        pytest.param(NAMED + "zq7 = 1", [("", K.UNKNOWN_KEY)], id="an unknown key"),
        pytest.param(NAMED + "[zq7]\nzq7 = 1", [("", K.UNKNOWN_KEY)], id="an unknown table"),
        pytest.param(NAMED + "named = 1", [("", K.UNKNOWN_KEY)], id="what is no choice"),
        pytest.param(NAMED + 'lead_months = "1"', [("lead_months", K.WRONG_TYPE)], id="text for a number"),
        pytest.param(NAMED + "lead_months = 1.0", [("lead_months", K.WRONG_TYPE)], id="a float for a number"),
        pytest.param(NAMED + "lead_months = true", [("lead_months", K.WRONG_TYPE)], id="a flag for a number"),
        pytest.param(NAMED + "lead_months = -1", [("lead_months", K.OUT_OF_RANGE)], id="a negative number"),
        pytest.param(NAMED + 'colour_order = "green"', [("colour_order", K.WRONG_TYPE)], id="no list"),
        pytest.param(NAMED + "colour_order = []", [("colour_order", K.MALFORMED)], id="no colour"),
        pytest.param(
            NAMED + 'colour_order = ["red", "zq7"]',
            [("colour_order[1]", K.UNKNOWN_CODE)],
            id="no such colour",
        ),
        pytest.param(
            NAMED + "follow_up_weeks = [12, 6]",
            [("follow_up_weeks", K.OUT_OF_ORDER)],
            id="weeks out of order",
        ),
        pytest.param(
            NAMED + "attendance_in_stay = 0.9",
            [("attendance_in_stay", K.MALFORMED)],
            id="a float for a share",
        ),
        pytest.param(
            NAMED + 'attendance_in_stay = "90 %"', [("attendance_in_stay", K.MALFORMED)], id="no share"
        ),
        pytest.param(
            NAMED + 'attendance_in_stay = "10/9"',
            [("attendance_in_stay", K.OUT_OF_RANGE)],
            id="more than all",
        ),
        pytest.param(
            NAMED + "lead_months = { zq7 = 1 }", [("lead_months", K.WRONG_TYPE)], id="a table for a number"
        ),
        pytest.param(
            'from = "zq7"\nzq7 = 1\nlead_months = "zq7"\nprofessionals = ["senco", "zq7"]',
            [
                ("from", K.UNKNOWN_CODE),
                ("name", K.MISSING_KEY),
                ("", K.UNKNOWN_KEY),
                ("lead_months", K.WRONG_TYPE),
                ("professionals[1]", K.UNKNOWN_CODE),
            ],
            id="all of it at once",
        ),
        pytest.param("zq7", [("", K.MALFORMED)], id="no TOML"),
        pytest.param('{"name": "zq7"}', [("", K.MALFORMED)], id="JSON"),
        pytest.param('name = "zq7"\nname = "zq7"', [("", K.MALFORMED)], id="a key twice"),
        pytest.param(NAMED + "from = 2026-02-30", [("", K.MALFORMED)], id="no day"),
        pytest.param('name = "zq7'.encode("utf-16"), [("", K.MALFORMED)], id="utf-16"),
        pytest.param("zq7 = " + "[" * 100_000, [("", K.MALFORMED)], id="deep lists"),
        pytest.param("lead_months = " + "9" * 5_000, [("", K.MALFORMED)], id="a huge number"),
    ],
)
def test_it_is_refused(text: str | bytes, expected: list[tuple[str, ProblemKind]]) -> None:
    assert refused(text) == expected


def test_a_share_says_how_to_write_it() -> None:
    with pytest.raises(InvalidRecordError, match='for example "9/10"'):
        read("attendance_in_stay = 0.9")


LINES = st.sampled_from(["name", "from", "title", "zq7", *CHOICES])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.integers() | st.sampled_from(["true", "0.5", "nan", "2026-02-30"]) | st.text("gren 9/").map(repr),
    lambda inner: st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(map(str, items))}]"),
    max_leaves=4,
)


@given(st.dictionaries(LINES, VALUES, max_size=4), st.sampled_from(["", NAMED]))
def test_any_text_is_read_or_refused(given: dict[str, Any], start: str) -> None:
    with suppress(IapError):
        parse_policy("\n".join([start, *(f"{name} = {value}" for name, value in given.items())]).encode())
