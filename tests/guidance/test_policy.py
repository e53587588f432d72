"""A school's choices: their shape is checked when they are made."""

from fractions import Fraction

import attrs
import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.guidance.policy import Choice, Policy, PolicyName
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Basis
from iapcore.vocabulary.colours import LessonColour

GREEN, AMBER = LessonColour.GREEN, LessonColour.AMBER
LEAST = {
    "supports_evaluated": 1,
    "lead_months": 0,
    "settling_weeks": 0,
    "review_weeks": 1,
    "lessons_per_step": 1,
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
