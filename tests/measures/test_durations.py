"""After how long stays led back, with every other ending beside it."""

import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.profiles import profile
from iapcore.measures.counting import by_provision
from iapcore.measures.durations import Incidence, count_time_to_return
from iapcore.measures.lengths import TimeUnit
from iapcore.measures.returns import count_returns
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Entry, Extension, Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, policies, shuffled, told
from tests.stories import LONG_AFTER

POLICY: Final = profile("half-term")
MONDAY: Final = date(2026, 9, 7)
CALENDAR: Final = SchoolCalendar(
    key="elm",
    terms=(
        Term(
            DateSpan(date(2026, 9, 2), date(2026, 12, 18)),
            half_term=DateSpan(date(2026, 10, 24), date(2026, 11, 1)),
        ),
        Term(DateSpan(date(2027, 1, 4), date(2027, 3, 26))),
    ),
)
ON: Final = date(2027, 3, 26)
BACK: Final = Destination.MAINSTREAM
MOVED: Final = Destination.MANAGED_MOVE
WEEK_OF_COUNT: Final = (
    26  # 15 weeks of the autumn term from 7 September on, less half-term, and 12 of the spring term
)
ENDINGS: Final = (BACK, MOVED, Destination.POST_16, Destination.DIED)


def stay(days: int, led: Destination | None, **content: Any) -> Journey:
    """A stay that ended on that school day of its own, or that has been open for so many."""
    last = CALENDAR.days_later(MONDAY, days - 1)
    assert last is not None
    if led is None:
        began = CALENDAR.days_earlier(ON, days - 1)
        placement = Placement(purpose=Purpose.RETURN, began=began)
    else:
        placement = Placement(purpose=Purpose.RETURN, began=MONDAY, ending=Ending(day=last, destination=led))
    return Journey(
        pupil=Pupil(id=PupilId("elm-01")), calendar=CALENDAR, placements=(evolve(placement, **content),)
    )


def counted(
    *journeys: Journey, on: date = ON, unit: TimeUnit = TimeUnit.SCHOOL_DAYS, by: Any = None
) -> Incidence:
    return count_time_to_return(journeys, policy=POLICY, on=on, unit=unit, by=by)


Stays = list[tuple[int, Destination | None]]
stays_drawn: Final = st.lists(
    st.tuples(st.integers(1, 6) | st.integers(1, 60), st.sampled_from([*ENDINGS, None])),
    min_size=1,
    max_size=30,
)


def journeys_of(stays: Stays) -> list[Journey]:
    return [stay(days, led) for days, led in stays]


# Worked out a second time: whoever is cut off hands the weight on to those who stayed on


def _handed_on(stays: Stays) -> Iterator[tuple[int, Destination, Fraction]]:
    """Each ending with its weight: a stay that is cut off shares its own among all that lasted longer."""
    left = [
        (days, led, Fraction(1, len(stays)))
        for days, led in sorted(stays, key=lambda one: (one[0], one[1] is None))
    ]
    while left:
        (days, led, weight), *left = left
        if led is not None:
            yield days, led, weight
        elif left:
            left = [(later_on, where, own + weight / len(left)) for later_on, where, own in left]


@given(stays_drawn)
def test_it_agrees_with_weights_that_are_handed_on(stays: Stays) -> None:
    incidence = counted(*journeys_of(stays))
    weights = list(_handed_on(stays))
    for step in incidence.steps:
        by_then = Counter[Destination]()
        for days, led, weight in weights:
            if days <= step.time:
                by_then[led] += weight  # type: ignore[assignment]
        assert dict(step.incidence) == by_then
        assert step.still == 1 - sum(by_then.values())


@given(stays_drawn)
def test_it_agrees_with_a_library_for_survival(stays: Stays) -> None:
    """To the last digit that a float has, with ties among endings and between endings and open stays."""
    library = pytest.importorskip(
        "statsmodels.duration.survfunc", reason="statsmodels comes with the extra `integrations`"
    )
    kinds = sorted({led for _, led in stays if led is not None}, key=ENDINGS.index)
    if not kinds:
        return
    status = [0 if led is None else 1 + kinds.index(led) for _, led in stays]
    with (
        warnings.catch_warnings()
    ):  # its standard errors divide by nought where nobody is left; no share does
        warnings.simplefilter("ignore", RuntimeWarning)
        theirs = library.CumIncidenceRight([days for days, _ in stays], status)
    ours = counted(*journeys_of(stays))
    for position, kind in enumerate(kinds):
        for time, share in zip(theirs.times, theirs.cinc[position], strict=True):
            at_that_time = ours.share_by(int(time), kind)
            assert at_that_time is not None
            assert float(at_that_time) == pytest.approx(float(share), abs=1e-12)


@given(stays_drawn)
def test_every_stay_is_in_one_place_at_each_step(stays: Stays) -> None:
    incidence = counted(*journeys_of(stays))
    assert incidence.stays == len(stays)
    gone = 0
    for step in incidence.steps:
        assert step.at_risk == len(stays) - gone
        gone += step.left_open + sum(count for _, count in step.ended)
        assert sum((share for _, share in step.incidence), step.still) == 1
        assert not any(isinstance(share, float) for _, share in step.incidence)
    assert gone == len(stays)
    assert [step.time for step in incidence.steps] == sorted({days for days, _ in stays})


@given(st.lists(st.tuples(st.integers(1, 60), st.sampled_from(ENDINGS)), min_size=1, max_size=20))
def test_without_open_stays_the_shares_are_plain_counts(stays: list[tuple[int, Destination]]) -> None:
    incidence = counted(*journeys_of([*stays]))
    for step in incidence.steps:
        by_then = Counter(led for days, led in stays if days <= step.time)
        assert dict(step.incidence) == {led: Fraction(n, len(stays)) for led, n in by_then.items()}
    assert incidence.steps[-1].still == 0


@given(stays_drawn)
def test_no_ending_takes_another_s_place(stays: Stays) -> None:
    """Had other endings counted as stays cut off, as is often done, the share that returned would come out too high."""
    returned = counted(*journeys_of(stays)).steps[-1]
    naive = counted(*journeys_of([(days, led if led is BACK else None) for days, led in stays]))
    share = dict(returned.incidence).get(BACK, Fraction(0))
    assert share <= dict(naive.steps[-1].incidence).get(BACK, Fraction(0))


def test_a_story_of_six_stays() -> None:
    """Two went back, one moved school, and three are open: what is open later is told by those who were there."""
    journeys = journeys_of([(5, BACK), (10, None), (10, MOVED), (15, BACK), (20, None), (20, None)])
    incidence = counted(*journeys)
    assert [(step.time, step.at_risk, step.ended, step.left_open) for step in incidence.steps] == [
        (5, 6, ((BACK, 1),), 0),
        (10, 5, ((MOVED, 1),), 1),
        (15, 3, ((BACK, 1),), 0),
        (20, 2, (), 2),
    ]
    assert [step.still for step in incidence.steps] == [
        Fraction(5, 6),
        Fraction(2, 3),
        Fraction(4, 9),
        Fraction(4, 9),
    ]
    assert [incidence.share_by(days) for days in (0, 5, 14, 15, 20, 21)] == [
        0,
        Fraction(1, 6),
        Fraction(1, 6),
        Fraction(7, 18),
        Fraction(7, 18),
        None,
    ]
    assert incidence.share_by(15, MOVED) == Fraction(1, 6)
    assert incidence.share_by(15, Destination.POST_16) == 0
    assert str(incidence) == (
        "6 stays; by school day 20: 7/18 mainstream, 1/6 managed move, 4/9 still in the stay"
    )


def test_once_all_have_ended_a_longer_time_tells_no_more() -> None:
    incidence = counted(*journeys_of([(5, BACK), (10, MOVED)]))
    assert incidence.share_by(99) == Fraction(1, 2)


def test_no_stay_has_no_share() -> None:
    incidence = counted()
    assert (incidence.stays, incidence.steps, incidence.share_by(10)) == (0, (), None)
    assert str(incidence) == "0 stays"


@pytest.mark.parametrize(
    ("unit", "last", "time"),
    [
        (TimeUnit.SCHOOL_DAYS, MONDAY, 1),
        (TimeUnit.SCHOOL_WEEKS, MONDAY, 1),
        (TimeUnit.SCHOOL_DAYS, date(2026, 9, 11), 5),
        (TimeUnit.SCHOOL_WEEKS, date(2026, 9, 13), 1),
        (TimeUnit.SCHOOL_WEEKS, date(2026, 9, 14), 2),
        (TimeUnit.SCHOOL_WEEKS, date(2026, 11, 2), 8),  # half-term is stepped over
        (TimeUnit.SCHOOL_DAYS, date(2026, 11, 2), 36),
    ],
)
def test_time_is_school_time_the_first_day_and_the_last_included(
    unit: TimeUnit, last: date, time: int
) -> None:
    journey = stay(1, BACK, ending=Ending(day=last, destination=BACK))
    assert [step.time for step in counted(journey, unit=unit).steps] == [time]


_OPEN: Final = Placement(purpose=Purpose.RETURN, began=MONDAY)


def one_of(placement: Placement, **content: Any) -> Journey:
    return evolve(UNKNOWN, calendar=CALENDAR, placements=(placement,), **content)


SUMMER: Final = date(2027, 6, 1)
STORIES: Final = {
    "open": (one_of(_OPEN), ON, "1 stay; by school week 26: 1 still in the stay"),
    "extended": (
        one_of(
            evolve(
                _OPEN,
                planned=DateSpan(MONDAY, date(2026, 10, 16)),
                extensions=(Extension(day=date(2026, 10, 9), until=date(2027, 4, 1)),),
            )
        ),
        ON,
        "1 stay; by school week 26: 1 still in the stay",
    ),
    "its planned end has passed": (
        one_of(evolve(_OPEN, planned=DateSpan(MONDAY, date(2026, 10, 16)))),
        ON,
        "0 stays; 1 first day, end or destination not recorded",
    ),
    "no destination": (
        one_of(evolve(_OPEN, ending=Ending(day=date(2026, 10, 16)))),
        ON,
        "0 stays; 1 first day, end or destination not recorded",
    ),
    "open, and the calendar is too short": (one_of(_OPEN), SUMMER, "0 stays; 1 the calendar does not reach"),
    "ended, and the calendar is too short": (
        one_of(evolve(_OPEN, ending=Ending(day=SUMMER, destination=BACK))),
        SUMMER,
        "0 stays; 1 the calendar does not reach",
    ),
    "ended within a calendar that is too short for the day of the count": (
        one_of(evolve(_OPEN, ending=Ending(day=date(2026, 9, 18), destination=BACK))),
        SUMMER,
        "1 stay; by school week 2: 1 mainstream, 0 still in the stay",
    ),
    "no calendar": (
        evolve(one_of(_OPEN), calendar=None),
        ON,
        "0 stays; 1 the calendar does not reach",
    ),
    "no purpose": (one_of(evolve(_OPEN, purpose=None)), ON, "0 stays; 1 purpose not recorded"),
    "another purpose": (
        one_of(evolve(_OPEN, purpose=Purpose.QUALIFICATIONS)),
        ON,
        "0 stays; 1 for another purpose",
    ),
    "not begun": (
        one_of(Placement(purpose=Purpose.RETURN, planned=DateSpan(ON + timedelta(days=20)))),
        ON,
        "0 stays; 1 not begun",
    ),
    "nothing recorded": (UNKNOWN, ON, "0 stays; 1 placements not recorded"),
    "no placement": (evolve(UNKNOWN, placements=()), ON, "0 stays"),
    "back in part": (
        one_of(
            evolve(_OPEN, ending=Ending(day=date(2026, 9, 18), destination=Destination.MAINSTREAM_IN_PART))
        ),
        ON,
        "1 stay; by school week 2: 1 mainstream in part, 0 still in the stay",
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_where_a_stay_is_counted(name: str) -> None:
    journey, on, words = STORIES[name]
    assert str(counted(journey, on=on, unit=TimeUnit.SCHOOL_WEEKS)) == words


def test_a_return_in_part_into_a_planned_further_stay_is_that() -> None:
    first = evolve(_OPEN, ending=Ending(day=date(2026, 9, 18), destination=Destination.MAINSTREAM_IN_PART))
    second = evolve(_OPEN, began=date(2027, 1, 4), entry=Entry.PLANNED_FURTHER_STAY)
    [step, _] = counted(evolve(one_of(first), placements=(first, second)), unit=TimeUnit.SCHOOL_WEEKS).steps
    assert step.ended == ((Destination.FURTHER_STAY, 1),)


def test_a_return_counts_whatever_is_known_of_taking_part_and_of_a_later_stay() -> None:
    """To look back must not change when a stay ended; coming back again later does not undo it."""
    first = evolve(_OPEN, ending=Ending(day=date(2026, 9, 18), destination=BACK))
    again = evolve(_OPEN, began=date(2027, 1, 4), entry=Entry.UNPLANNED_RETURN)
    steps = counted(evolve(one_of(first), placements=(first, again)), unit=TimeUnit.SCHOOL_WEEKS).steps
    assert [step.ended for step in steps] == [((BACK, 1),), ()]
    assert [step.left_open for step in steps] == [0, 1]


def test_by_provision_the_stays_of_one_pupil_stand_apart() -> None:
    rooms = [Provision(key=key, kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION) for key in ("ash", "elm")]
    stays = (
        evolve(_OPEN, provision=rooms[0], ending=Ending(day=date(2026, 9, 18), destination=MOVED)),
        evolve(_OPEN, provision=rooms[1], began=date(2027, 1, 4)),
        evolve(_OPEN, began=date(2027, 1, 4), purpose=None),
    )
    incidence = counted(evolve(one_of(_OPEN), placements=stays), UNKNOWN, by=by_provision)
    assert [(label, str(part)) for label, part in incidence.groups] == [
        ("ash", "1 stay; by school day 10: 1 managed move, 0 still in the stay"),
        ("elm", "1 stay; by school day 60: 1 still in the stay"),
        ("not recorded", "0 stays; 1 placements not recorded; 1 purpose not recorded"),
    ]
    assert incidence.stays == 2
    assert counted().groups == ()


@given(st.lists(told(), max_size=3), policies(), st.sampled_from(TimeUnit))
def test_it_counts_the_stays_that_the_return_rate_counts(
    drawn: list[tuple[Journey, date]], policy: str, unit: TimeUnit
) -> None:
    journeys = [journey for journey, _ in drawn]
    on = drawn[0][1] if drawn else ON
    times = count_time_to_return(journeys, policy=profile(policy), on=on, unit=unit)
    rate = count_returns(journeys, policy=profile(policy), on=on)
    beside = dict((*times.excluded, *times.not_known))
    beside_rate = dict(rate.excluded)
    assert times.stays + sum(beside.values()) == rate.base + rate.not_known + sum(beside_rate.values())
    for reason in ("for another purpose", "not begun"):
        assert beside.get(reason, 0) == beside_rate.get(reason, 0)
    without_calendar = beside.get("the calendar does not reach", 0)
    returned = sum(dict(step.ended).get(BACK, 0) for step in times.steps)
    assert 0 <= rate.numerator - returned <= without_calendar
    still_open = sum(step.left_open for step in times.steps)
    assert 0 <= beside_rate.get("open", 0) - still_open <= without_calendar


@given(told(), policies(), st.data())
def test_what_comes_later_and_the_order_change_nothing(
    told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    journey, on = told_on
    for other in (data.draw(later(journey, on)), data.draw(shuffled(journey, on))):
        before, after = (
            count_time_to_return([one], policy=profile(policy), on=on) for one in (journey, other)
        )
        assert before == after


def test_a_story_that_led_back() -> None:
    incidence = counted(stories.returned(), on=LONG_AFTER, unit=TimeUnit.SCHOOL_WEEKS)
    assert str(incidence) == "1 stay; by school week 6: 1 mainstream, 0 still in the stay"
