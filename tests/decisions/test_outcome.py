"""How a stay ended: a profile of reasons, in which an open stay is open and a timetable is no participation."""

from datetime import date, timedelta
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions import outcome
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import Outcome, OutcomeGroup, OutcomeKind, classify_outcome
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.review import Review
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Destination
from tests import stories
from tests.cases import OUTCOME_CASES, UNKNOWN, Case
from tests.laws import policies, told
from tests.stories import BEGAN, ENDED, LAST_LOOK_BACK, LONG_AFTER, ON

POLICY: Final = profile("half-term")
RETURNED: Final = stories.returned()

KINDS: Final = {
    Destination.MAINSTREAM: "returned_participation_not_known",
    Destination.MAINSTREAM_IN_PART: "partly_returned",
    Destination.FURTHER_STAY: "further_stay",
    Destination.POST_16: "post_16_pathway",
    Destination.NO_POST_16_PLACE: "no_post_16_place",
    Destination.SPECIAL_SCHOOL: "special_school_place",
    Destination.SPECIALIST_BASE: "specialist_base",
    Destination.ANOTHER_SCHOOL: "another_school",
    Destination.NEXT_PHASE: "next_phase",
    Destination.FAMILY_WITHDREW: "family_withdrew",
    Destination.DIED: "died",
    Destination.MANAGED_MOVE: "managed_move",
    Destination.OFF_SITE_DIRECTION: "off_site_direction",
    Destination.ELECTIVE_HOME_EDUCATION: "elective_home_education",
    Destination.PERMANENT_EXCLUSION: "permanent_exclusion",
    Destination.EXTERNAL_ALTERNATIVE_PROVISION: "external_alternative_provision",
}
"""What a stay is called of which only the destination is recorded."""

VALUED: Final = {
    "sustained_return",
    "returned",
    "returned_participation_not_known",
    "post_16_pathway",
    "special_school_place",
}
TO_ASK_ABOUT: Final = {
    "managed_move",
    "off_site_direction",
    "elective_home_education",
    "permanent_exclusion",
    "external_alternative_provision",
}


def classify(journey: Journey, on: date = LONG_AFTER) -> Judgement[Outcome]:
    return classify_outcome(journey, policy=POLICY, on=on)


def ended(destination: Destination | None, **changes: object) -> Journey:
    stay = Placement(began=BEGAN, ending=Ending(day=ENDED, destination=destination))
    return evolve(UNKNOWN, placements=(evolve(stay, **changes),))  # type: ignore[arg-type]


@pytest.mark.parametrize("case", OUTCOME_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    judged = classify_outcome(case.journey, **case.asked)
    assert {key: judged.finding(key).reason for key in case.expect} == case.expect
    assert judged.answer.kind is case.answer


@pytest.mark.parametrize("destination", Destination)
def test_each_destination_is_told_as_an_outcome(destination: Destination) -> None:
    answer = classify(ended(destination)).answer
    assert answer.kind.value == KINDS[destination]
    assert (answer.ended, answer.destination) == (ENDED, destination)


def test_where_the_pupil_went_must_be_recorded() -> None:
    assert classify(ended(None)).answer.kind is OutcomeKind.NOT_KNOWN


@pytest.mark.parametrize("kind", OutcomeKind)
def test_how_the_sources_look_at_an_outcome(kind: OutcomeKind) -> None:
    """Return is the ideal; qualifications and a special school place are valued; five exits ask for a question."""
    expected = {
        **dict.fromkeys(VALUED, OutcomeGroup.VALUED),
        **dict.fromkeys(TO_ASK_ABOUT, OutcomeGroup.TO_ASK_ABOUT),
        "not_begun": OutcomeGroup.OPEN,
        "still_placed": OutcomeGroup.OPEN,
        "not_known": OutcomeGroup.NOT_KNOWN,
    }
    assert kind.group is expected.get(kind.value, OutcomeGroup.IN_BETWEEN)


def test_whose_choice_it_was_is_told() -> None:
    assert classify(RETURNED).answer == Outcome(
        kind=OutcomeKind.SUSTAINED_RETURN,
        ended=ENDED,
        destination=Destination.MAINSTREAM,
        chosen_by=Role.PUPIL,
    )


# Told a second time


def _naive(judged: Judgement[Outcome]) -> str:
    reason = {finding.key: finding.reason for finding in judged.findings}
    table = (
        ("OUT-1", ("planned", "none"), "not_begun"),
        ("OUT-1", ("not_recorded",), "not_known"),
        ("OUT-2", ("open", "open_until"), "still_placed"),
        ("OUT-2", ("overrun", "no_stay"), "not_known"),
        ("OUT-3", ("no_destination",), "not_known"),
    )
    for key, reasons, kind in table:
        if reason[key] in reasons:
            return kind
    went = judged.answer.destination
    assert went is not None
    if went is not Destination.MAINSTREAM:
        return KINDS[went]
    if reason["OUT-5"] == "not_in_all":
        return "partly_returned"
    if reason["OUT-5"] != "in_all":
        return "returned_participation_not_known"
    lasting = reason["OUT-4"] == "more" and reason["OUT-8"] == "looked"
    return "sustained_return" if lasting else "returned"


@given(told(), policies())
def test_the_kind_follows_from_the_reasons(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    judged = classify_outcome(journey, policy=profile(policy), on=on)
    assert judged.answer.kind.value == _naive(judged)


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
@pytest.mark.parametrize("case", OUTCOME_CASES, ids=lambda case: case.name)
def test_the_kind_follows_from_the_reasons_in_each_case(case: Case, policy: object) -> None:
    judged = classify_outcome(case.journey, policy=policy, on=case.on)  # type: ignore[arg-type]
    assert judged.answer.kind.value == _naive(judged)


def test_the_order_of_the_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [classify_outcome(case.journey, **case.asked).answer for case in OUTCOME_CASES]
    monkeypatch.setattr(outcome, "OUTCOME", outcome.OUTCOME[::-1])
    assert [classify_outcome(case.journey, **case.asked).answer for case in OUTCOME_CASES] == before


# Open, ended, followed up


def test_a_full_timetable_alone_is_no_sustained_return() -> None:
    """Reintegration means taking part academically, socially and emotionally, not a share of the week."""
    full = evolve(
        ended(Destination.MAINSTREAM),
        calendar=stories.CALENDAR,
        timetables=RETURNED.timetables,
        marks=RETURNED.marks,
        reviews=(Review(day=ENDED),),
    )
    assert classify(full).answer.kind is OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN


def test_an_open_stay_is_no_failure() -> None:
    for on in (BEGAN, ON, ENDED):
        assert classify(stories.hybrid(), on).answer.kind is OutcomeKind.STILL_PLACED


def test_whether_a_stay_that_outran_its_plan_ended_is_not_known() -> None:
    overran = classify(stories.hybrid(), ENDED + timedelta(days=1))
    assert overran.answer.kind is OutcomeKind.NOT_KNOWN
    assert overran.finding("OUT-2").reason == "overrun"


@pytest.mark.parametrize("on", [date(2026, 10, 1), BEGAN])
def test_a_stay_that_is_planned_has_not_begun(on: date) -> None:
    assert classify(stories.referred(), on).answer.kind is OutcomeKind.NOT_BEGUN


def test_an_ending_without_a_beginning_is_not_known() -> None:
    assert classify(ended(Destination.MAINSTREAM, began=None)).answer.kind is OutcomeKind.NOT_KNOWN


AS_AGREED: Final = {
    (Purpose.RETURN, Destination.MAINSTREAM),
    (Purpose.QUALIFICATIONS, Destination.POST_16),
    (Purpose.SPECIAL_SCHOOL_BRIDGE, Destination.SPECIAL_SCHOOL),
    (Purpose.PRIMARY_YEAR, Destination.MAINSTREAM),
    (Purpose.PRIMARY_YEAR, Destination.SPECIAL_SCHOOL),
}


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("destination", Destination)
def test_an_ending_is_held_against_the_purpose_agreed_at_entry(
    purpose: Purpose, destination: Destination
) -> None:
    reason = classify(ended(destination, purpose=purpose)).finding("OUT-3").reason
    assert (reason == "as_agreed") == ((purpose, destination) in AS_AGREED)


WAYS: Final = ("academic", "social", "emotional")


@given(st.lists(st.sampled_from([*Extent, None]), min_size=3, max_size=3))
def test_taking_part_means_all_three_ways(parts: list[Extent | None]) -> None:
    ways = dict(zip(WAYS, parts, strict=True))
    seen = stories.look_back(LAST_LOOK_BACK, None, **ways)
    judged = classify(stories.with_transition(RETURNED, follow_ups=(seen,)))
    reason = judged.finding("OUT-5").reason
    if {Extent.NO, Extent.PARTLY} & set(parts):
        assert reason == "not_in_all"
        assert judged.answer.kind is OutcomeKind.PARTLY_RETURNED
    elif None in parts:
        assert reason == "not_seen"
        assert judged.answer.kind is OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN
    else:
        assert reason == "in_all"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_the_last_look_back_after_the_end_tells(order: tuple[int, ...]) -> None:
    looks = (
        stories.look_back(ENDED, Extent.NO),
        stories.look_back(date(2027, 1, 8), Extent.PARTLY),
        stories.look_back(date(2027, 2, 5)),
    )
    journey = stories.with_transition(RETURNED, follow_ups=tuple(looks[place] for place in order))
    reasons = {
        on: classify(journey, on).finding("OUT-5").reason
        for on in (ENDED, date(2027, 1, 8), date(2027, 2, 4), date(2027, 2, 5))
    }
    assert list(reasons.values()) == ["no_follow_up", "not_in_all", "not_in_all", "in_all"]


@pytest.mark.parametrize(
    ("on", "reason"),
    [(date(2027, 2, 5), "too_early"), (date(2027, 2, 6), "missed"), (date(2027, 2, 8), "missed")],
)
def test_a_point_of_the_policy_has_come_when_its_day_is_over(on: date, reason: str) -> None:
    """Six school weeks after 11 December, Christmas stepped over, is 5 February."""
    journey = stories.with_transition(RETURNED, follow_ups=())
    assert classify(journey, on).finding("OUT-8").reason == reason


def test_one_late_look_covers_the_points_before_it() -> None:
    journey = stories.with_transition(RETURNED, follow_ups=(stories.look_back(LAST_LOOK_BACK),))
    judged = classify(journey)
    assert judged.finding("OUT-8").reason == "looked"
    assert judged.answer.kind is OutcomeKind.SUSTAINED_RETURN


def test_points_beyond_the_calendar_may_have_come() -> None:
    """Where the calendar ends before a point, nobody can say that every point was looked at."""
    in_march = evolve(RETURNED, calendar=evolve(stories.CALENDAR, terms=stories.CALENDAR.terms[:6]))
    assert classify(in_march, date(2027, 3, 1)).finding("OUT-8").reason == "looked"
    assert classify(in_march).finding("OUT-8").reason == "too_early"
    unseen = stories.with_transition(in_march, follow_ups=())
    assert classify(unseen).finding("OUT-8").reason == "missed"
