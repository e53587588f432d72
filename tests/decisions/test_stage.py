"""Where on the journey a pupil is, as far as the record tells."""

from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given

from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import find_stage, settled_on
from iapcore.guidance.profiles import profile
from iapcore.guidance.steps import STEPS, Stage
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination
from tests import stories
from tests.cases import NOTHING_THERE, UNKNOWN
from tests.laws import policies, told
from tests.stories import BEGAN, ENDED, IN_WEEK_ONE, LONG_AFTER, ON, PLANNED_ON, ROOM

POLICY: Final = profile("half-term")
HYBRID: Final = stories.hybrid()
IN_PART: Final = Ending(day=ENDED, destination=Destination.MAINSTREAM_IN_PART)
SHORT: Final = (HYBRID.timetables or ())[:1]


@pytest.mark.parametrize(
    ("journey", "on", "stage"),
    [
        (UNKNOWN, ON, Stage.NOT_KNOWN),
        (NOTHING_THERE, ON, Stage.NOT_REFERRED),
        (evolve(stories.referred(), placements=()), PLANNED_ON, Stage.REFERRED),
        (evolve(stories.referred(), placements=()), date(2026, 9, 1), Stage.NOT_REFERRED),
        (stories.referred(), PLANNED_ON, Stage.PLANNED),
        (stories.referred(), BEGAN, Stage.PLANNED),
        (stories.referred(), date(2026, 11, 3), Stage.NOT_KNOWN),
        (evolve(UNKNOWN, placements=(Placement(),)), ON, Stage.NOT_KNOWN),
        (HYBRID, BEGAN, Stage.SETTLING),
        (HYBRID, IN_WEEK_ONE, Stage.SETTLING),
        (HYBRID, date(2026, 11, 9), Stage.HYBRID),
        (evolve(HYBRID, timetables=SHORT), date(2026, 11, 9), Stage.IN_BASE),
        (HYBRID, ON, Stage.HYBRID),
        (evolve(HYBRID, timetables=None), ON, Stage.NOT_KNOWN),
        (evolve(HYBRID, timetables=()), ON, Stage.NOT_KNOWN),
        (stories.back_in_full(), date(2026, 12, 10), Stage.ALL_LESSONS_BACK),
        (stories.back_in_full(), date(2026, 12, 12), Stage.NOT_KNOWN),
        (stories.returned(), ENDED, Stage.RETURNED),
        (stories.returned(), LONG_AFTER, Stage.RETURNED),
        (stories.with_placement(HYBRID, ending=IN_PART), LONG_AFTER, Stage.ENDED),
        (stories.with_placement(HYBRID, ending=Ending(day=ENDED)), LONG_AFTER, Stage.ENDED),
        (stories.qualifications(), ON, Stage.CONTINUING),
        (stories.with_placement(HYBRID, purpose=Purpose.PRIMARY_YEAR), ON, Stage.CONTINUING),
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


def test_a_lesson_that_never_left_makes_a_shared_week() -> None:
    shared = evolve(HYBRID, timetables=(stories.week(BEGAN, "MBBBB BBBBB BBBBB BBBBB BBBBB"),))
    assert find_stage(shared, policy=POLICY, on=ON) is Stage.HYBRID


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
