"""A rule names a reason, a finding is data, and the sentence is made when somebody reads it."""

import copy
import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.rule import Finding, Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.record.timetable import Slot
from iapcore.vocabulary.people import Role
from tests.cases import CASES, ELIGIBILITY_CASES, Case

SITUATION = ELIGIBILITY_CASES[0].situation


def a_rule(key: str = "TEST-1", **answers: Any) -> Rule:
    """A rule that answers as it is told: a value is known or not."""

    @rule(
        key=key,
        asks="Is it so?",
        expects="That it is so.",
        force=Force.ADVISORY,
        cites=(FOUR_TENETS.at("tenet 1"),),
        reads=("placements",),
        met={"so": "It is so: {what}."},
        not_met={"otherwise": "It is otherwise."},
        not_known={"silent": "Nobody said."},
    )
    def ask(_: Situation) -> Said:
        what = known(answers.get("what"), "silent")
        return said("so", what=what) if what else said("otherwise")

    return ask


def test_a_rule_answers_with_a_finding() -> None:
    finding = a_rule(what=3)(SITUATION)
    assert finding == Finding(rule=a_rule(), reason="so", params=(("what", 3),))
    assert (finding.key, finding.asks, finding.verdict) == ("TEST-1", "Is it so?", Verdict.MET)
    assert finding.sentence == "It is so: 3."


def test_nothing_and_not_known_are_two_answers() -> None:
    assert a_rule(what=0)(SITUATION).verdict is Verdict.NOT_MET
    assert a_rule()(SITUATION).verdict is Verdict.NOT_KNOWN


def test_a_reason_outside_the_table_is_refused() -> None:
    with pytest.raises(LookupError, match="TEST-1 has no such reason"):
        a_rule().reason("because")


def test_rules_are_equal_when_their_keys_are() -> None:
    assert a_rule(what=1) == a_rule(what=2)
    assert a_rule("TEST-1") != a_rule("TEST-2")
    assert len({a_rule(what=1)(SITUATION), a_rule(what=1)(SITUATION), a_rule(what=2)(SITUATION)}) == 2


def test_the_decorator_keeps_what_it_is_told() -> None:
    asked = a_rule()
    assert [(one.code, one.verdict) for one in asked.reasons] == [
        ("so", Verdict.MET),
        ("otherwise", Verdict.NOT_MET),
        ("silent", Verdict.NOT_KNOWN),
    ]
    assert (asked.force, asked.overlooks, asked.expects) == (Force.ADVISORY, "", "That it is so.")


@pytest.mark.parametrize(
    ("given", "param", "told"),
    [
        (3, 3, "3"),
        (date(2026, 11, 2), date(2026, 11, 2), "2 November 2026"),
        (Fraction(1, 8), Fraction(1, 8), "13\N{NO-BREAK SPACE}%"),
        (Role.CLASS_TEACHER, "class_teacher", "class teacher"),
        (Slot.parse("Mon:1"), "Mon:1", "Mon:1"),
        ((Role.SENCO, Role.CLASS_TEACHER), ("senco", "class_teacher"), "SENCo, class teacher"),
        ((Slot.parse("1Mon:am"),), ("1Mon:am",), "1Mon:am"),
        ((), (), "none"),
    ],
)
def test_a_parameter_is_plain_data_and_is_told_in_words(given: Any, param: object, told: str) -> None:
    answer = said("so", what=given)
    assert answer == Said("so", (("what", param),))
    assert Finding(rule=a_rule(), reason="so", params=answer.params).sentence == f"It is so: {told}."


def test_known_lets_through_what_is_recorded_even_where_it_is_nothing() -> None:
    assert known(0, "silent") == 0
    assert known((), "silent") == ()


def test_a_reader_may_have_words_of_their_own() -> None:
    finding = a_rule(what=(Slot.parse("Mon:1"),))(SITUATION)
    assert finding.told(what="Maths on Monday") == "It is so: Maths on Monday."


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.key)
def test_a_rule_that_was_sent_to_another_process_is_the_same(one: Rule) -> None:
    assert pickle.loads(pickle.dumps(one)) is copy.copy(one) is copy.deepcopy(one) is one


@pytest.mark.parametrize("case", CASES[:3], ids=lambda case: case.name)
def test_a_judgement_and_its_findings_can_be_pickled_and_copied(case: Case) -> None:
    for judgement in case.judgements().values():
        for again in (pickle.loads(pickle.dumps(judgement)), copy.copy(judgement), copy.deepcopy(judgement)):
            assert again == judgement
            assert [one.sentence for one in again.findings] == [one.sentence for one in judgement.findings]
        for finding in judgement.findings:
            back = pickle.loads(pickle.dumps(finding))
            assert back == copy.copy(finding) == copy.deepcopy(finding) == finding
            assert back.rule is finding.rule


def test_a_finding_of_a_rule_that_stands_in_no_module_can_still_be_copied() -> None:
    assert copy.deepcopy(a_rule(what=3)(SITUATION)) == a_rule(what=3)(SITUATION)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("Seen (there: {slots}) once.", "Seen (there: none) once."),
        ("Seen ({slots}) once.", "Seen once."),
        ("Seen in {slots} once.", "Seen in nothing once."),
    ],
)
def test_an_empty_list_is_told_in_no_brackets(template: str, told: str) -> None:
    """What stands in brackets by itself falls away with them; elsewhere a word stands for it."""

    @rule(
        key="EMPTY-1",
        asks="Is it so?",
        expects="That it is so.",
        force=Force.ADVISORY,
        cites=(FOUR_TENETS.at("tenet 1"),),
        reads=(),
        met={"so": template},
        not_met={},
        not_known={},
    )
    def empty(_: Situation) -> Said:
        return said("so", slots=())

    assert empty(ELIGIBILITY_CASES[0].situation).sentence == told
