"""A judgement carries every reason, says what to find out, and is neither true nor false."""

import pytest

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.eligibility import ELIGIBILITY, Eligibility, check_eligibility
from iapcore.decisions.judgement import Decision, Judgement, ask, verdict_of
from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.readiness import READINESS, assess_readiness
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.sources import Force
from tests.cases import CASES, ELIGIBILITY_CASES, Case

FIRST = ELIGIBILITY_CASES[0]
UNKNOWN = next(case for case in ELIGIBILITY_CASES if case.name == "nothing is recorded")
EMPTY = next(case for case in ELIGIBILITY_CASES if case.name == "a referral without content")


def test_if_on_a_judgement_is_an_error() -> None:
    """An object is true unless it says otherwise, so `if check_eligibility(...)` would pass every pupil."""
    decision = check_eligibility(FIRST.journey, **FIRST.asked)
    with pytest.raises(TypeError, match=r"Decision is neither true nor false.*\.answer"):
        bool(decision)
    for judgement in (
        assess_readiness(FIRST.journey, **FIRST.asked),
        classify_outcome(FIRST.journey, **FIRST.asked),
    ):
        with pytest.raises(TypeError, match="Judgement is neither"):
            bool(judgement)


def test_a_profile_has_no_verdict() -> None:
    assert hasattr(Decision, "verdict")
    assert not hasattr(Judgement, "verdict")


def test_every_rule_is_asked_and_every_reason_kept() -> None:
    findings = ask(READINESS, FIRST.situation)
    assert [finding.rule for finding in findings] == list(READINESS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_order_of_the_rules_does_not_matter(case: Case) -> None:
    assert set(ask(reversed(RULES), case.situation)) == set(ask(RULES, case.situation))


def test_a_finding_is_looked_up_by_its_key() -> None:
    decision = check_eligibility(FIRST.journey, **FIRST.asked)
    assert decision.finding("ELIG-3").rule is ELIGIBILITY[2]
    with pytest.raises(LookupError, match="No rule of that key"):
        decision.finding("READY-1")


def test_advisory_rules_do_not_enter_the_verdict() -> None:
    short = next(case for case in ELIGIBILITY_CASES if case.name == "referred the week before")
    decision = check_eligibility(short.journey, **short.asked, places_free=1)
    assert decision.finding("ELIG-8").verdict is Verdict.NOT_MET
    assert (decision.verdict, decision.answer) == (Verdict.MET, Eligibility.MAY_START)
    advisory = [one for one in decision.findings if one.rule.force is Force.ADVISORY]
    assert verdict_of(advisory) is Verdict.MET


def test_what_is_missing_names_required_rules_first() -> None:
    missing = check_eligibility(UNKNOWN.journey, **UNKNOWN.asked).missing
    assert len(missing) == len(ELIGIBILITY)
    forces = [one.rule.force for one in missing]
    assert forces == sorted(forces, key=[Force.REQUIRED, Force.ADVISORY].index)


def test_what_is_not_met_is_not_missing() -> None:
    decision = check_eligibility(EMPTY.journey, **EMPTY.asked, places_free=1)
    assert decision.verdict is Verdict.NOT_MET
    assert {one.key for one in decision.missing} == {"ELIG-13"}
    assert "ELIG-3" not in {one.key for one in decision.missing}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_judgement_names_its_policy_and_its_day(case: Case) -> None:
    for about, judgement in case.judgements().items():
        assert judgement.about == about
        assert (judgement.policy, judgement.on) == (case.asked["policy"].named, case.on)


def test_next_actions_are_told_once_each_and_those_of_required_rules_first() -> None:
    """A judgement says what a person could do now, not only what is not so."""
    case = next(one for one in ELIGIBILITY_CASES if one.name == "nothing is recorded")
    findings = case.judgements()["eligibility"].findings
    told = [(one.force, one.action) for one in findings if one.action is not None]
    ordered = [action for force in Force for at, action in told if at is force]
    actions = case.judgements()["eligibility"].next_actions
    assert [one.does for one in actions] == list(dict.fromkeys(ordered))
    assert {one.rule for one in actions} <= {one.key for one in findings}
