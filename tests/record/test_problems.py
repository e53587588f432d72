"""Records that contradict each other: each found at its place, with what to do about it.

Whatever can be constructed can be looked at: finding problems never raises, and no rule of guidance is asked.
"""

import re
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.attendance import LessonMark, SessionMark
from iapcore.record.behaviour import ExclusionReview, Incident, Removal, Suspension
from iapcore.record.check_in import CheckIn
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.learning import VocationalPlace
from iapcore.record.placement import Ending, Entry, Extension, Placement, PurposeChange
from iapcore.record.problems import find_problems
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.referral import Decided, Referral, ReferralDecision
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.review import Progress, Review, Target, TargetProgress
from iapcore.record.stream import Stream
from iapcore.record.timetable import Lesson, Rating, Slot, Timetable
from iapcore.record.transition import Adjustment, AfterCareVisit, Conversation, FollowUp, Transition
from iapcore.samples import cohort
from iapcore.strategies import journeys
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import PupilId, UnprovedUpn, Upn
from iapcore.vocabulary.instruments import Band, BandScheme, Instrument, OwnInstrument, Polarity, Scale
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewResult, SuspensionCategory
from iapcore.vocabulary.year_groups import YearGroup

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 2)
FRIDAY = MONDAY + 4 * DAY
TERM = DateSpan(MONDAY, MONDAY + 46 * DAY)
CALENDAR = SchoolCalendar(key="school", terms=(Term(TERM),), closed=(FRIDAY,))
PUPIL = Pupil(id=PupilId("elm-01"))
REFERRAL = Referral(ref="r1", day=MONDAY - 30 * DAY)
ROOM = Provision(key="room", kind=ProvisionKind.SUPPORT_BASE)
STAY = Placement(referral="r1", began=MONDAY)
ENDED = attrs.evolve(STAY, ending=Ending(day=FRIDAY))
TARGET = Target(ref="t1", day=MONDAY)
SLOT, ELSEWHERE = Slot.parse("Mon:1"), Slot.parse("Mon:2")
WEEK = Timetable(starts=MONDAY, lessons=(Lesson(slot=SLOT),))


def _present(half: Half) -> AttendanceCode:
    return AttendanceCode("/" if half is Half.MORNING else "\\")


SOUND = Journey(
    pupil=attrs.evolve(PUPIL, upn=Upn("H801200001001")),
    calendar=CALENDAR,
    referrals=(REFERRAL,),
    placements=(STAY,),
    timetables=(WEEK,),
    ratings=(Rating(day=MONDAY, slot=SLOT, colour=LessonColour.GREEN, by=Informant.PUPIL),),
    targets=(TARGET,),
    reviews=(
        Review(
            day=MONDAY,
            targets=(TargetProgress(target="t1", progress=Progress.SOME),),
            next_review=MONDAY + 21 * DAY,
        ),
    ),
    marks=Stream(
        complete=DateSpan(MONDAY, MONDAY),
        events=tuple(SessionMark(day=MONDAY, half=half, code=_present(half)) for half in Half),
    ),
)


def changed(**parts: Any) -> Journey:
    return attrs.evolve(SOUND, **parts)


def aged(born: date, year_group: YearGroup | None = None) -> Pupil:
    return attrs.evolve(PUPIL, date_of_birth=born, year_group=year_group)


def sdq(*, by: Informant | None = None, **points: int) -> Assessment:
    scores = tuple(ScaleScore(scale=name, points=one) for name, one in points.items())
    return Assessment(day=MONDAY, instrument=Instrument.SDQ, informant=by, scores=scores)


def own(*, high: int) -> Assessment:
    scale = Scale(name="a", low=0, high=high, polarity=Polarity.HIGHER_IS_STRENGTH)
    return Assessment(day=MONDAY, instrument=OwnInstrument(name="ours", scales=(scale,)), scores=())


def marked(*marks: tuple[int, Half, str]) -> Stream[SessionMark]:
    """These marks, and after them one for each other session up to the last of their days."""
    last = max(offset for offset, _, _ in marks)
    given = {(offset, half) for offset, half, _ in marks}
    others = (
        (offset, half, _present(half).value)
        for offset in range(min(last, 3) + 1)
        for half in Half
        if (offset, half) not in given
    )
    return Stream(
        complete=DateSpan(MONDAY, MONDAY + last * DAY),
        events=tuple(
            SessionMark(day=MONDAY + offset * DAY, half=half, code=AttendanceCode(code))
            for offset, half, code in (*marks, *others)
        ),
    )


def moving(**parts: Any) -> tuple[Placement, ...]:
    return (attrs.evolve(STAY, transition=Transition(**parts)),)


def happened(event: Any) -> Stream[Any]:
    return Stream(complete=TERM, events=(event,))


def suspended(
    day: date = MONDAY,
    half_days: int | None = 4,
    category: SuspensionCategory | None = SuspensionCategory.SUSPENSION,
    **parts: Any,
) -> Suspension:
    return Suspension(day=day, half_days=half_days, category=category, **parts)


def excluded(day: date = MONDAY, *results: tuple[date, ReviewResult | None]) -> Suspension:
    reviews = tuple(ExclusionReview(day=on, result=result) for on, result in results)
    return suspended(day, None, SuspensionCategory.PERMANENT, reviews=reviews)


def against(codes: str, *given: Suspension, calendar: SchoolCalendar | None = CALENDAR) -> Journey:
    """A register of two codes a day from the Monday on, school days one after the other, and these suspensions."""
    days = [day for day in TERM.days() if CALENDAR.is_school_day(day)]
    halves = [(day, half) for day in days for half in Half]
    events_ = tuple(
        SessionMark(day=day, half=half, code=AttendanceCode(code))
        for (day, half), code in zip(halves, codes.split(), strict=False)
    )
    return changed(
        calendar=calendar,
        marks=Stream(complete=DateSpan(MONDAY, events_[-1].day), events=events_),
        suspensions=Stream(complete=DateSpan(MONDAY - DAY, TERM.end), events=given),
    )


def decided(day: date) -> ReferralDecision:
    return ReferralDecision(day=day, decided=Decided.WAITING_LIST)


def at_the(*slots: str) -> VocationalPlace:
    return VocationalPlace(started=MONDAY, provider="garage", slots=tuple(map(Slot.parse, slots)))


def purpose(day: date) -> PurposeChange:
    return PurposeChange(day=day, purpose=Purpose.QUALIFICATIONS)


def banded(scheme: BandScheme | None, **bands: Band) -> Assessment:
    scores = tuple(ScaleScore(scale=name, points=3, band=band) for name, band in bands.items())
    return Assessment(day=MONDAY, instrument=Instrument.SDQ, bands=scheme, scores=scores)


def planned(
    day: date, *starts: date, back: tuple[Slot, ...] = (), to_base: tuple[Slot, ...] = ()
) -> ReturnPlan:
    """A plan made on a day, the same in each of its weeks."""
    lessons = tuple(PlannedLesson(slot=slot) for slot in back)
    weeks = tuple(PlannedWeek(starts=one, back=lessons, to_base=to_base) for one in starts)
    return ReturnPlan(day=day, weeks=weeks)


AM = Half.MORNING
FOUND = {
    "a UPN that is none": (
        changed(pupil=attrs.evolve(PUPIL, upn=UnprovedUpn("A801200001001"))),
        [("pupil.upn", ProblemKind.MALFORMED)],
    ),
    "a placement although there was no referral": (
        changed(referrals=(), placements=(Placement(began=MONDAY),)),
        [("placements[0].referral", ProblemKind.CONTRADICTION)],
    ),
    "a placement of an unknown referral": (
        changed(placements=(attrs.evolve(ENDED, referral="r2"),)),
        [("placements[0].referral", ProblemKind.UNKNOWN_REFERENCE)],
    ),
    "a placement that starts before its referral": (
        changed(referrals=(attrs.evolve(REFERRAL, day=MONDAY + DAY),)),
        [("placements[0].referral", ProblemKind.CONTRADICTION)],
    ),
    "two descriptions of a provision under one key": (
        changed(
            referrals=(attrs.evolve(REFERRAL, provision=ROOM),),
            placements=(
                attrs.evolve(ENDED, provision=attrs.evolve(ROOM)),
                attrs.evolve(STAY, began=FRIDAY + DAY, provision=attrs.evolve(ROOM, places=8)),
            ),
        ),
        [("placements[1].provision.key", ProblemKind.DUPLICATE)],
    ),
    "two open placements": (
        changed(placements=(STAY, attrs.evolve(STAY, began=FRIDAY))),
        [("placements[1]", ProblemKind.CONTRADICTION)],
    ),
    "placements that share a day": (
        changed(placements=(ENDED, attrs.evolve(STAY, began=FRIDAY))),
        [("placements[1]", ProblemKind.CONTRADICTION)],
    ),
    "a review before every placement": (
        changed(reviews=(Review(day=MONDAY - DAY),)),
        [("reviews[0].day", ProblemKind.CONTRADICTION)],
    ),
    "a next review on the same day": (
        changed(reviews=(Review(day=MONDAY), Review(day=FRIDAY, next_review=FRIDAY))),
        [("reviews[1].next_review", ProblemKind.CONTRADICTION)],
    ),
    "two targets with one ref": (
        changed(targets=(TARGET, attrs.evolve(TARGET, day=FRIDAY))),
        [("targets[0].ref", ProblemKind.DUPLICATE), ("targets[1].ref", ProblemKind.DUPLICATE)],
    ),
    "progress on an unknown target": (
        changed(
            reviews=(
                Review(day=MONDAY),
                Review(
                    day=FRIDAY,
                    targets=(
                        TargetProgress(target="t1", progress=Progress.MET),
                        TargetProgress(target="t2", progress=Progress.MET),
                    ),
                ),
            )
        ),
        [("reviews[1].targets[1].target", ProblemKind.UNKNOWN_REFERENCE)],
    ),
    "two marks for one session": (
        changed(marks=marked((0, AM, "/"), (0, Half.AFTERNOON, "\\"), (0, AM, "I"))),
        [("marks.events[2]", ProblemKind.DUPLICATE)],
    ),
    "a code that was not in force": (
        changed(marks=marked((0, AM, "J"))),
        [("marks.events[0].code", ProblemKind.UNKNOWN_CODE)],
    ),
    "a mark on a day without school": (
        changed(marks=marked((0, AM, "/"), (4, AM, "/"), (5, AM, "/"))),
        [
            ("marks.events[1].day", ProblemKind.CONTRADICTION),
            ("marks.events[2].day", ProblemKind.CONTRADICTION),
        ],
    ),
    "a rating of a slot that is not taught": (
        changed(ratings=(Rating(day=MONDAY, slot=ELSEWHERE, colour=LessonColour.RED, by=Informant.PUPIL),)),
        [("ratings[0].slot", ProblemKind.UNKNOWN_REFERENCE)],
    ),
    "a conversation about a slot that is not taught": (
        changed(
            placements=moving(
                conversations=(
                    Conversation(day=MONDAY, role=Role.SUBJECT_TEACHER, slots=(SLOT,)),
                    Conversation(day=MONDAY, role=Role.SUBJECT_TEACHER, slots=(SLOT, ELSEWHERE)),
                )
            )
        ),
        [("placements[0].transition.conversations[1].slots", ProblemKind.UNKNOWN_REFERENCE)],
    ),
    "a follow-up before the placement began": (
        changed(placements=moving(follow_ups=(FollowUp(day=MONDAY), FollowUp(day=MONDAY - DAY)))),
        [("placements[0].transition.follow_ups[1].day", ProblemKind.CONTRADICTION)],
    ),
    "a year group far from the age": (
        changed(pupil=aged(date(2012, 10, 1), YearGroup.YEAR_6)),
        [("pupil.year_group", ProblemKind.CONTRADICTION)],
    ),
    "C2 before compulsory school age": (
        changed(pupil=aged(date(2022, 3, 1)), marks=marked((0, Half.MORNING, "C2"))),
        [("marks.events[0].code", ProblemKind.CONTRADICTION)],
    ),
    "X within compulsory school age": (
        changed(pupil=aged(date(2012, 10, 1)), marks=marked((0, Half.MORNING, "X"))),
        [("marks.events[0].code", ProblemKind.CONTRADICTION)],
    ),
    "a review after the last placement ended": (
        changed(placements=(ENDED,), reviews=(Review(day=FRIDAY + DAY),)),
        [("reviews[0].day", ProblemKind.CONTRADICTION)],
    ),
    "after-care before the end": (
        changed(
            placements=(
                attrs.evolve(ENDED, transition=Transition(after_care=(AfterCareVisit(day=FRIDAY),))),
            ),
        ),
        [("placements[0].transition.after_care[0].day", ProblemKind.CONTRADICTION)],
    ),
    "a first stay after another": (
        changed(placements=(ENDED, attrs.evolve(STAY, began=FRIDAY + DAY, entry=Entry.FIRST))),
        [("placements[1].entry", ProblemKind.CONTRADICTION)],
    ),
    "a further stay after none": (
        changed(placements=(attrs.evolve(STAY, entry=Entry.PLANNED_FURTHER_STAY),)),
        [("placements[0].entry", ProblemKind.CONTRADICTION)],
    ),
    "two placements with one ref": (
        changed(
            placements=(attrs.evolve(ENDED, ref="p1"), attrs.evolve(STAY, began=FRIDAY + DAY, ref="p1")),
        ),
        [("placements[1].ref", ProblemKind.DUPLICATE)],
    ),
    "an adjustment for a lesson that is not taught": (
        changed(placements=moving(adjustments=(Adjustment(agreed=MONDAY, slots=(ELSEWHERE,)),))),
        [("placements[0].transition.adjustments[0].slots", ProblemKind.UNKNOWN_REFERENCE)],
    ),
    "lesson marks twice, and on the wrong weekday": (
        changed(
            lesson_marks=Stream(
                complete=TERM,
                events=tuple(
                    LessonMark(day=day, slot=SLOT, attendance=LessonAttendance.THERE)
                    for day in (MONDAY, MONDAY, MONDAY + DAY)
                ),
            )
        ),
        [
            ("lesson_marks.events[1]", ProblemKind.DUPLICATE),
            ("lesson_marks.events[2].slot", ProblemKind.CONTRADICTION),
        ],
    ),
    "a check-in, an incident and a removal on a day without school": (
        changed(
            check_ins=Stream(complete=TERM, events=(CheckIn(day=FRIDAY),)),
            incidents=Stream(complete=TERM, events=(Incident(day=FRIDAY),)),
            removals=Stream(complete=TERM, events=(Removal(day=MONDAY), Removal(day=FRIDAY))),
        ),
        [
            ("check_ins.events[0].day", ProblemKind.CONTRADICTION),
            ("incidents.events[0].day", ProblemKind.CONTRADICTION),
            ("removals.events[1].day", ProblemKind.CONTRADICTION),
        ],
    ),
    "an instrument filled in by others": (
        changed(assessments=(sdq(by=Informant.STAFF),)),
        [("assessments[0].informant", ProblemKind.CONTRADICTION)],
    ),
    "a total that its parts do not add up to": (
        changed(assessments=(sdq(total=11, emotional=3, conduct=3, hyperactivity=3, peer=3),)),
        [("assessments[0].scores[0].points", ProblemKind.CONTRADICTION)],
    ),
    "two instruments of one name": (
        changed(assessments=(own(high=10), own(high=20))),
        [("assessments[1].instrument", ProblemKind.DUPLICATE)],
    ),
    "sessions without a mark": (
        changed(marks=Stream(complete=DateSpan(MONDAY, FRIDAY), events=marked((0, AM, "/")).events)),
        [("marks", ProblemKind.CONTRADICTION)],
    ),
    "a mark on a Saturday when there is no calendar": (
        changed(calendar=None, marks=marked((5, AM, "/"))),
        [("marks.events[0].day", ProblemKind.CONTRADICTION)],
    ),
    "an incident on a Sunday that the calendar does not know": (
        changed(
            incidents=Stream(complete=DateSpan(MONDAY - DAY, MONDAY), events=(Incident(day=MONDAY - DAY),))
        ),
        [("incidents.events[0].day", ProblemKind.CONTRADICTION)],
    ),
    "events in lessons that are not taught": (
        changed(
            incidents=happened(Incident(day=MONDAY, slot=ELSEWHERE)),
            removals=happened(Removal(day=MONDAY, slot=ELSEWHERE)),
            lesson_marks=happened(LessonMark(day=MONDAY, slot=ELSEWHERE, attendance=LessonAttendance.THERE)),
        ),
        [
            ("lesson_marks.events[0].slot", ProblemKind.UNKNOWN_REFERENCE),
            ("incidents.events[0].slot", ProblemKind.UNKNOWN_REFERENCE),
            ("removals.events[0].slot", ProblemKind.UNKNOWN_REFERENCE),
        ],
    ),
    "a vocational place on a day without lessons": (
        changed(vocational_places=(at_the("Mon:1"), at_the("Mon:1", "Fri:am"))),
        [("vocational_places[1].slots", ProblemKind.UNKNOWN_REFERENCE)],
    ),
    "an extension after the end, to before the planned start": (
        changed(
            placements=(
                attrs.evolve(
                    ENDED,
                    planned=DateSpan(FRIDAY + 9 * DAY),
                    extensions=(Extension(day=FRIDAY + DAY, until=FRIDAY + DAY),),
                ),
            )
        ),
        [
            ("placements[0].extensions[0].day", ProblemKind.CONTRADICTION),
            ("placements[0].extensions[0].until", ProblemKind.CONTRADICTION),
        ],
    ),
    "a stay that was planned after it had begun": (
        changed(placements=(attrs.evolve(STAY, planned_on=FRIDAY),)),
        [("placements[0].planned_on", ProblemKind.CONTRADICTION)],
    ),
    "a purpose changed before the stay and after it": (
        changed(
            placements=(attrs.evolve(ENDED, purpose_changes=(purpose(MONDAY - DAY), purpose(FRIDAY + DAY))),)
        ),
        [
            ("placements[0].purpose_changes[0].day", ProblemKind.CONTRADICTION),
            ("placements[0].purpose_changes[1].day", ProblemKind.CONTRADICTION),
        ],
    ),
    "a band without a scheme": (
        changed(assessments=(banded(None, total=Band.HIGH),)),
        [("assessments[0].scores[0].band", ProblemKind.CONTRADICTION)],
    ),
    "a band that the scheme does not have": (
        changed(assessments=(banded(BandScheme.THREE_BANDS, total=Band.HIGH),)),
        [("assessments[0].scores[0].band", ProblemKind.CONTRADICTION)],
    ),
    "bands of the other scales": (
        changed(assessments=(banded(BandScheme.FOUR_BANDS, prosocial=Band.HIGH, total=Band.LOW),)),
        [
            ("assessments[0].scores[0].band", ProblemKind.CONTRADICTION),
            ("assessments[0].scores[1].band", ProblemKind.CONTRADICTION),
        ],
    ),
    "a stay that was planned after it had ended, of which nobody knows when it began": (
        changed(placements=(Placement(referral="r1", ending=Ending(day=FRIDAY), planned_on=FRIDAY + DAY),)),
        [("placements[0].planned_on", ProblemKind.CONTRADICTION)],
    ),
    "a stay that was planned after its planned end": (
        changed(
            placements=(Placement(referral="r1", planned=DateSpan(MONDAY, FRIDAY), planned_on=FRIDAY + DAY),)
        ),
        [("placements[0].planned_on", ProblemKind.CONTRADICTION)],
    ),
    "a stay that was planned after every other day of it": (
        changed(placements=(attrs.evolve(ENDED, planned=DateSpan(MONDAY, FRIDAY), planned_on=FRIDAY + DAY),)),
        [("placements[0].planned_on", ProblemKind.CONTRADICTION)],
    ),
    "a decision and a waiting list before the referral": (
        changed(
            referrals=(
                attrs.evolve(
                    REFERRAL,
                    decisions=(decided(REFERRAL.day), decided(REFERRAL.day - DAY)),
                    waiting_since=REFERRAL.day - DAY,
                    waited_until=REFERRAL.day,
                ),
            )
        ),
        [
            ("referrals[0].decisions[1].day", ProblemKind.CONTRADICTION),
            ("referrals[0].waiting_since", ProblemKind.CONTRADICTION),
        ],
    ),
    "a waiting that ended before the referral": (
        changed(referrals=(attrs.evolve(REFERRAL, waited_until=REFERRAL.day - DAY),)),
        [("referrals[0].waited_until", ProblemKind.CONTRADICTION)],
    ),
    "a suspension of two days, and present on the second morning": (
        against("E E L E", suspended()),
        [("suspensions.events[0]", ProblemKind.CONTRADICTION)],
    ),
    "a suspension over a day without school": (
        against("E E E E E E / \\ / \\", suspended(MONDAY + 3 * DAY)),
        [("suspensions.events[0]", ProblemKind.CONTRADICTION)],
    ),
    "an older kind of suspension, and present in its afternoon": (
        against("/ \\", suspended(half_days=2, category=SuspensionCategory.OLD_FIXED_PERIOD)),
        [("suspensions.events[0]", ProblemKind.CONTRADICTION)],
    ),
    "a suspension when the calendar is not recorded": (
        against("E \\ / \\", suspended(), calendar=None),
        [("suspensions.events[0]", ProblemKind.CONTRADICTION)],
    ),
    "present after a permanent exclusion": (
        against("/ \\ E E / E", excluded()),
        [("suspensions.events[0]", ProblemKind.CONTRADICTION)],
    ),
    "present after a permanent exclusion that the board let stand": (
        against(
            "/ \\ / E",
            excluded(MONDAY, (MONDAY, None), (MONDAY + DAY, ReviewResult.BOARD_NO)),
        ),
        [("suspensions.events[0]", ProblemKind.CONTRADICTION)],
    ),
    "present before the board offered the place back": (
        against("/ \\ / E / \\", excluded(MONDAY, (MONDAY + 2 * DAY, ReviewResult.BOARD_YES))),
        [("suspensions.events[0]", ProblemKind.CONTRADICTION)],
    ),
    "a suspension that is recorded twice": (
        changed(
            marks=None,
            suspensions=Stream(
                complete=TERM, events=(suspended(ref="1"), suspended(MONDAY + 7 * DAY), suspended(ref="2"))
            ),
        ),
        [("suspensions.events[2]", ProblemKind.DUPLICATE)],
    ),
    "lessons chosen that no timetable has": (
        changed(
            choices=(
                PupilChoice(day=MONDAY, first=(SLOT,), not_yet=()),
                PupilChoice(day=MONDAY, first=(ELSEWHERE,), accompanied=(SLOT, ELSEWHERE)),
                PupilChoice(day=MONDAY, not_yet=(ELSEWHERE,), back_to_base=(ELSEWHERE,)),
            )
        ),
        [
            ("choices[1].first", ProblemKind.UNKNOWN_REFERENCE),
            ("choices[1].accompanied", ProblemKind.UNKNOWN_REFERENCE),
            ("choices[2].not_yet", ProblemKind.UNKNOWN_REFERENCE),
            ("choices[2].back_to_base", ProblemKind.UNKNOWN_REFERENCE),
        ],
    ),
    "lessons planned that no timetable has": (
        changed(
            plans=(
                planned(MONDAY, MONDAY + 7 * DAY, back=(SLOT, ELSEWHERE)),
                planned(MONDAY, MONDAY + 7 * DAY, to_base=(ELSEWHERE,)),
            )
        ),
        [
            ("plans[0].weeks[0].back[1].slot", ProblemKind.UNKNOWN_REFERENCE),
            ("plans[1].weeks[0].to_base", ProblemKind.UNKNOWN_REFERENCE),
        ],
    ),
    "a plan for a week that was gone when it was made": (
        changed(plans=(planned(MONDAY + 9 * DAY, MONDAY, MONDAY + 7 * DAY),)),
        [("plans[0].weeks[0].starts", ProblemKind.CONTRADICTION)],
    ),
    "a choice and a plan before the referral": (
        changed(
            choices=(PupilChoice(day=REFERRAL.day - DAY),),
            plans=(planned(REFERRAL.day - DAY),),
        ),
        [("choices[0].day", ProblemKind.CONTRADICTION), ("plans[0].day", ProblemKind.CONTRADICTION)],
    ),
    "a choice before a referral of which no stay is recorded": (
        changed(placements=None, choices=(PupilChoice(day=REFERRAL.day - DAY),)),
        [("choices[0].day", ProblemKind.CONTRADICTION)],
    ),
    "a choice and a plan after the last stay": (
        changed(
            placements=(ENDED,),
            choices=(PupilChoice(day=FRIDAY), PupilChoice(day=FRIDAY + DAY)),
            plans=(planned(FRIDAY), planned(FRIDAY + DAY)),
        ),
        [("choices[1].day", ProblemKind.CONTRADICTION), ("plans[1].day", ProblemKind.CONTRADICTION)],
    ),
}
LOOK = re.compile(r"\blook\b", re.IGNORECASE)
MEND = re.compile(r"\b(add|correct|record|give|keep|join|use|leave)\b")
DO = re.compile(r"\b(add|correct|record|look|give|keep|join|use|leave)\b", re.IGNORECASE)

FEWER = settings(max_examples=settings.default.max_examples // 4)
"""Datasets are large: a quarter of the profile's examples says as much."""


def at(records: object, path: str) -> object:
    """What stands at a path, however it is written."""
    for name, position in re.findall(r"([a-z_]+)|\[(\d+)\]", path):
        records = getattr(records, name) if name else records[int(position)]  # type: ignore[index]
    return records


def look(records: Journey | Dataset) -> list[tuple[str, ProblemKind]]:
    return [(problem.path, problem.kind) for problem in find_problems(records)]


def test_a_sound_journey_has_no_problem() -> None:
    assert find_problems(SOUND) == ()
    assert find_problems(Journey(pupil=PUPIL)) == ()


@pytest.mark.parametrize(("journey", "expected"), FOUND.values(), ids=FOUND)
def test_a_contradiction_is_found_at_its_place(
    journey: Journey, expected: list[tuple[str, ProblemKind]]
) -> None:
    assert look(journey) == expected
    for problem in find_problems(journey):
        assert DO.search(problem.remedy), "it says what to do"
        assert problem.remedy.endswith(".")
        at(journey, problem.path)


NO_PROBLEM = {
    "a placement whose referral is not named": changed(placements=(Placement(began=MONDAY),)),
    "a placement when referrals are not recorded": changed(referrals=None),
    "a planned placement without a start": changed(placements=(Placement(referral="r1"),)),
    "a placement on the day of its referral": changed(referrals=(attrs.evolve(REFERRAL, day=MONDAY),)),
    "a stay after another": changed(placements=(ENDED, attrs.evolve(STAY, began=FRIDAY + DAY))),
    "a further stay that is planned": changed(
        placements=(STAY, Placement(referral="r1", planned=DateSpan(MONDAY, FRIDAY)))
    ),
    "a review when no stay has begun": changed(placements=(), reviews=(Review(day=MONDAY),)),
    "progress when targets are not recorded": changed(targets=None),
    "colours when timetables are not recorded": changed(timetables=None),
    "a conversation about no lesson": changed(
        placements=moving(conversations=(Conversation(day=MONDAY, role=Role.SENCO),))
    ),
    "a follow-up of a stay whose first day is not recorded": changed(
        placements=(
            Placement(referral="r1", transition=Transition(follow_ups=(FollowUp(day=MONDAY - DAY),))),
        )
    ),
    "a pupil taught one year out of the cohort": changed(pupil=aged(date(2012, 10, 1), YearGroup.YEAR_8)),
    "a year group before any day is known": changed(
        pupil=aged(date(2012, 10, 1), YearGroup.YEAR_6), referrals=None, placements=None, reviews=None
    ),
    "C2 within compulsory school age": changed(
        pupil=aged(date(2012, 10, 1)), marks=marked((0, Half.MORNING, "C2"))
    ),
    "a day of birth that no pupil has": changed(
        pupil=aged(date(2199, 12, 31)), marks=marked((0, Half.MORNING, "C2"))
    ),
    "a total beside some of its parts": changed(assessments=(sdq(total=30, emotional=3),)),
    "a total that adds up": changed(
        assessments=(sdq(total=12, emotional=3, conduct=3, hyperactivity=3, peer=3, by=Informant.TEACHER),)
    ),
    "an instrument of which nobody says who fills it in": changed(
        assessments=(own(high=10), attrs.evolve(own(high=10), informant=Informant.PUPIL))
    ),
    "after-care after the end": changed(
        placements=(
            attrs.evolve(ENDED, transition=Transition(after_care=(AfterCareVisit(day=FRIDAY + DAY),))),
        ),
    ),
    "a mark on a day that the calendar does not know": changed(
        calendar=attrs.evolve(CALENDAR, terms=(Term(DateSpan(MONDAY + DAY, FRIDAY)),))
    ),
    "a mark without a calendar": changed(calendar=None, marks=marked((4, AM, "/"))),
    "sessions without a mark when the calendar is not recorded": changed(
        calendar=None, marks=Stream(complete=TERM, events=())
    ),
    "sessions without a mark on days that the calendar does not know": changed(
        marks=Stream(complete=DateSpan(MONDAY - 30 * DAY, MONDAY - DAY), events=())
    ),
    "an incident of which nobody says in which lesson": changed(incidents=happened(Incident(day=MONDAY))),
    "an incident before the first timetable": changed(
        timetables=(attrs.evolve(WEEK, starts=MONDAY + DAY),),
        incidents=happened(Incident(day=MONDAY, slot=ELSEWHERE)),
    ),
    "a half-day with a provider on a day that has lessons": changed(vocational_places=(at_the("Mon:am"),)),
    "a vocational place when there is no timetable": changed(
        timetables=(), ratings=None, vocational_places=(at_the("Fri:am"),)
    ),
    "an extension on the last day, up to the planned start": changed(
        placements=(
            attrs.evolve(
                ENDED,
                planned=DateSpan(FRIDAY),
                planned_on=MONDAY,
                extensions=(Extension(day=FRIDAY, until=FRIDAY),),
            ),
        )
    ),
    "a purpose changed on the first day and on the last": changed(
        placements=(attrs.evolve(ENDED, purpose_changes=(purpose(MONDAY), purpose(FRIDAY))),)
    ),
    "bands of the scheme": changed(
        assessments=(banded(BandScheme.FOUR_BANDS, total=Band.HIGH, prosocial=Band.LOW),)
    ),
    "a band of one's own instrument": changed(
        assessments=(
            attrs.evolve(
                own(high=10),
                bands=BandScheme.FOUR_BANDS,
                scores=(ScaleScore(scale="a", points=1, band=Band.VERY_HIGH),),
            ),
        )
    ),
    "a stay that was planned on its last planned day": changed(
        placements=(
            Placement(
                referral="r1", planned=DateSpan(FRIDAY, FRIDAY), planned_on=FRIDAY, ending=Ending(day=FRIDAY)
            ),
        )
    ),
    "a stay that was planned without an end": changed(
        placements=(Placement(referral="r1", planned=DateSpan(MONDAY), planned_on=FRIDAY),)
    ),
    "a decision and a waiting list on the day of the referral": changed(
        referrals=(
            attrs.evolve(
                REFERRAL,
                decisions=(decided(REFERRAL.day),),
                waiting_since=REFERRAL.day,
                waited_until=REFERRAL.day,
            ),
        )
    ),
    "a suspension from noon to noon": against("/ E E E E \\", suspended()),
    "a suspension with other provision": against("E E B D", suspended()),
    "present at lunchtimes of suspension": against(
        "/ \\ / \\", suspended(category=SuspensionCategory.LUNCHTIME)
    ),
    "half a day of suspension": against("/ \\", suspended(half_days=1)),
    "a suspension of which nobody knows how long": against("/ \\", suspended(half_days=None)),
    "a suspension that may have been lunchtimes": against("/ \\ / \\", suspended(category=None)),
    "later days of a suspension when the calendar is not recorded": against(
        "E E / \\", suspended(), calendar=None
    ),
    "later days of a suspension that begins before the calendar": against("/ \\", suspended(MONDAY - DAY)),
    "a suspension that the register of no day can deny": changed(
        marks=None, suspensions=happened(suspended())
    ),
    "present on the day of a permanent exclusion": against("/ \\ E E", excluded()),
    "present from the day on which the place was offered back": against(
        "/ \\ E E / \\", excluded(MONDAY, (MONDAY + 2 * DAY, ReviewResult.PANEL_DIRECTED_YES))
    ),
    "present after an exclusion was withdrawn": against(
        "/ \\ E E / \\", excluded(MONDAY, (MONDAY + 2 * DAY, ReviewResult.WITHDRAWN))
    ),
    "suspensions of one day that are not alike": changed(
        marks=None,
        suspensions=Stream(
            complete=TERM,
            events=(
                suspended(),
                suspended(half_days=None),
                suspended(half_days=1, category=SuspensionCategory.LUNCHTIME),
                excluded(),
            ),
        ),
    ),
    "a choice and a plan on the day of the referral": changed(
        choices=(PupilChoice(day=REFERRAL.day),), plans=(planned(REFERRAL.day),)
    ),
    "a choice of an earlier stay whose referral is not recorded": changed(
        placements=(Placement(began=MONDAY - 90 * DAY, ending=Ending(day=MONDAY - 60 * DAY)), STAY),
        choices=(PupilChoice(day=MONDAY - 80 * DAY),),
    ),
    "a choice before a stay of which no referral is recorded": changed(
        referrals=None, choices=(PupilChoice(day=MONDAY - 90 * DAY),)
    ),
    "a choice between two stays": changed(
        placements=(attrs.evolve(ENDED, ref="p1"), Placement(ref="p2", began=MONDAY + 14 * DAY)),
        choices=(PupilChoice(day=FRIDAY + DAY),),
    ),
    "a choice after the last stay, for which another is asked since": changed(
        placements=(ENDED,),
        referrals=(REFERRAL, Referral(day=FRIDAY + DAY)),
        choices=(PupilChoice(day=FRIDAY + DAY),),
    ),
    "a plan written down in its first week": changed(plans=(planned(MONDAY + DAY, MONDAY),)),
    "a plan for weeks before the stay began, and after it ended": changed(
        placements=(attrs.evolve(ENDED, ref="p1"),),
        plans=(planned(MONDAY - 20 * DAY, MONDAY - 14 * DAY, MONDAY + 70 * DAY),),
    ),
    "a choice of lessons when the timetable is not recorded": changed(
        timetables=None, choices=(PupilChoice(day=MONDAY, first=(ELSEWHERE,)),)
    ),
}


@pytest.mark.parametrize("journey", NO_PROBLEM.values(), ids=NO_PROBLEM)
def test_what_is_not_recorded_contradicts_nothing(journey: Journey) -> None:
    assert find_problems(journey) == ()


def test_of_sessions_without_a_mark_it_says_how_many() -> None:
    """One problem, however many they are: of four days of school the first has its two marks."""
    [problem] = find_problems(FOUND["sessions without a mark"][0])
    assert problem.remedy.startswith("6 of the 8 sessions")


def test_of_a_suspension_it_says_how_many_sessions_are_marked_and_what_else_there_is_to_look_at() -> None:
    """One problem for each suspension, however many the marks."""
    [of_days] = find_problems(against("/ \\ / \\ / \\", suspended()))
    assert "(3)" in of_days.remedy  # the first morning may have been before it
    assert "E, or the code of other provision" in of_days.remedy
    [for_ever] = find_problems(against("/ \\ / \\ / \\", excluded()))
    assert "(4)" in for_ever.remedy
    assert "offered the place back" in for_ever.remedy


def test_two_kinds_of_overlap_are_mended_in_two_ways() -> None:
    [still_open] = find_problems(FOUND["two open placements"][0])
    [sharing] = find_problems(FOUND["placements that share a day"][0])
    assert "look up how the earlier one ended" in still_open.remedy
    assert "correct the day" in sharing.remedy


def remedies() -> set[str]:
    every = [*(journey for journey, _ in FOUND.values()), Dataset.of([SOUND, SOUND])]
    return {problem.remedy for records in every for problem in find_problems(records)} - {
        UnprovedUpn.remedy()
    }


@pytest.mark.parametrize("remedy", sorted(remedies()))
def test_a_remedy_says_what_is_the_matter_then_where_to_look_and_what_to_do(remedy: str) -> None:
    """For whoever keeps a school's data: where the truth stands, and what to write down then."""
    matter, _, advice = remedy.partition(": ")
    assert matter
    assert LOOK.search(advice)
    assert MEND.search(advice)
    assert "one of the two" not in remedy
    assert len(remedy) < 240


def stays_of(*lengths: tuple[int, int | None]) -> Journey:
    """Stays that begin that many days after the Monday and last so many days, or are open."""
    return Journey(
        pupil=PUPIL,
        placements=tuple(
            Placement(
                began=MONDAY + first * DAY,
                ending=None if length is None else Ending(day=MONDAY + (first + length) * DAY),
            )
            for first, length in lengths
        ),
    )


def overlaps_pair_by_pair(journey: Journey) -> list[tuple[str, bool]]:
    """Each stay that shares a day with one written before it, and whether both are open: each with each."""
    return [
        (f"placements[{position}]", one.ending is None and other.ending is None)
        for (_, one), (position, other) in combinations(enumerate(journey.placements or ()), 2)
        if one.stay and other.stay and one.stay.overlaps(other.stay)
    ]


def overlaps_told(journey: Journey) -> list[tuple[str, bool]]:
    return [
        (problem.path, "open at once" in problem.remedy)
        for problem in find_problems(journey)
        if problem.remedy.startswith("Two placements")
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.one_of(st.none(), st.integers(0, 4))), min_size=2, max_size=8
    ).map(lambda lengths: stays_of(*lengths))
)
def test_one_walk_finds_the_overlaps_that_each_with_each_finds(journey: Journey) -> None:
    assert overlaps_told(journey) == overlaps_pair_by_pair(journey)


@given(journeys())
def test_one_walk_finds_the_overlaps_of_any_journey(journey: Journey) -> None:
    assert overlaps_told(journey) == overlaps_pair_by_pair(journey)


def test_overlaps_are_told_in_the_order_in_which_the_stays_are_written() -> None:
    """Whatever the order of their days: the later written of each two, and once for each other one."""
    journey = stays_of((9, None), (3, 2), (0, None), (4, 1), (20, 1))
    assert overlaps_told(journey) == [
        ("placements[2]", True),  # with the first
        ("placements[4]", False),
        ("placements[2]", False),  # with the second
        ("placements[3]", False),
        ("placements[3]", False),  # with the third
        ("placements[4]", False),
    ]


def test_everything_is_found_at_once() -> None:
    journey = attrs.evolve(
        FOUND["a UPN that is none"][0],
        marks=marked((0, AM, "J"), (0, AM, "J")),
        placements=(STAY, STAY, STAY),
    )
    assert look(journey) == [
        ("pupil.upn", ProblemKind.MALFORMED),
        ("placements[1]", ProblemKind.CONTRADICTION),
        ("placements[2]", ProblemKind.CONTRADICTION),
        ("placements[2]", ProblemKind.CONTRADICTION),
        ("marks.events[0].code", ProblemKind.UNKNOWN_CODE),
        ("marks.events[1]", ProblemKind.DUPLICATE),
        ("marks.events[1].code", ProblemKind.UNKNOWN_CODE),
    ]


def test_in_a_dataset_the_path_starts_at_the_journey() -> None:
    other = attrs.evolve(FOUND["a code that was not in force"][0], pupil=Pupil(id=PupilId("elm-02")))
    dataset = Dataset.of([SOUND, other, changed(calendar=None), SOUND])
    assert look(dataset) == [
        ("journeys[1].marks.events[0].code", ProblemKind.UNKNOWN_CODE),
        ("journeys[2].pupil.id", ProblemKind.DUPLICATE),
        ("journeys[3].pupil.id", ProblemKind.DUPLICATE),
    ]
    twice = find_problems(dataset)[1:]
    assert ["journeys[0]" in problem.remedy for problem in twice] == [True, True]
    assert not [problem for problem in twice if "elm" in str(problem)]


def holds(problem: Problem, records: Journey | Dataset) -> bool:
    at(records, problem.path)
    return bool(problem.path and DO.search(problem.remedy))


@given(journeys())
def test_it_never_raises_and_every_path_leads_somewhere(journey: Journey) -> None:
    assert all(holds(problem, journey) for problem in find_problems(journey))


@FEWER
@given(st.from_type(Dataset))
def test_it_never_raises_on_a_dataset(dataset: Dataset) -> None:
    assert all(holds(problem, dataset) for problem in find_problems(dataset))


@given(journeys(), st.dates(date(2024, 9, 1), date(2027, 8, 31)))
def test_it_never_raises_on_an_earlier_view(journey: Journey, on: date) -> None:
    """Looking back may leave references without what they point to; that is found, not stumbled over."""
    seen = journey.as_of(on)
    assert all(holds(problem, seen) for problem in find_problems(seen))


def test_made_up_cohorts_are_sound() -> None:
    assert find_problems(Dataset.of(cohort(20))) == ()


def test_two_referrals_with_one_ref_are_told() -> None:
    journey = Journey(
        pupil=Pupil(id=PupilId("a")),
        referrals=tuple(
            Referral(day=date(2026, 9, day), ref=ref) for day, ref in ((1, "r1"), (2, None), (3, "r1"))
        ),
    )
    [problem] = find_problems(journey)
    assert (problem.path, problem.kind) == ("referrals[2].ref", ProblemKind.DUPLICATE)
    assert "give each its own" in problem.remedy


def test_an_authority_that_is_not_in_the_list_is_told_and_no_more() -> None:
    """The list moves: the pupil is a pupil, and a newer list can be given."""
    journey = changed(pupil=attrs.evolve(PUPIL, upn=Upn("L944200001001")))
    [problem] = find_problems(journey)
    assert (problem.path, problem.kind) == ("pupil.upn", ProblemKind.UNKNOWN_CODE)
    assert "944" not in problem.remedy
    assert find_problems(journey, upn_authorities={"944"}) == ()
    dataset = Dataset.of([journey, attrs.evolve(journey, pupil=attrs.evolve(journey.pupil, id=PupilId("b")))])
    assert len(find_problems(dataset)) == 2
    assert find_problems(dataset, upn_authorities=iter(["944"])) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", ["944", [944], [None], [[]], None, 944], ids=repr)
def test_a_list_of_authorities_is_a_list_of_texts(wrong: Any) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        find_problems(changed(), upn_authorities=wrong)
    assert [problem.path for problem in caught.value.problems] == ["upn_authorities"]


def test_a_morning_has_the_sign_of_mornings() -> None:
    """The two signs of being present are two codes."""
    for half, sign in ((AM, "\\"), (Half.AFTERNOON, "/")):
        (problem,) = find_problems(changed(marks=marked((0, half, sign))))
        assert (problem.path, problem.kind) == ("marks.events[0].code", ProblemKind.CONTRADICTION)
