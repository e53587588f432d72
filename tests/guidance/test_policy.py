"""A school's choices: their shape is checked when they are made."""

import itertools
from fractions import Fraction

import attrs
import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.guidance.policy import (
    Choice,
    LeastGain,
    Policy,
    PolicyName,
    RuleForce,
    choices_of,
    range_of,
    says_of,
)
from iapcore.guidance.policy_words import ColourMeaning, Evidence, TurnOrder
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis, Force
from iapcore.vocabulary.colours import LessonColour

GREEN, AMBER = LessonColour.GREEN, LessonColour.AMBER
LEAST = {
    "supports_evaluated": 1,
    "lead_months": 0,
    "beside_days": 0,
    "places": 1,
    "settling_weeks": 0,
    "review_weeks": 1,
    "lessons_per_step": 1,
    "weeks_per_step": 1,
    "least_sessions": 1,
    "comparison_weeks": 1,
}


def choosing(**values: object) -> Policy:
    choices = {name: Choice(value=value, basis=Basis.SCHOOL_CHOICE) for name, value in values.items()}
    return attrs.evolve(profile(), **choices)


def problems(**values: object) -> list[tuple[str, ProblemKind]]:
    with pytest.raises(InvalidRecordError) as caught:
        choosing(**values)
    return [(problem.path, problem.kind) for problem in caught.value.problems]


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_a_count_has_a_least_value(name: str, least: int) -> None:
    assert getattr(choosing(**{name: least}), name).value == least
    assert problems(**{name: least - 1}) == [(name, ProblemKind.OUT_OF_RANGE)]


def test_every_count_is_looked_at() -> None:
    """A new count cannot be forgotten."""
    counts = {
        field.name
        for field in attrs.fields(Policy)
        if isinstance(choice := getattr(profile(), field.name), Choice) and type(choice.value) is int
    }
    assert counts == set(LEAST)


@pytest.mark.parametrize("share", [Fraction(1, 100), Fraction(9, 10), Fraction(1)])
def test_a_share_lies_between_nothing_and_all(share: Fraction) -> None:
    assert choosing(attendance_in_stay=share).attendance_in_stay.value == share


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("attendance_in_stay", Fraction(-1, 100), ProblemKind.OUT_OF_RANGE),
        ("attendance_in_stay", Fraction(101, 100), ProblemKind.OUT_OF_RANGE),
        ("colour_order", (), ProblemKind.MALFORMED),
        ("colour_order", (GREEN, AMBER, GREEN), ProblemKind.MALFORMED),
        ("taper", (1, 3), ProblemKind.OUT_OF_ORDER),
        ("taper", (3, 3), ProblemKind.OUT_OF_ORDER),
        ("taper", (3, 0), ProblemKind.OUT_OF_ORDER),
        ("taper", (121,), ProblemKind.OUT_OF_ORDER),
        ("turn_order", (TurnOrder.SAME_TEACHER, TurnOrder.SAME_TEACHER), ProblemKind.DUPLICATE),
        ("follow_up_weeks", (6, 6), ProblemKind.OUT_OF_ORDER),
        ("follow_up_weeks", (12, 6), ProblemKind.OUT_OF_ORDER),
        ("follow_up_weeks", (0, 6), ProblemKind.OUT_OF_ORDER),
    ],
)
def test_a_choice_has_a_shape(name: str, value: object, kind: ProblemKind) -> None:
    assert problems(**{name: value}) == [(name, kind)]


def test_a_school_may_choose_no_follow_up_and_any_order_of_colours() -> None:
    """The policy is the school's: the shape is checked, not the choice."""
    assert choosing(follow_up_weeks=()).follow_up_weeks.value == ()
    assert choosing(colour_order=(AMBER, GREEN)).colour_order.value == (AMBER, GREEN)


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = dict.fromkeys(LEAST, -1) | {
        "attendance_in_stay": Fraction(2),
        "colour_order": (),
        "follow_up_weeks": (-1,),
    }
    assert [path for path, _ in problems(**wrong)] == list(wrong)


@pytest.mark.parametrize("field", ["name", "version", "title"])
@pytest.mark.parametrize("wrong", [None, "", " "])
def test_a_policy_has_a_name_that_decisions_can_carry(field: str, wrong: str | None) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        attrs.evolve(profile(), **{field: wrong})
    assert [problem.path for problem in caught.value.problems] == [field]


def test_a_policy_is_named_with_its_version() -> None:
    assert attrs.evolve(profile(), name="ours", version="3").named == PolicyName(name="ours", version="3")


def test_citations_are_a_tuple() -> None:
    with pytest.raises(InvalidRecordError):
        Choice(value=1, basis=Basis.LAW, cites=[])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["professionals", "data_sets"])
def test_an_empty_list_would_let_a_question_pass_unasked(name: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        choosing(**{name: ()})
    assert [problem.path for problem in caught.value.problems] == [name]


# What is said of each choice, and how two policies differ


def test_every_choice_says_what_it_is() -> None:
    says = [says_of(name) for name in choices_of()]
    assert len(set(says)) == len(says)
    assert set(choices_of()) == {field.name for field in attrs.fields(Policy)} - {"name", "version", "title"}
    with pytest.raises(KeyError):
        says_of("name")


def test_a_range_is_told_of_numbers_alone() -> None:
    assert range_of("lead_months") == (0, 120)
    assert range_of("colour_order") is None


@pytest.mark.parametrize(("ours", "theirs"), list(itertools.permutations(PROFILES, 2)))
def test_the_difference_of_two_policies(ours: Policy, theirs: Policy) -> None:
    differences = ours.diff(theirs)
    assert attrs.evolve(ours, **{one.name: one.theirs for one in differences}) == attrs.evolve(
        theirs, name=ours.name, version=ours.version, title=ours.title
    )
    assert all(one.ours != one.theirs for one in differences)


def test_the_same_number_on_another_basis_is_a_difference() -> None:
    (one,) = profile("half-term").diff(profile("half-term").choosing(settling_weeks=1))
    assert (one.name, one.ours.value, one.theirs.value) == ("settling_weeks", 1, 1)
    assert (one.ours.basis, one.theirs.basis) == (Basis.PRACTICE_EXAMPLE, Basis.SCHOOL_CHOICE)


def test_the_points_that_count_as_a_change() -> None:
    """The scale's own number goes before that of its instrument; what nobody named counts from one point on."""
    gains = (
        LeastGain(instrument="sdq", points=2),
        LeastGain(instrument="sdq", scale="total", points=4),
    )
    policy = choosing(improvement=gains)
    assert policy.least_gain("sdq", "total") == 4
    assert policy.least_gain("sdq", "conduct") == 2
    assert policy.least_gain("boxall", "diagnostic") == 1
    assert [one.format() for one in gains] == ["sdq 2", "sdq total 4"]


@pytest.mark.parametrize("points", [0, -1, 1001])
def test_a_change_has_at_least_one_point(points: int) -> None:
    with pytest.raises(InvalidRecordError, match="points"):
        LeastGain(instrument="sdq", points=points)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("sustained", (Evidence.ATTENDANCE,), ("sustained", ProblemKind.OUT_OF_RANGE)),
        ("pace_kept", (), ("pace_kept", ProblemKind.OUT_OF_RANGE)),
        ("check_in_share", Fraction(0), ("check_in_share", ProblemKind.OUT_OF_RANGE)),
        ("targets_moving", Fraction(3, 2), ("targets_moving", ProblemKind.OUT_OF_RANGE)),
        ("targets_moving", Fraction(1, 10**9), ("targets_moving", ProblemKind.OUT_OF_RANGE)),
        ("sustained", tuple(Evidence) * 2, ("sustained", ProblemKind.DUPLICATE)),
        (
            "improvement",
            (LeastGain(instrument="sdq", scale="zq7", points=1),),
            ("improvement[0].scale", ProblemKind.UNKNOWN_CODE),
        ),
        (
            "improvement",
            (LeastGain(instrument="sdq", points=1),) * 2,
            ("improvement[1]", ProblemKind.DUPLICATE),
        ),
        (
            "forces",
            (RuleForce(rule="A", force=Force.REQUIRED), RuleForce(rule="A", force=Force.ADVISORY)),
            ("forces[1]", ProblemKind.DUPLICATE),
        ),
    ],
)
def test_what_may_not_be_chosen(name: str, value: object, expected: tuple[str, ProblemKind]) -> None:
    assert problems(**{name: value}) == [expected]


def test_amber_and_red_mean_what_the_policy_says_and_green_only_its_turn() -> None:
    policy = choosing(amber_means=ColourMeaning.TALK_FIRST, red_means=ColourMeaning.ACCOMPANIED)
    assert [policy.meaning(colour) for colour in LessonColour] == [
        ColourMeaning.IN_TURN,
        ColourMeaning.TALK_FIRST,
        ColourMeaning.ACCOMPANIED,
    ]
