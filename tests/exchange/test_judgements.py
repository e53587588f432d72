"""Decisions and their findings survive JSON, and a document that says otherwise than its findings is refused."""

import copy
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.eligibility import Eligibility, check_eligibility
from iapcore.decisions.judgement import Decision, Judgement
from iapcore.decisions.outcome import OutcomeKind, classify_outcome
from iapcore.decisions.questions import Questions
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.reviews import check_reviews
from iapcore.decisions.rule import Finding
from iapcore.decisions.safeguards import check_safeguards
from iapcore.decisions.support import Support, check_support
from iapcore.decisions.transition import Preparation, check_transition
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse, write
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Force
from iapcore.record.journey import Journey
from iapcore.reports.words import tell
from iapcore.samples import cohort
from iapcore.strategies import days, journeys
from tests.cases import CASES

DAY = date(2026, 11, 20)
SINCE = date(2024, 8, 1)
"""The day of the guidance on suspension that is held."""
K = ProblemKind
policies = st.sampled_from(PROFILES)


@given(journeys() | st.integers(1, 50).map(lambda seed: next(cohort(1, seed=seed))), policies, days())
def test_judgements_are_read_back(journey: Journey, policy: Policy, on: date) -> None:
    for check in (check_eligibility, check_support, check_transition):
        decision: Decision[Any] = check(journey, policy=policy, on=on)
        assert structure(parse(write(unstructure(decision))), Decision) == decision
        for finding in decision.findings:
            assert structure(parse(write(unstructure(finding))), Finding) == finding
    held = (check_safeguards,) if on >= SINCE else ()
    for judge in (assess_readiness, classify_outcome, check_reviews, *held):
        judgement: Judgement[Any] = judge(journey, policy=policy, on=on)
        back = structure(parse(write(unstructure(judgement))), Judgement)
        assert back == judgement
        assert [finding.sentence for finding in back.findings] == [one.sentence for one in judgement.findings]


def test_the_document_says_what_a_reader_needs() -> None:
    document = unstructure(check_eligibility(next(cohort(1)), policy=profile(), on=DAY))
    assert (document["format"], document["version"], document["about"]) == (
        "iapcore/judgement",
        1,
        "eligibility",
    )
    assert document["on"] == "2026-11-20"
    assert document["policy"] == {"name": "four-tenets", "version": "1"}
    assert {finding["verdict"] for finding in document["findings"]} <= {"met", "not_met", "not_known"}


def test_every_kind_of_parameter_is_read_back() -> None:
    rule = max(RULES, key=lambda one: len(one.reasons))
    reason = rule.reasons[-1]
    needed = {"a": 3, "b": "some_code", "c": DAY, "d": Fraction(9, 10), "e": ("Mon:1", "Mon:2"), "f": ()}
    finding = Finding(rule=rule, reason=reason.code, params=tuple(needed.items()))
    written = unstructure(finding)["params"]
    assert list(written.values()) == [
        3,
        "some_code",
        {"date": "2026-11-20"},
        {"share": "9/10"},
        ["Mon:1", "Mon:2"],
        [],
    ]


def test_what_is_needed_to_tell_what_to_do_is_needed_too() -> None:
    """What could be done now is told with a number that the sentence has not."""
    rule = next(one for one in RULES if one.key == "CLOCK-5")
    seen = Finding(rule=rule, reason="notice_not_seen", params=(("day", DAY), ("days", 2)))
    written = unstructure(seen)
    assert structure(written, Finding).action == seen.action
    del written["params"]["days"]
    with pytest.raises(InvalidRecordError, match="params: The reason needs more to be told: days"):
        structure(written, Finding)


DECISION = unstructure(check_eligibility(next(cohort(1)), policy=profile(), on=DAY))
OUTCOME = unstructure(classify_outcome(next(cohort(1)), policy=profile(), on=DAY))
MADE = {"rule": "ELIG-1", "verdict": "met", "reason": "made", "params": {"day": {"date": "2026-09-01"}}}


def with_finding(**changes: Any) -> dict[str, Any]:
    return DECISION | {"findings": [*DECISION["findings"][:2], MADE | changes]}


def with_param(value: Any) -> dict[str, Any]:
    return with_finding(params={"day": value})


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(DECISION | {"about": "zq7"}, [("about", K.UNKNOWN_CODE)], id="about nothing we know"),
        pytest.param(DECISION | {"answer": "zq7"}, [("answer", K.UNKNOWN_CODE)], id="another answer"),
        pytest.param(DECISION | {"answer": None}, [("answer", K.WRONG_TYPE)], id="no answer"),
        pytest.param(
            OUTCOME | {"answer": {"kind": "zq7"}}, [("answer.kind", K.UNKNOWN_CODE)], id="another kind"
        ),
        pytest.param(
            OUTCOME | {"answer": {"kind": "died", "zq7": 1}},
            [("answer", K.UNKNOWN_KEY)],
            id="a key in the answer",
        ),
        pytest.param(DECISION | {"verdict": "zq7"}, [("verdict", K.UNKNOWN_CODE)], id="another verdict"),
        pytest.param(DECISION | {"verdict": None}, [("verdict", K.CONTRADICTION)], id="no verdict"),
        pytest.param(OUTCOME | {"verdict": "met"}, [("verdict", K.CONTRADICTION)], id="a verdict on a pupil"),
        pytest.param(
            DECISION | {"zq7": 1, "on": 5}, [("on", K.WRONG_TYPE), ("", K.UNKNOWN_KEY)], id="two at once"
        ),
        pytest.param(
            DECISION | {"format": "iapcore/dataset"}, [("format", K.WRONG_FORMAT)], id="another format"
        ),
        pytest.param(DECISION | {"version": 2}, [("version", K.WRONG_VERSION)], id="another version"),
        pytest.param(DECISION | {"findings": {}}, [("findings", K.WRONG_TYPE)], id="no list of findings"),
        pytest.param(
            with_finding(rule="zq7"), [("findings[2].rule", K.UNKNOWN_REFERENCE)], id="another rule"
        ),
        pytest.param(
            with_finding(reason="zq7"), [("findings[2].reason", K.UNKNOWN_CODE)], id="another reason"
        ),
        pytest.param(
            with_finding(verdict="not_met"), [("findings[2].verdict", K.CONTRADICTION)], id="a forged verdict"
        ),
        pytest.param(with_finding(zq7=1), [("findings[2]", K.UNKNOWN_KEY)], id="a key in a finding"),
        pytest.param(with_finding(params=None), [("findings[2].params", K.MISSING_KEY)], id="no parameters"),
        pytest.param(
            with_finding(params={"zq7": 1}), [("findings[2].params", K.MISSING_KEY)], id="other parameters"
        ),
        pytest.param(
            with_finding(params=["zq7"]), [("findings[2].params", K.WRONG_TYPE)], id="a list of parameters"
        ),
        pytest.param(
            with_finding(params={"day": 1, "zq7\ud800": 1}),
            [("findings[2].params", K.MALFORMED)],
            id="half of a character in a name",
        ),
        pytest.param(
            with_param("zq7\ud800"), [("findings[2].params", K.MALFORMED)], id="half of a character"
        ),
        pytest.param(with_finding(params={"day": True}), [("findings[2].params", K.WRONG_TYPE)], id="a flag"),
        pytest.param(with_param(0.5), [("findings[2].params", K.WRONG_TYPE)], id="a float"),
        pytest.param(with_param(None), [("findings[2].params", K.WRONG_TYPE)], id="null"),
        pytest.param(with_param([1]), [("findings[2].params[0]", K.WRONG_TYPE)], id="a list of numbers"),
        pytest.param(with_param({"date": "2026-02-30"}), [("findings[2].params", K.NOT_A_DATE)], id="no day"),
        pytest.param(with_param({"share": "zq7"}), [("findings[2].params", K.MALFORMED)], id="no share"),
        pytest.param(with_param({"zq7": 1}), [("findings[2].params", K.WRONG_TYPE)], id="another object"),
        pytest.param(
            with_param({"date": "2026-09-01", "zq7": 1}),
            [("findings[2].params", K.WRONG_TYPE)],
            id="more than a day",
        ),
    ],
)
def test_another_document_is_refused(document: Any, expected: list[tuple[str, ProblemKind]]) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure(document, Judgement)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == expected
    assert "zq7" not in f"{caught.value} {caught.value!r}"


def test_the_answer_must_be_what_the_caller_asks_for() -> None:
    assert isinstance(structure(DECISION, Judgement), Decision)
    with pytest.raises(
        InvalidRecordError, match="about: This judgement has no verdict: read it as a Judgement"
    ):
        structure(OUTCOME, Decision)


def test_a_key_that_stands_twice_in_the_parameters() -> None:
    text = write(with_finding(params={"zq7-1": 1, "zq7-2": 2})).replace(b"zq7-2", b"zq7-1")
    with pytest.raises(InvalidRecordError, match=r"findings\[2\]\.params: A key stands twice"):
        structure(parse(text), Judgement)


def test_whatever_is_read_can_be_told() -> None:
    for document in (
        with_finding(),
        with_param(5),
        with_param("zq7"),
        with_finding(params={"day": 1, "more": 2}),
    ):
        once = document | {"findings": document["findings"][2:], "verdict": "met", "answer": "may_start"}
        assert "ELIG-1" in tell(structure(copy.deepcopy(once), Judgement))


@pytest.mark.parametrize(
    "change",
    [
        {"findings": []},
        {"findings": [DECISION["findings"][0]] * 2},
    ],
)
def test_a_forged_judgement_is_refused(change: dict[str, Any]) -> None:
    """Nothing asked is nothing met."""
    with pytest.raises(InvalidRecordError):
        structure(copy.deepcopy(DECISION | change), Judgement)


def _judged(about: str) -> dict[str, Any]:
    written: dict[str, Any] = unstructure(next(one for one in CASES if one.name == FULL).judgements()[about])
    return written


FULL = "a sustained return"
OTHER_ANSWERS = {
    "eligibility": [one.value for one in Eligibility],
    "support": [one.value for one in Support],
    "safeguards": [one.value for one in Questions],
    "reviews": [one.value for one in Questions],
    "transition": [one.value for one in Preparation],
}


@pytest.mark.parametrize("about", OTHER_ANSWERS)
def test_an_answer_that_the_findings_do_not_give_is_refused(about: str) -> None:
    document = _judged(about)
    for answer in OTHER_ANSWERS[about]:
        forged = document | {"answer": answer}
        if answer == document["answer"]:
            assert unstructure(structure(forged, Judgement)) == document
            continue
        with pytest.raises(InvalidRecordError, match="answer: The findings say otherwise") as caught:
            structure(forged, Judgement)
        assert [(one.path, one.kind) for one in caught.value.problems] == [("answer", K.CONTRADICTION)]


@pytest.mark.parametrize("kind", [one for one in OutcomeKind if one is not OutcomeKind.SUSTAINED_RETURN])
def test_a_kind_that_the_findings_do_not_give_is_refused(kind: OutcomeKind) -> None:
    document = _judged("outcome")
    forged = document | {"answer": document["answer"] | {"kind": kind.value}}
    with pytest.raises(InvalidRecordError, match=r"answer\.kind: The findings say otherwise"):
        structure(forged, Judgement)


def test_an_outcome_of_which_not_every_rule_was_asked_is_read_as_it_is() -> None:
    """A rule that is new was not asked then, and the kind does not follow from the others alone."""
    document = _judged("outcome")
    older = document | {"findings": document["findings"][:-1]}
    assert structure(older, Judgement).answer.kind is OutcomeKind.SUSTAINED_RETURN


def test_a_step_rests_on_more_than_the_findings_and_is_read_as_it_is() -> None:
    document = _judged("readiness")
    other = document | {"answer": document["answer"] | {"step": "hold"}}
    assert unstructure(structure(other, Judgement)) == other != document


def test_a_required_finding_that_is_not_met_is_not_met_whatever_the_document_says() -> None:
    forged = DECISION | {"verdict": "met", "answer": "cannot_tell"}
    with pytest.raises(InvalidRecordError, match="verdict: The findings say otherwise"):
        structure(forged, Decision)


def test_the_law_cannot_be_made_advisory_in_a_document() -> None:
    """Else a verdict could be *met* by calling what stands against it advisory."""
    document = _judged("safeguards")
    bound = next(place for place, one in enumerate(document["findings"]) if RULE[one["rule"]].is_bound)
    force = next(one.value for one in Force if one.value != document["findings"][bound]["force"])
    document["findings"][bound]["force"] = force
    with pytest.raises(
        InvalidRecordError, match=rf"findings\[{bound}\]\.force: No policy can change the force"
    ):
        structure(document, Judgement)


RULE = {one.key: one for one in RULES}


def test_a_finding_rests_on_the_choices_of_its_rule() -> None:
    for name in ("zq7", "review_weeks"):
        choices = [{"name": name, "value": 1, "basis": "school_choice"}]
        with pytest.raises(InvalidRecordError, match="rests on other choices"):
            structure(with_finding(choices=choices), Judgement)
