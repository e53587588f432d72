"""Where on the journey a pupil is, as far as the record tells."""

from datetime import date
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given

from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import find_stage, settled_on
from iapcore.guidance.profiles import profile
from iapcore.guidance.steps import STEPS, Stage
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement, PurposeChange
from iapcore.record.referral import Decided, Referral, ReferralDecision
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination
from tests import stories
from tests.cases import NOTHING_THERE, UNKNOWN
from tests.laws import policies, told
from tests.stories import BEGAN, ENDED, IN_WEEK_ONE, LONG_AFTER, ON, PLANNED_ON, REFERRED, ROOM

POLICY: Final = profile("half-term")
HYBRID: Final = stories.hybrid()
IN_PART: Final = Ending(day=ENDED, destination=Destination.MAINSTREAM_IN_PART)
SHORT: Final = (HYBRID.timetables or ())[:1]


@pytest.mark.parametrize(
    ("journey", "on", "stage"),
    [
        (UNKNOWN, ON, Stage.NOT_KNOWN),
        (NOTHING_THERE, ON, Stage.NOT_REFERRED),
        (evolve(stories.referred(), placements=()), PLANNED_ON, Stage.CONSULTED),
        (evolve(stories.referred(), placements=()), date(2026, 9, 1), Stage.NOT_REFERRED),
        (stories.referred(), PLANNED_ON, Stage.AGREED),
        (stories.referred(), BEGAN, Stage.AGREED),
        (stories.referred(), date(2026, 11, 3), Stage.NOT_KNOWN),
        (evolve(UNKNOWN, placements=(Placement(),)), ON, Stage.NOT_KNOWN),
        (HYBRID, BEGAN, Stage.SETTLING),
        (HYBRID, IN_WEEK_ONE, Stage.SETTLING),
        (HYBRID, date(2026, 11, 9), Stage.HYBRID),
        (evolve(HYBRID, timetables=SHORT), date(2026, 11, 9), Stage.IN_BASE),
        (HYBRID, ON, Stage.HYBRID),
        (evolve(HYBRID, timetables=None), ON, Stage.NOT_KNOWN),
        (evolve(HYBRID, timetables=()), ON, Stage.NOT_KNOWN),
        (stories.back_in_full(), date(2026, 12, 10), Stage.RETURNING),
        (stories.back_in_full(), date(2026, 12, 12), Stage.NOT_KNOWN),
        (stories.returned(), ENDED, Stage.RETURNED),
        (stories.returned(), LONG_AFTER, Stage.FOLLOWED_UP),
        (stories.with_placement(HYBRID, ending=IN_PART), LONG_AFTER, Stage.ENDED),
        (stories.with_placement(HYBRID, ending=Ending(day=ENDED)), LONG_AFTER, Stage.ENDED),
        (stories.qualifications(), ON, Stage.CONTINUING_TO_QUALIFICATIONS),
        (stories.with_placement(HYBRID, purpose=Purpose.PRIMARY_YEAR), ON, Stage.CONTINUING_THROUGH_PRIMARY),
        (stories.with_placement(HYBRID, purpose=None), ON, Stage.HYBRID),
        (stories.half_days(), ON, Stage.HYBRID),
    ],
)
def test_the_stage_of_a_story(journey: Journey, on: date, stage: Stage) -> None:
    assert find_stage(journey, policy=POLICY, on=on) is stage


def test_another_stay_can_be_named() -> None:
    first = stories.placement(began=date(2026, 9, 7), ending=IN_PART, ref="p0")
    journey = evolve(HYBRID, placements=(*(HYBRID.placements or ()), first))
    assert find_stage(journey, policy=POLICY, on=LONG_AFTER, placement=first) is Stage.ENDED


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({"consultations": ()}, Stage.REFERRED),
        ({"consultations": None}, Stage.REFERRED),
        ({"waiting_since": REFERRED}, Stage.WAITING),
        ({"waiting_since": REFERRED, "waited_until": PLANNED_ON}, Stage.NOT_KNOWN),
        ({"decisions": ()}, Stage.CONSULTED),
        *[
            ({"decisions": (ReferralDecision(day=PLANNED_ON, decided=decided),)}, stage)
            for decided, stage in (
                (Decided.PLACE_OFFERED, Stage.AGREED),
                (Decided.WAITING_LIST, Stage.WAITING),
                (Decided.OTHER_SUPPORT, Stage.OTHER_SUPPORT),
                (Decided.WITHDRAWN, Stage.OTHER_SUPPORT),
            )
        ],
    ],
)
def test_the_stage_before_any_stay(changes: dict[str, Any], stage: Stage) -> None:
    journey = evolve(stories.with_referral(stories.referred(), **changes), placements=())
    assert find_stage(journey, policy=POLICY, on=PLANNED_ON) is stage


def test_the_last_decision_on_a_referral_counts_and_two_of_one_day_must_agree() -> None:
    offered, waits = (
        ReferralDecision(day=day, decided=decided)
        for day, decided in ((PLANNED_ON, Decided.PLACE_OFFERED), (REFERRED, Decided.WAITING_LIST))
    )
    for decisions, stage in (
        ((offered, waits), Stage.AGREED),
        ((offered, evolve(waits, day=PLANNED_ON)), Stage.NOT_KNOWN),
    ):
        journey = evolve(stories.with_referral(stories.referred(), decisions=decisions), placements=())
        assert find_stage(journey, policy=POLICY, on=PLANNED_ON) is stage


def test_a_referral_after_the_latest_stay_begins_anew() -> None:
    anew = Referral(day=date(2027, 1, 11))
    journey = stories.returned()
    journey = evolve(journey, referrals=(*(journey.referrals or ()), anew))
    assert find_stage(journey, policy=POLICY, on=LONG_AFTER) is Stage.REFERRED
    stay = journey.latest_placement()
    assert find_stage(journey, policy=POLICY, on=LONG_AFTER, placement=stay) is Stage.FOLLOWED_UP


def test_a_purpose_that_changed_counts_from_its_day() -> None:
    change = PurposeChange(day=date(2026, 11, 18), purpose=Purpose.SPECIAL_SCHOOL_BRIDGE)
    journey = stories.with_placement(HYBRID, purpose_changes=(change,))
    assert find_stage(journey, policy=POLICY, on=date(2026, 11, 17)) is Stage.HYBRID
    assert find_stage(journey, policy=POLICY, on=ON) is Stage.CONTINUING_TO_SPECIAL_SCHOOL


def test_a_lesson_that_never_left_makes_a_shared_week() -> None:
    shared = evolve(HYBRID, timetables=(stories.week(BEGAN, "MBBBB BBBBB BBBBB BBBBB BBBBB"),))
    assert find_stage(shared, policy=POLICY, on=ON) is Stage.PART_WEEK


@pytest.mark.parametrize("starts", [date(2026, 9, 2), BEGAN])
def test_a_stay_without_a_lesson_in_the_base_is_no_return_in_full(starts: date) -> None:
    journey = evolve(HYBRID, timetables=(stories.week(starts, stories.ALL_BACK),))
    assert find_stage(journey, policy=POLICY, on=date(2026, 11, 9)) is Stage.NOT_KNOWN


def test_a_week_of_which_a_lesson_is_not_told_has_no_stage() -> None:
    """Nothing recorded in the base is not the same as nothing in the base."""
    unknown = stories.week(date(2026, 11, 17), "????? ????? ????? ????? ?????")
    journey = evolve(HYBRID, timetables=(*(HYBRID.timetables or ()), unknown))
    assert find_stage(journey, policy=POLICY, on=ON) is Stage.NOT_KNOWN


@pytest.mark.parametrize(
    ("room", "policy", "day"),
    [
        (ROOM, "four-tenets", date(2026, 11, 9)),
        (evolve(ROOM, settling_weeks=0), "half-term", BEGAN),
        (evolve(ROOM, settling_weeks=None), "half-term", date(2026, 11, 9)),
        (evolve(ROOM, settling_weeks=None), "four-tenets", BEGAN),
        (evolve(ROOM, settling_weeks=8), "half-term", date(2027, 1, 11)),
        (None, "half-term", date(2026, 11, 9)),
    ],
)
def test_how_long_all_lessons_are_in_the_base_at_first(room: object, policy: str, day: date) -> None:
    """The provision says so; where it does not, the policy does. Holidays do not count."""
    journey = stories.with_placement(HYBRID, provision=room)
    assert settled_on(Situation.of(journey, policy=profile(policy), on=ON), BEGAN) == day


def test_without_a_calendar_nobody_knows_when_the_first_weeks_are_over() -> None:
    unknown = evolve(HYBRID, calendar=None)
    assert settled_on(Situation.of(unknown, policy=POLICY, on=ON), BEGAN) is None
    assert find_stage(unknown, policy=POLICY, on=ON) is Stage.HYBRID


@given(told(), policies())
def test_every_journey_has_one_stage(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    assert find_stage(journey, policy=profile(policy), on=on) in STEPS
