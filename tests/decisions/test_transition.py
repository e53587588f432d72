"""Is the move prepared? Six elements, asked of adults; what is asked follows from where the move leads."""

from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions import transition
from iapcore.decisions.judgement import Decision
from iapcore.decisions.transition import ELEMENTS, HANDOVER, TRANSITION, Preparation, check_transition
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Force
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination, TransitionElement
from tests import stories
from tests.cases import CASES, TRANSITION_CASES, Case
from tests.laws import policies, told
from tests.stories import ENDED, LONG_AFTER, ON

POLICY: Final = profile("half-term")
PREPARED: Final = stories.prepared()

ASKED_OF_ALL: Final = ("1", "2", "3", "6", "8", "9", "10", "11", "13")
ASKED_AGAIN: Final = {
    None: ("4", "7"),
    Destination.MAINSTREAM: ("5", "12", "16"),
    Destination.MAINSTREAM_IN_PART: ("5", "12", "16"),
    Destination.FURTHER_STAY: ("4", "7"),
    Destination.POST_16: ("4", "7", "14"),
    Destination.NO_POST_16_PLACE: ("4", "7", "14"),
    Destination.SPECIAL_SCHOOL: ("4", "7", "15"),
    Destination.SPECIALIST_BASE: ("4", "7"),
    Destination.ANOTHER_SCHOOL: ("4", "7"),
    Destination.NEXT_PHASE: ("4", "7"),
    Destination.FAMILY_WITHDREW: ("4", "7"),
    Destination.MANAGED_MOVE: ("4", "7"),
    Destination.OFF_SITE_DIRECTION: ("4", "7"),
    Destination.ELECTIVE_HOME_EDUCATION: ("4", "7"),
    Destination.PERMANENT_EXCLUSION: ("4", "7"),
    Destination.EXTERNAL_ALTERNATIVE_PROVISION: ("4", "7"),
}
"""What each kind of move asks for beside what is asked of all, told a second time."""

REQUIRED_AGAIN: Final = {
    "TRANS-1": {"led": "yes", "leads": "yes", "ended": "yes"},
    "TRANS-2": {"done": "yes", "talked": "yes", "not_done": "no"},
    "TRANS-3": {"done": "yes", "not_done": "no"},
    "TRANS-4": {"done": "yes", "not_done": "no"},
    "TRANS-5": {"in_week": "yes", "none": "no"},
    "TRANS-6": {"done": "yes", "not_done": "no"},
    "TRANS-7": {"done": "yes", "not_done": "no"},
    "TRANS-12": {"both": "yes", "no_colours": "no"},
    "TRANS-14": {
        "offered": "yes",
        "started": "yes",
        "still_there": "yes",
        "none": "no",
        "applied": "no",
        "left": "no",
    },
}
"""The questions that decide, and what each reason says; any other reason says that nobody knows."""


def check(journey: Journey, on: date = ON) -> Decision[Preparation]:
    return check_transition(journey, policy=POLICY, on=on)


def naive(decision: Decision[Preparation]) -> str:
    """The answer, told a second time from the reasons alone."""
    reasons = {finding.key: finding.reason for finding in decision.findings}
    if reasons.get("TRANS-1") == "ended":
        return "nothing_to_prepare"
    said = {REQUIRED_AGAIN[key].get(one, "?") for key, one in reasons.items() if key in REQUIRED_AGAIN}
    if "no" in said:
        return "not_yet_prepared"
    return "cannot_tell" if "?" in said else "prepared"


@pytest.mark.parametrize("case", TRANSITION_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    decision = check_transition(case.journey, **case.asked)
    asked = {finding.key: finding.reason for finding in decision.findings}
    assert {key: reason for key, reason in case.expect.items() if key in asked}.items() <= asked.items()
    assert asked.keys() & case.expect.keys()
    assert decision.answer is case.answer


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_answer_agrees_with_a_second_way_to_find_it(case: Case) -> None:
    decision = check_transition(case.journey, **case.asked)
    assert decision.answer.value == naive(decision)


@given(told(), policies())
def test_the_answer_agrees_on_drawn_journeys(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    decision = check_transition(journey, policy=profile(policy), on=on)
    assert decision.answer.value == naive(decision)
    if decision.answer is not Preparation.NOTHING_TO_PREPARE:
        expected = {
            Verdict.MET: Preparation.PREPARED,
            Verdict.NOT_MET: Preparation.NOT_YET_PREPARED,
            Verdict.NOT_KNOWN: Preparation.CANNOT_TELL,
        }
        assert decision.answer is expected[decision.verdict]


def test_every_answer_is_reached() -> None:
    assert {case.answer for case in TRANSITION_CASES} == set(Preparation)


def test_which_rules_decide_is_told_twice() -> None:
    assert {one.key for one in TRANSITION if one.force is Force.REQUIRED} == set(REQUIRED_AGAIN)
    assert (*ELEMENTS, *HANDOVER) == TRANSITION


@pytest.mark.parametrize("destination", [one for one in Destination if one is not Destination.DIED] + [None])
@pytest.mark.parametrize("ended", [False, True])
def test_each_move_is_asked_what_it_asks_for(destination: Destination | None, *, ended: bool) -> None:
    journey = stories.with_transition(PREPARED, destination=destination)
    journey = stories.with_placement(journey, purpose=Purpose.PRIMARY_YEAR)
    if ended:
        ending = Ending(day=ENDED, destination=destination)
        journey = stories.with_placement(stories.with_transition(journey, destination=None), ending=ending)
    decision = check(journey, LONG_AFTER if ended else ON)
    keys = {f"TRANS-{number}" for number in (*ASKED_OF_ALL, *ASKED_AGAIN[destination])}
    assert {finding.key for finding in decision.findings} == keys


def test_all_destinations_are_told_twice() -> None:
    assert set(ASKED_AGAIN) == {*Destination, None} - {Destination.DIED}


def test_of_a_pupil_who_died_nothing_is_asked() -> None:
    journey = stories.with_placement(PREPARED, ending=Ending(day=ENDED, destination=Destination.DIED))
    decision = check(journey, LONG_AFTER)
    assert decision.next_actions == ()
    assert decision.missing == ()
    assert [finding.sentence for finding in decision.findings] == ["The stay ended on 11 December 2026."]


@pytest.mark.parametrize(
    ("purpose", "destination"),
    [
        (Purpose.RETURN, "mainstream"),
        (Purpose.QUALIFICATIONS, "post_16"),
        (Purpose.SPECIAL_SCHOOL_BRIDGE, "special_school"),
        (Purpose.PRIMARY_YEAR, None),
        (None, None),
    ],
)
def test_the_purpose_tells_where_a_move_leads_unless_people_said_so(
    purpose: Purpose | None, destination: str | None
) -> None:
    journey = stories.with_placement(
        stories.with_transition(PREPARED, destination=None), purpose=purpose, purpose_changes=None
    )
    assert dict(check(journey).finding("TRANS-1").params).get("destination") == destination
    said = stories.with_transition(journey, destination=Destination.NEXT_PHASE)
    assert dict(check(said).finding("TRANS-1").params)["destination"] == "next_phase"


@given(st.sets(st.sampled_from(stories.BEFORE_THE_MOVE)))
def test_each_element_before_a_move_is_needed(done: set[TransitionElement]) -> None:
    placement = (PREPARED.placements or ())[0]
    assert placement.transition is not None
    kept = tuple(one for one in placement.transition.elements or () if one.element in done)
    journey = stories.with_transition(
        PREPARED, destination=Destination.NEXT_PHASE, elements=kept, conversations=()
    )
    decision = check(journey)
    undone = {finding.key for finding in decision.findings if finding.reason == "not_done"}
    by_key = dict(
        zip(stories.BEFORE_THE_MOVE, ("TRANS-2", "TRANS-3", "TRANS-4", "TRANS-6", "TRANS-7"), strict=True)
    )
    assert undone == {by_key[one] for one in stories.BEFORE_THE_MOVE if one not in done}
    assert (decision.answer is Preparation.PREPARED) == (not undone)


def test_an_element_is_told_with_its_last_day() -> None:
    placement = (PREPARED.placements or ())[0]
    assert placement.transition is not None
    elements = placement.transition.elements or ()
    again = tuple(evolve(one, day=date(2026, 11, 5)) for one in elements)
    journey = stories.with_transition(PREPARED, elements=(*elements, *again))
    assert dict(check(journey).finding("TRANS-3").params)["day"] == date(2026, 11, 12)


def test_a_visit_after_the_move_is_no_look_back_and_no_relapse() -> None:
    """A look back on the last day itself is none either: it comes once the move is complete."""
    journey = stories.with_placement(
        stories.with_transition(PREPARED, follow_ups=(stories.look_back(ENDED),)),
        ending=Ending(day=ENDED, destination=Destination.MAINSTREAM),
    )
    assert check(journey, LONG_AFTER).finding("TRANS-8").reason == "missed"
    without = evolve(journey, calendar=None)
    assert check(without, LONG_AFTER).finding("TRANS-8").reason == "to_come"


@pytest.mark.parametrize(("on", "reason"), [(date(2027, 2, 5), "to_come"), (date(2027, 2, 6), "missed")])
def test_the_day_of_the_first_look_back_is_not_late_yet(on: date, reason: str) -> None:
    """Six school weeks after 11 December, over Christmas, are over on 5 February."""
    journey = stories.with_placement(
        stories.with_transition(PREPARED, follow_ups=()),
        ending=Ending(day=ENDED, destination=Destination.MAINSTREAM),
    )
    assert check(journey, on).finding("TRANS-8").reason == reason


def test_the_order_of_the_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [check_transition(case.journey, **case.asked).answer for case in TRANSITION_CASES]
    monkeypatch.setattr(transition.preparation, "TRANSITION", TRANSITION[::-1])
    assert [check_transition(case.journey, **case.asked).answer for case in TRANSITION_CASES] == before


@pytest.mark.parametrize("one", TRANSITION, ids=lambda one: one.key)
def test_what_is_open_has_an_action(one: object) -> None:
    assert isinstance(one, type(TRANSITION[0]))
    assert all(reason.action for reason in one.reasons if reason.verdict is not Verdict.MET)
