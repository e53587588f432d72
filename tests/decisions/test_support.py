"""Does support answer the needs that were found? What is not answered is named; what is not known is no *none*."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from iapcore.decisions.judgement import Decision
from iapcore.decisions.needs import needs_seen
from iapcore.decisions.support import SUPPORT, Support, check_support
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.record.attendance import SessionMark
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending
from iapcore.record.review import Target
from iapcore.record.stream import Stream
from iapcore.record.support import Intervention, NeedLookedFor
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.grounds import NeedKind
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import CASES, SUPPORT_CASES, Case
from tests.laws import policies, told
from tests.stories import BEGAN, ON, ROOM

REQUIRED = [f"SUPP-{number}" for number in range(1, 7)]
DAY = timedelta(days=1)


def check(journey: Journey, on: date = ON, **named: Any) -> Decision[Support]:
    return check_support(journey, policy=profile(), on=on, **named)


def reason(journey: Journey, key: str, on: date = ON) -> str:
    return check(journey, on).finding(key).reason


@pytest.mark.parametrize("case", SUPPORT_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    decision = check_support(case.journey, **case.asked)
    assert {key: decision.finding(key).reason for key in case.expect} == case.expect
    assert decision.answer is case.answer


# The answer, told twice


def by_table(decision: Decision[Support]) -> str:
    """A gap where one is seen; else what is not known; else in place."""
    said = {decision.finding(key).verdict.value for key in REQUIRED}
    table = (("not_met", "gaps"), ("not_known", "cannot_tell"), ("met", "in_place"))
    return next(answer for verdict, answer in table if verdict in said)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_answer_of_a_case_is_that_of_the_table(case: Case) -> None:
    decision = check_support(case.journey, **case.asked)
    assert decision.answer.value == by_table(decision)


@given(told(), policies())
def test_the_answer_is_that_of_the_table(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    decision = check_support(journey, policy=profile(policy), on=on)
    assert decision.answer.value == by_table(decision)
    assert [one.key for one in decision.findings] == [rule.key for rule in SUPPORT]


def test_every_answer_is_reached() -> None:
    assert {case.answer for case in SUPPORT_CASES} == set(Support)


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_every_policy_can_be_satisfied(policy: Any) -> None:
    assert check_support(stories.supported(), policy=policy, on=ON).verdict is Verdict.MET


# Needs


def naive(looks: tuple[NeedLookedFor, ...], need: NeedKind) -> str:
    """Told a second time: go through the days, the last one first."""
    for day in sorted({one.day for one in looks}, reverse=True):
        said = [one.found for one in looks if one.need is need and one.day == day]
        if said:
            return {(True,): "found", (False,): "not found"}.get(tuple(set(said)), "unclear")
    return "not looked for"


@given(told())
def test_what_was_found_is_what_was_found_last(told_on: tuple[Journey, date]) -> None:
    looks = told_on[0].needs or ()
    seen = needs_seen(looks)
    for need in NeedKind:
        expected = naive(looks, need)
        assert (need in seen.found) == (expected == "found")
        assert (need in seen.unclear) == (expected == "unclear")
        assert (need in seen.not_looked_for) == (expected == "not looked for")
        assert (need in seen.open) == (expected in ("unclear", "not looked for"))


def test_two_unlike_answers_on_one_day_are_not_known() -> None:
    day = date(2026, 11, 4)
    looks = (*stories.looked_for(day, "yyn"), *stories.looked_for(day, "n"))
    for in_order in (looks, looks[::-1]):
        journey = evolve(stories.supported(), needs=in_order)
        finding = check(journey).finding("SUPP-1")
        assert (finding.reason, dict(finding.params)) == ("unclear", {"needs": ("learning",)})


def test_a_need_without_support_is_named() -> None:
    journey = evolve(stories.supported(), interventions=(stories.supported().interventions or ())[:1])
    decision = check(journey)
    finding = decision.finding("SUPP-5")
    assert dict(finding.params) == {"needs": ("learning",)}
    assert "learning" in finding.sentence
    assert decision.answer is Support.GAPS
    assert any("learning" in one.does for one in decision.next_actions if one.rule == "SUPP-5")


def test_a_need_without_support_is_named_also_where_others_are_not_known() -> None:
    journey = evolve(
        stories.supported(), needs=stories.looked_for(date(2026, 11, 4), "y??"), interventions=()
    )
    assert reason(journey, "SUPP-5") == "without"


def test_a_need_that_was_found_no_more_asks_for_nothing() -> None:
    first, later = stories.looked_for(date(2026, 11, 4), "yyn"), stories.looked_for(ON, "n")
    journey = evolve(stories.supported(), needs=(*first, *later), subjects=(), interventions=())
    assert reason(journey, "SUPP-2") == "not_needed"
    assert dict(check(journey).finding("SUPP-5").params) == {"needs": ("wellbeing",)}


def test_an_intervention_that_answers_nothing_answers_nothing() -> None:
    journey = evolve(stories.supported(), interventions=(Intervention(started=BEGAN, needs=()),))
    assert reason(journey, "SUPP-5") == "without"


# This stay, and not the one before


def _again() -> Journey:
    """The story as a second stay: the first ended in July."""
    first = stories.placement(
        ref="p0",
        referral=None,
        planned=None,
        began=date(2026, 4, 13),
        ending=Ending(day=date(2026, 7, 17)),
    )
    journey = stories.supported()
    return evolve(journey, placements=(first, *(journey.placements or ())))


@pytest.mark.parametrize(("day", "counts"), [(date(2026, 7, 17), False), (date(2026, 7, 18), True)])
def test_what_led_to_the_stay_counts_and_what_the_stay_before_left_does_not(
    day: date, *, counts: bool
) -> None:
    journey = evolve(
        _again(),
        needs=stories.looked_for(day, "yyn"),
        targets=(Target(ref="t1", day=day, need=NeedKind.LEARNING),),
    )
    assert reason(journey, "SUPP-1") == ("looked" if counts else "not_looked_for")
    journey = evolve(journey, needs=stories.looked_for(ON, "ynn"))
    assert reason(journey, "SUPP-4") == ("answered" if counts else "without")


def test_of_a_stay_that_ended_later_answers_do_not_count() -> None:
    journey = evolve(
        stories.with_placement(stories.supported(), ending=Ending(day=date(2026, 11, 13))),
        targets=(Target(ref="t1", day=ON, need=NeedKind.LEARNING),),
    )
    assert reason(journey, "SUPP-4") == "without"


@pytest.mark.parametrize(
    ("ended", "answers"), [(BEGAN - DAY, "without"), (BEGAN, "answered"), (None, "answered")]
)
def test_an_intervention_that_reaches_into_the_stay_counts(ended: date | None, answers: str) -> None:
    running = Intervention(started=date(2026, 9, 14), ended=ended, needs=tuple(NeedKind))
    assert reason(evolve(stories.supported(), interventions=(running,)), "SUPP-5") == answers


# The offer


@pytest.mark.parametrize(
    ("offer", "answer"),
    [
        ({"core_offer": (CoreOffer.BROAD_CURRICULUM, CoreOffer.PASTORAL)}, "both"),
        ({"session_types": (SessionType.CURRICULUM, SessionType.INTERVENTION)}, "both"),
        (
            {
                "core_offer": (CoreOffer.TEACHING_AND_LEARNING,),
                "additional_offer": (AdditionalOffer.RELATIONSHIPS,),
            },
            "both",
        ),
        ({"core_offer": (CoreOffer.TEACHING_AND_LEARNING,)}, "not_recorded"),
        ({"core_offer": (), "additional_offer": (), "session_types": ()}, "one_sided"),
    ],
)
def test_both_sides_of_the_offer_show_in_any_of_its_lists(offer: dict[str, Any], answer: str) -> None:
    blank = evolve(ROOM, core_offer=None, additional_offer=None, session_types=None)
    journey = stories.with_placement(stories.supported(), provision=evolve(blank, **offer))
    assert reason(journey, "SUPP-6") == answer


# Each day


def _mark(day: date, code: str, half: Half = Half.MORNING) -> SessionMark:
    return SessionMark(day=day, half=half, code=AttendanceCode(code))


@pytest.mark.parametrize(
    ("marks", "answer"),
    [
        ((_mark(ON, "/"),), "some_days"),
        ((_mark(ON, "I"),), "no_days"),
        ((_mark(ON, "B"),), "no_days"),  # elsewhere all day: nobody of the school could look
        ((_mark(ON, "/"), _mark(ON, "I")), "no_days"),  # marked twice, unlike: not known
    ],
)
def test_days_count_on_which_the_pupil_was_in_school(marks: tuple[SessionMark, ...], answer: str) -> None:
    span = DateSpan(BEGAN, ON)
    journey = evolve(
        stories.supported(),
        marks=Stream(complete=span, events=marks),
        check_ins=evolve(stories.check_ins(BEGAN, ON), events=()),
    )
    finding = check(journey).finding("SUPP-7")
    assert finding.reason == answer
    if answer == "some_days":
        assert dict(finding.params) == {"without": 1, "days": 1, "until": ON}


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        (BEGAN, ON - DAY, "daily"),
        (BEGAN + DAY, ON, "no_check_ins"),
        (BEGAN - 7 * DAY, BEGAN - DAY, "no_check_ins"),
    ],
)
def test_what_is_told_of_each_day_is_told_as_far_as_the_record_reaches(
    start: date, end: date, answer: str
) -> None:
    journey = evolve(stories.supported(), check_ins=stories.check_ins(start, end))
    finding = check(journey).finding("SUPP-7")
    assert finding.reason == answer
    if answer == "daily":
        assert dict(finding.params)["until"] == end


def test_another_stay_can_be_named() -> None:
    journey = _again()
    first = (journey.placements or ())[0]
    assert check(journey, placement=first).finding("SUPP-1").reason == "not_looked_for"
