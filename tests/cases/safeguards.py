"""Which questions do people ask? The reasons in each story."""

from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve

from iapcore.decisions.questions import Questions
from iapcore.guidance.profiles import profile
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import ExclusionReview, Incident, Removal, Suspension
from iapcore.record.contacts import FamilyContact
from iapcore.record.journey import Journey
from iapcore.record.learning import VocationalPlace
from iapcore.record.placement import Ending, Placement, PurposeChange
from iapcore.record.referral import Consultation, Referral
from iapcore.record.review import Review
from iapcore.record.school import School
from iapcore.record.stream import Stream
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.settings import Destination, Where
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewBody, SuspensionCategory
from tests import stories
from tests.cases.case import NOTHING_THERE, UNKNOWN, Case, all_of
from tests.stories import BEGAN, ENDED, IN_WEEK_ONE, ON, PLANNED_ON, REFERRED, ROOM

FIRST_DAY: Final = date(2026, 9, 2)
FRIDAY_BEFORE: Final = date(2026, 10, 23)
"""The school day before the stay began: a half-term holiday lies between."""
LATE_IN_OCTOBER: Final = date(2026, 10, 22)
IN_TIME: Final = date(2026, 9, 21)
"""A day before the board has to meet about sixteen days from 7 September."""
PERMANENT: Final = SuspensionCategory.PERMANENT
LUNCHTIME: Final = SuspensionCategory.LUNCHTIME
BOARD: Final = ReviewBody.GOVERNING_BOARD
SHARED: Final = (SharedTime.BREAK, SharedTime.LUNCH)


# The parts of a story


def stream(end: date, *events: Any, start: date = date(2026, 6, 1)) -> Stream[Any]:
    """Events from the summer to `end`."""
    return Stream(complete=DateSpan(start, end), events=events)


def suspended(day: date, half_days: int | None = None, **more: Any) -> Suspension:
    return Suspension(day=day, half_days=half_days, **more)


def with_suspensions(*given: Suspension, until: date = ON) -> Journey:
    return evolve(WELL, suspensions=stream(until, *given))


def reviewed(day: date, body: ReviewBody | None = BOARD) -> tuple[ExclusionReview, ...]:
    return (ExclusionReview(day=day, body=body),)


def marked(journey: Journey, codes: dict[tuple[date, Half], str]) -> Journey:
    """The journey with these codes in the place of those of the same sessions."""
    marks = journey.marks
    assert marks is not None
    kept = tuple(one for one in marks.events if (one.day, one.half) not in codes)
    new = tuple(
        SessionMark(day=day, half=half, code=AttendanceCode(code)) for (day, half), code in codes.items()
    )
    return evolve(journey, marks=evolve(marks, events=(*kept, *new)))


def all_day(first: date, days: int, code: str) -> dict[tuple[date, Half], str]:
    """The code for both sessions of so many school days from the first on."""
    found = [first + timedelta(days=ahead) for ahead in range(60)]
    school = [day for day in found if stories.CALENDAR.is_school_day(day)][:days]
    return {(day, half): code for day in school for half in Half}


def shared(journey: Journey, times: tuple[SharedTime, ...] | None) -> Journey:
    return evolve(journey, timetables=tuple(evolve(one, shared=times) for one in journey.timetables or ()))


def _well() -> Journey:
    """The third week of a stay about which there is nothing to ask."""
    journey = shared(stories.hybrid(), SHARED)
    return evolve(
        journey,
        incidents=stream(ON, Incident(day=date(2026, 10, 12)), Incident(day=date(2026, 11, 10))),
        removals=stream(ON, Removal(day=date(2026, 10, 13))),
        contacts=stream(ON, FamilyContact(day=date(2026, 11, 6)), FamilyContact(day=date(2026, 11, 18))),
        vocational_places=(),
    )


WELL: Final = _well()
LONG: Final = suspended(date(2026, 9, 7), 12)
"""Six days, from 7 to 14 September."""
VERY_LONG: Final = suspended(date(2026, 9, 7), 32, reviews=())
"""Sixteen days, from 7 to 28 September."""
A_FRIDAY: Final = date(2026, 11, 20)
FRIDAY_MORNING: Final = {(A_FRIDAY, Half.MORNING): "B"}


def weeks(grid: str, **more: Any) -> Journey:
    """The story with one timetable from the first day on."""
    week = evolve(stories.week(BEGAN, grid), shared=SHARED)
    return evolve(WELL, timetables=(week,), **more)


HALF_DAYS_ON_SITE: Final = "BB BB BB BB BB"
FRIDAY_ELSEWHERE: Final = "BB BB BB BB EB"
NO_FRIDAY_MORNING: Final = "BB BB BB BB .B"
MIXED_FRIDAY: Final = "BBBBB BBBBB BBBBB BBBBB EEBBB"
SHORT_FRIDAY: Final = "BBBBB BBBBB BBBBB BBBBB BBB.."
WHERE_NOT_RECORDED: Final = "BB BB BB BB ?B"
ALL_DAY_ELSEWHERE: Final = "BBBBB BBBBB BBBBB BBBBB EEEEE"


def two_weeks(journey: Journey, second_weeks: tuple[date, ...] | None) -> Journey:
    """A cycle of two weeks: on Fridays of the second the morning is elsewhere."""
    lessons = tuple(
        Lesson(slot=Slot.parse(f"{week}Fri:am"), where=where)
        for week, where in ((1, Where.BASE), (2, Where.ELSEWHERE))
    )
    week = Timetable(starts=BEGAN, lessons=lessons, shared=SHARED)
    calendar = evolve(stories.CALENDAR, second_weeks=second_weeks)
    return evolve(journey, timetables=(week,), calendar=calendar)


def garage(*slots: str, started: date = BEGAN, **more: Any) -> tuple[VocationalPlace, ...]:
    place = VocationalPlace(started=started, provider="garage", slots=tuple(map(Slot.parse, slots)))
    return (evolve(place, **more),)


def hosted(home: School | None, host: School) -> Journey:
    journey = evolve(marked(weeks(HALF_DAYS_ON_SITE), FRIDAY_MORNING), home_school=home)
    return stories.with_placement(journey, provision=evolve(ROOM, host=host))


ELM, OAK = School(key="elm"), School(key="oak")


def directed(destination: Destination | None = Destination.OFF_SITE_DIRECTION) -> Journey:
    return stories.with_placement(WELL, ending=Ending(day=date(2026, 11, 19), destination=destination))


SAFEGUARD_CASES: Final = (
    Case(
        name="there is nothing to ask",
        journey=WELL,
        on=ON,
        expect={
            "SAFE-1": "apart",
            "SAFE-2": "apart",
            "SAFE-3": "support",
            "SAFE-4": "support",
            "SAFE-5": "asked",
            "SAFE-6": "asked",
            "SAFE-7": "tried",
            "SAFE-8": "recorded",
            "SAFE-9": "in_touch",
            "SAFE-10": "set",
            "SAFE-11": "shared",
            "SAFE-12": "some",
            "CLOCK-1": "none",
            "CLOCK-2": "nothing_left",
            "CLOCK-3": "within",
            "CLOCK-4": "none_so_long",
            "CLOCK-5": "none",
            "CLOCK-6": "none",
            "REG-1": "fit",
            "REG-2": "apart",
            "REG-3": "none",
        },
        answer=Questions.NONE_SEEN,
    ),
    Case(
        name="nobody recorded anything to ask about",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("SAFE", range(5, 8), "no_referral")
        | {
            "SAFE-1": "no_stay",
            "SAFE-2": "no_stay",
            "SAFE-3": "no_referral",
            "SAFE-4": "no_provision",
            "SAFE-8": "no_stay",
            "SAFE-9": "no_stay",
            "SAFE-10": "no_stay",
            "SAFE-11": "no_stay",
            "SAFE-12": "no_stay",
            "CLOCK-1": "not_recorded",
            "CLOCK-2": "not_recorded",
            "CLOCK-3": "not_recorded",
            "CLOCK-4": "not_recorded",
            "CLOCK-5": "no_stay",
            "CLOCK-6": "no_stay",
            "REG-1": "no_stay",
            "REG-2": "no_stay",
            "REG-3": "no_stay",
        },
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="nothing is there to ask about",
        journey=NOTHING_THERE,
        on=ON,
        expect={"SAFE-3": "no_referral", "SAFE-8": "no_stay", "CLOCK-5": "no_stay"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="only the first day of the stay is recorded",
        journey=evolve(
            UNKNOWN,
            referrals=(Referral(day=REFERRED),),
            placements=(Placement(began=BEGAN),),
            suspensions=stream(ON),
        ),
        on=ON,
        expect=all_of("REG", range(1, 4), "no_marks")
        | {
            "SAFE-1": "no_calendar",
            "SAFE-2": "no_calendar",
            "SAFE-3": "not_recorded",
            "SAFE-5": "not_recorded",
            "SAFE-6": "not_recorded",
            "SAFE-7": "not_recorded",
            "SAFE-8": "not_recorded",
            "SAFE-9": "not_recorded",
            "SAFE-10": "not_recorded",
            "SAFE-11": "not_recorded",
            "SAFE-12": "no_timetable",
            "CLOCK-1": "no_calendar",
            "CLOCK-2": "no_calendar",
            "CLOCK-3": "no_calendar",
            "CLOCK-4": "no_calendar",
        },
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a stay that has not begun",
        journey=evolve(stories.referred(), contacts=stream(PLANNED_ON)),
        on=PLANNED_ON,
        expect={"SAFE-1": "no_stay", "SAFE-5": "no_stay", "SAFE-6": "no_stay", "SAFE-7": "tried"},
        answer=Questions.CANNOT_TELL,
    ),
    # Beside an incident, a removal or a suspension
    Case(
        name="an incident on the last day before half-term",
        journey=evolve(WELL, incidents=stream(ON, Incident(day=FRIDAY_BEFORE))),
        on=ON,
        expect={"SAFE-1": "beside"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a removal on the first day, and incidents are not recorded",
        journey=evolve(WELL, incidents=None, removals=stream(ON, Removal(day=BEGAN))),
        on=ON,
        expect={"SAFE-1": "beside"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="removals are not recorded",
        journey=evolve(WELL, removals=None),
        on=ON,
        expect={"SAFE-1": "not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="the stay began on the last day of a suspension",
        journey=with_suspensions(suspended(date(2026, 10, 21), 8)),
        on=ON,
        expect={"SAFE-2": "beside"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a suspension of a length that nobody recorded, before the stay",
        journey=with_suspensions(suspended(date(2026, 10, 12))),
        on=ON,
        expect={
            "SAFE-2": "no_length",
            "CLOCK-2": "no_length",
            "CLOCK-3": "no_length",
            "CLOCK-4": "no_length",
        },
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="suspensions are recorded from the second week of the stay on",
        journey=evolve(WELL, suspensions=stream(ON, start=date(2026, 11, 9))),
        on=ON,
        expect={"SAFE-2": "not_recorded", "CLOCK-1": "not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    # How the place was agreed
    Case(
        name="people wrote down that the place stands in for a suspension",
        journey=stories.with_referral(WELL, instead_of_sanction=True),
        on=ON,
        expect={"SAFE-3": "instead"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a stay in a removal room",
        journey=stories.with_placement(WELL, provision=evolve(ROOM, kind=ProvisionKind.REMOVAL_ROOM)),
        on=ON,
        expect={"SAFE-4": "room_of_sanction"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="everybody was asked on the day on which the stay began",
        journey=stories.with_referral(
            WELL, consultations=tuple(Consultation(role=role, day=BEGAN) for role in Role)
        ),
        on=ON,
        expect={"SAFE-5": "nobody", "SAFE-6": "not_asked"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="nothing was tried before the stay",
        journey=stories.with_referral(WELL, supports=()),
        on=ON,
        expect={"SAFE-7": "none"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="nothing was tried before, since waiting would have harmed",
        journey=stories.with_referral(WELL, supports=(), waiting_would_harm=True),
        on=ON,
        expect={"SAFE-7": "waiting_would_harm"},
        answer=Questions.NONE_SEEN,
    ),
    Case(
        name="the purpose was changed",
        journey=stories.with_placement(
            WELL,
            purpose=None,
            purpose_changes=(PurposeChange(day=date(2026, 11, 16), purpose=Purpose.RETURN),),
        ),
        on=ON,
        expect={"SAFE-8": "recorded"},
        answer=Questions.NONE_SEEN,
    ),
    # Out of sight
    Case(
        name="no contact with the family until the first review was due",
        journey=evolve(WELL, contacts=stream(date(2026, 11, 25))),
        on=date(2026, 11, 26),
        expect={"SAFE-9": "none"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="no contact with the family in the first days",
        journey=evolve(WELL, contacts=stream(IN_WEEK_ONE)),
        on=IN_WEEK_ONE,
        expect={"SAFE-9": "early", "SAFE-10": "first_to_come", "SAFE-12": "settling"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="no contact with the family yet, and the first review is still to come",
        journey=evolve(WELL, contacts=stream(ON)),
        on=ON,
        expect={"SAFE-9": "early"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="contacts are recorded for another time",
        journey=evolve(WELL, contacts=stream(PLANNED_ON)),
        on=ON,
        expect={"SAFE-9": "not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="contacts are recorded from the second week on, and there was none",
        journey=evolve(WELL, contacts=stream(ON, start=date(2026, 11, 9))),
        on=ON,
        expect={"SAFE-9": "not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="no calendar to count the first weeks by",
        journey=evolve(weeks(stories.ALL_IN_BASE), calendar=None, contacts=stream(ON), reviews=()),
        on=ON,
        expect={"SAFE-9": "no_calendar", "SAFE-10": "no_calendar", "SAFE-12": "no_calendar"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="the review that was set has passed",
        journey=WELL,
        on=date(2026, 12, 10),
        expect={"SAFE-10": "passed"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="no review was held by the day of the policy",
        journey=evolve(WELL, reviews=()),
        on=date(2026, 11, 24),
        expect={"SAFE-10": "none_held"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="two records of one review set unlike days",
        journey=evolve(
            WELL,
            reviews=tuple(
                Review(day=date(2026, 11, 18), next_review=day)
                for day in (date(2026, 12, 8), date(2026, 12, 9))
            ),
        ),
        on=ON,
        expect={"SAFE-10": "not_set"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="the stay has ended",
        journey=directed(Destination.MAINSTREAM),
        on=ON,
        expect={"SAFE-10": "ended", "CLOCK-5": "none"},
        answer=Questions.NONE_SEEN,
    ),
    Case(
        name="no time of the day is shared",
        journey=shared(WELL, ()),
        on=ON,
        expect={"SAFE-11": "none"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="two timetables of one day say otherwise what is shared",
        journey=evolve(
            WELL,
            timetables=tuple(
                evolve(stories.week(BEGAN, stories.TWO_BACK), shared=times) for times in (SHARED, ())
            ),
        ),
        on=ON,
        expect={"SAFE-11": "not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="there is no timetable at all",
        journey=evolve(WELL, timetables=()),
        on=ON,
        expect={
            "SAFE-11": "not_recorded",
            "SAFE-12": "no_timetable",
            "REG-1": "no_timetable",
            "REG-2": "no_timetable",
        },
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="no lesson in mainstream in the third week",
        journey=weeks(stories.ALL_IN_BASE),
        on=ON,
        expect={"SAFE-12": "none"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="no lesson in mainstream, in a room that says not how long the first time is",
        journey=stories.with_placement(
            weeks(stories.ALL_IN_BASE), provision=evolve(ROOM, settling_weeks=None)
        ),
        on=ON,
        expect={"SAFE-12": "none"},
        answer=Questions.TO_ASK,
    ),
    # Days of suspension
    Case(
        name="half a day and a lunchtime in one term",
        journey=with_suspensions(
            suspended(date(2026, 9, 10), 1), suspended(date(2026, 9, 17), 1, category=LUNCHTIME)
        ),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "representations", "CLOCK-2": "nothing_left", "CLOCK-4": "none_so_long"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="more than five days in a term over several suspensions",
        journey=with_suspensions(suspended(date(2026, 9, 10), 6), suspended(date(2026, 10, 5), 5)),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "if_asked", "CLOCK-4": "none_so_long"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="five and a half days in an earlier term",
        journey=with_suspensions(suspended(date(2026, 9, 10), 6), suspended(date(2026, 10, 5), 5)),
        on=ON,
        expect={"CLOCK-1": "none", "CLOCK-2": "if_asked"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a suspension over the end of a term is counted in both",
        journey=with_suspensions(suspended(LATE_IN_OCTOBER, 8), suspended(date(2026, 11, 12), 8), until=ON),
        on=ON,
        expect={"CLOCK-1": "if_asked", "CLOCK-2": "nothing_left", "SAFE-2": "beside"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="sixteen days in a term, and no review of them",
        journey=with_suspensions(VERY_LONG),
        on=IN_TIME,
        expect={"CLOCK-1": "must_meet"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="sixteen days in a term, and the day by which the board meets has passed",
        journey=with_suspensions(VERY_LONG),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "overdue"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="sixteen days in an earlier term, and no review of them",
        journey=with_suspensions(VERY_LONG),
        on=ON,
        expect={"CLOCK-2": "overdue"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="sixteen days in a term, and whether the board met is not recorded",
        journey=with_suspensions(evolve(VERY_LONG, reviews=None)),
        on=IN_TIME,
        expect={"CLOCK-1": "meeting_not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="sixteen days in a term, and whether the board met in time is not recorded",
        journey=with_suspensions(evolve(VERY_LONG, reviews=None)),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "overdue_not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a review of which the body is not recorded, in an earlier term",
        journey=with_suspensions(evolve(VERY_LONG, reviews=reviewed(date(2026, 10, 1), None))),
        on=ON,
        expect={"CLOCK-2": "overdue_not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a permanent exclusion at the end of an earlier term",
        journey=with_suspensions(suspended(date(2026, 10, 19), category=PERMANENT, reviews=())),
        on=date(2026, 11, 3),
        expect={"CLOCK-1": "none", "CLOCK-2": "must_meet"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a permanent exclusion at the end of an earlier term, and reviews are not recorded",
        journey=with_suspensions(suspended(date(2026, 10, 19), category=PERMANENT)),
        on=date(2026, 11, 3),
        expect={"CLOCK-2": "meeting_not_recorded"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="sixteen days in a term, and the board has met",
        journey=with_suspensions(evolve(VERY_LONG, reviews=reviewed(date(2026, 9, 21)))),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-1": "board_met"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a permanent exclusion",
        journey=with_suspensions(suspended(date(2026, 11, 11), category=PERMANENT, reviews=())),
        on=ON,
        expect={"CLOCK-1": "must_meet", "CLOCK-3": "within"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="the calendar ends before the board has to meet",
        journey=evolve(
            with_suspensions(suspended(date(2026, 11, 11), category=PERMANENT, reviews=())),
            calendar=SchoolCalendar(
                key="short",
                terms=(
                    *stories.CALENDAR.terms[:3],
                    evolve(stories.CALENDAR.terms[3], span=DateSpan(BEGAN, ON)),
                ),
            ),
        ),
        on=date(2026, 11, 12),
        expect={"CLOCK-1": "calendar_ends", "CLOCK-4": "to_come"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="the calendar ends before the board of an earlier term has to meet",
        journey=evolve(
            with_suspensions(suspended(date(2026, 10, 19), category=PERMANENT, reviews=())),
            calendar=SchoolCalendar(
                key="shorter",
                terms=(
                    *stories.CALENDAR.terms[:3],
                    evolve(stories.CALENDAR.terms[3], span=DateSpan(BEGAN, date(2026, 11, 6))),
                ),
            ),
        ),
        on=date(2026, 11, 3),
        expect={"CLOCK-2": "calendar_ends"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="two suspensions on the same days of this term",
        journey=with_suspensions(suspended(date(2026, 11, 12), 4), suspended(date(2026, 11, 13), 2)),
        on=ON,
        expect={"CLOCK-1": "overlap", "CLOCK-2": "nothing_left", "CLOCK-3": "overlap"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a suspension of this term of which the length is not recorded",
        journey=with_suspensions(suspended(date(2026, 11, 12))),
        on=ON,
        expect={"CLOCK-1": "no_length"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="more than forty-five days in a school year",
        journey=evolve(
            WELL,
            suspensions=stream(
                date(2027, 3, 1),
                suspended(date(2026, 9, 3), 60, reviews=reviewed(date(2026, 9, 20))),
                suspended(date(2027, 1, 5), 40, reviews=reviewed(date(2027, 2, 3))),
            ),
        ),
        on=date(2027, 3, 1),
        expect={"CLOCK-3": "over"},
        answer=Questions.TO_ASK,
    ),
    # Education from the sixth day
    Case(
        name="the register says from the sixth day on that no provision is made",
        journey=marked(with_suspensions(LONG), all_day(date(2026, 9, 7), 6, "E")),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "coded_excluded"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="education from the sixth day",
        journey=marked(
            with_suspensions(LONG),
            all_day(date(2026, 9, 7), 5, "E") | all_day(date(2026, 9, 14), 1, "B"),
        ),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "provided"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="on the sixth day the pupil is marked present",
        journey=with_suspensions(LONG),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "not_told"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a session of the sixth day has two codes",
        journey=evolve(
            with_suspensions(LONG),
            marks=stream(
                ON,
                *(
                    SessionMark(day=date(2026, 9, 14), half=Half.MORNING, code=AttendanceCode(code))
                    for code in ("E", "B")
                ),
            ),
        ),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "not_told"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="the register of the sixth day is not recorded",
        journey=evolve(with_suspensions(LONG), marks=stream(ON, start=date(2026, 9, 15))),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "no_register"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="the calendar ends before the sixth day",
        journey=evolve(
            with_suspensions(suspended(date(2026, 10, 21), 20)),
            calendar=SchoolCalendar(key="autumn-one", terms=stories.CALENDAR.terms[:3]),
        ),
        on=LATE_IN_OCTOBER,
        expect={"CLOCK-4": "calendar_ends"},
        answer=Questions.CANNOT_TELL,
    ),
    # Off-site direction
    Case(
        name="an off-site direction after the stay",
        journey=directed(),
        on=ON,
        expect={"CLOCK-5": "notice_not_seen", "CLOCK-6": "review_not_seen"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="where the pupil went is not recorded",
        journey=directed(None),
        on=ON,
        expect={"CLOCK-5": "no_destination", "CLOCK-6": "no_destination"},
        answer=Questions.CANNOT_TELL,
    ),
    # The register
    Case(
        name="coded off site while the timetable says base",
        journey=marked(WELL, FRIDAY_MORNING),
        on=ON,
        expect={"REG-1": "off_site_codes"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="coded off site on a half-day elsewhere",
        journey=marked(weeks(FRIDAY_ELSEWHERE), FRIDAY_MORNING),
        on=ON,
        expect={"REG-1": "fit"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="coded off site on a day elsewhere",
        journey=marked(weeks(ALL_DAY_ELSEWHERE), all_day(A_FRIDAY, 1, "D")),
        on=ON,
        expect={"REG-1": "fit"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="coded off site on a day of lessons here and elsewhere",
        journey=marked(weeks(MIXED_FRIDAY), FRIDAY_MORNING),
        on=ON,
        expect={"REG-1": "not_told"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="coded off site where nothing is taught",
        journey=marked(weeks(NO_FRIDAY_MORNING), FRIDAY_MORNING),
        on=ON,
        expect={"REG-1": "not_told"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="coded off site, and vocational places are not recorded",
        journey=evolve(marked(WELL, FRIDAY_MORNING), vocational_places=None),
        on=ON,
        expect={"REG-1": "no_vocational_places"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a vocational place on that half-day, which the timetable does not show",
        journey=evolve(marked(WELL, FRIDAY_MORNING), vocational_places=garage("Fri:am")),
        on=ON,
        expect={"REG-1": "at_a_provider"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a vocational place on another half-day",
        journey=evolve(marked(WELL, FRIDAY_MORNING), vocational_places=garage("Fri:pm", "Thu:am")),
        on=ON,
        expect={"REG-1": "off_site_codes"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="the base lies in another school",
        journey=hosted(ELM, OAK),
        on=ON,
        expect={"REG-1": "in_another_school"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="the base lies in a host school, and the pupil's own is not recorded",
        journey=hosted(None, OAK),
        on=ON,
        expect={"REG-1": "no_home_school"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a shared week coded part-time",
        journey=marked(WELL, all_day(date(2026, 11, 19), 1, "C2")),
        on=ON,
        expect={"REG-2": "coded_part_time", "REG-3": "used"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="part-time where nothing is taught",
        journey=marked(weeks(NO_FRIDAY_MORNING), {(A_FRIDAY, Half.MORNING): "C2"}),
        on=ON,
        expect={"REG-2": "apart", "REG-3": "used"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="part-time on a day that is shorter in the timetable",
        journey=marked(weeks(SHORT_FRIDAY), {(A_FRIDAY, Half.AFTERNOON): "C2"}),
        on=ON,
        expect={"REG-2": "not_told"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="an incident of the week before, by a policy that looks so far back",
        journey=WELL,
        on=ON,
        policy=profile("half-term").choosing(beside_days=10),
        expect={"SAFE-1": "beside"},
        answer=Questions.TO_ASK,
    ),
)
"""The codes of the answer say only whether something is to be asked: one question is as good as many."""

__all__ = ["ENDED", "SAFEGUARD_CASES", "WELL"]
