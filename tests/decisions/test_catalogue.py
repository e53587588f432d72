"""Laws that every rule obeys: what is forgotten, what comes later, in which order things were written."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.catalogue import RULES, catalogue
from iapcore.decisions.eligibility import ELIGIBILITY, check_eligibility
from iapcore.decisions.outcome import OUTCOME, classify_outcome
from iapcore.decisions.readiness import READINESS, assess_readiness
from iapcore.decisions.reviews import REVIEWS, check_reviews, find_due, plan_reviews
from iapcore.decisions.rule import Rule, looked_at
from iapcore.decisions.safeguards import SAFEGUARDS, check_safeguards
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import find_stage
from iapcore.decisions.support import SUPPORT, check_support
from iapcore.decisions.transition import TRANSITION, check_transition
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back import WAY_BACK, check_plan, plan_return
from iapcore.guidance.policy import choices_of
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Basis
from iapcore.record.journey import Journey
from tests.cases import CASES, Case
from tests.laws import COLLECTIONS, OTHERWISE, Path, forget, forgettable, later, policies, shuffled, told

by_name = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)

FALLS_BACK: Final = {
    r"(READY-1|WAY-2) placements\.\d+\.provision(\.settling_weeks)?": "where the provision does not say how long "
    "the first time in the base is, the policy does",
    r"(REV-1|SAFE-9|SAFE-10|WAY-9) placements\.\d+\.provision(\.review_weeks)?": "where the provision does not say "
    "how often it looks, the policy does",
    r"(READY|WAY|TRANS|SAFE|REG|REV)-\d+ placements\.\d+\.ending": "a stay without an ending is open, and an "
    "open stay reaches further",
    r"CLOCK-[56] placements\.\d+\.ending": "a stay without an ending led nowhere yet, so nothing directed off site",
    r"REG-\d timetables\.\d+\.lessons\.\d+\.where": "a week that may have had a lesson in the base is one of the stay, "
    "and no code stands against it",
    r"ELIG-8 placements\.\d+\.began": "where the first day is not recorded, the planned one stands for it",
    r"ELIG-3 referrals\.\d+\.supports\.\d+\.started": "a day to come hid the support, evaluated before it began",
    r"ELIG-11 placements\.\d+\.ending": "a stay without an ending is open, and its place taken",
    r"ELIG-14 referrals\.\d+\.support_while_waiting\.\d+\.started": "a day to come hid the support",
    r"SUPP-\d+ placements\.\d+\.ending": "a stay without an ending is open, reaches further and divides nothing",
    r"SUPP-5 interventions\.\d+\.ended": "an intervention without an end goes on",
    r"(READY-10|TRANS-9|TRANS-10) placements\.\d+\.transition\.passport\.day": "a day to come hid the passport, "
    "shared before it",
    r"(READY|WAY)-\d+ placements\.\d+\.purpose_changes": "where no change of the purpose is recorded, "
    "the one agreed at entry stands",
    r"WAY-3 choices(\.\d+\.at_most)?": "a pupil who named no number goes by the policy's",
    r"READY-3 choices(\.\d+\.not_yet)?": "a pupil who was not asked which lessons shall wait goes by the colours",
    r"WAY-9 choices(\.\d+\.back_to_base)?": "a pupil who was not asked asked for nothing back",
    r"WAY-4 placements\.\d+\.transition\.adjustments\.\d+\.made": "what is not recorded as made is owed, and the "
    "teacher not ready",
}
"""Where something else stands in for what was forgotten: the only ways from *not met* or *not known* to *met*."""


MAY_NOT_MATTER: Final = {
    ("CLOCK-4", "marks"): "where no suspension is so long, the register need not tell of provision",
    (
        "REG-1",
        "vocational_places",
    ): "they explain a code for provision elsewhere; where there is none, nothing is left to explain",
}
"""What a rule reads only where something else makes it matter: then a finding without it is the same to the letter."""
COLOURS_STAND: Final = ("READY-3", "READY-9", "WAY-3", "WAY-4", "WAY-5", "WAY-8", "WAY-9", "WAY-12")
"""Rules that follow the pupil's choice where there is one: where the pupil was not asked, colours and policy stand."""
STANDS_BY_ITSELF: Final = {
    **{
        (f"WAY-{number}", "none"): "nothing is planned, so there is nothing to ask" for number in range(1, 13)
    },
    ("WAY-9", "held"): "the pupil's own word is enough to hold",
    ("WAY-9", "handed_back"): "what the pupil asked for is enough",
    ("WAY-12", "chosen"): "what the pupil chose needs no colour",
    ("WAY-12", "tapered"): "what tapers needs no colour",
    ("OUT-10", "shown"): "it looks at what the policy names, and at nothing more",
    ("OUT-10", "elsewhere"): "of a stay that did not lead back in full it is not asked",
    ("OUT-11", "elsewhere"): "of a stay that did not lead on after 16 it is not asked",
    ("OUT-16", "elsewhere"): "of a stay that did not lead back it is not asked",
    ("OUT-12", "other_purpose"): "of a stay that was not for qualifications it is not asked",
}
"""Reasons that are *met* without a look at everything that the rule names, since the question does not go so far."""


def test_the_catalogue_holds_every_room_in_order() -> None:
    rooms = (ELIGIBILITY, SUPPORT, SAFEGUARDS, REVIEWS, READINESS, WAY_BACK, TRANSITION, OUTCOME)
    assert catalogue() == RULES == tuple(rule for room in rooms for rule in room)
    prefixes = [rule.key.partition("-")[0] for rule in RULES]
    assert list(dict.fromkeys(prefixes)) == [
        *("ELIG", "SUPP", "SAFE", "CLOCK", "REG", "REV", "READY", "WAY", "TRANS", "OUT"),
    ]
    assert sorted(prefixes, key=list(dict.fromkeys(prefixes)).index) == prefixes


@by_name
def test_a_case(case: Case) -> None:
    findings = {rule.key: one.reason for rule, one in case.findings.items() if rule.key in case.expect}
    assert findings == dict(case.expect)


# What is not recorded


def _dropped(case: Case, *collections: str) -> Iterator[tuple[str, Situation]]:
    """The case without each collection in turn; a referral or stay that the question names is given with it."""
    named = {"referrals": case.referral, "placements": case.placement}
    for collection in collections:
        if getattr(case.journey, collection) is not None and not named.get(collection):
            yield collection, evolve(case, journey=evolve(case.journey, **{collection: None})).situation


@by_name
def test_without_what_it_reads_a_rule_that_was_met_is_not_known(case: Case) -> None:
    """Nothing recorded is no *yes*: each collection and stream is dropped in turn."""
    met = {rule: finding for rule, finding in case.findings.items() if finding.verdict is Verdict.MET}
    wrong = {
        (rule.key, collection): after.reason
        for collection, dropped in _dropped(case, *COLLECTIONS)
        for rule, before in met.items()
        if collection in rule.reads
        and (collection != "choices" or rule.key not in COLOURS_STAND)
        and (collection == "placements" or (rule.key, before.reason) not in STANDS_BY_ITSELF)
        for after in (rule(dropped),)
        if after.verdict is not Verdict.NOT_KNOWN
        and not ((rule.key, collection) in MAY_NOT_MATTER and after == before)
    }
    assert wrong == {}


def test_each_collection_that_a_rule_reads_is_dropped_where_the_rule_is_met() -> None:
    """The test above would say nothing of a rule that no case meets."""
    met = {rule for case in CASES for rule in RULES if case.findings[rule].verdict is Verdict.MET}
    assert met == set(RULES)


@by_name
def test_a_rule_looks_at_nothing_that_it_does_not_name(case: Case) -> None:
    before = case.findings
    wrong = [
        (rule.key, collection)
        for collection, dropped in _dropped(case, "calendar", *COLLECTIONS)
        for rule in RULES
        if collection not in rule.reads
        and rule(dropped) != before[rule]
        and case.situation.referral == dropped.referral  # the stay says which referral is meant
    ]
    assert wrong == []


def _named(situation: Situation) -> tuple[int | None, int | None]:
    """Which stay and which referral of the journey are meant."""
    places = enumerate(situation.journey.placements or ())
    made = enumerate(situation.journey.referrals or ())
    return (
        next((place for place, one in places if one is situation.placement), None),
        next((place for place, one in made if one is situation.referral), None),
    )


def _made_met(case: Case, paths: Iterable[Path]) -> list[str]:
    """The rules that answer *met* only since something was forgotten, though the same stay is meant."""
    before = case.situation
    open_rules = [rule for rule, finding in case.findings.items() if finding.verdict is not Verdict.MET]
    wrong: list[str] = []
    for path in paths:
        after = evolve(case, journey=forget(case.journey, path)).situation
        if _named(before) == _named(after):
            place = ".".join(map(str, path))
            now = [one.key for one in open_rules if _verdict(one, after) is Verdict.MET]
            wrong += [f"{key} {place}" for key in now if not _falls_back(f"{key} {place}")]
    return wrong


def _verdict(rule: Rule, situation: Situation) -> Verdict:
    """What the rule answers, without the finding: this is asked a million times."""
    said = looked_at(situation, rule.check)
    return rule.reason(said.reason).verdict


def _falls_back(way: str) -> bool:
    return any(re.fullmatch(pattern, way) for pattern in FALLS_BACK)


def _some_of_each_kind(journey: Journey) -> Iterator[Path]:
    kinds: dict[Path, list[Path]] = {}
    for path in forgettable(journey):
        kinds.setdefault(tuple(part for part in path if isinstance(part, str)), []).append(path)
    for found in kinds.values():
        yield from {found[0], found[-1]}


@by_name
def test_to_forget_makes_nothing_met(case: Case) -> None:
    """A missing fact passes neither as yes nor as no; least of all does it turn an answer into *met*."""
    assert _made_met(case, _some_of_each_kind(case.journey)) == []


@given(told(), policies(), st.sampled_from((None, 0, 2)), st.data())
def test_to_forget_anything_makes_nothing_met(
    told_on: tuple[Journey, date], policy: str, places_free: int | None, data: st.DataObject
) -> None:
    journey, on = told_on
    case = Case(name="told", journey=journey, on=on, policy=policy, places_free=places_free, expect={})
    paths = st.sampled_from([("calendar",), *forgettable(journey)])
    assert _made_met(case, data.draw(st.lists(paths, max_size=8))) == []


def test_some_ways_to_fall_back_are_taken() -> None:
    """What is let off above is really there; a way that nobody takes any longer is struck off the list."""
    hybrid = next(case for case in CASES if case.name == "the first week")
    without = evolve(
        hybrid,
        journey=evolve(
            hybrid.journey,
            placements=tuple(evolve(one, provision=None) for one in hybrid.journey.placements or ()),
        ),
        policy="four-tenets",
    )
    assert READINESS[0](hybrid.situation).verdict is Verdict.NOT_MET
    assert READINESS[0](without.situation).verdict is Verdict.MET


# What the school chose


def _otherwise(case: Case, *names: str) -> Situation:
    policy = case.asked["policy"].choosing(**{name: OTHERWISE[name] for name in names})
    return evolve(case.situation, policy=policy)


_CHOSEN_TOGETHER: Final = {frozenset(rule.chooses) for rule in RULES}


def test_another_value_of_every_choice_is_tried() -> None:
    assert tuple(OTHERWISE) == choices_of()


@by_name
def test_a_rule_rests_on_no_choice_that_it_does_not_name(case: Case) -> None:
    """All the others are made otherwise, at once."""
    seen = {names: _otherwise(case, *(OTHERWISE.keys() - names)) for names in _CHOSEN_TOGETHER}
    wrong = [
        rule.key for rule, before in case.findings.items() if rule(seen[frozenset(rule.chooses)]) != before
    ]
    assert wrong == []


def test_each_choice_that_a_rule_names_makes_a_difference() -> None:
    """Changing one line of a policy changes an answer, and the finding names the line."""
    idle = {(rule.key, name) for rule in RULES for name in rule.chooses}
    for case in CASES:
        for key, name in sorted(idle):
            rule = next(one for one in RULES if one.key == key)
            before, after = case.findings[rule], rule(_otherwise(case, name))
            if (before.reason, before.params) != (after.reason, after.params):
                assert {one.name: one.value for one in before.choices}.keys() >= {name}
                idle -= {(key, name)}
    assert idle == set()


def test_a_finding_tells_the_choice_its_value_and_its_basis() -> None:
    case = next(one for one in CASES if one.name == "everything is in place")
    finding = check_eligibility(case.journey, **case.asked).finding("ELIG-8")
    assert [(one.name, one.value, one.basis) for one in finding.choices] == [
        ("lead_months", 1, Basis.PRACTICE_EXAMPLE)
    ]


# What comes later, and in which order


def _judged(journey: Journey, policy: str, on: date) -> list[object]:
    asked = {"policy": profile(policy), "on": on}
    return [
        check_eligibility(journey, **asked, places_free=1),
        check_support(journey, **asked),
        assess_readiness(journey, **asked),
        plan_return(journey, **asked),
        check_plan(journey, **asked),
        check_transition(journey, **asked),
        classify_outcome(journey, **asked),
        find_stage(journey, **asked),
        find_due(journey, **asked),
        check_safeguards(journey, **asked),
        check_reviews(journey, **asked),
        plan_reviews(journey, **asked),
    ]


@given(told(), policies(), st.data())
def test_what_comes_later_changes_no_judgement(
    told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    """A decision sees what had happened by its day, and what was planned by then."""
    journey, on = told_on
    assert _judged(data.draw(later(journey, on)), policy, on) == _judged(journey, policy, on)


@given(told(), policies(), st.data())
def test_in_which_order_things_were_written_changes_no_judgement(
    told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    journey, on = told_on
    assert _judged(data.draw(shuffled(journey, on)), policy, on) == _judged(journey, policy, on)


@given(told(), policies(), st.sampled_from((None, 0, 2)))
def test_every_rule_answers_every_journey_in_a_sentence(
    told_on: tuple[Journey, date], policy: str, places_free: int | None
) -> None:
    journey, on = told_on
    situation = Situation.of(journey, policy=profile(policy), on=on, places_free=places_free)
    for rule in RULES:
        finding = rule(situation)
        assert not set("{}") & set(finding.sentence)
        assert finding.sentence[-1] in ".?"


READ_ELSEWHERE: Final = {
    "places": "count_places reads it",
    "forces": "it says with which force rules are asked",
}


def test_nothing_can_be_chosen_that_nobody_reads() -> None:
    read = {name for rule in RULES for name in rule.chooses}
    assert read.isdisjoint(READ_ELSEWHERE)
    assert read | READ_ELSEWHERE.keys() == set(choices_of())
