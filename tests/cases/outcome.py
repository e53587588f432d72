"""How did the stay end? The reasons in each story."""

from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve

from iapcore.decisions.outcome import OutcomeKind
from iapcore.record.behaviour import Suspension
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases.case import NO_CALENDAR_AFTER_DECEMBER, NOTHING_THERE, UNKNOWN, Case, all_of
from tests.stories import BEGAN, ENDED, LONG_AFTER, MARKED_UNTIL, ON, PLANNED_ON

_returned: Final = stories.returned()
_stay: Final = (_returned.placements or ())[0]
_ending: Final = Ending(day=ENDED, destination=Destination.MAINSTREAM)
_no_follow_up: Final = stories.with_transition(_returned, follow_ups=None)


def _followed_up(*look_backs: Any) -> Journey:
    return stories.with_transition(_returned, follow_ups=look_backs)


def _went(destination: Destination | None, **changes: Any) -> Journey:
    return stories.with_placement(_returned, ending=evolve(_ending, destination=destination), **changes)


OUTCOME_CASES: Final = (
    Case(
        name="a sustained return",
        journey=_returned,
        on=LONG_AFTER,
        expect={
            "OUT-1": "began",
            "OUT-2": "ended",
            "OUT-3": "as_agreed",
            "OUT-4": "more",
            "OUT-5": "in_all",
            "OUT-6": "better",
            "OUT-7": "less",
            "OUT-8": "looked",
        },
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="nothing is recorded of a stay",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("OUT", range(2, 9), "no_stay") | {"OUT-1": "not_recorded"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="it is recorded that there was no placement",
        journey=NOTHING_THERE,
        on=ON,
        expect=all_of("OUT", range(2, 9), "no_stay") | {"OUT-1": "none"},
        answer=OutcomeKind.NOT_BEGUN,
    ),
    Case(
        name="a stay that is to come",
        journey=stories.referred(),
        on=PLANNED_ON,
        expect={"OUT-1": "planned", "OUT-2": "no_stay"},
        answer=OutcomeKind.NOT_BEGUN,
    ),
    Case(
        name="the day on which it was to begin has passed",
        journey=stories.referred(),
        on=ON,
        expect={"OUT-1": "not_recorded"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="an open stay",
        journey=stories.hybrid(),
        on=ON,
        expect=all_of("OUT", range(3, 6), "open") | {"OUT-2": "open_until", "OUT-7": "open", "OUT-8": "open"},
        answer=OutcomeKind.STILL_PLACED,
    ),
    Case(
        name="an open stay without a planned end",
        journey=stories.with_placement(stories.hybrid(), planned=None),
        on=ON,
        expect={"OUT-2": "open"},
        answer=OutcomeKind.STILL_PLACED,
    ),
    Case(
        name="the planned end has passed",
        journey=stories.hybrid(),
        on=ENDED + timedelta(days=1),
        expect={"OUT-2": "overrun"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="only the first and the last day are recorded",
        journey=evolve(UNKNOWN, placements=(Placement(began=BEGAN, ending=Ending(day=ENDED)),)),
        on=LONG_AFTER,
        expect={
            "OUT-1": "began",
            "OUT-2": "ended",
            "OUT-3": "no_destination",
            "OUT-4": "no_calendar",
            "OUT-5": "no_follow_up",
            "OUT-6": "no_assessments",
            "OUT-7": "no_calendar",
            "OUT-8": "no_follow_up",
        },
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="back in all lessons, and nobody has looked since",
        journey=_no_follow_up,
        on=LONG_AFTER,
        expect={"OUT-3": "as_agreed", "OUT-5": "no_follow_up", "OUT-8": "no_follow_up"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="the purpose was not recorded",
        journey=stories.with_placement(_returned, purpose=None),
        on=LONG_AFTER,
        expect={"OUT-3": "no_purpose"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="a managed move",
        journey=_went(Destination.MANAGED_MOVE),
        on=LONG_AFTER,
        expect={"OUT-3": "otherwise"},
        answer=OutcomeKind.MANAGED_MOVE,
    ),
    Case(
        name="the day after the end",
        journey=_returned,
        on=ENDED + timedelta(days=1),
        expect={"OUT-4": "too_early", "OUT-5": "no_follow_up", "OUT-7": "too_early", "OUT-8": "too_early"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="no more attendance than before",
        journey=evolve(_returned, marks=stories.attendance(MARKED_UNTIL, before=0, after=3)),
        on=LONG_AFTER,
        expect={"OUT-4": "not_more"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="marks begin with the stay",
        journey=evolve(
            _returned,
            marks=evolve(
                stories.attendance(MARKED_UNTIL),
                complete=DateSpan(BEGAN, MARKED_UNTIL),
                events=stories.marks(BEGAN, MARKED_UNTIL, 20),
            ),
        ),
        on=LONG_AFTER,
        expect={"OUT-4": "no_marks"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="hardly a session was possible before entry",
        journey=evolve(
            _returned,
            marks=evolve(
                stories.attendance(MARKED_UNTIL),
                events=(
                    *stories.marks(date(2026, 10, 19), date(2026, 10, 23), 2),
                    *stories.marks(BEGAN, MARKED_UNTIL, 20),
                ),
            ),
        ),
        on=LONG_AFTER,
        expect={"OUT-4": "too_few"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="the pupil takes part in lessons and with nobody",
        journey=_followed_up(stories.look_back(stories.LAST_LOOK_BACK, social=Extent.NO)),
        on=LONG_AFTER,
        expect={"OUT-5": "not_in_all"},
        answer=OutcomeKind.PARTLY_RETURNED,
    ),
    Case(
        name="nobody looked at how the pupil feels",
        journey=_followed_up(stories.look_back(stories.LAST_LOOK_BACK, emotional=None)),
        on=LONG_AFTER,
        expect={"OUT-5": "not_seen"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="wellbeing is worse",
        journey=evolve(
            _returned, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2027, 2, 3), 24, 4))
        ),
        on=LONG_AFTER,
        expect={"OUT-6": "mixed"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="wellbeing is no better",
        journey=evolve(
            _returned, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2027, 2, 3), 20, 4))
        ),
        on=LONG_AFTER,
        expect={"OUT-6": "not_better"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="an assessment of no edition lies in between",
        journey=evolve(
            _returned,
            assessments=(*(_returned.assessments or ()), evolve(stories.sdq(ON, 9, 9), edition=None)),
        ),
        on=LONG_AFTER,
        expect={"OUT-6": "edition_not_recorded"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="one questionnaire",
        journey=evolve(_returned, assessments=(stories.sdq(BEGAN, 20, 4),)),
        on=LONG_AFTER,
        expect={"OUT-6": "nothing_to_compare"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="the calendar ends in December",
        journey=evolve(_returned, calendar=NO_CALENDAR_AFTER_DECEMBER),
        on=LONG_AFTER,
        expect={"OUT-4": "no_calendar", "OUT-7": "no_calendar", "OUT-8": "too_early"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="the calendar ends after the first point, and somebody has looked since",
        journey=evolve(_returned, calendar=SchoolCalendar(key="short", terms=stories.CALENDAR.terms[:5])),
        on=LONG_AFTER,
        expect={"OUT-8": "too_early"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="suspensions are recorded since the stay began alone",
        journey=evolve(
            _returned,
            suspensions=evolve(
                stories.suspensions(LONG_AFTER), complete=DateSpan(BEGAN, LONG_AFTER), events=()
            ),
        ),
        on=LONG_AFTER,
        expect={"OUT-7": "no_suspensions"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="suspended for a time that nobody wrote down",
        journey=evolve(
            _returned,
            suspensions=evolve(stories.suspensions(LONG_AFTER), events=(Suspension(day=date(2027, 1, 11)),)),
        ),
        on=LONG_AFTER,
        expect={"OUT-7": "no_length"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="never suspended",
        journey=evolve(_returned, suspensions=stories.suspensions(LONG_AFTER)),
        on=LONG_AFTER,
        expect={"OUT-7": "none"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="suspended as much as before",
        journey=evolve(_returned, suspensions=stories.suspensions(LONG_AFTER, d2026_10_05=4, d2027_01_11=4)),
        on=LONG_AFTER,
        expect={"OUT-7": "not_less"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="one look back too few",
        journey=_followed_up(stories.look_back(date(2027, 4, 16))),
        on=LONG_AFTER,
        expect={"OUT-5": "in_all", "OUT-8": "missed"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="a stay for qualifications that leads on",
        journey=stories.with_placement(
            stories.qualifications(), ending=Ending(day=date(2027, 6, 25), destination=Destination.POST_16)
        ),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-3": "as_agreed"},
        answer=OutcomeKind.POST_16_PATHWAY,
    ),
)
