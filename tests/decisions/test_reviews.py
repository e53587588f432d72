"""What is due, in school weeks: nothing is made up where the calendar does not reach."""

from datetime import date, timedelta
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given

from iapcore import DateSpan, Placement, Pupil, PupilId
from iapcore.decisions.reviews import Due, DueKind, find_due, follow_up_days, next_review
from iapcore.decisions.situation import Situation
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.review import Review
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import policies, told
from tests.stories import BEGAN, ENDED, LAST_LOOK_BACK, LONG_AFTER, ON, PLANNED_ON

POLICY: Final = profile("half-term")
HYBRID: Final = stories.hybrid()
UNREVIEWED: Final = evolve(HYBRID, reviews=None)
UNPLANNED: Final = stories.with_placement(stories.referred(), planned=None)
RETURNED: Final = stories.returned()


def due(journey: Journey, on: date) -> list[tuple[str, date]]:
    return [(one.kind.value, one.by) for one in find_due(journey, policy=POLICY, on=on)]


def test_the_day_that_people_set_comes_first() -> None:
    assert due(HYBRID, ON) == [("review", date(2026, 12, 9))]


def test_else_the_policy_counts_school_weeks_from_the_last_review() -> None:
    """Reviews every three to six weeks; the half-term policy asks for three."""
    unset = stories.with_review(HYBRID, next_review=None)
    assert due(unset, ON) == [("review", date(2026, 12, 9))]
    late = evolve(unset, reviews=(Review(day=date(2026, 12, 9)), Review(day=date(2026, 11, 10))))
    assert due(late, date(2026, 12, 10)) == [("review", date(2027, 1, 13))]


def test_before_a_first_review_it_counts_from_the_first_day() -> None:
    assert due(UNREVIEWED, ON) == [("review", date(2026, 11, 23))]
    before = evolve(HYBRID, reviews=(Review(day=date(2026, 10, 5), next_review=date(2026, 10, 30)),))
    assert due(before, ON) == [("review", date(2026, 11, 23))]


@pytest.mark.parametrize(
    "journey", [stories.with_placement(evolve(UNREVIEWED, calendar=None), planned=None), UNKNOWN, UNPLANNED]
)
@pytest.mark.parametrize("on", [PLANNED_ON, ON])
def test_nothing_is_made_up(journey: Journey, on: date) -> None:
    assert due(journey, on) == []
    assert next_review(Situation.of(journey, policy=POLICY, on=on)) is None


@pytest.mark.parametrize("on", [PLANNED_ON, BEGAN, ON])
def test_a_planned_stay_is_due_to_start(on: date) -> None:
    assert due(stories.referred(), on) == [("start", BEGAN)]
    assert find_due(stories.referred(), policy=POLICY, on=on)[0].is_overdue(on) == (on == ON)


def test_a_stay_that_outran_its_plan_wants_an_ending() -> None:
    assert due(HYBRID, ENDED) == [("review", date(2026, 12, 9))]
    assert due(HYBRID, ENDED + timedelta(days=1)) == [
        ("review", date(2026, 12, 9)),
        ("ending", ENDED),
    ]


def test_the_points_of_the_policy_after_the_end() -> None:
    """Six, twelve and twenty-six school weeks after 11 December; no source gives the weeks."""
    situation = Situation.of(RETURNED, policy=POLICY, on=LONG_AFTER)
    assert follow_up_days(situation) == (date(2027, 2, 5), date(2027, 3, 26), LAST_LOOK_BACK)
    open_stay = Situation.of(HYBRID, policy=POLICY, on=ON)
    assert follow_up_days(open_stay) == ()
    no_calendar = Situation.of(evolve(RETURNED, calendar=None), policy=POLICY, on=LONG_AFTER)
    assert follow_up_days(no_calendar) == ()
    short = evolve(RETURNED, calendar=evolve(stories.CALENDAR, terms=stories.CALENDAR.terms[:5]))
    assert follow_up_days(Situation.of(short, policy=POLICY, on=LONG_AFTER)) == (date(2027, 2, 5),)


@pytest.mark.parametrize(
    ("on", "looks", "days"),
    [
        (ENDED, (), [date(2027, 2, 5)]),
        (date(2027, 2, 5), (), [date(2027, 2, 5)]),
        (date(2027, 2, 8), (), [date(2027, 2, 5), date(2027, 3, 26)]),
        (LONG_AFTER, (), [date(2027, 2, 5)]),
        (date(2027, 2, 8), (date(2027, 2, 4),), [date(2027, 2, 5), date(2027, 3, 26)]),
        (date(2027, 2, 8), (date(2027, 2, 5),), [date(2027, 3, 26)]),
        (date(2027, 4, 20), (date(2027, 4, 16),), [LAST_LOOK_BACK]),
        (LONG_AFTER, (LAST_LOOK_BACK,), []),
    ],
)
def test_one_look_back_is_due_at_a_time_and_one_that_was_missed(
    on: date, looks: tuple[date, ...], days: list[date]
) -> None:
    journey = stories.with_transition(RETURNED, follow_ups=tuple(map(stories.look_back, looks)))
    assert due(journey, on) == [("follow_up", day) for day in days]


def test_where_follow_ups_are_not_recorded_they_are_due() -> None:
    journey = stories.with_placement(RETURNED, transition=None)
    assert due(journey, ENDED) == [("follow_up", date(2027, 2, 5))]


def test_overdue_begins_the_day_after() -> None:
    one = Due(kind=DueKind.REVIEW, by=ON)
    assert [one.is_overdue(ON + timedelta(days=days)) for days in (-1, 0, 1)] == [False, False, True]


def test_another_stay_can_be_named() -> None:
    other = stories.placement(began=date(2026, 9, 7), planned=None)
    found = find_due(UNREVIEWED, policy=POLICY, on=date(2026, 9, 8), placement=other)
    assert [one.by for one in found] == [date(2026, 9, 28)]


@given(told(), policies())
def test_what_is_due_comes_in_order(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    days = [one.by for one in find_due(journey, policy=profile(policy), on=on)]
    assert days == sorted(days)


def test_a_planned_start_is_due_until_the_stay_begins() -> None:
    """A pupil whose place never began must not drop out of sight."""
    planned = DateSpan(date(2026, 11, 2), date(2026, 12, 11))
    journey = Journey(pupil=Pupil(id=PupilId("a")), placements=(Placement(planned=planned), Placement()))
    first, second = journey.placements or ()
    [due] = find_due(journey, policy=profile(), on=date(2027, 2, 20), placement=first)
    assert (due.kind.value, due.by, due.is_overdue(date(2027, 2, 20))) == ("start", planned.start, True)
    assert find_due(journey, policy=profile(), on=date(2027, 2, 20), placement=second) == ()
