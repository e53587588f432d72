"""May the placement start? The answer follows from the required rules, and from nothing else."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore import Evaluation, PriorSupport, Pupil, PupilId, Referral, SupportTried
from iapcore.decisions.eligibility import ELIGIBILITY, Eligibility, check_eligibility
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Choice
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis
from iapcore.record.journey import Journey
from iapcore.record.referral import Consultation
from iapcore.vocabulary.people import Role, View
from tests import stories
from tests.cases import ELIGIBILITY_CASES, Case
from tests.laws import policies, told
from tests.stories import BEGAN, PLANNED_ON

REQUIRED = [f"ELIG-{number}" for number in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11)]


@pytest.mark.parametrize("case", ELIGIBILITY_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    decision = check_eligibility(
        case.journey, **case.asked, referral=case.referral, places_free=case.places_free
    )
    assert {key: decision.finding(key).reason for key in case.expect} == case.expect
    assert decision.answer is case.answer


@given(told(), policies(), st.sampled_from((None, 0, 2)))
def test_the_answer_is_that_of_the_required_rules(
    told_on: tuple[Journey, date], policy: str, places_free: int | None
) -> None:
    """Told twice: here by looking for a *no* first, and then for a gap."""
    journey, on = told_on
    decision = check_eligibility(journey, policy=profile(policy), on=on, places_free=places_free)
    said = [decision.finding(key).verdict.value for key in REQUIRED]
    if "not_met" in said:
        expected = "not_yet"
    elif "not_known" in said:
        expected = "cannot_tell"
    else:
        expected = "may_start"
    assert decision.answer.value == expected
    assert (decision.verdict is Verdict.MET) == (decision.answer is Eligibility.MAY_START)
    assert [one.key for one in decision.findings] == [rule.key for rule in ELIGIBILITY]


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_every_policy_can_be_satisfied(policy: object) -> None:
    decision = check_eligibility(stories.referred(), policy=policy, on=PLANNED_ON, places_free=1)  # type: ignore[arg-type]
    assert decision.answer is Eligibility.MAY_START


def test_a_planned_start_is_seen_and_a_later_consultation_is_not() -> None:
    decision = check_eligibility(stories.referred(), policy=profile(), on=date(2026, 9, 30), places_free=1)
    assert dict(decision.finding("ELIG-8").params)["start"] == BEGAN
    assert decision.finding("ELIG-6").reason == "not_asked"
    assert decision.answer is Eligibility.NOT_YET


@pytest.mark.parametrize(
    ("evaluated", "reason"), [(0, "too_few"), (1, "too_few"), (2, "tried"), (3, "tried")]
)
def test_supports_count_once_they_are_evaluated(evaluated: int, reason: str) -> None:
    """Other support is not only tried first but looked at: did it help? It counts either way."""
    supports = stories.referral().supports or ()
    told_of = (*supports[:evaluated], *(evolve(one, evaluation=None) for one in supports[evaluated:]))
    journey = stories.with_referral(stories.referred(), supports=told_of)
    finding = check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-3")
    assert finding.reason == reason
    assert dict(finding.params) == {"evaluated": evaluated, "least": 2}


def test_why_waiting_would_harm_stands_where_nobody_recorded_what_was_tried() -> None:
    """Support that was not tried yet never stands alone in the way of a place."""
    journey = stories.with_referral(stories.referred(), supports=None, waiting_would_harm=True)
    finding = check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-3")
    assert finding.reason == "waiting_would_harm"
    enough = stories.with_referral(stories.referred(), waiting_would_harm=True)
    assert check_eligibility(enough, policy=profile(), on=PLANNED_ON).finding("ELIG-3").reason == "tried"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_latest_view_counts(order: tuple[int, int]) -> None:
    asked = (
        Consultation(role=Role.FAMILY, day=date(2026, 10, 2), view=View.AGAINST),
        Consultation(role=Role.FAMILY, day=date(2026, 10, 9), view=View.FOR),
    )
    journey = stories.with_referral(
        stories.referred(), consultations=tuple(asked[position] for position in order)
    )
    before = check_eligibility(journey, policy=profile(), on=date(2026, 10, 8)).finding("ELIG-6")
    after = check_eligibility(journey, policy=profile(), on=date(2026, 10, 9)).finding("ELIG-6")
    assert (before.reason, after.reason) == ("against", "on_board")


@pytest.mark.parametrize("views", [(View.FOR, View.AGAINST), (View.AGAINST, View.FOR), (View.FOR, None)])
def test_of_two_unlike_views_on_one_day_neither_counts(views: tuple[View, View | None]) -> None:
    """Two parents may differ: then what the family thinks is for people to find out."""
    day = date(2026, 10, 9)
    asked = tuple(Consultation(role=Role.FAMILY, day=day, view=view) for view in views)
    journey = stories.with_referral(stories.referred(), consultations=asked)
    assert check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-6").reason == "unsure"


def test_a_support_that_is_written_down_twice_counts_once() -> None:
    first = (stories.referral().supports or ())[0]
    journey = stories.with_referral(stories.referred(), supports=(first, first))
    finding = check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-3")
    assert dict(finding.params)["evaluated"] == 1


@pytest.mark.parametrize(
    ("referred", "reason"),
    [(date(2026, 10, 2), "time"), (date(2026, 10, 3), "short"), (PLANNED_ON, "short")],
)
def test_a_month_is_a_calendar_month(referred: date, reason: str) -> None:
    """One school begins a month ahead: an example of enough time, so the rule is advisory."""
    journey = stories.with_referral(stories.referred(), day=referred)
    assert check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-8").reason == reason


def test_a_school_may_ask_for_no_lead_time() -> None:
    journey = stories.with_referral(stories.referred(), day=PLANNED_ON)
    no_lead = evolve(profile(), lead_months=Choice(value=0, basis=Basis.SCHOOL_CHOICE))
    assert check_eligibility(journey, policy=no_lead, on=PLANNED_ON).finding("ELIG-8").reason == "time"


def test_whoever_disagrees_is_for_people_to_weigh() -> None:
    consultations = tuple(
        evolve(one, view=View.AGAINST) if one.role in profile().professionals.value else one
        for one in stories.referral().consultations or ()
    )
    journey = stories.with_referral(stories.referred(), consultations=consultations)
    decision = check_eligibility(journey, policy=profile(), on=PLANNED_ON, places_free=1)
    assert decision.answer is Eligibility.MAY_START


def test_how_grave_a_ground_is_does_not_matter() -> None:
    grounds = stories.referral().grounds or ()
    for ground in grounds:
        journey = stories.with_referral(stories.referred(), grounds=(ground,))
        decision = check_eligibility(journey, policy=profile(), on=PLANNED_ON, places_free=1)
        assert decision.answer is Eligibility.MAY_START


def test_a_pupil_who_has_the_place_needs_no_other() -> None:
    decision = check_eligibility(stories.hybrid(), policy=profile(), on=stories.ON, places_free=0)
    assert decision.finding("ELIG-11").reason == "already_here"


def test_whether_a_pupil_has_the_place_must_be_recorded() -> None:
    journey = evolve(stories.hybrid(), placements=None)
    for places in (None, 0, 2):
        decision = check_eligibility(journey, policy=profile(), on=stories.ON, places_free=places)
        assert decision.finding("ELIG-11").reason == "not_recorded"


def test_unlike_views_on_one_day_are_no_view() -> None:
    day = date(2026, 9, 20)
    both = tuple(Consultation(role=Role.FAMILY, day=day, view=view) for view in (View.AGAINST, View.FOR))
    referral = Referral(day=date(2026, 9, 1), consultations=both)
    journey = Journey(pupil=Pupil(id=PupilId("a")), referrals=(referral,), placements=())
    decision = check_eligibility(journey, policy=profile(), on=date(2026, 10, 1))
    assert decision.finding("ELIG-6").reason == "unsure"


def test_one_support_written_twice_is_one() -> None:
    tried = SupportTried(support=PriorSupport.MENTORING, evaluation=Evaluation(day=date(2026, 8, 1)))
    referral = Referral(day=date(2026, 9, 1), supports=(tried, tried))
    journey = Journey(pupil=Pupil(id=PupilId("a")), referrals=(referral,), placements=())
    decision = check_eligibility(journey, policy=profile(), on=date(2026, 10, 1))
    assert decision.finding("ELIG-3").reason == "too_few"
