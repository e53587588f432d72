"""Two times are compared on the same basis, or not at all."""

from datetime import date, timedelta
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.before_and_after import windows
from iapcore.decisions.outcome import classify_outcome, wellbeing_is_better
from iapcore.decisions.readiness.progress import wellbeing_improved
from iapcore.decisions.rule import Said
from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Basis
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.journey import Journey
from iapcore.vocabulary.instruments import Instrument, OwnInstrument, Polarity, Scale
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.school_days import SchoolCalendar
from tests import stories
from tests.stories import BEGAN, CALENDAR, ENDED, LONG_AFTER, ON

RETURNED: Final = stories.returned()
ONE: Final = Choice(value=1, basis=Basis.SCHOOL_CHOICE)


def comparing(weeks: int) -> Policy:
    return evolve(
        profile("half-term"),
        comparison_weeks=Choice(value=weeks, basis=Basis.SCHOOL_CHOICE),
        least_sessions=ONE,
    )


def at(journey: Journey, on: date = LONG_AFTER, weeks: int = 10) -> Situation:
    return Situation.of(journey, policy=comparing(weeks), on=on)


# Windows


@given(st.integers(1, 16))
def test_as_many_school_weeks_before_as_after(weeks: int) -> None:
    spans = windows(at(RETURNED, weeks=weeks))
    assert not isinstance(spans, Said)
    before, after = spans
    assert before.end == BEGAN - timedelta(days=1)
    assert after.start == ENDED + timedelta(days=1)
    assert CALENDAR.school_weeks(evolve(before, end=BEGAN - timedelta(days=3))) == weeks
    assert CALENDAR.school_weeks(evolve(after, start=ENDED + timedelta(days=3))) == weeks


def test_holidays_are_stepped_over_on_both_sides() -> None:
    """Ten school weeks before 2 November reach back over half-term and the summer, into July."""
    spans = windows(at(RETURNED))
    assert not isinstance(spans, Said)
    assert (spans[0].start, spans[1].end) == (date(2026, 7, 13), date(2027, 3, 12))


@pytest.mark.parametrize(
    ("on", "reason"), [(date(2027, 3, 11), "too_early"), (ENDED, "too_early"), (date(2027, 3, 12), None)]
)
def test_the_weeks_after_must_have_passed(on: date, reason: str | None) -> None:
    spans = windows(at(RETURNED, on))
    assert (spans.reason if isinstance(spans, Said) else None) == reason


@pytest.mark.parametrize(
    "calendar",
    [
        None,
        SchoolCalendar(key="begins with the stay", terms=CALENDAR.terms[3:]),
        SchoolCalendar(key="ends with the stay", terms=CALENDAR.terms[:4]),
    ],
    ids=["none", "begins late", "ends early"],
)
def test_where_the_calendar_does_not_reach_nothing_is_compared(calendar: SchoolCalendar | None) -> None:
    spans = windows(at(evolve(RETURNED, calendar=calendar)))
    assert isinstance(spans, Said)
    assert spans.reason == "no_calendar"


@given(st.integers(0, 6), st.integers(0, 6))
def test_attendance_is_compared_exactly(absent_before: int, absent_after: int) -> None:
    """Told a second time, by counting the ill days of both windows."""
    journey = evolve(
        RETURNED, marks=stories.attendance(stories.MARKED_UNTIL, before=absent_before, after=absent_after)
    )
    spans = windows(at(journey))
    assert not isinstance(spans, Said)
    assert journey.marks is not None
    attended, possible = zip(
        *(
            (
                sum(mark.code.value != "I" for mark in journey.marks.events if mark.day in span),
                sum(mark.day in span for mark in journey.marks.events),
            )
            for span in spans
        ),
        strict=True,
    )
    finding = classify_outcome(journey, policy=comparing(10), on=LONG_AFTER).finding("OUT-4")
    rose = attended[1] * possible[0] > attended[0] * possible[1]
    assert finding.reason == ("more" if rose else "not_more")
    params = dict(finding.params)
    assert (params["attended_before"], params["attended_after"]) == attended
    assert (params["possible_before"], params["possible_after"]) == possible


# Wellbeing


def boxall(day: date, developmental: int, diagnostic: int) -> Assessment:
    scores = (
        ScaleScore(scale="developmental", points=developmental),
        ScaleScore(scale="diagnostic", points=diagnostic),
    )
    return Assessment(
        day=day, instrument=Instrument.BOXALL, edition="2017", informant=Informant.STAFF, scores=scores
    )


def compared(*assessments: Assessment) -> dict[str, object]:
    finding = wellbeing_improved(at(evolve(RETURNED, assessments=assessments)))
    return {"reason": finding.reason, **dict(finding.params)}


@pytest.mark.parametrize(
    ("developmental", "diagnostic", "reason", "better", "worse"),
    [
        (90, 30, "better", ("developmental", "diagnostic"), None),
        (90, 40, "better", ("developmental",), None),
        (80, 30, "better", ("diagnostic",), None),
        (80, 40, "not_better", (), None),
        (90, 50, "mixed", ("developmental",), ("diagnostic",)),
        (70, 50, "mixed", (), ("developmental", "diagnostic")),
    ],
)
def test_the_two_sections_of_a_boxall_profile_run_opposite_ways(
    developmental: int, diagnostic: int, reason: str, better: tuple[str, ...], worse: tuple[str, ...] | None
) -> None:
    """More points are a strength in one section and a difficulty in the other."""
    found = compared(boxall(BEGAN, 80, 40), boxall(ON, developmental, diagnostic))
    assert (found["reason"], found["better"], found.get("worse")) == (reason, better, worse)
    assert (found["instrument"], found["first"], found["last"]) == ("boxall", BEGAN, ON)


def test_first_and_last_are_told_by_their_days() -> None:
    found = compared(boxall(ON, 90, 30), boxall(date(2026, 11, 9), 70, 60), boxall(BEGAN, 80, 40))
    assert (found["reason"], found["first"], found["last"]) == ("better", BEGAN, ON)


def test_a_scale_that_was_filled_in_once_says_nothing() -> None:
    once = evolve(boxall(BEGAN, 80, 40), scores=boxall(BEGAN, 80, 40).scores[:1])
    assert compared(once, boxall(ON, 90, 50))["reason"] == "better"


def test_two_that_share_no_scale_cannot_be_compared() -> None:
    one, other = boxall(BEGAN, 80, 40), boxall(ON, 90, 50)
    apart = evolve(one, scores=one.scores[:1]), evolve(other, scores=other.scores[1:])
    assert compared(*apart)["reason"] == "nothing_to_compare"


@pytest.mark.parametrize("polarity", Polarity)
def test_an_instrument_of_the_schools_own_is_compared_in_its_own_polarity(polarity: Polarity) -> None:
    own = OwnInstrument(name="ours", scales=(Scale(name="a", low=0, high=20, polarity=polarity),))
    first, last = (
        evolve(boxall(day, 80, 40), instrument=own, scores=(ScaleScore(scale="a", points=points),))
        for day, points in ((BEGAN, 5), (ON, 9))
    )
    found = compared(first, last)
    is_better = polarity is Polarity.HIGHER_IS_STRENGTH
    assert (found["reason"], found["instrument"]) == ("better" if is_better else "mixed", "ours")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (evolve(boxall(ON, 90, 30), edition="2020"), "other_edition"),
        (evolve(boxall(ON, 90, 30), informant=Informant.PUPIL), "other_informant"),
        (evolve(boxall(ON, 90, 30), edition=None), "edition_not_recorded"),
        (evolve(boxall(ON, 90, 30), informant=None), "edition_not_recorded"),
        (boxall(BEGAN, 90, 30), "nothing_to_compare"),
        (stories.sdq(ON, 10, 8), "nothing_to_compare"),
    ],
    ids=["edition", "informant", "no edition", "no informant", "same day", "instrument"],
)
def test_what_is_not_alike_is_not_compared_and_the_reason_is_told(other: Assessment, reason: str) -> None:
    assert compared(boxall(BEGAN, 80, 40), other)["reason"] == reason
    assert compared(other, boxall(BEGAN, 80, 40))["reason"] == reason


def _in_form(day: date, *, is_percentile: bool, high: int = 100) -> Assessment:
    scale = Scale(
        name="a", low=0, high=high, polarity=Polarity.HIGHER_IS_STRENGTH, is_percentile=is_percentile
    )
    own = OwnInstrument(name="ours", scales=(scale,))
    return evolve(boxall(day, 80, 40), instrument=own, scores=(ScaleScore(scale="a", points=50),))


def test_percentiles_are_not_held_against_raw_points() -> None:
    raw, ranks = (_in_form(day, is_percentile=kind) for day, kind in ((BEGAN, False), (ON, True)))
    assert compared(raw, ranks)["reason"] == "percentile_against_raw"
    other_range = _in_form(ON, is_percentile=False, high=60)
    assert compared(raw, other_range)["reason"] == "nothing_to_compare"


def test_percentiles_of_pass_are_compared_for_order() -> None:
    factor = "feelings_about_school"
    first, last = (
        Assessment(
            day=day,
            instrument=Instrument.PASS,
            edition="1",
            informant=Informant.PUPIL,
            scores=(ScaleScore(scale=factor, points=points),),
        )
        for day, points in ((BEGAN, 20), (ON, 30))
    )
    assert (compared(first, last)["reason"], compared(first, last)["better"]) == ("better", (factor,))


@pytest.mark.parametrize("day", [BEGAN, ON])
def test_two_of_one_day_that_say_two_things_are_not_believed(day: date) -> None:
    pair = (boxall(BEGAN, 80, 40), boxall(ON, 90, 30))
    assert compared(*pair, boxall(day, 70, 70))["reason"] == "contradict"
    assert compared(*pair, *pair)["reason"] == "better"
    assert compared(*pair, stories.sdq(day, 10, 8))["reason"] == "better"


def test_what_was_filled_in_before_the_stay_is_no_baseline_of_it() -> None:
    assert compared(boxall(date(2026, 10, 30), 80, 40), boxall(ON, 90, 30))["reason"] == "nothing_to_compare"


def test_of_two_instruments_the_one_used_last_is_told() -> None:
    pairs = (boxall(BEGAN, 80, 40), boxall(ON, 90, 30), stories.sdq(BEGAN, 10, 8), stories.sdq(ENDED, 14, 8))
    assert compared(*pairs)["instrument"] == "sdq"


def test_an_assessment_that_may_belong_to_the_pair_keeps_it_from_being_better() -> None:
    pair = (boxall(BEGAN, 80, 40), boxall(ON, 90, 30))
    unclear = evolve(boxall(ENDED, 60, 60), edition=None)
    assert compared(*pair, unclear)["reason"] == "edition_not_recorded"
    earlier = evolve(unclear, day=date(2026, 10, 1))
    assert compared(*pair, earlier)["reason"] == "better"
    assert compared(pair[0], boxall(ON, 70, 30), unclear)["reason"] == "mixed"


@pytest.mark.parametrize(
    ("last", "reason"), [(ENDED, "nothing_to_compare"), (ENDED + timedelta(days=1), "better")]
)
def test_an_outcome_asks_how_wellbeing_is_after_the_end(last: date, reason: str) -> None:
    """What was better during the stay alone says nothing of the time after it."""
    pair = (boxall(BEGAN, 80, 40), boxall(last, 90, 30))
    assert wellbeing_is_better(at(evolve(RETURNED, assessments=pair))).reason == reason
