"""Questions that protect: about adults, in school days, and told a second time by a plain table."""

from collections import Counter
from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.judgement import Judgement
from iapcore.decisions.questions import Questions
from iapcore.decisions.reviews import REVIEWS, check_reviews, find_due
from iapcore.decisions.safeguards import SAFEGUARDS, check_safeguards
from iapcore.decisions.safeguards.board import board_clock
from iapcore.decisions.safeguards.sixth_day import sixth_days
from iapcore.decisions.safeguards.suspended import (
    Count,
    count_suspended,
    days_told,
    earlier_terms,
    school_year,
    this_term,
)
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.errors import OutOfScopeError
from iapcore.guidance.profiles import profile
from iapcore.record.attendance import LessonMark, SessionMark
from iapcore.record.behaviour import Suspension
from iapcore.record.journey import Journey
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.record.transition import AfterCareVisit
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.provision_kinds import Access
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory
from tests import stories
from tests.cases import CLOCK_CASES, REVIEW_CASES, SAFEGUARD_CASES, UNKNOWN, Case
from tests.cases.safeguards import ELM, WELL, directed, garage, hosted, two_weeks
from tests.laws import policies, told
from tests.stories import BEGAN, CALENDAR, ON

POLICY: Final = profile("half-term")
YEAR: Final = DateSpan(date(2026, 9, 2), date(2027, 7, 30))
TERMS: Final = [term.span for term in CALENDAR.terms if term.span.start >= YEAR.start]
SCHOOL_DAYS: Final = CALENDAR.school_days(YEAR) or ()
IN_JUNE: Final = date(2027, 6, 30)


def judged(journey: Journey, on: date = ON) -> dict[str, str]:
    findings = check_safeguards(journey, policy=POLICY, on=on).findings
    return {finding.key: finding.reason for finding in findings}


def params(journey: Journey, key: str, on: date = ON) -> dict[str, Any]:
    return dict(check_safeguards(journey, policy=POLICY, on=on).finding(key).params)


def situation(
    *given: Suspension, on: date = IN_JUNE, calendar: SchoolCalendar | None = CALENDAR
) -> Situation:
    held = Stream(complete=DateSpan(date(2026, 4, 13), on), events=given)
    return Situation.of(evolve(UNKNOWN, suspensions=held, calendar=calendar), policy=POLICY, on=on)


def suspended(day: date, half_days: int | None = None, **more: Any) -> Suspension:
    return Suspension(day=day, half_days=half_days, **more)


# The answer


@pytest.mark.parametrize("case", [*SAFEGUARD_CASES, *CLOCK_CASES], ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    found = check_safeguards(case.journey, **case.asked)
    assert {key: found.finding(key).reason for key in case.expect} == case.expect
    assert found.answer is case.answer


@pytest.mark.parametrize("case", REVIEW_CASES, ids=lambda case: case.name)
def test_a_case_of_reviews(case: Case) -> None:
    found = check_reviews(case.journey, **case.asked)
    assert {key: found.finding(key).reason for key in case.expect} == case.expect
    assert found.answer is case.answer


def naive(found: Judgement[Questions]) -> str:
    said = [finding.rule.reason(finding.reason).verdict.value for finding in found.findings]
    table = ((lambda: "not_met" in said, "questions_to_ask"), (lambda: "not_known" in said, "cannot_tell"))
    return next((answer for holds, answer in table if holds()), "no_question_seen")


@given(told(), policies())
def test_the_answer_says_whether_there_is_something_to_ask(
    told_on: tuple[Journey, date], policy: str
) -> None:
    journey, on = told_on
    for judge, rules in ((check_safeguards, SAFEGUARDS), (check_reviews, REVIEWS)):
        found = judge(journey, policy=profile(policy), on=on)
        assert found.answer.value == naive(found)
        assert [one.key for one in found.findings] == [rule.key for rule in rules]


@pytest.mark.parametrize("cases", [SAFEGUARD_CASES, REVIEW_CASES])
def test_every_answer_is_reached(cases: tuple[Case, ...]) -> None:
    assert {case.answer for case in cases} == set(Questions)


def test_there_is_no_verdict_over_them() -> None:
    assert not hasattr(check_safeguards(WELL, policy=POLICY, on=ON), "verdict")
    assert not hasattr(check_reviews(WELL, policy=POLICY, on=ON), "verdict")


def test_before_the_guidance_that_is_held_nothing_is_asked() -> None:
    summer = DateSpan(date(2024, 6, 3), date(2024, 7, 31))
    journey = evolve(
        UNKNOWN,
        calendar=SchoolCalendar(key="2024", terms=(Term(summer),)),
        suspensions=Stream(complete=summer, events=()),
    )
    with pytest.raises(OutOfScopeError):
        check_safeguards(journey, policy=POLICY, on=date(2024, 7, 31))
    assert find_due(journey, policy=POLICY, on=date(2024, 7, 31)) == ()


# How the questions read


@pytest.mark.parametrize("rule", [*SAFEGUARDS, *REVIEWS], ids=lambda rule: rule.key)
def test_a_question_is_about_adults_and_an_action_is_for_them(rule: Any) -> None:
    assert not rule.asks.startswith(("Does the pupil", "Is the pupil", "Did the pupil", "Has the pupil"))
    told = " ".join(f"{one.sentence} {one.action or ''}" for one in rule.reasons)
    assert not {"exclude", "sanction the", "reintegration", "refuse", "blame"} & set(told.lower().split())
    for reason in rule.reasons:
        assert (reason.action is None) is (reason.verdict is Verdict.MET)
        assert reason.action is None or reason.action.endswith(".")


def test_no_rule_makes_a_meeting_a_condition_of_coming_back() -> None:
    """A pupil may not be kept out because a meeting about coming back was missed."""
    asked = " ".join(f"{rule.key} {rule.asks} {rule.expects}" for rule in SAFEGUARDS)
    assert "coming back" not in asked
    assert "reintegration" not in asked


def test_support_is_never_a_sign() -> None:
    """Agreed breaks and visits of after-care change nothing."""
    ended = evolve(stories.returned(), timetables=WELL.timetables)
    breaks = tuple(
        LessonMark(day=day, slot=Slot.parse("Fri:1"), attendance=LessonAttendance.THERE_WITH_AGREED_BREAK)
        for day in (date(2026, 10, 23), date(2026, 11, 6))
    )
    visits = (AfterCareVisit(day=date(2027, 1, 13), access=Access.DROP_IN),)
    helped = evolve(
        stories.with_transition(ended, after_care=visits),
        lesson_marks=Stream(complete=DateSpan(date(2026, 9, 2), date(2027, 7, 30)), events=breaks),
    )
    assert judged(helped, stories.LONG_AFTER) == judged(ended, stories.LONG_AFTER)


# Beside the first day


@pytest.mark.parametrize(
    ("days", "on_day", "reason"),
    [
        (0, BEGAN, "beside"),
        (0, date(2026, 10, 23), "apart"),
        (1, date(2026, 10, 23), "beside"),
        (1, date(2026, 10, 22), "apart"),
        (2, date(2026, 10, 22), "beside"),
        (1, date(2026, 11, 3), "apart"),
    ],
)
def test_beside_is_counted_in_school_days_and_the_school_chooses_how_many(
    days: int, on_day: date, reason: str
) -> None:
    removals = evolve(stories.incidents(ON, on_day))
    journey = evolve(WELL, incidents=removals)
    policy = POLICY.choosing(beside_days=days)
    assert check_safeguards(journey, policy=policy, on=ON).finding("SAFE-1").reason == reason


def test_a_permanent_exclusion_long_before_is_no_suspension_beside() -> None:
    given = suspended(date(2026, 9, 10), category=SuspensionCategory.PERMANENT)
    journey = evolve(WELL, suspensions=Stream(complete=DateSpan(date(2026, 6, 1), ON), events=(given,)))
    assert judged(journey)["SAFE-2"] == "apart"


def test_a_calendar_that_begins_with_the_stay_tells_of_no_day_before() -> None:
    short = SchoolCalendar(key="short", terms=(Term(DateSpan(BEGAN, ON)),))
    assert judged(evolve(WELL, calendar=short))["SAFE-1"] == "no_calendar"


# Days of suspension


def naive_halves(given: list[Suspension]) -> Counter[date]:
    """Each half-day on its school day, by hand."""
    found: Counter[date] = Counter()
    for one in given:
        days = [day for day in SCHOOL_DAYS if day >= one.day]
        for place in range(one.half_days or 0):
            if place // 2 < len(days):
                found[days[place // 2]] += 1
    return found


def apart(drawn: list[tuple[int, int]]) -> list[Suspension]:
    """Suspensions that do not overlap, some of them running over holidays."""
    given, first = [], 0
    for gap, half_days in drawn:
        first += gap
        if first < len(SCHOOL_DAYS):
            given.append(suspended(SCHOOL_DAYS[first], half_days))
        first += (half_days + 1) // 2
    return given


spread = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=6).map(apart)


@given(spread)
def test_half_days_are_counted_by_term_and_by_year_as_by_hand(given_: list[Suspension]) -> None:
    asked = situation(*given_, on=YEAR.end or IN_JUNE)
    halves = naive_halves(given_)
    for span in (*TERMS, YEAR):
        count = count_suspended(asked, span)
        assert count.lacks == ()
        assert count.half_days == sum(number for day, number in halves.items() if day in span)
    assert [span.format() for span in (this_term(asked), *earlier_terms(asked)) if span] == [
        term.span.format() for term in reversed(CALENDAR.terms)
    ]
    assert school_year(asked) == YEAR


def naive_state(term: DateSpan, given: list[Suspension], on: date) -> str:
    """What a term asks of the board, by a table over the school days; whether it met is not recorded."""
    must: list[date | None] = []
    asked: list[date | None] = []
    total = 0
    for one in given:
        total += sum(number for day, number in naive_halves([one]).items() if day in term)
        first = SCHOOL_DAYS.index(one.day)
        is_here = total and any(day in term for day in naive_halves([one]))
        for days, within, counts in ((must, 15, total > 30), (asked, 50, 10 < total <= 30)):
            if is_here and counts:
                days.append(SCHOOL_DAYS[first + within] if first + within < len(SCHOOL_DAYS) else None)
    if must:
        by = must[0]
        return "calendar_ends" if by is None else ("meeting" if on <= by else "overdue") + "_not_recorded"
    still = [by for by in asked if by is None or on <= by]
    if asked:
        return "past_not_recorded" if not still else "if_asked" if still[0] else "calendar_ends_if_asked"
    return "representations" if total else "none"


@given(spread, st.sampled_from(SCHOOL_DAYS))
def test_what_the_days_of_a_term_ask_of_the_board_by_a_table(given_: list[Suspension], on: date) -> None:
    """Looked at on any day: what begins after it is not there yet."""
    seen = [one for one in given_ if one.day <= on]
    asked = situation(*seen, on=on)
    for term in TERMS:
        if term.start <= on:
            state = board_clock(asked, term, count_suspended(asked, term)).state
            assert state.value == naive_state(term, seen, on)


@pytest.mark.parametrize(
    ("half_days", "reason", "by"),
    [
        (1, "representations", None),
        (10, "representations", None),
        (11, "if_asked", date(2026, 11, 23)),
        (30, "if_asked", date(2026, 11, 23)),
        (31, "overdue", date(2026, 9, 28)),
    ],
)
def test_the_board_meets_in_school_days(half_days: int, reason: str, by: date | None) -> None:
    """Fifty or fifteen school days from 7 September; half-term is stepped over."""
    given = suspended(date(2026, 9, 7), half_days, reviews=())
    asked = situation(given, on=date(2026, 10, 20)).journey
    assert judged(asked, date(2026, 10, 20))["CLOCK-1"] == reason
    assert params(asked, "CLOCK-1", date(2026, 10, 20)).get("by") == by


def test_the_days_run_from_the_suspension_with_which_the_limit_was_passed() -> None:
    given = (
        suspended(date(2026, 9, 7), 10),
        suspended(date(2026, 10, 5), 1),
        suspended(date(2026, 10, 12), 2),
    )
    asked = situation(*given, on=date(2026, 10, 20)).journey
    found = params(asked, "CLOCK-1", date(2026, 10, 20))
    assert (found["days"], found["by"]) == ("6½", CALENDAR.days_later(date(2026, 10, 5), 50))


@pytest.mark.parametrize(("half_days", "text"), [(0, "0"), (1, "½"), (2, "1"), (9, "4½")])
def test_half_days_are_told_as_days(half_days: int, text: str) -> None:
    count = Count(steps=((ON, half_days),))
    assert days_told(count, situation()) == text
    assert days_told(evolve(count, lacks=("no_length",)), situation()) == f"{text} or more"


@pytest.mark.parametrize(("half_days", "reason"), [(90, "within"), (91, "over")])
def test_forty_five_days_are_the_most(half_days: int, reason: str) -> None:
    asked = situation(suspended(date(2026, 9, 3), half_days)).journey
    assert judged(asked, IN_JUNE)["CLOCK-3"] == reason


def test_days_of_the_year_before_are_not_counted() -> None:
    asked = situation(suspended(date(2026, 7, 20), 6)).journey
    assert params(asked, "CLOCK-3", IN_JUNE) == {"since": YEAR.start, "days": "1", "most": 45}


def test_in_a_holiday_the_term_before_counts() -> None:
    on = date(2026, 10, 28)
    asked = situation(suspended(date(2026, 10, 5), 2), on=on).journey
    assert judged(asked, on)["CLOCK-1"] == "representations"


@pytest.mark.parametrize("on", [date(2026, 4, 12), date(2027, 8, 1)])
def test_outside_the_calendar_nothing_is_counted(on: date) -> None:
    journey = evolve(
        UNKNOWN, calendar=CALENDAR, suspensions=Stream(complete=DateSpan(date(2026, 1, 1), on), events=())
    )
    found = judged(journey, on)
    assert {found[f"CLOCK-{number}"] for number in (1, 2, 3, 4)} == {"no_calendar"}


def test_before_the_calendar_there_is_no_term() -> None:
    asked = situation(on=date(2026, 4, 13), calendar=evolve(CALENDAR, terms=CALENDAR.terms[1:]))
    assert this_term(asked) is school_year(asked) is None
    assert earlier_terms(asked) == ()


# The sixth school day


@pytest.mark.parametrize(
    ("day", "half_days", "category", "sixth"),
    [
        (date(2026, 9, 7), 10, None, None),
        (date(2026, 9, 7), 11, None, date(2026, 9, 14)),
        (date(2026, 9, 5), 12, None, date(2026, 9, 14)),
        (date(2026, 10, 21), 12, SuspensionCategory.SUSPENSION, date(2026, 11, 4)),
        (date(2026, 9, 7), None, SuspensionCategory.PERMANENT, date(2026, 9, 14)),
        (date(2026, 9, 7), 12, SuspensionCategory.LUNCHTIME, None),
        (date(2026, 7, 6), 12, None, None),
    ],
)
def test_which_day_the_sixth_is(
    day: date, half_days: int | None, category: SuspensionCategory | None, sixth: date | None
) -> None:
    given = suspended(day, half_days, category=category)
    found = sixth_days(situation(given), YEAR, (given,))
    assert [one.day for one in found.days] == ([sixth] if sixth else [])
    assert found.lacks == ()


def test_without_a_calendar_there_is_no_sixth_day() -> None:
    given = suspended(date(2026, 9, 7), 12)
    assert sixth_days(situation(given, calendar=None), YEAR, (given,)).days == ()


def test_a_sixth_day_that_is_owed_is_told_before_one_that_went_well() -> None:
    given = (suspended(date(2026, 9, 7), 12), suspended(date(2026, 10, 5), 12))
    codes = {date(2026, 9, 14): "K", date(2026, 10, 12): "E"}
    marks = tuple(
        SessionMark(day=day, half=half, code=AttendanceCode(code))
        for day, code in codes.items()
        for half in Half
    )
    on = date(2026, 10, 20)
    span = DateSpan(date(2026, 9, 2), on)
    journey = evolve(situation(*given, on=on).journey, marks=Stream(complete=span, events=marks))
    assert judged(journey, on)["CLOCK-4"] == "coded_excluded"
    assert params(journey, "CLOCK-4", on) == {"day": date(2026, 10, 12), "lacks": ()}


# The register


def coded(code: str, day: date = ON, half: Half = Half.MORNING) -> Journey:
    """The third week with one session under that code."""
    assert WELL.marks is not None
    kept = tuple(one for one in WELL.marks.events if (one.day, one.half) != (day, half))
    mark = SessionMark(day=day, half=half, code=AttendanceCode(code))
    return evolve(WELL, marks=evolve(WELL.marks, events=(*kept, mark)))


@pytest.mark.parametrize("code", AttendanceCode)
def test_which_codes_are_asked_about(code: AttendanceCode) -> None:
    """Absence of every other kind, and codes of other reasons, are for whoever keeps the register."""
    found = judged(coded(code.value))
    assert found["REG-1"] == ("off_site_codes" if code.value in "BDK" else "fit")
    assert found["REG-2"] == ("coded_part_time" if code.value == "C2" else "apart")
    assert found["REG-3"] == ("used" if code.value == "C2" else "none")


def test_codes_before_the_stay_are_not_asked_about() -> None:
    assert judged(coded("C2", date(2026, 10, 20)))["REG-3"] == "none"


def test_a_mark_on_a_saturday_is_not_told_by_a_timetable() -> None:
    assert judged(coded("B", date(2026, 11, 14)))["REG-1"] == "not_told"


@pytest.mark.parametrize(
    ("second", "on_day", "reason"),
    [
        ((date(2026, 11, 16),), date(2026, 11, 20), "fit"),
        ((date(2026, 11, 16),), date(2026, 11, 13), "off_site_codes"),
        (None, date(2026, 11, 20), "not_told"),
    ],
)
def test_a_cycle_of_two_weeks(second: tuple[date, ...] | None, on_day: date, reason: str) -> None:
    assert judged(two_weeks(coded("B", on_day), second))["REG-1"] == reason


def test_two_weeks_without_a_calendar_are_not_told() -> None:
    journey = evolve(two_weeks(coded("B"), (date(2026, 11, 16),)), calendar=None)
    assert judged(journey)["REG-1"] == "not_told"


def test_a_lesson_of_which_the_place_is_not_recorded_tells_nothing() -> None:
    week = stories.week(BEGAN, "BB BB BB BB ?B")
    assert judged(evolve(coded("B"), timetables=(week,)))["REG-1"] == "not_told"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, "at_a_provider"),
        ({"slots": None}, "at_a_provider"),
        ({"slots": (Slot.parse("Fri:2"),)}, "at_a_provider"),
        ({"started": ON + timedelta(days=1)}, "off_site_codes"),
        ({"ended": date(2026, 11, 13)}, "off_site_codes"),
    ],
)
def test_a_place_with_a_provider_explains_its_own_half_days(changes: dict[str, Any], reason: str) -> None:
    [place] = garage("Fri:am")
    journey = evolve(coded("B"), vocational_places=(evolve(place, **changes),))
    assert judged(journey)["REG-1"] == reason


def test_a_stay_without_a_provision_is_taken_for_one_on_site() -> None:
    assert judged(stories.with_placement(coded("B"), provision=None))["REG-1"] == "off_site_codes"


def test_a_base_in_the_pupils_own_school_is_on_site() -> None:
    assert judged(hosted(ELM, evolve(ELM, name="The same school")))["REG-1"] == "off_site_codes"


@pytest.mark.parametrize(
    "destination", [one for one in Destination if one is not Destination.OFF_SITE_DIRECTION]
)
def test_only_a_direction_off_site_is_asked_about(destination: Destination) -> None:
    found = judged(directed(destination))
    assert (found["CLOCK-5"], found["CLOCK-6"]) == ("none", "none")
