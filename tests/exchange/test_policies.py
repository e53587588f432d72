"""A school's own policy: TOML that starts from a ready-made one."""

import json
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iapcore
from iapcore.decisions.catalogue import RULES
from iapcore.errors import IapError, InvalidRecordError, ProblemKind
from iapcore.exchange import policies
from iapcore.exchange.documents import unstructure
from iapcore.exchange.policies import parse_policy, policy_as_toml
from iapcore.guidance.library import ATTENDANCE_REGULATIONS
from iapcore.guidance.policy import (
    Choice,
    LeastGain,
    Policy,
    RuleForce,
    says_of,
)
from iapcore.guidance.policy_words import ColourMeaning, Evidence, SubjectReturns, TurnOrder, WaitingOrder
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis, Force
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet, PriorSupport
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace

K = ProblemKind
FOLDER = Path(iapcore.__file__).parent / "data"
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
    "weeks_per_step": ("2", 2),
    "taper": ("[3, 1]", (3, 1)),
    "colour_order": ('["amber", "green"]', (LessonColour.AMBER, LessonColour.GREEN)),
    "turn_order": ('["specialist_room"]', (TurnOrder.SPECIALIST_ROOM,)),
    "subject_returns": ('"together"', SubjectReturns.TOGETHER),
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


START = 'from = "four-tenets"\n'
NAMED = f'{START}name = "ours"\n'


def read(*lines: str) -> Policy:
    start = "" if any(line.startswith("from") for line in lines) else START
    return parse_policy("\n".join([start, 'name = "ours"', *lines]).encode())


def refused(text: str | bytes) -> list[tuple[str, ProblemKind]]:
    with pytest.raises(InvalidRecordError) as caught:
        parse_policy(text.encode() if isinstance(text, str) else text)
    assert "zq7" not in f"{caught.value} {caught.value!r}"
    assert all(problem.remedy.endswith((".", "?")) for problem in caught.value.problems)
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


def test_from_where_it_starts_must_be_said() -> None:
    """Who deletes the line would get other numbers than those of the policy that was printed."""
    assert refused('name = "ours"') == [("from", K.MISSING_KEY)]


def test_a_changed_policy_may_not_go_by_a_ready_made_name() -> None:
    text = policy_as_toml(profile("half-term")).replace("lessons_per_step = 5", "lessons_per_step = 4")
    assert refused(text) == [("name", K.DUPLICATE)]
    assert parse_policy(text.replace('version = "1"', 'version = "2"').encode()).lessons_per_step.value == 4


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("lead_months = 0,95", "Line 3 is no TOML. "),
        ("attendance_in_stay = 19/20", "Line 3 is no TOML. "),
        ("attendance_in_stay = „19/20“", "Line 3 is no TOML. "),
        ("follow_up_weeks = [6; 12]", "Line 3 is no TOML. "),
        ('title = "Schüler"'.encode("cp1252"), "The text is not UTF-8"),
    ],
)
def test_a_slip_of_the_keys_is_told_with_its_line(line: str | bytes, place: str) -> None:
    data = NAMED.encode() + (line if isinstance(line, bytes) else line.encode())
    with pytest.raises(InvalidRecordError, match=place):
        parse_policy(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_windows_are_read(encoding: str) -> None:
    text = policy_as_toml(profile()).replace("\n", "\r\n")
    assert parse_policy(text.encode(encoding)) == profile()


def test_json_may_begin_with_a_byte_order_mark() -> None:
    data = json.dumps(unstructure(profile())).encode("utf-8-sig")
    assert parse_policy(data) == profile()


def test_what_costs_the_parser_too_much_is_refused() -> None:
    assert refused(NAMED + ".".join(["a"] * 1_000) + " = 1") == [("", K.TOO_LARGE)]
    assert refused(NAMED + "# " + "a" * 70_000) == [("", K.TOO_LARGE)]


def test_ranges_are_told_beside_everything_else() -> None:
    text = (
        NAMED
        + "settling_weeks = 600\nlessons_per_steps = 3\nforces = [{ rule = 'ZQ-7', force = 'advisory' }]"
    )
    with pytest.raises(InvalidRecordError, match="Did you mean lessons_per_step") as caught:
        parse_policy(text.encode())
    assert [problem.path for problem in caught.value.problems] == ["", "settling_weeks"]


def test_a_reason_in_the_schools_own_words_is_a_comment_in_toml() -> None:
    ours = attrs.evolve(
        profile(),
        name="ours",
        review_weeks=Choice(value=4, basis=Basis.SCHOOL_CHOICE, because="Four suits our terms."),
    )
    assert "# Because: Four suits our terms.\nreview_weeks = 4\n" in policy_as_toml(ours)
    assert parse_policy(json.dumps(unstructure(ours)).encode()) == ours


def test_a_number_that_is_only_repeated_keeps_what_it_rests_on() -> None:
    """So a file that is written from a policy reads back as that policy."""
    same = read('from = "half-term"', "settling_weeks = 1").settling_weeks
    assert same == profile("half-term").settling_weeks
    other = read('from = "half-term"', "settling_weeks = 2").settling_weeks
    assert (other.value, other.basis, other.cites) == (2, Basis.SCHOOL_CHOICE, ())


def test_name_version_and_title_are_told() -> None:
    policy = read('version = "2026-11"', 'title = "What we chose"')
    assert policy.named.format() == "ours, version 2026-11"
    assert policy.title == "What we chose"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [("from", K.MISSING_KEY), ("name", K.MISSING_KEY)], id="nothing"),
        pytest.param('from = "half-term"', [("name", K.MISSING_KEY)], id="no name"),
        pytest.param(START + 'name = " "', [("name", K.MALFORMED)], id="an empty name"),
        pytest.param(START + "name = 5", [("name", K.WRONG_TYPE)], id="a number for a name"),
        pytest.param('name = "ours"\nfrom = "zq7"', [("from", K.UNKNOWN_CODE)], id="no such start"),
        pytest.param(
            'name = "ours"\nfrom = ["half-term"]', [("from", K.UNKNOWN_CODE)], id="a list to start from"
        ),
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
        pytest.param('name = "zq7"\nname = "zq7"', [("", K.MALFORMED)], id="a key twice"),
        pytest.param(NAMED + "title = 2026-02-30", [("", K.MALFORMED)], id="no day"),
        pytest.param('name = "zq7'.encode("utf-16"), [("", K.MALFORMED)], id="utf-16"),
        pytest.param("zq7 = " + "[" * 100_000, [("", K.TOO_LARGE)], id="deep lists"),
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


# As TOML that a person can edit


def whole() -> st.SearchStrategy[Policy]:
    """Policies of a school's own: a ready-made one with some choices made otherwise."""
    values = st.lists(st.sampled_from(list(CHOICES)), unique=True)
    names = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=9).filter(str.strip)
    return st.builds(
        lambda start, changed, name: attrs.evolve(
            start.choosing(**{one: CHOICES[one][1] for one in changed}), name=name
        ),
        st.sampled_from(PROFILES),
        values,
        names,
    )


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_a_ready_made_policy_survives_its_toml(policy: Policy) -> None:
    """What a file repeats keeps what it rests on."""
    assert parse_policy(policy_as_toml(policy).encode()) == policy


@given(whole())
def test_what_a_school_chose_survives_toml_and_json(policy: Policy) -> None:
    read_back = parse_policy(policy_as_toml(policy).encode())
    assert {name: getattr(read_back, name).value for name in CHOICES} == {
        name: getattr(policy, name).value for name in CHOICES
    }
    assert read_back.named == policy.named
    assert parse_policy(json.dumps(unstructure(policy)).encode()) == policy


@pytest.mark.parametrize("name", CHOICES)
def test_the_toml_says_what_each_choice_is_what_it_may_be_and_what_it_rests_on(name: str) -> None:
    lines = policy_as_toml(profile("half-term")).splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith(f"{name} = "))
    start = max(place for place in range(at) if not lines[place])
    said = " ".join(line.removeprefix("# ") for line in lines[start + 1 : at])
    choice = getattr(profile("half-term"), name)
    assert said.casefold().startswith(says_of(name).casefold())
    assert f"Rests on: {choice.basis.label}." in said
    assert all(cite.format() in said for cite in choice.cites)
    may_be = {"follow_up_weeks", "taper"}  # numbers of which the sentence says enough
    assert any(words in said for words in ("A number", "A share", " of: ", "A list of")) or name in may_be


@pytest.mark.parametrize("path", sorted((FOLDER / "policies").glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_toml_is_fresh(path: Path) -> None:
    """`python tools/write_shipped_data.py` writes it anew."""
    assert path.read_text(encoding="utf-8") == policy_as_toml(profile(path.stem))


def test_every_profile_is_shipped_as_toml() -> None:
    assert {path.stem for path in (FOLDER / "policies").glob("*.toml")} == {one.name for one in PROFILES}


# As JSON


def changed(**changes: Any) -> bytes:
    document = unstructure(profile())
    for path, value in changes.items():
        *way, last = path.split("__")
        held = document
        for part in way:
            held = held[part]
        held[last] = value
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (changed(policy__lead_months__value="1"), [("policy.lead_months.value", K.WRONG_TYPE)]),
        (changed(policy__lead_months__basis="zq7"), [("policy.lead_months.basis", K.UNKNOWN_CODE)]),
        (
            changed(policy__lead_months__cites=[{"source": "zq7", "place": "page 1"}]),
            [("policy.lead_months.cites[0].source", K.UNKNOWN_REFERENCE)],
        ),
        (changed(policy__lead_months__value=-1), [("policy.lead_months", K.OUT_OF_RANGE)]),
        (changed(policy__zq7=1), [("policy", K.UNKNOWN_KEY)]),
        (changed(format="iapcore/journey"), [("format", K.WRONG_FORMAT)]),
        (
            changed(policy__forces__value=[{"rule": "ZQ-7", "force": "advisory"}]),
            [("policy.forces[0].rule", K.UNKNOWN_REFERENCE)],
        ),
        (b'{"name": "zq7"}', [("format", K.WRONG_FORMAT)]),
        (b"{", [("", K.NOT_JSON)]),
    ],
)
def test_a_json_policy_is_refused(data: bytes, expected: list[tuple[str, ProblemKind]]) -> None:
    assert refused(data) == expected


def test_a_toml_policy_names_rules_that_are_there() -> None:
    line = 'forces = [{ rule = "ELIG-8", force = "required" }, { rule = "ZQ7-1", force = "required" }]'
    assert refused(NAMED + line) == [("forces[1].rule", K.UNKNOWN_REFERENCE)]


def test_a_rule_that_the_law_asks_for_stays_required(monkeypatch: pytest.MonkeyPatch) -> None:
    """The school may make its own rules advisory, and no rule of law or statutory guidance."""
    law = attrs.evolve(RULES[0], key="LAW-1", cites=(ATTENDANCE_REGULATIONS.at("regulation 10"),))
    monkeypatch.setattr(policies, "RULES", (*RULES, law))
    line = 'forces = [{ rule = "ELIG-1", force = "advisory" }, { rule = "LAW-1", force = "advisory" }]'
    assert refused(NAMED + line) == [("forces[1]", K.CONTRADICTION)]
