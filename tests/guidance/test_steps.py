"""One table says which step may follow which stage."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.stage import find_stage
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import PROFILES
from iapcore.guidance.steps import STEPS, Stage, Step
from iapcore.record.journey import Journey
from iapcore.samples import cohort
from iapcore.strategies import journeys

OVER = {
    Stage.CONTINUING_TO_QUALIFICATIONS,
    Stage.CONTINUING_TO_SPECIAL_SCHOOL,
    Stage.CONTINUING_THROUGH_PRIMARY,
    Stage.OTHER_SUPPORT,
    Stage.RETURNED,
    Stage.FOLLOWED_UP,
    Stage.ENDED,
}
"""Stages that follow from what is recorded, and in which nobody waits for a next lesson."""


def test_every_stage_has_a_step_and_every_step_a_stage() -> None:
    assert set(STEPS) == set(Stage)
    assert {step for steps in STEPS.values() for step in steps} == set(Step)
    for steps in STEPS.values():
        assert steps
        assert len(set(steps)) == len(steps)


def test_wherever_something_may_be_missing_people_find_it_out_first() -> None:
    for stage, steps in STEPS.items():
        assert (Step.FIND_OUT in steps) is (stage not in OVER)


def test_where_nothing_is_known_nothing_is_proposed() -> None:
    assert STEPS[Stage.NOT_KNOWN] == STEPS[Stage.NOT_REFERRED] == (Step.FIND_OUT,)


def test_a_pupil_may_always_hold_or_hand_a_lesson_back() -> None:
    """The pace is the pupil's: from the first lesson back there is a way to stay or to step back."""
    for stage in (Stage.IN_BASE, Stage.PART_WEEK):
        assert Step.HOLD in STEPS[stage]
    for stage in (Stage.HYBRID, Stage.RETURNING):
        assert {Step.HOLD, Step.STEP_BACK} <= set(STEPS[stage])


def test_no_step_is_an_exit() -> None:
    """No proposal of ours ever leads out of the school."""
    exits = ("exclu", "suspend", "managed_move", "off_site", "home", "part_time")
    assert not [step for step in Step if any(word in step.value for word in exits)]


def check(journey: Journey, policy: Policy, on: date) -> None:
    stage = find_stage(journey, policy=policy, on=on)
    assert assess_readiness(journey, policy=policy, on=on).answer.step in STEPS[stage]


@given(journeys(), st.sampled_from(PROFILES), st.dates(date(2024, 9, 1), date(2027, 8, 31)))
def test_what_is_proposed_stands_in_the_table(journey: Journey, policy: Policy, on: date) -> None:
    check(journey, policy, on)


def test_what_is_proposed_to_a_cohort_stands_in_the_table() -> None:
    for journey in cohort(12):
        for on in (date(2026, 8, 1), date(2026, 9, 9), date(2026, 9, 21), date(2026, 11, 20)):
            check(journey, PROFILES[1], on)
