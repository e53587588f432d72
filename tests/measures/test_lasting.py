"""Whether returns lasted to the follow-up points, and how many pupils had come back by then."""

from collections import Counter
from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.guidance.profiles import profile
from iapcore.measures.lasting import RELAPSES, SUSTAINED, TO_COME, count_relapses, count_sustained
from iapcore.measures.measure import Measure
from iapcore.measures.published import publish_measure
from iapcore.measures.returns import count_returns
from iapcore.record.journey import Journey
from iapcore.record.placement import Entry, Placement
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, policies, shuffled, told
from tests.stories import BEGAN, CALENDAR, ENDED, LONG_AFTER, ON

POLICY: Final = profile("half-term")
SIX, TWELVE, TWENTY_SIX = POLICY.follow_up_weeks.value
POINT: Final = date(2027, 2, 5)
"""Six school weeks after the end."""
DAY: Final = timedelta(days=1)


def sustained(journey: Journey, weeks: int, on: date = LONG_AFTER) -> str:
    return _told(count_sustained([journey], policy=POLICY, on=on, weeks=weeks), SUSTAINED.base)


def relapses(journey: Journey, weeks: int, on: date = LONG_AFTER) -> str:
    return _told(count_relapses([journey], policy=POLICY, on=on, weeks=weeks), RELAPSES.base)


def _told(measure: Measure, base: str) -> str:
    return str(measure).replace(f" {base}", "")


def looked(*looks: tuple[date, Extent]) -> Journey:
    held = tuple(stories.look_back(day, extent) for day, extent in looks)
    return stories.with_transition(stories.returned(), follow_ups=held)


def and_then(day: date, entry: Entry | None, journey: Journey | None = None) -> Journey:
    journey = journey or stories.returned()
    again = Placement(began=day, entry=entry, purpose=Purpose.QUALIFICATIONS)
    return evolve(journey, placements=(*(journey.placements or ()), again))


@pytest.mark.parametrize(("weeks", "words"), [(SIX, "0 of 1"), (TWELVE, "1 of 1"), (TWENTY_SIX, "1 of 1")])
def test_each_point_is_told_by_those_who_looked_at_it(weeks: int, words: str) -> None:
    """In February the pupil took part in part only; in April and in July in all three ways."""
    assert sustained(stories.returned(), weeks) == words
    assert relapses(stories.returned(), weeks) == "0 of 1"


@pytest.mark.parametrize(
    ("looks", "words"),
    [
        (((POINT, Extent.YES),), "1 of 1"),
        (((POINT + 14 * DAY, Extent.YES),), "1 of 1"),
        (((date(2027, 3, 25), Extent.YES),), "1 of 1"),
        (((POINT, Extent.NO),), "0 of 1"),
        (((POINT - DAY, Extent.YES),), "0 of 0; 1 not known"),  # nobody looked again at the point
        (((date(2027, 3, 26), Extent.YES),), "0 of 0; 1 not known"),  # that tells of the next one
        ((), "0 of 0; 1 not known"),
        (
            ((POINT, Extent.NO), (POINT + 14 * DAY, Extent.YES)),
            "1 of 1",
        ),  # the last look before the next point
    ],
)
def test_nobody_looked_is_not_known_and_never_lasting(looks: Any, words: str) -> None:
    assert sustained(looked(*looks), SIX) == words


def test_what_the_policy_asks_for_must_show() -> None:
    """A look alone is not enough where attendance is asked for and not recorded."""
    journey = evolve(looked((POINT, Extent.YES)), marks=None)
    assert sustained(journey, SIX) == "0 of 0; 1 not known"


@pytest.mark.parametrize(
    ("day", "entry", "lasted", "came_back"),
    [
        (date(2027, 1, 11), Entry.UNPLANNED_RETURN, "0 of 1; 1 open", "1 of 1; 1 open"),
        (POINT, Entry.UNPLANNED_RETURN, "0 of 1; 1 open", "1 of 1; 1 open"),
        (POINT + 21 * DAY, Entry.UNPLANNED_RETURN, "1 of 1; 1 open", "0 of 1; 1 open"),
        (date(2027, 1, 11), Entry.PLANNED_FURTHER_STAY, "1 of 1; 1 open", "0 of 1; 1 open"),
        (date(2027, 1, 11), None, "0 of 0; 1 not known; 1 open", "0 of 0; 1 not known; 1 open"),
    ],
)
def test_a_relapse_is_an_unplanned_stay_by_the_point(
    day: date, entry: Entry | None, lasted: str, came_back: str
) -> None:
    """A planned further stay is none, and one after the point belongs to the next."""
    journey = and_then(day, entry, looked((POINT, Extent.YES)))
    assert sustained(journey, SIX) == lasted.replace("; 1 open", "")
    assert relapses(journey, SIX) == came_back.replace("; 1 open", "")


def test_a_visit_to_the_base_is_no_relapse() -> None:
    assert relapses(stories.returned(), TWENTY_SIX) == "0 of 1"


@pytest.mark.parametrize(
    ("journey", "on", "words"),
    [
        (stories.returned(), POINT, f"0 of 0; 1 {TO_COME}"),
        (stories.returned(), POINT + DAY, "0 of 1"),
        (stories.hybrid(), ON, "0 of 0"),
        (stories.hybrid(), LONG_AFTER, "0 of 0; 1 not known"),
        (stories.qualifications(), ON, "0 of 0"),
        (stories.referred(), date(2026, 10, 30), "0 of 0"),
        (stories.with_placement(stories.referred(), began=None), LONG_AFTER, "0 of 0; 1 not known"),
        (stories.with_placement(stories.returned(), purpose=None), LONG_AFTER, "0 of 0; 1 not known"),
        (evolve(stories.returned(), calendar=None), LONG_AFTER, "0 of 0; 1 not known"),
        (UNKNOWN, ON, "0 of 0; 1 not known"),
        (evolve(UNKNOWN, placements=()), ON, "0 of 0"),
    ],
)
def test_what_is_no_return_is_not_counted_and_what_may_be_one_is_not_known(
    journey: Journey, on: date, words: str
) -> None:
    assert relapses(journey, SIX, on) == words


@pytest.mark.parametrize(
    ("destination", "words"),
    [
        (Destination.MAINSTREAM_IN_PART, "0 of 0"),
        (Destination.MANAGED_MOVE, "0 of 0"),
        (None, "0 of 0; 1 not known"),
    ],
)
def test_only_a_return_in_full_can_last(destination: Destination | None, words: str) -> None:
    [stay] = stories.returned().placements or ()
    assert stay.ending is not None
    journey = stories.with_placement(stories.returned(), ending=evolve(stay.ending, destination=destination))
    assert relapses(journey, SIX) == words


def calendar_until(term: int) -> SchoolCalendar:
    return evolve(CALENDAR, terms=CALENDAR.terms[:term])


@pytest.mark.parametrize(
    ("terms", "on", "words"),
    [
        (
            4,
            date(2026, 12, 17),
            f"0 of 0; 1 {TO_COME}",
        ),  # the calendar ends before the point, and today lies in it
        (4, LONG_AFTER, "0 of 0; 1 not known"),
        (3, LONG_AFTER, "0 of 0; 1 not known"),  # not even the end of the stay lies in it
        (5, LONG_AFTER, "0 of 1"),
    ],
)
def test_a_calendar_that_is_too_short(terms: int, on: date, words: str) -> None:
    journey = evolve(stories.returned(), calendar=calendar_until(terms))
    assert relapses(journey, SIX, on) == words


def test_where_the_next_point_lies_beyond_the_calendar_every_look_tells_of_this_one() -> None:
    journey = evolve(looked((date(2027, 3, 22), Extent.YES)), calendar=calendar_until(6))
    assert sustained(journey, SIX, date(2027, 3, 24)) == "1 of 1"


@pytest.mark.parametrize("weeks", [0, 5, 7, 27])
def test_a_point_that_is_none_of_the_policy_s_is_refused(weeks: int) -> None:
    for measure in (count_sustained, count_relapses):
        with pytest.raises(InvalidRecordError, match="6, 12, 26"):
            measure((), policy=POLICY, on=ON, weeks=weeks)
    with pytest.raises(InvalidRecordError, match="none"):
        count_relapses((), policy=POLICY.choosing(follow_up_weeks=()), on=ON, weeks=6)


def test_many_returns_can_be_published() -> None:
    journeys = [stories.returned()] * 14 + [and_then(date(2027, 1, 11), Entry.UNPLANNED_RETURN)] * 12
    measure = count_relapses(
        journeys, policy=POLICY, on=LONG_AFTER, weeks=SIX, by=lambda one: one.pupil.year_group
    )
    assert (measure.numerator, measure.base) == (12, 26)
    assert str(publish_measure(measure)).startswith("12 of 26 ")
    assert [label for label, _ in measure.groups] == ["8"]


# Counted a second time, from the record alone


def _came_back(journey: Journey, stay: Placement, point: date) -> bool | None:
    """Whether the first stay after the end, as people knew it at the point, was one that nobody planned."""
    assert stay.ending is not None
    starts: list[tuple[date | None, Entry | None]] = []
    for other in journey.as_of(point).placements or ():
        if other.began == stay.began and other.ending == stay.ending and other.ref == stay.ref:
            continue
        planned = other.planned.start if other.planned and point <= other.planned.start else None
        starts.append((other.began or planned, other.entry))
    if any(start is None for start, _ in starts):
        return None
    after = [(start, entry) for start, entry in starts if start is not None and start >= stay.ending.day]
    first = {entry for start, entry in after if start == min(day for day, _ in after)}
    if not after or first == {Entry.PLANNED_FURTHER_STAY}:
        return False
    return True if first == {Entry.UNPLANNED_RETURN} else None


AROUND: Final = st.lists(
    st.tuples(st.dates(BEGAN - 60 * DAY, LONG_AFTER), st.sampled_from([*Entry, None]), st.booleans()),
    max_size=2,
)


def with_others(around: list[tuple[date, Entry | None, bool]]) -> Journey:
    """The story of a return, and other stays around it: begun, or only planned."""
    journey = stories.returned()
    others = tuple(
        Placement(
            began=None if only_planned else day, planned=DateSpan(day), entry=entry, ref=f"other-{number}"
        )
        for number, (day, entry, only_planned) in enumerate(around)
    )
    return evolve(journey, placements=(*(journey.placements or ()), *others))


@given(AROUND, st.sampled_from([SIX, TWELVE, TWENTY_SIX]), st.dates(ENDED, LONG_AFTER))
def test_relapses_agree_with_a_count_by_hand(
    around: list[tuple[date, Entry | None, bool]], weeks: int, on: date
) -> None:
    journey = with_others(around)
    measure = count_relapses([journey], policy=POLICY, on=on, weeks=weeks)
    stay, *others = journey.as_of(on).placements or ()
    point = CALENDAR.weeks_later(ENDED, weeks)
    assert point is not None
    by_hand = Counter[str]()
    if on <= point:
        by_hand[TO_COME] += 1
    else:
        by_hand[{True: "came back", False: "not", None: "not known"}[_came_back(journey, stay, point)]] += 1
    by_hand["not known"] += len(others)  # stays of which nobody recorded the purpose
    for other in others:
        open_stay = other.ending is None and not (
            other.began is None and other.planned and on > other.planned.start
        )
        by_hand["not known"] -= open_stay
    assert measure.numerator == by_hand["came back"]
    assert measure.base == by_hand["came back"] + by_hand["not"]
    assert measure.not_known == by_hand["not known"]
    assert dict(measure.excluded).get(TO_COME, 0) == by_hand[TO_COME]


@given(told(), policies(), st.data())
def test_points_hold_together_and_what_comes_later_changes_nothing(
    told_on: tuple[Journey, date], name: str, data: st.DataObject
) -> None:
    journey, on = told_on
    policy = profile(name)
    weeks = data.draw(st.sampled_from(policy.follow_up_weeks.value))
    lasted, came_back = (
        count([journey], policy=policy, on=on, weeks=weeks) for count in (count_sustained, count_relapses)
    )
    rate = count_returns([journey], policy=policy, on=on)
    to_come = dict(lasted.excluded).get(TO_COME, 0)
    assert to_come == dict(came_back.excluded).get(TO_COME, 0)
    assert lasted.numerator + came_back.numerator <= lasted.base + lasted.not_known
    for measure in (lasted, came_back):
        all_of_them = measure.base + measure.not_known + to_come
        assert rate.numerator <= all_of_them <= rate.numerator + rate.not_known
    for other in (data.draw(later(journey, on)), data.draw(shuffled(journey, on))):
        assert count_sustained([other], policy=policy, on=on, weeks=weeks) == lasted
        assert count_relapses([other], policy=policy, on=on, weeks=weeks) == came_back
