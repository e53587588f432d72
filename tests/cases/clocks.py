"""Clocks of suspension in holidays, over the summer, past their day, beside what is lacking, and outside a calendar."""

from datetime import date
from typing import Final

from attrs import evolve

from iapcore.decisions.questions import Questions
from iapcore.record.behaviour import Suspension
from iapcore.record.journey import Journey
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewResult
from tests import stories
from tests.cases.case import Case
from tests.cases.safeguards import (
    IN_TIME,
    LATE_IN_OCTOBER,
    PERMANENT,
    WELL,
    all_day,
    marked,
    reviewed,
    stream,
    suspended,
    with_suspensions,
)
from tests.stories import BEGAN, ON

__all__ = ["CLOCK_CASES"]

TERMS: Final = stories.CALENDAR.terms
AT_CHRISTMAS: Final = date(2026, 12, 28)
IN_AUGUST: Final = date(2026, 8, 10)
AFTER_THE_LAST_DAY: Final = date(2027, 8, 5)
THREE_TERMS: Final = SchoolCalendar(
    key="three",
    terms=(
        Term(
            DateSpan(date(2026, 9, 2), date(2026, 12, 18)),
            half_term=DateSpan(date(2026, 10, 24), date(2026, 11, 1)),
        ),
        Term(DateSpan(date(2027, 1, 4), date(2027, 3, 25))),
    ),
)
"""An autumn term in which fifty school days have room."""
SEVEN_IN_SEPTEMBER: Final = suspended(date(2026, 9, 7), 14)
"""Seven days: fifty school days from 7 September are over with 23 November in the calendar of three terms."""

_SHORT: Final = Term(DateSpan(BEGAN, date(2026, 11, 6)))
_LATE: Final = Term(DateSpan(date(2026, 10, 12), date(2026, 10, 23)))
_BACK: Final = ReviewResult.BOARD_YES


def until(on: date, *given: Suspension, terms: tuple[Term, ...] | None = TERMS) -> Journey:
    """The story with these suspensions, recorded to the day, and a calendar of these terms."""
    calendar = SchoolCalendar(key="terms", terms=terms) if terms else None
    return evolve(WELL, suspensions=stream(on, *given), calendar=calendar)


CLOCK_CASES: Final = (
    # In a holiday and over the summer
    Case(
        name="a permanent exclusion in the Christmas holiday",
        journey=until(AT_CHRISTMAS, suspended(AT_CHRISTMAS, category=PERMANENT, reviews=())),
        on=AT_CHRISTMAS,
        expect={"CLOCK-1": "must_meet", "CLOCK-2": "nothing_left", "CLOCK-4": "to_come"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a permanent exclusion of the last days before the summer, in the summer",
        journey=until(IN_AUGUST, suspended(date(2026, 7, 20), category=PERMANENT, reviews=())),
        on=IN_AUGUST,
        expect={"CLOCK-1": "must_meet", "CLOCK-4": "to_come"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a permanent exclusion of the last days before the summer, in the next school year",
        journey=until(date(2026, 9, 10), suspended(date(2026, 7, 20), category=PERMANENT, reviews=())),
        on=date(2026, 9, 10),
        expect={"CLOCK-1": "none", "CLOCK-2": "must_meet", "CLOCK-4": "not_told"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a duty of which the time was over before the summer is not told in the next year",
        journey=until(IN_TIME, suspended(date(2026, 6, 8), category=PERMANENT, reviews=())),
        on=IN_TIME,
        expect={"CLOCK-2": "nothing_left", "CLOCK-4": "none_so_long"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a suspension of July of which the length is not recorded",
        journey=until(IN_TIME, suspended(date(2026, 7, 13))),
        on=IN_TIME,
        expect={"CLOCK-2": "no_length"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="after the last day of the calendar a duty of its last term is told, and nothing is said to be met",
        journey=until(AFTER_THE_LAST_DAY, suspended(date(2027, 7, 20), category=PERMANENT, reviews=())),
        on=AFTER_THE_LAST_DAY,
        expect={"CLOCK-1": "calendar_ends", "CLOCK-2": "no_calendar", "CLOCK-3": "no_calendar"},
        answer=Questions.TO_ASK,
    ),
    # Past its day
    Case(
        name="seven days, no review, and fifty school days are over",
        journey=evolve(
            until(date(2026, 11, 24), evolve(SEVEN_IN_SEPTEMBER, reviews=())), calendar=THREE_TERMS
        ),
        on=date(2026, 11, 24),
        expect={"CLOCK-1": "past"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="seven days, fifty school days are over, and whether a parent asked is not recorded",
        journey=evolve(until(date(2026, 11, 24), SEVEN_IN_SEPTEMBER), calendar=THREE_TERMS),
        on=date(2026, 11, 24),
        expect={"CLOCK-1": "past_not_recorded", "CLOCK-2": "nothing_left"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="seven days in an earlier term, and fifty school days are over",
        journey=until(date(2026, 12, 1), evolve(SEVEN_IN_SEPTEMBER, reviews=())),
        on=date(2026, 12, 1),
        expect={"CLOCK-2": "nothing_left"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="seven days in an earlier term, fifty school days are over, and whether a parent asked is not recorded",
        journey=until(date(2026, 12, 1), SEVEN_IN_SEPTEMBER),
        on=date(2026, 12, 1),
        expect={"CLOCK-2": "past_not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    # Beside what is lacking
    Case(
        name="a permanent exclusion beside a suspension of which the length is not recorded",
        journey=with_suspensions(
            suspended(date(2026, 11, 4), reviews=()),
            suspended(date(2026, 11, 11), category=PERMANENT, reviews=()),
        ),
        on=ON,
        expect={"CLOCK-1": "must_meet", "CLOCK-3": "no_length", "CLOCK-4": "not_told"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a permanent exclusion before a term for which suspensions are not recorded to the day",
        journey=until(date(2026, 11, 13), suspended(date(2026, 11, 11), category=PERMANENT, reviews=())),
        on=ON,
        expect={"CLOCK-1": "must_meet", "CLOCK-3": "not_recorded", "CLOCK-4": "not_told"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="two suspensions on the same days of an earlier term",
        journey=with_suspensions(suspended(date(2026, 10, 5), 4), suspended(date(2026, 10, 6), 2)),
        on=ON,
        expect={"CLOCK-1": "none", "CLOCK-2": "overlap", "CLOCK-3": "overlap"},
        answer=Questions.CANNOT_TELL,
    ),
    # Where the calendar does not reach
    Case(
        name="a permanent exclusion and no calendar",
        journey=until(ON, suspended(date(2026, 11, 11), category=PERMANENT, reviews=()), terms=None),
        on=ON,
        expect={"CLOCK-1": "no_day", "CLOCK-2": "no_calendar", "CLOCK-4": "no_calendar"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a calendar that begins after a suspension which may run into it",
        journey=until(ON, suspended(date(2026, 10, 19), 24), terms=TERMS[3:]),
        on=ON,
        expect={
            "CLOCK-1": "outside_calendar",
            "CLOCK-2": "outside_calendar",
            "CLOCK-3": "outside_calendar",
            "CLOCK-4": "outside_calendar",
            "SAFE-2": "no_calendar",
        },
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a calendar that begins shortly before the stay, after a suspension that may run up to it",
        journey=until(ON, suspended(date(2026, 10, 5), 30), terms=(_LATE, *TERMS[3:])),
        on=ON,
        expect={"SAFE-2": "no_calendar", "CLOCK-1": "outside_calendar"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a calendar that begins after a suspension of which the length is not recorded",
        journey=until(ON, suspended(date(2026, 10, 5)), terms=(_LATE, *TERMS[3:])),
        on=ON,
        expect={"SAFE-2": "no_calendar", "CLOCK-3": "outside_calendar", "CLOCK-4": "outside_calendar"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a calendar that begins after a permanent exclusion of the same year",
        journey=until(ON, suspended(date(2026, 9, 21), category=PERMANENT, reviews=()), terms=TERMS[3:]),
        on=ON,
        expect={"CLOCK-2": "no_day", "CLOCK-4": "outside_calendar"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a calendar that ends within a suspension",
        journey=until(LATE_IN_OCTOBER, suspended(date(2026, 10, 21), 8), terms=TERMS[:3]),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "representations", "CLOCK-3": "outside_calendar", "CLOCK-4": "none_so_long"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a calendar that ends before the fifty school days within which a board meets if asked",
        journey=until(LATE_IN_OCTOBER, SEVEN_IN_SEPTEMBER, terms=TERMS[:3]),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "calendar_ends_if_asked"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a calendar that ends before the fifty school days since an earlier term",
        journey=until(date(2026, 11, 4), SEVEN_IN_SEPTEMBER, terms=(*TERMS[:3], _SHORT)),
        on=date(2026, 11, 4),
        expect={"CLOCK-2": "calendar_ends_if_asked"},
        answer=Questions.CANNOT_TELL,
    ),
    # Education on each day
    Case(
        name="education on one of three days from the sixth on",
        journey=marked(with_suspensions(suspended(date(2026, 9, 7), 16)), all_day(date(2026, 9, 14), 1, "B")),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "partly"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="education on each day from the sixth on, of which the last was half a day",
        journey=marked(
            with_suspensions(suspended(date(2026, 9, 7), 15)),
            all_day(date(2026, 9, 14), 2, "B")
            | dict([next(iter(all_day(date(2026, 9, 16), 1, "B").items()))]),
        ),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "provided"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a permanent exclusion that the board ended before the sixth day",
        journey=until(
            LATE_IN_OCTOBER,
            evolve(
                suspended(date(2026, 9, 7), category=PERMANENT),
                reviews=tuple(evolve(one, result=_BACK) for one in reviewed(date(2026, 9, 11))),
            ),
        ),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "board_met", "CLOCK-4": "none_so_long"},
        answer=Questions.CANNOT_TELL,
    ),
    # Beside a permanent exclusion
    Case(
        name="the stay began beside a permanent exclusion",
        journey=with_suspensions(suspended(date(2026, 10, 23), category=PERMANENT, reviews=())),
        on=ON,
        expect={"SAFE-2": "beside_permanent"},
        answer=Questions.TO_ASK,
    ),
)
"""What the clocks of law say where a day, a length or a term is missing or over."""
