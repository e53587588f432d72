"""What is due, in school weeks: nothing is made up where the calendar does not reach."""

from datetime import date, timedelta
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given

from iapcore import DateSpan, Placement, Pupil, PupilId
from iapcore.decisions.reviews import (
    Due,
    DueKind,
    PlannedReview,
    check_reviews,
    find_due,
    follow_up_days,
    next_review,
    plan_reviews,
)
from iapcore.decisions.situation import Situation
from iapcore.guidance.profiles import profile
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import ExclusionReview, Suspension
from iapcore.record.journey import Journey
from iapcore.record.placement import Extension
from iapcore.record.review import Progress, Review, TargetProgress
from iapcore.record.stream import Stream
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.suspension_codes import ReviewBody, SuspensionCategory
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


def test_a_day_that_people_set_for_looking_back_is_due_beside_those_of_the_policy() -> None:
    early = date(2027, 1, 15)
    journey = stories.with_transition(RETURNED, follow_ups=(), follow_ups_planned=(ENDED, early))
    assert due(journey, ENDED) == [("follow_up", early)]
    assert due(journey, date(2027, 1, 18)) == [("follow_up", early), ("follow_up", date(2027, 2, 5))]


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


# The plan of a stay


def plan(journey: Journey, on: date) -> list[tuple[str, date | None]]:
    return [(one.state.value, one.by) for one in plan_reviews(journey, policy=POLICY, on=on)]


EXTENDED: Final = stories.with_placement(
    HYBRID, extensions=(Extension(day=date(2026, 11, 19), until=date(2027, 2, 12)),)
)


def test_a_plan_goes_from_the_start_to_the_planned_end() -> None:
    """Every three school weeks; two weeks of holiday are stepped over."""
    assert plan(evolve(EXTENDED, reviews=()), ON) == [
        ("due", date(2026, 11, 23)),
        ("to_come", date(2026, 12, 14)),
        ("to_come", date(2027, 1, 18)),
        ("to_come", date(2027, 2, 8)),
    ]


def test_a_review_that_was_held_moves_those_after_it() -> None:
    assert plan(EXTENDED, ON) == [
        ("held", date(2026, 11, 23)),
        ("due", date(2026, 12, 9)),
        ("to_come", date(2027, 1, 13)),
        ("to_come", date(2027, 2, 3)),
    ]


def test_of_those_that_have_passed_one_is_overdue() -> None:
    """One look covers every point that has passed."""
    assert plan(evolve(EXTENDED, reviews=()), date(2027, 1, 11)) == [
        ("overdue", date(2026, 11, 23)),
        ("due", date(2027, 1, 18)),
        ("to_come", date(2027, 2, 8)),
    ]


def test_on_its_day_a_review_is_due() -> None:
    assert plan(HYBRID, date(2026, 12, 9)) == [("held", date(2026, 11, 23)), ("due", date(2026, 12, 9))]


def test_where_reviews_are_not_recorded_none_is_called_overdue() -> None:
    assert plan(UNREVIEWED, date(2026, 11, 24)) == [
        ("not_known", date(2026, 11, 23)),
        ("due", date(2026, 12, 14)),
    ]


def test_a_stay_that_has_ended_has_only_those_that_were_held() -> None:
    assert {state for state, _ in plan(RETURNED, LONG_AFTER)} == {"held"}


@pytest.mark.parametrize("journey", [UNKNOWN, stories.referred()])
def test_without_a_stay_there_is_no_plan(journey: Journey) -> None:
    assert plan(journey, ON) == []


def test_without_a_calendar_there_are_the_days_that_people_set() -> None:
    assert plan(evolve(HYBRID, calendar=None), ON) == [("held", None), ("due", date(2026, 12, 9))]
    assert plan(evolve(UNREVIEWED, calendar=None), ON) == []


def test_a_plan_ends_with_the_calendar() -> None:
    short = evolve(stories.CALENDAR, terms=stories.CALENDAR.terms[:4])
    assert plan(evolve(EXTENDED, reviews=(), calendar=short), date(2026, 12, 15)) == [
        ("overdue", date(2026, 11, 23))
    ]


@pytest.mark.parametrize(
    ("attended", "missing"),
    [
        (None, None),
        ((), ["family", "pupil", "staff"]),
        ((Role.SENCO,), ["family", "pupil"]),
        ((Role.FAMILY, Role.PUPIL, Role.OTHER), []),
    ],
)
def test_who_was_missing(attended: tuple[Role, ...] | None, missing: list[str] | None) -> None:
    [held, *_] = plan_reviews(stories.with_review(HYBRID, attended=attended), policy=POLICY, on=ON)
    assert (held.missing and [part.value for part in held.missing]) == (missing or held.missing)
    assert (held.missing is None) is (missing is None)


@pytest.mark.parametrize(
    ("journey", "left"),
    [
        (HYBRID, 0),
        (stories.with_review(HYBRID, targets=()), 2),
        (stories.with_review(HYBRID, targets=(TargetProgress(target="t2", progress=Progress.NONE),)), 1),
        (stories.with_review(HYBRID, targets=None), None),
        (evolve(HYBRID, targets=None), None),
    ],
)
def test_how_many_targets_were_left_out(journey: Journey, left: int | None) -> None:
    [held, *_] = plan_reviews(journey, policy=POLICY, on=ON)
    assert (held.held, held.targets_left) == (date(2026, 11, 18), left)


@pytest.mark.parametrize(
    ("policy", "promised", "weeks"),
    [(6, None, 6), (6, 2, 2), (6, 6, 6), (6, 12, 6), (2, 12, 2), (6, 0, 6)],
)
def test_the_shorter_of_policy_and_promise_says_when_the_next_review_is(
    policy: int, promised: int | None, weeks: int
) -> None:
    """Nobody can promise to look every nought weeks: that is no promise."""
    room = evolve(stories.ROOM, review_weeks=promised)
    stay = Placement(began=BEGAN, provision=room)
    journey = evolve(UNKNOWN, calendar=stories.CALENDAR, placements=(stay,), reviews=())
    asked = POLICY.choosing(review_weeks=policy)
    by = stories.CALENDAR.weeks_later(BEGAN, weeks)
    assert [one.by for one in plan_reviews(journey, policy=asked, on=BEGAN)] == [by]
    assert ("review", by) in [(one.kind.value, one.by) for one in find_due(journey, policy=asked, on=BEGAN)]
    said = check_reviews(journey, policy=asked, on=BEGAN).finding("REV-1")
    assert dict(said.params)["weeks"] == weeks


def naive_states(plan: tuple[PlannedReview, ...], on: date, *, recorded: bool) -> list[str]:
    """Held where it has a day; of the others by their day: before, the first from then on, later."""
    states = []
    for one in plan:
        if one.held is not None:
            states.append("held")
        elif one.by is not None and one.by < on:
            states.append("overdue" if recorded else "not_known")
        else:
            states.append("to_come" if "due" in states else "due")
    return states


@given(told(), policies())
def test_the_states_of_a_plan_follow_from_its_days(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    planned = plan_reviews(journey, policy=profile(policy), on=on)
    recorded = journey.as_of(on).reviews is not None
    assert [one.state.value for one in planned] == naive_states(planned, on, recorded=recorded)
    still = [one.by for one in planned if one.held is None and one.by]
    assert still == sorted(still)
    assert sum(one.state.value in ("overdue", "not_known") for one in planned) <= 1


# What suspensions ask of adults


def statutory(*given: Suspension, on: date = date(2026, 10, 20), **more: object) -> list[tuple[str, date]]:
    held = Stream(complete=DateSpan(date(2026, 6, 1), on), events=given)
    return due(evolve(UNKNOWN, calendar=stories.CALENDAR, suspensions=held, **more), on)  # type: ignore[arg-type]


def test_a_meeting_of_the_board_is_due() -> None:
    sixteen = Suspension(day=date(2026, 9, 7), half_days=32)
    assert statutory(sixteen) == [
        ("education_from_day_six", date(2026, 9, 14)),
        ("board_meeting", date(2026, 9, 28)),
    ]
    met = evolve(sixteen, reviews=(ExclusionReview(day=date(2026, 9, 25), body=ReviewBody.GOVERNING_BOARD),))
    assert statutory(met) == [("education_from_day_six", date(2026, 9, 14))]
    assert statutory(evolve(sixteen, reviews=()))[-1] == ("board_meeting", date(2026, 9, 28))


def test_a_meeting_that_a_parent_may_ask_for_is_due_after_the_term_too() -> None:
    given = (Suspension(day=date(2026, 9, 7), half_days=10), Suspension(day=date(2026, 10, 5), half_days=2))
    by = stories.CALENDAR.days_later(date(2026, 10, 5), 50)
    assert statutory(*given) == statutory(*given, on=ON) == [("board_meeting_if_asked", by)]


def test_education_is_due_until_the_register_shows_it() -> None:
    given = Suspension(day=date(2026, 10, 12), half_days=14)
    assert statutory(given, on=date(2026, 10, 13))[0] == ("education_from_day_six", date(2026, 10, 19))
    mark = SessionMark(day=date(2026, 10, 19), half=Half.MORNING, code=AttendanceCode("K"))
    marks = Stream(complete=DateSpan(date(2026, 10, 19), date(2026, 10, 20)), events=(mark,))
    assert [kind for kind, _ in statutory(given, marks=marks)] == ["board_meeting_if_asked"]


@pytest.mark.parametrize(
    "given",
    [
        (Suspension(day=date(2026, 9, 7)),),
        (Suspension(day=date(2026, 9, 7), half_days=4, category=SuspensionCategory.SUSPENSION),),
        (),
    ],
)
def test_what_cannot_be_counted_or_asks_nothing_has_no_day(given: tuple[Suspension, ...]) -> None:
    assert statutory(*given) == []


def test_two_things_of_one_day_stand_in_the_order_of_their_kinds() -> None:
    both = (Suspension(day=date(2026, 9, 7), half_days=12), Suspension(day=date(2026, 9, 7), half_days=12))
    assert statutory(*both) == [("education_from_day_six", date(2026, 9, 14))]
