"""May the placement start? The answer follows from the required rules, and from nothing else."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore import Evaluation, PriorSupport, Pupil, PupilId, Referral, SupportTried
from iapcore.decisions.eligibility import ELIGIBILITY, Eligibility, check_eligibility
from iapcore.decisions.judgement import Decision
from iapcore.decisions.rule import Rule
from iapcore.decisions.support import SUPPORT
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Choice, RuleForce
from iapcore.guidance.policy_words import WaitingOrder
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis, Force
from iapcore.record.journey import Journey
from iapcore.record.referral import Consultation, RiskGround
from iapcore.vocabulary.grounds import Ground, Time
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.settings import Phase
from iapcore.vocabulary.wording import spelt
from iapcore.vocabulary.year_groups import KeyStage, YearGroup
from tests import stories
from tests.cases import CASES, ELIGIBILITY_CASES, Case
from tests.laws import policies, told
from tests.stories import BEGAN, PLANNED_ON

ADVISORY = {"ELIG-8", "ELIG-13", "ELIG-14"}
EXITS = re.compile(
    r"managed move|off.site|home educat|part.time|exclu|permanent|another school|off roll|reduced timetable"
)
ANSWERS = (  # what is against it (None: whatever), whether something is not known, the answer
    (set(), False, "may_start"),
    (set(), True, "cannot_tell"),
    ({"ELIG-3"}, None, "other_support"),
    ({"ELIG-3", "ELIG-11"}, None, "other_support"),
    (None, None, "not_yet"),
)
"""The answer told a second time, as a table: the first line that fits is the answer."""


@pytest.mark.parametrize("case", ELIGIBILITY_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    decision = check_eligibility(
        case.journey, **case.asked, referral=case.referral, places_free=case.places_free
    )
    assert {key: decision.finding(key).reason for key in case.expect} == case.expect
    assert decision.answer is case.answer


def by_table(decision: Decision[Eligibility]) -> str:
    said = {one.key: one.verdict.value for one in decision.findings if one.key not in ADVISORY}
    against = {key for key, verdict in said.items() if verdict == "not_met"}
    unknown = "not_known" in said.values()
    if decision.finding("ELIG-3").reason == "not_evaluated":
        against.add("look at what was tried")
    return next(
        answer
        for rules, is_unknown, answer in ANSWERS
        if rules in (None, against) and is_unknown in (None, unknown)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_answer_of_a_case_is_that_of_the_table(case: Case) -> None:
    decision: Decision[Eligibility] = case.judgements()["eligibility"]  # type: ignore[assignment]
    assert decision.answer.value == by_table(decision)


def test_every_answer_is_reached() -> None:
    assert {case.answer for case in ELIGIBILITY_CASES} == set(Eligibility)


@given(told(), policies(), st.sampled_from((None, 0, 2)))
def test_the_answer_is_that_of_the_table(
    told_on: tuple[Journey, date], policy: str, places_free: int | None
) -> None:
    journey, on = told_on
    decision = check_eligibility(journey, policy=profile(policy), on=on, places_free=places_free)
    assert decision.answer.value == by_table(decision)
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
    ("evaluated", "reason"), [(0, "not_evaluated"), (1, "not_evaluated"), (2, "tried"), (3, "tried")]
)
def test_supports_count_once_they_are_evaluated(evaluated: int, reason: str) -> None:
    """Other support is not only tried first but looked at: did it help? It counts either way."""
    supports = stories.referral().supports or ()
    told_of = (*supports[:evaluated], *(evolve(one, evaluation=None) for one in supports[evaluated:]))
    journey = stories.with_referral(stories.referred(), supports=told_of)
    finding = check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-3")
    assert finding.reason == reason
    params = dict(finding.params)
    assert (params["evaluated"], params["least"]) == (evaluated, 2)
    if reason == "not_evaluated":
        assert params["supports"] == ("mentoring", "time_out_card", "family_meetings")[evaluated:]


def test_why_waiting_would_harm_stands_where_nobody_recorded_what_was_tried() -> None:
    """Support that was not tried yet never stands alone in the way of a place."""
    journey = stories.with_referral(stories.referred(), supports=None, waiting_would_harm=True)
    finding = check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-3")
    assert finding.reason == "harm_without_record"
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


# Which other support


def _supports(*tried: PriorSupport) -> tuple[SupportTried, ...]:
    return tuple(SupportTried(support=one, evaluation=Evaluation(day=date(2026, 9, 21))) for one in tried)


@pytest.mark.parametrize(
    ("tried", "named", "consider"),
    [
        ((PriorSupport.MENTORING,), (), 7),
        ((PriorSupport.OTHER,), (), 8),
        ((), (PriorSupport.SEN_ASSESSMENT, PriorSupport.MENTORING), ("sen_assessment", "mentoring")),
        ((PriorSupport.MENTORING,), (PriorSupport.SEN_ASSESSMENT,), ("sen_assessment",)),
        ((PriorSupport.MENTORING,), (PriorSupport.MENTORING,), 7),
        (tuple(PriorSupport)[:-1], (), ("other",)),
    ],
)
def test_the_support_to_consider_is_told(
    tried: tuple[PriorSupport, ...],
    named: tuple[PriorSupport, ...],
    consider: tuple[str, ...] | int,
) -> None:
    """What the policy expects comes first; else what was not tried yet; never what was tried already."""
    journey = stories.with_referral(stories.referred(), supports=_supports(*tried))
    policy = profile().choosing(prior_supports=named, supports_evaluated=max(2, len(tried) + 1))
    decision = check_eligibility(journey, policy=policy, on=PLANNED_ON, places_free=1)
    told = dict(decision.finding("ELIG-3").params)["consider"]
    assert isinstance(told, tuple)
    assert consider in (told, len(told))
    assert not set(told) & {one.value for one in tried}
    assert decision.answer is Eligibility.OTHER_SUPPORT
    (action,) = [one.does for one in decision.next_actions if one.rule == "ELIG-3"]
    assert spelt(told[0]) in action


def test_other_support_is_the_answer_also_where_something_is_not_known() -> None:
    """Whatever comes out of it, support in school comes first; what is not known is listed."""
    journey = stories.with_referral(stories.referred(), supports=(), grounds=None)
    decision = check_eligibility(journey, policy=profile(), on=PLANNED_ON)
    assert decision.answer is Eligibility.OTHER_SUPPORT
    assert {"ELIG-2", "ELIG-11"} <= {one.key for one in decision.missing}


def test_where_a_policy_only_advises_earlier_support_it_is_shown_and_does_not_count() -> None:
    policy = profile().choosing(forces=(RuleForce(rule="ELIG-3", force=Force.ADVISORY),))
    journey = stories.with_referral(stories.referred(), supports=())
    decision = check_eligibility(journey, policy=policy, on=PLANNED_ON, places_free=1)
    assert decision.finding("ELIG-3").verdict is Verdict.NOT_MET
    assert decision.answer is Eligibility.MAY_START


# Where waiting would harm


def test_where_waiting_would_harm_no_support_and_no_time_stand_in_the_way_and_both_are_looked_at_again() -> (
    None
):
    """Also where the policy makes the lead time required."""
    policy = profile().choosing(forces=(RuleForce(rule="ELIG-8", force=Force.REQUIRED),))
    short = {"supports": (), "day": date(2026, 10, 20)}
    journey = stories.with_referral(stories.referred(), **short, waiting_would_harm=True)
    decision = check_eligibility(journey, policy=policy, on=PLANNED_ON, places_free=1)
    assert decision.answer is Eligibility.MAY_START
    actions = {one.rule: one.does for one in decision.next_actions}
    assert all("first review" in actions[key] for key in ("ELIG-3", "ELIG-8"))
    without = stories.with_referral(stories.referred(), **short)
    decision = check_eligibility(without, policy=policy, on=PLANNED_ON, places_free=1)
    assert decision.answer is Eligibility.NOT_YET


# Grounds, the room, the list


def test_a_ground_is_told_with_its_time() -> None:
    grounds = (
        RiskGround(ground=Ground.ANXIETY),
        RiskGround(ground=Ground.SUSPENSION, time=Time.PAST),
        RiskGround(ground=Ground.SEVERE_ABSENCE, time=Time.FORESEEN),
    )
    journey = stories.with_referral(stories.referred(), grounds=grounds)
    finding = check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-2")
    assert dict(finding.params) == {
        "past": ("suspension",),
        "foreseen": ("severe_absence",),
        "unsaid": ("anxiety",),
    }


@pytest.mark.parametrize("year", [one for one in YearGroup if one.key_stage is not None])
@pytest.mark.parametrize("phase", Phase)
def test_a_phase_tells_what_is_not_taught_and_never_what_is(year: YearGroup, phase: Phase) -> None:
    """A provision of the phase may still teach one key stage alone."""
    room = evolve(stories.ROOM, key_stages=None, phase=phase)
    journey = stories.with_placement(stories.referred(), provision=room)
    journey = evolve(journey, pupil=evolve(journey.pupil, year_group=year))
    finding = check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-10")
    is_primary = year.position <= YearGroup.YEAR_6.position
    assert finding.reason == ("no_provision" if is_primary == (phase is Phase.PRIMARY) else "other_phase")


def test_the_key_stages_of_a_middle_school_count_and_not_its_phase() -> None:
    room = evolve(stories.ROOM, key_stages=(KeyStage.KS2, KeyStage.KS3), phase=Phase.PRIMARY)
    journey = stories.with_placement(stories.referred(), provision=room)
    assert check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-10").reason == "taught"


@pytest.mark.parametrize("order", WaitingOrder)
def test_a_full_room_tells_how_the_list_is_taken_up_and_ranks_nobody(order: WaitingOrder) -> None:
    policy = profile().choosing(waiting_order=order)
    decision = check_eligibility(stories.referred(), policy=policy, on=PLANNED_ON, places_free=0)
    finding = decision.finding("ELIG-11")
    assert dict(finding.params) == {"order": order.value}
    assert [(one.name, one.value) for one in finding.choices] == [("waiting_order", order.value)]
    grave = stories.with_referral(stories.referred(), grounds=(RiskGround(ground=Ground.EXCLUSION),))
    other = check_eligibility(grave, policy=policy, on=PLANNED_ON, places_free=0)
    assert other.finding("ELIG-11") == finding


def test_a_support_that_begins_later_is_none_yet() -> None:
    tried = (SupportTried(support=PriorSupport.MENTORING, started=date(2026, 11, 2)),)
    journey = stories.with_referral(
        stories.referred(), waiting_since=date(2026, 10, 9), support_while_waiting=tried
    )
    assert check_eligibility(journey, policy=profile(), on=PLANNED_ON).finding("ELIG-14").reason == "none"


# Which stay, which referral


def test_a_referral_after_the_end_of_a_stay_is_the_one_asked_about_unless_another_is_named() -> None:
    old = stories.returned()
    anew = Referral(ref="r9", day=date(2027, 6, 14))
    journey = evolve(old, referrals=(*(old.referrals or ()), anew))
    asked = {"policy": profile(), "on": stories.LONG_AFTER, "places_free": 1}
    decision = check_eligibility(journey, **asked)  # type: ignore[arg-type]
    assert dict(decision.finding("ELIG-1").params)["day"] == anew.day
    assert decision.finding("ELIG-11").reason == "free"
    (stay,) = journey.placements or ()
    named = check_eligibility(journey, **asked, placement=stay)  # type: ignore[arg-type]
    assert dict(named.finding("ELIG-1").params)["day"] == stories.REFERRED
    assert named.finding("ELIG-11").reason == "ended"
    first = check_eligibility(journey, **asked, referral=stories.referral())  # type: ignore[arg-type]
    assert dict(first.finding("ELIG-1").params)["day"] == stories.REFERRED


# What it never says


def templates(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        for reason in rule.reasons:
            yield from filter(None, (reason.sentence, reason.action))


def test_nothing_here_proposes_a_way_out_of_school() -> None:
    told = list(templates((*ELIGIBILITY, *SUPPORT)))
    assert len(told) > len(ELIGIBILITY)
    assert [text for text in told if EXITS.search(text.lower())] == []


@pytest.mark.parametrize(
    "text", ["Offer a managed move.", "Use off-site direction.", "Try a part-time timetable.", "Exclude."]
)
def test_a_way_out_of_school_would_be_found(text: str) -> None:
    assert EXITS.search(text.lower())


@pytest.mark.parametrize("rule", [*ELIGIBILITY, *SUPPORT], ids=lambda rule: rule.key)
def test_every_reason_that_is_not_met_has_an_action_that_can_be_told(rule: Rule) -> None:
    place = re.compile(r"\{(\w+)\}")
    for reason in rule.reasons:
        if reason.verdict is not Verdict.MET:
            assert reason.action is not None, reason.code
        if reason.action is not None:
            assert set(place.findall(reason.action)) <= set(place.findall(reason.sentence))
            assert reason.action.endswith((".", "?"))
