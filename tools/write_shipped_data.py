"""Writes `src/iapcore/data/journeys.json`, the data that come with iapcore.

    python tools/write_shipped_data.py

Two things stand in it, and they never mix:

* **Described**: the seven provisions of the published sources, with published facts alone. What no source says
  is left out. No journey and no judgement refers to them.
* **Replayed**: fictional pupils at fictional schools. Each journey follows a published story; the days, counts
  and codes that the story does not give were filled in, so that every decision has something to look at.

Each record's `provenance` names its own fields: `placements.planned` is the planned span of its placements,
`marks` all of its register. The more exact name counts. A field that is named as published *and* as filled in
has its shape from the source (six weeks, green first, a month ahead) and its days or details from us.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from iapcore import (
    Assessment,
    AttendanceCode,
    Consultation,
    Conversation,
    DataSet,
    Dataset,
    DateSpan,
    Destination,
    ElementDone,
    Ending,
    EndingKind,
    Evaluation,
    Extent,
    FollowUp,
    Ground,
    Half,
    Incident,
    Informant,
    Instrument,
    Journey,
    KeyStage,
    Lesson,
    LessonColour,
    NeedKind,
    Passport,
    Phase,
    Placement,
    PriorSupport,
    Progress,
    Provenance,
    Provision,
    ProvisionKind,
    Pupil,
    PupilId,
    Purpose,
    Rating,
    Referral,
    Review,
    RiskGround,
    Role,
    ScaleScore,
    SchoolCalendar,
    SessionMark,
    Sex,
    Slot,
    Stream,
    SupportTried,
    Suspension,
    Target,
    TargetProgress,
    Term,
    Time,
    Timetable,
    TrafficLights,
    Transition,
    TransitionElement,
    View,
    Where,
    Wish,
    YearGroup,
    write_dataset,
)
from iapcore.record.provision import Standing
from iapcore.record.timetable import Blank, Weekday

PLACE: Final = Path(__file__).parents[1] / "src" / "iapcore" / "data" / "journeys.json"
AS_OF: Final = date(2026, 11, 20)
ABOUT: Final = (
    "Seven provisions as published sources describe them, and six journeys of fictional pupils at fictional "
    "schools that replay published stories. The Harbour Room follows the Student Support Centre, the Lantern "
    "Rooms follow Connections, the Burrow follows the Nurture Space, and the Garden House follows the Hive. "
    "What is published, and where, and what was filled in stands with each record; all calendars are filled in. "
    "Nobody in these journeys exists."
)

FOUR_TENETS: Final = "Simpson and O'Brien, Four Tenets (2025)"
HEADTEACHER_UPDATE: Final = "McPhee, Headteacher Update, Spring Term Edition (2025)"
SCHOOLS_WEEK: Final = "Schools Week (2025)"


# --- Short forms, so that the records below read like notes -----------------------------------------------

day: Final = date.fromisoformat
span: Final = DateSpan.parse


def slots(text: str) -> tuple[Slot, ...]:
    """`Mon:3 Wed:1` as slots."""
    return tuple(map(Slot.parse, text.split()))


def published(source: str, place: str, of: str) -> Provenance:
    return Provenance(of=tuple(of.split()), standing=Standing.PUBLISHED, source=source, place=place)


def filled_in(of: str) -> Provenance:
    return Provenance(of=tuple(of.split()), standing=Standing.FILLED_IN)


def tried(support: PriorSupport, started: str, evaluated: str, helped: Extent) -> SupportTried:
    return SupportTried(
        support=support, started=day(started), evaluation=Evaluation(day=day(evaluated), helped=helped)
    )


def asked(on: str, *roles: Role, view: View | None = View.FOR) -> tuple[Consultation, ...]:
    return tuple(Consultation(role=role, day=day(on), view=view) for role in roles)


def scores(**points: int) -> tuple[ScaleScore, ...]:
    return tuple(ScaleScore(scale=scale, points=count) for scale, count in points.items())


def targets_stand(**progress: Progress) -> tuple[TargetProgress, ...]:
    return tuple(TargetProgress(target=target, progress=how) for target, how in progress.items())


def week(starts: str, subjects: str, *, mainstream: str) -> Timetable:
    """Five lines of subjects, Monday first. What is not in mainstream is taught in the base."""
    back = set(slots(mainstream))
    return Timetable(
        starts=day(starts),
        lessons=tuple(
            Lesson(slot=slot, subject=subject, where=Where.MAINSTREAM if slot in back else Where.BASE)
            for weekday, line in zip(Weekday, subjects.strip().splitlines(), strict=True)
            for slot, subject in (
                (Slot(weekday, str(n)), word) for n, word in enumerate(line.split(), start=1)
            )
        ),
    )


def half_days(starts: str, *, base: str) -> Timetable:
    """A primary week of mornings and afternoons, in mainstream but for those in the base."""
    away = set(slots(base))
    return Timetable(
        starts=day(starts),
        lessons=tuple(
            Lesson(slot=slot, where=Where.BASE if slot in away else Where.MAINSTREAM)
            for slot in (Slot(weekday, half) for weekday in Weekday for half in ("am", "pm"))
        ),
    )


def whole_week_rated(on: str, colours: str) -> Iterator[Rating]:
    """The pupil's colours for the whole week, in the one-line notation."""
    for weekday, cells in zip(Weekday, TrafficLights.parse(colours).days, strict=True):
        for number, cell in enumerate(cells, start=1):
            if not isinstance(cell, Blank):
                yield Rating(day=day(on), slot=Slot(weekday, str(number)), colour=cell, by=Informant.PUPIL)


def rated(on: str, **by_colour: str) -> Iterator[Rating]:
    """`green="Mon:3 Wed:1"`: the pupil's colours for some lessons."""
    for colour, text in by_colour.items():
        for slot in slots(text):
            yield Rating(day=day(on), slot=slot, colour=LessonColour(colour), by=Informant.PUPIL)


def register(
    calendar: SchoolCalendar, *runs: tuple[str, int], code: str = "I", suspended: Iterable[str] = ()
) -> Stream[SessionMark]:
    """Marks for runs of days that follow each other, each with how many sessions were missed in it.

    Missed are whole days, spread over the run, and one afternoon more where the number is odd. Days of
    suspension come on top and bear `E`.
    """
    out = set(map(day, suspended))
    marks: list[SessionMark] = []
    for text, missed in runs:
        days = [one for one in span(text).days() if calendar.is_school_day(one)]
        possible = [one for one in days if one not in out]
        away = {possible[(2 * n + 1) * len(possible) // (2 * (missed // 2))] for n in range(missed // 2)}
        last_here = max(one for one in possible if one not in away)
        for one in days:
            here = one not in out and one not in away
            for half, present in ((Half.MORNING, "/"), (Half.AFTERNOON, "\\")):
                missed_alone = missed % 2 == 1 and one == last_here and half is Half.AFTERNOON
                sign = present if here and not missed_alone else "E" if one in out else code
                marks.append(SessionMark(day=one, half=half, code=AttendanceCode(sign)))
    first, last = span(runs[0][0]), span(runs[-1][0])
    return Stream(complete=DateSpan(first.start, last.end), events=tuple(marks))


def incidents(complete: str, seen: str = "") -> Stream[Incident]:
    """`2026-09-08 Tue:1, 2026-09-16`: the day, and the lesson where it was in one."""
    events: list[Incident] = []
    for text in filter(None, seen.split(", ")):
        on, _, slot = text.partition(" ")
        events.append(Incident(day=day(on), slot=Slot.parse(slot) if slot else None))
    return Stream(complete=span(complete), events=tuple(events))


def suspensions(complete: str, *given: tuple[str, int]) -> Stream[Suspension]:
    """Each with its first day and its half-days."""
    events = tuple(Suspension(day=day(on), half_days=count) for on, count in given)
    return Stream(complete=span(complete), events=events)


# --- Described: published facts alone ---------------------------------------------------------------------

INTERNAL: Final = ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION
KS1, KS2, KS3, KS4 = KeyStage.KS1, KeyStage.KS2, KeyStage.KS3, KeyStage.KS4

DESCRIBED: Final = (
    Provision(
        key="hive",
        kind=INTERNAL,
        name="The Hive",
        school="Queen Elizabeth High School, mid Devon",
        is_fictional=False,
        phase=Phase.SECONDARY,
        key_stages=(KS3, KS4),
        places=8,
        purposes=(Purpose.RETURN, Purpose.QUALIFICATIONS),
        schedule="Core subjects from 9:30 to 12:30, enrichment from 1:00 to 2:30",
        space="Its own small house on the school's site",
        provenance=(
            published(
                FOUR_TENETS,
                "case study 1",
                "kind name school is_fictional phase key_stages places purposes schedule space",
            ),
        ),
    ),
    Provision(
        key="student-support-centre",
        kind=INTERNAL,
        name="Student Support Centre",
        school="Lister Community School, London",
        is_fictional=False,
        phase=Phase.SECONDARY,
        key_stages=(KS3,),
        places=12,
        purposes=(Purpose.RETURN,),
        weeks=(6, 6),
        settling_weeks=1,
        schedule="A first week wholly in the centre, then a week shared with mainstream",
        space="Rooms in a main building",
        referral_roles=(
            Role.PROVISION_LEAD,
            Role.SENCO,
            Role.PASTORAL,
            Role.SAFEGUARDING_LEAD,
            Role.SENIOR_LEADER,
        ),
        data_sets=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR, DataSet.ACADEMIC, DataSet.PASTORAL, DataSet.SEN),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 2",
                "kind name school is_fictional phase key_stages places purposes weeks settling_weeks "
                "schedule space referral_roles data_sets",
            ),
        ),
    ),
    Provision(
        key="connections",
        kind=INTERNAL,
        name="Connections",
        school="Matthew Moss High School, Rochdale",
        is_fictional=False,
        phase=Phase.SECONDARY,
        key_stages=(KS3, KS4),
        teachers=2,
        assistants=2,
        purposes=(Purpose.RETURN,),
        schedule="One to three terms, with outdoor work each week; GCSE options together with mainstream",
        space="Rooms in the main building",
        provenance=(
            published(
                FOUR_TENETS,
                "case study 3",
                "kind name school is_fictional phase key_stages teachers assistants purposes schedule space",
            ),
        ),
    ),
    Provision(
        key="nurture-space",
        kind=INTERNAL,
        name="Nurture Space",
        school="Oakmeadow Primary School, Shropshire",
        is_fictional=False,
        phase=Phase.PRIMARY,
        key_stages=(KS1, KS2),
        places=8,
        soft_start_places=12,
        teachers=1,
        assistants=1,
        purposes=(Purpose.RETURN,),
        review_weeks=6,
        schedule="Three afternoons a week, often for 12 weeks; a soft start every morning",
        referral_roles=(
            Role.SENCO,
            Role.SENIOR_LEADER,
            Role.PROVISION_LEAD,
            Role.SAFEGUARDING_LEAD,
            Role.CLASS_TEACHER,
        ),
        data_sets=(DataSet.PASTORAL, DataSet.ACADEMIC, DataSet.BEHAVIOUR, DataSet.SEN, DataSet.SAFEGUARDING),
        instruments=(Instrument.BOXALL,),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 4",
                "kind name school is_fictional phase key_stages places soft_start_places teachers "
                "assistants purposes review_weeks schedule referral_roles data_sets instruments",
            ),
        ),
    ),
    Provision(
        key="bubble",
        kind=INTERNAL,
        name="The Bubble",
        school="Richard Atkins Primary School, south London",
        is_fictional=False,
        phase=Phase.PRIMARY,
        opened=2024,
        teachers=1,
        assistants=2,
        purposes=(Purpose.RETURN,),
        space="Five rooms, and a sixth that is much like a mainstream classroom",
        instruments=(Instrument.BOXALL,),
        provenance=(
            published(
                HEADTEACHER_UPDATE,
                "Richard Atkins Primary School",
                "kind name school is_fictional phase opened teachers assistants purposes space instruments",
            ),
        ),
    ),
    Provision(
        key="house",
        kind=INTERNAL,
        name="The House",
        school="Morpeth School, east London",
        is_fictional=False,
        opened=2021,
        space="Room to teach, a kitchen to cook and eat in, and outdoor areas",
        provenance=(
            published(SCHOOLS_WEEK, "on Morpeth School", "kind name school is_fictional opened space"),
        ),
    ),
    Provision(
        key="duston",
        kind=INTERNAL,
        school="The Duston School, Northamptonshire",
        is_fictional=False,
        opened=2020,
        provenance=(published(SCHOOLS_WEEK, "on the Duston School", "kind school is_fictional opened"),),
    ),
)


# --- Replayed: fictional provisions after them, and calendars ----------------------------------------------

HARBOUR_ROOM: Final = Provision(
    key="harbour-room",
    kind=INTERNAL,
    name="The Harbour Room",
    school="Elmsworth School (fictional)",
    is_fictional=True,
    phase=Phase.SECONDARY,
    key_stages=(KS3,),
    places=12,
    teachers=1,
    assistants=1,
    purposes=(Purpose.RETURN,),
    weeks=(6, 6),
    settling_weeks=1,
    review_weeks=3,
    schedule="A first week wholly in the Harbour Room, then a week shared with mainstream",
    space="Rooms in a main building",
    referral_roles=(
        Role.PROVISION_LEAD,
        Role.SENCO,
        Role.PASTORAL,
        Role.SAFEGUARDING_LEAD,
        Role.SENIOR_LEADER,
    ),
    data_sets=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR, DataSet.ACADEMIC, DataSet.PASTORAL, DataSet.SEN),
    instruments=(Instrument.PASS,),
    provenance=(
        published(
            FOUR_TENETS,
            "case study 2",
            "kind phase key_stages places purposes weeks settling_weeks schedule space referral_roles "
            "data_sets",
        ),
        filled_in("name school is_fictional teachers assistants review_weeks instruments"),
    ),
)
LANTERN_ROOMS: Final = Provision(
    key="lantern-rooms",
    kind=INTERNAL,
    name="The Lantern Rooms",
    school="Aldermoor High School (fictional)",
    is_fictional=True,
    phase=Phase.SECONDARY,
    key_stages=(KS3, KS4),
    places=10,
    teachers=2,
    assistants=2,
    purposes=(Purpose.RETURN,),
    weeks=(12, 39),
    settling_weeks=0,
    review_weeks=6,
    space="Rooms in the main building",
    referral_roles=(Role.PROVISION_LEAD, Role.SENCO, Role.PASTORAL),
    instruments=(Instrument.PASS,),
    provenance=(
        published(
            FOUR_TENETS, "case study 3", "kind phase key_stages teachers assistants purposes weeks space"
        ),
        filled_in(
            "name school is_fictional places weeks settling_weeks review_weeks referral_roles instruments"
        ),
    ),
)
BURROW: Final = Provision(
    key="burrow",
    kind=INTERNAL,
    name="The Burrow",
    school="Hazelcombe Primary School (fictional)",
    is_fictional=True,
    phase=Phase.PRIMARY,
    key_stages=(KS1, KS2),
    places=8,
    soft_start_places=12,
    teachers=1,
    assistants=1,
    purposes=(Purpose.RETURN,),
    weeks=(12, 24),
    settling_weeks=0,
    review_weeks=6,
    schedule="Three afternoons a week; a soft start every morning",
    referral_roles=(
        Role.SENCO,
        Role.SENIOR_LEADER,
        Role.PROVISION_LEAD,
        Role.SAFEGUARDING_LEAD,
        Role.CLASS_TEACHER,
    ),
    data_sets=(DataSet.PASTORAL, DataSet.ACADEMIC, DataSet.BEHAVIOUR, DataSet.SEN, DataSet.SAFEGUARDING),
    instruments=(Instrument.BOXALL,),
    provenance=(
        published(
            FOUR_TENETS,
            "case study 4",
            "kind phase key_stages places soft_start_places teachers assistants purposes weeks "
            "review_weeks schedule referral_roles data_sets instruments",
        ),
        filled_in("name school is_fictional weeks settling_weeks"),
    ),
)
GARDEN_HOUSE: Final = Provision(
    key="garden-house",
    kind=INTERNAL,
    name="The Garden House",
    school="Rowanbeck School (fictional)",
    is_fictional=True,
    phase=Phase.SECONDARY,
    key_stages=(KS3, KS4),
    places=8,
    teachers=1,
    assistants=1,
    purposes=(Purpose.RETURN, Purpose.QUALIFICATIONS),
    weeks=(6, 52),
    settling_weeks=0,
    review_weeks=6,
    schedule="Core subjects from 9:30 to 12:30, enrichment from 1:00 to 2:30",
    space="Its own small house on the school's site",
    referral_roles=(Role.PROVISION_LEAD, Role.PASTORAL, Role.SENIOR_LEADER),
    instruments=(Instrument.PASS,),
    provenance=(
        published(FOUR_TENETS, "case study 1", "kind phase key_stages places purposes schedule space"),
        filled_in(
            "name school is_fictional teachers assistants weeks settling_weeks review_weeks "
            "referral_roles instruments"
        ),
    ),
)
REPLAYED: Final = (HARBOUR_ROOM, LANTERN_ROOMS, BURROW, GARDEN_HOUSE)

BANK_HOLIDAYS: Final = tuple(map(day, ("2026-05-04", "2027-05-03")))


def half_terms(key: str, halves: str, inset: str) -> SchoolCalendar:
    """A calendar out of its half-terms, in pairs; a half that begins in June and stands first is a term alone."""
    spans = list(map(span, halves.split()))
    terms = [Term(spans.pop(0))] if len(spans) % 2 else []
    for first, second in zip(spans[::2], spans[1::2], strict=True):
        assert first.end is not None
        holiday = DateSpan(first.end + timedelta(days=1), second.start - timedelta(days=1))
        terms.append(Term(DateSpan(first.start, second.end), half_term=holiday))
    return SchoolCalendar(
        key=key, terms=tuple(terms), inset_days=tuple(map(day, inset.split())), closed=BANK_HOLIDAYS
    )


ELMSWORTH: Final = half_terms(
    "elmsworth",
    "2025-09-02..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-21 "
    "2026-09-02..2026-10-23 2026-11-02..2026-12-18 2027-01-04..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-02 2026-01-05 2026-06-26 2026-09-02 2026-11-27 2027-02-12",
)
ALDERMOOR: Final = half_terms(
    "aldermoor",
    "2025-06-02..2025-07-22 2025-09-02..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-22 "
    "2026-09-01..2026-10-23 2026-11-02..2026-12-18 2027-01-04..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-02 2026-01-05 2026-02-23 2026-09-01 2027-01-04 2027-02-22",
)
HAZELCOMBE: Final = half_terms(
    "hazelcombe",
    "2025-09-03..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-21 "
    "2026-09-03..2026-10-23 2026-11-02..2026-12-18 2027-01-05..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-03 2026-01-05 2026-07-20 2026-07-21 2026-09-03 2027-01-05",
)
ROWANBECK: Final = half_terms(
    "rowanbeck",
    "2025-09-02..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-21 "
    "2026-09-02..2026-10-23 2026-11-02..2026-12-18 2027-01-04..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-02 2025-11-28 2026-01-05 2026-09-02 2026-10-23 2027-01-04",
)
CALENDARS: Final = (ELMSWORTH, ALDERMOOR, HAZELCOMBE, ROWANBECK)

FIVE_PROFESSIONALS: Final = (
    Role.PROVISION_LEAD,
    Role.PASTORAL,
    Role.SENCO,
    Role.SENIOR_LEADER,
    Role.SAFEGUARDING_LEAD,
)
FIVE_DATA_SETS: Final = (
    DataSet.ATTENDANCE,
    DataSet.BEHAVIOUR,
    DataSet.ACADEMIC,
    DataSet.PASTORAL,
    DataSet.SEN,
)


# --- Replayed: six weeks in a half-term ---------------------------------------------------------------------


def six_weeks() -> Journey:
    """Week one wholly in the base, a shared week from the second, green lessons first."""
    subjects = """
        English Maths   PE      Science   Art
        Maths   Science English Geography French
        PE      History Maths   Computing English
        Science Music   English French    Geography
        Art     Maths   History Science   Drama
    """
    streams = "2026-06-01..2026-11-20"
    return Journey(
        pupil=Pupil(id=PupilId("elm-01"), year_group=YearGroup.YEAR_8, sex=Sex.FEMALE),
        calendar=ELMSWORTH,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-10-01"),
                provision=HARBOUR_ROOM,
                purpose=Purpose.RETURN,
                asked_by=Role.PASTORAL,
                grounds=(
                    RiskGround(ground=Ground.SUSPENSION, time=Time.PAST),
                    RiskGround(ground=Ground.EXCLUSION, time=Time.FORESEEN),
                ),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.HEAD_OF_YEAR_REPORT, "2026-06-08", "2026-07-10", Extent.NO),
                    tried(PriorSupport.MENTORING, "2026-06-15", "2026-09-18", Extent.PARTLY),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-09-11", "2026-09-25", Extent.YES),
                ),
                consultations=(
                    *asked("2026-10-06", *FIVE_PROFESSIONALS),
                    *asked("2026-10-08", Role.FAMILY),
                    *asked("2026-10-09", Role.PUPIL),
                ),
                instead_of_sanction=False,
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=HARBOUR_ROOM,
                referral="r1",
                purpose=Purpose.RETURN,
                planned=span("2026-11-02..2026-12-11"),
                began=day("2026-11-02"),
                transition=Transition(
                    passport=Passport(
                        day=day("2026-11-05"),
                        strategies=("A seat near the door", "Instructions one at a time"),
                        triggers=("Being called on without notice",),
                        shared=day("2026-11-06"),
                    ),
                    conversations=(
                        Conversation(
                            day=day("2026-11-05"), role=Role.SUBJECT_TEACHER, slots=slots("Mon:3 Wed:1")
                        ),
                        Conversation(
                            day=day("2026-11-06"), role=Role.SUBJECT_TEACHER, slots=slots("Mon:5 Fri:1")
                        ),
                        Conversation(
                            day=day("2026-11-12"), role=Role.SUBJECT_TEACHER, slots=slots("Tue:4 Thu:5")
                        ),
                    ),
                    elements=(
                        ElementDone(element=TransitionElement.PUPIL_AGENCY, day=day("2026-11-04")),
                        ElementDone(element=TransitionElement.COMMUNICATION, day=day("2026-11-06")),
                        ElementDone(element=TransitionElement.TIME_IN_DESTINATION, day=day("2026-11-09")),
                    ),
                ),
            ),
        ),
        timetables=(
            week("2026-11-02", subjects, mainstream=""),
            week("2026-11-09", subjects, mainstream="Mon:3 Wed:1 Fri:1"),
            week("2026-11-16", subjects, mainstream="Mon:3 Wed:1 Fri:1 Mon:5 Tue:4"),
        ),
        ratings=(
            *whole_week_rated("2026-11-04", "ARGAG RAAGR GARGA AGARG GRAAG"),
            *rated("2026-11-13", green="Mon:3 Wed:1", amber="Fri:1"),
            *rated("2026-11-19", green="Mon:3 Wed:1 Fri:1 Mon:5 Tue:4", amber="Thu:4"),
        ),
        targets=(
            Target(ref="t1", day=day("2026-11-06"), need=NeedKind.LEARNING),
            Target(ref="t2", day=day("2026-11-06"), need=NeedKind.WELLBEING),
            Target(ref="t3", day=day("2026-11-06"), need=NeedKind.SAFETY),
        ),
        reviews=(
            Review(
                day=day("2026-11-20"),
                attended=(Role.PROVISION_LEAD, Role.PASTORAL, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.SOME, t3=Progress.MET),
                pupil_wish=Wish.READY,
                family_view=View.FOR,
                next_review=day("2026-12-04"),
            ),
        ),
        assessments=(
            Assessment(
                day=day("2026-11-05"),
                instrument=Instrument.PASS,
                edition="secondary",
                informant=Informant.PUPIL,
                scores=scores(feelings_about_school=12, self_regard_as_a_learner=22, attitudes_to_teachers=9),
            ),
        ),
        marks=register(
            ELMSWORTH,
            ("2026-06-01..2026-07-21", 6),
            ("2026-07-22..2026-11-01", 9),
            ("2026-11-02..2026-11-20", 1),
            suspended=("2026-09-17",),
        ),
        incidents=incidents(
            streams,
            "2026-06-09 Tue:1, 2026-06-24 Wed:3, 2026-07-03 Fri:2, 2026-09-08 Tue:1, 2026-09-11 Fri:2, "
            "2026-09-16 Wed:3, 2026-09-16, 2026-09-22 Tue:5, 2026-10-02 Fri:2, 2026-10-07 Wed:3, "
            "2026-10-13 Tue:1, 2026-11-10 Tue:1",
        ),
        suspensions=suspensions(streams, ("2026-09-17", 2)),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 2",
                "referrals.day referrals.purpose referrals.data_considered referrals.consultations "
                "placements.purpose placements.planned placements.transition timetables ratings targets "
                "assessments",
            ),
            filled_in(
                "pupil calendar referrals referrals.day referrals.consultations placements "
                "placements.planned placements.transition timetables ratings targets reviews assessments "
                "marks incidents suspensions"
            ),
        ),
    )


def next_half_term() -> Journey:
    """A referral for the spring on which people still work: what *not yet* looks like."""
    streams = "2026-06-01..2026-11-20"
    return Journey(
        pupil=Pupil(id=PupilId("elm-02"), year_group=YearGroup.YEAR_9, sex=Sex.MALE),
        calendar=ELMSWORTH,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-11-12"),
                provision=HARBOUR_ROOM,
                purpose=Purpose.RETURN,
                asked_by=Role.PASTORAL,
                grounds=(RiskGround(ground=Ground.TRUANCY_WITHIN_SCHOOL, time=Time.PAST),),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.TUTOR_REPORT, "2026-09-14", "2026-10-16", Extent.NO),
                    SupportTried(support=PriorSupport.MENTORING, started=day("2026-11-02")),
                ),
                consultations=(
                    *asked("2026-11-17", Role.PROVISION_LEAD, Role.PASTORAL, Role.SENIOR_LEADER),
                    *asked("2026-11-18", Role.SAFEGUARDING_LEAD),
                    *asked("2026-11-18", Role.SENCO, view=None),
                    *asked("2026-11-19", Role.PUPIL, view=View.UNSURE),
                ),
                instead_of_sanction=False,
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=HARBOUR_ROOM,
                referral="r1",
                purpose=Purpose.RETURN,
                planned=span("2027-01-04..2027-02-12"),
            ),
        ),
        incidents=incidents(streams, "2026-09-21 Mon:4, 2026-10-06 Tue:3, 2026-11-04 Wed:5"),
        suspensions=suspensions(streams),
        provenance=(filled_in("pupil calendar referrals placements incidents suspensions"),),
    )


# --- Replayed: one to three terms ---------------------------------------------------------------------------


def from_59_to_93_per_cent() -> Journey:
    """Attendance of 59 % before entry and 93 % after the end; nobody has looked at taking part yet."""
    return Journey(
        pupil=Pupil(id=PupilId("alder-01"), year_group=YearGroup.YEAR_10, sex=Sex.FEMALE),
        calendar=ALDERMOOR,
        referrals=(
            Referral(
                ref="r1",
                day=day("2025-10-13"),
                provision=LANTERN_ROOMS,
                purpose=Purpose.RETURN,
                asked_by=Role.PASTORAL,
                grounds=(RiskGround(ground=Ground.PERSISTENT_ABSENCE, time=Time.PAST),),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.ATTENDANCE_PLAN, "2025-09-08", "2025-10-06", Extent.NO),
                    tried(PriorSupport.FAMILY_MEETINGS, "2025-09-15", "2025-10-10", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2025-10-21", *FIVE_PROFESSIONALS),
                    *asked("2025-11-05", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=LANTERN_ROOMS,
                referral="r1",
                purpose=Purpose.RETURN,
                planned=span("2025-11-24..2026-07-17"),
                began=day("2025-11-24"),
                ending=Ending(
                    day=day("2026-07-17"), destination=Destination.MAINSTREAM, kind=EndingKind.PLANNED
                ),
            ),
        ),
        reviews=(
            Review(day=day("2026-01-23"), pupil_wish=Wish.NOT_YET, family_view=View.FOR),
            Review(day=day("2026-03-13"), pupil_wish=Wish.UNSURE, family_view=View.FOR),
            Review(day=day("2026-05-08"), pupil_wish=Wish.READY, family_view=View.FOR),
            Review(day=day("2026-06-26"), pupil_wish=Wish.READY, family_view=View.FOR),
        ),
        marks=register(
            ALDERMOOR,
            ("2025-09-08..2025-11-23", 41),  # 59 of 100 attended in the ten school weeks before entry
            ("2025-11-24..2026-07-17", 46),
            ("2026-07-18..2026-11-06", 6),  # 86 of 92 in the ten school weeks after the end: 93 %
            ("2026-11-07..2026-11-20", 1),
        ),
        incidents=incidents("2025-09-08..2026-11-20"),
        suspensions=suspensions("2025-09-08..2026-11-20"),
        provenance=(
            published(FOUR_TENETS, "case study 3", "pupil.sex placements.purpose marks"),
            filled_in("pupil.year_group calendar referrals placements reviews marks incidents suspensions"),
        ),
    )


def six_months() -> Journey:
    """A stay of six months, all lessons back, and people who looked again."""
    return Journey(
        pupil=Pupil(id=PupilId("alder-02"), year_group=YearGroup.YEAR_11, sex=Sex.MALE),
        calendar=ALDERMOOR,
        referrals=(
            Referral(
                ref="r1",
                day=day("2025-09-29"),
                provision=LANTERN_ROOMS,
                purpose=Purpose.RETURN,
                asked_by=Role.SENIOR_LEADER,
                grounds=(
                    RiskGround(ground=Ground.SUSPENSION, time=Time.PAST),
                    RiskGround(ground=Ground.EXCLUSION, time=Time.FORESEEN),
                ),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.TIME_OUT_CARD, "2025-09-04", "2025-09-24", Extent.PARTLY),
                    tried(PriorSupport.SMALL_GROUP, "2025-09-08", "2025-09-26", Extent.NO),
                    tried(PriorSupport.SEN_ASSESSMENT, "2025-09-10", "2025-09-26", Extent.YES),
                ),
                consultations=(
                    *asked("2025-10-07", *FIVE_PROFESSIONALS),
                    *asked("2025-10-10", Role.FAMILY),
                    *asked("2025-10-14", Role.PUPIL),
                ),
                instead_of_sanction=False,
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=LANTERN_ROOMS,
                referral="r1",
                purpose=Purpose.RETURN,
                planned=span("2025-11-03..2026-05-01"),
                began=day("2025-11-03"),
                ending=Ending(
                    day=day("2026-05-01"), destination=Destination.MAINSTREAM, kind=EndingKind.PLANNED
                ),
                transition=Transition(
                    passport=Passport(day=day("2026-03-18"), shared=day("2026-03-20")),
                    conversations=(
                        Conversation(day=day("2026-03-19"), role=Role.SUBJECT_TEACHER),
                        Conversation(day=day("2026-04-23"), role=Role.SUBJECT_TEACHER),
                    ),
                    elements=tuple(
                        ElementDone(element=element, day=day(done))
                        for element, done in (
                            (TransitionElement.PUPIL_AGENCY, "2026-03-13"),
                            (TransitionElement.COMMUNICATION, "2026-03-19"),
                            (TransitionElement.CLEAR_EXPECTATIONS, "2026-03-20"),
                            (TransitionElement.TIME_IN_DESTINATION, "2026-04-13"),
                            (TransitionElement.RELATIONSHIPS, "2026-04-24"),
                            (TransitionElement.FOLLOW_UP, "2026-06-19"),
                        )
                    ),
                    follow_ups=tuple(
                        FollowUp(day=day(held), academic=part, social=Extent.YES, emotional=Extent.YES)
                        for held, part in (("2026-06-19", Extent.PARTLY), ("2026-09-09", Extent.YES))
                    ),
                ),
            ),
        ),
        reviews=(
            Review(day=day("2025-12-12"), pupil_wish=Wish.UNSURE, family_view=View.FOR),
            Review(day=day("2026-01-30"), pupil_wish=Wish.READY, family_view=View.FOR),
            Review(day=day("2026-03-13"), pupil_wish=Wish.READY, family_view=View.FOR),
            Review(day=day("2026-04-24"), pupil_wish=Wish.READY, family_view=View.FOR),
        ),
        assessments=tuple(
            Assessment(
                day=day(filled),
                instrument=Instrument.PASS,
                edition="secondary",
                informant=Informant.PUPIL,
                scores=found,
            )
            for filled, found in (
                (
                    "2025-11-06",
                    scores(feelings_about_school=8, self_regard_as_a_learner=14, attitudes_to_teachers=11),
                ),
                (
                    "2026-04-28",
                    scores(feelings_about_school=41, self_regard_as_a_learner=37, attitudes_to_teachers=48),
                ),
            )
        ),
        marks=register(
            ALDERMOOR,
            ("2025-07-14..2025-11-02", 15),
            ("2025-11-03..2026-05-01", 22),
            ("2026-05-02..2026-07-17", 5),
            ("2026-07-18..2026-11-20", 6),
            suspended=("2025-09-18", "2025-09-19", "2025-10-16"),
        ),
        incidents=incidents(
            "2025-07-14..2026-11-20",
            "2025-09-10, 2025-09-17, 2025-09-25, 2025-10-02, 2025-10-15, 2025-12-03, 2026-02-05",
        ),
        suspensions=suspensions("2025-07-14..2026-11-20", ("2025-09-18", 4), ("2025-10-16", 2)),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 3",
                "pupil.sex placements.purpose placements.planned placements.ending",
            ),
            filled_in(
                "pupil.year_group calendar referrals placements placements.planned placements.ending "
                "reviews assessments marks incidents suspensions"
            ),
        ),
    )


# --- Replayed: a second term of afternoons ------------------------------------------------------------------


def second_term() -> Journey:
    """A Year 2 pupil whose second term goes from three afternoons in the base to two to one."""
    consulted = (*FIVE_PROFESSIONALS, Role.CLASS_TEACHER)
    return Journey(
        pupil=Pupil(id=PupilId("hazel-01"), year_group=YearGroup.YEAR_2, sex=Sex.MALE),
        calendar=HAZELCOMBE,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-03-09"),
                provision=BURROW,
                purpose=Purpose.RETURN,
                asked_by=Role.CLASS_TEACHER,
                grounds=(RiskGround(ground=Ground.DISTRESS, time=Time.PAST),),
                data_considered=tuple(DataSet),
                supports=(
                    tried(PriorSupport.SMALL_GROUP, "2026-01-12", "2026-03-04", Extent.PARTLY),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-01-19", "2026-03-06", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2026-03-17", *consulted),
                    *asked("2026-03-19", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
            ),
            Referral(
                ref="r2",
                day=day("2026-07-02"),
                provision=BURROW,
                purpose=Purpose.RETURN,
                asked_by=Role.PROVISION_LEAD,
                grounds=(RiskGround(ground=Ground.DISTRESS, time=Time.PAST),),
                data_considered=tuple(DataSet),
                supports=(
                    tried(PriorSupport.SMALL_GROUP, "2026-01-12", "2026-03-04", Extent.PARTLY),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-01-19", "2026-03-06", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2026-07-07", *consulted),
                    *asked("2026-07-09", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=BURROW,
                referral="r1",
                purpose=Purpose.RETURN,
                planned=span("2026-04-13..2026-07-10"),
                began=day("2026-04-13"),
                ending=Ending(
                    day=day("2026-07-10"), destination=Destination.FURTHER_STAY, kind=EndingKind.PLANNED
                ),
            ),
            Placement(
                ref="p2",
                provision=BURROW,
                referral="r2",
                purpose=Purpose.RETURN,
                planned=span("2026-09-07..2026-12-04"),
                began=day("2026-09-07"),
                transition=Transition(
                    passport=Passport(
                        day=day("2026-09-30"),
                        strategies=("A calm place to go to", "A job to help others with"),
                        triggers=("Changes without warning",),
                        shared=day("2026-10-02"),
                    ),
                    conversations=tuple(
                        Conversation(day=day(held), role=role, slots=slots(about))
                        for held, role, about in (
                            ("2026-10-07", Role.CLASS_TEACHER, "Tue:pm"),
                            ("2026-10-08", Role.TEACHING_ASSISTANT, "Tue:pm"),
                            ("2026-11-05", Role.CLASS_TEACHER, "Thu:pm"),
                            ("2026-11-18", Role.CLASS_TEACHER, "Wed:pm"),
                        )
                    ),
                    elements=(
                        ElementDone(element=TransitionElement.COMMUNICATION, day=day("2026-10-02")),
                        ElementDone(element=TransitionElement.RELATIONSHIPS, day=day("2026-10-08")),
                        ElementDone(element=TransitionElement.TIME_IN_DESTINATION, day=day("2026-10-13")),
                    ),
                ),
            ),
        ),
        timetables=(
            half_days("2026-04-13", base="Tue:pm Wed:pm Thu:pm"),
            half_days("2026-09-07", base="Tue:pm Wed:pm Thu:pm"),
            half_days("2026-10-12", base="Wed:pm Thu:pm"),
            half_days("2026-11-09", base="Wed:pm"),
        ),
        ratings=(
            *rated("2026-09-11", green="Mon:pm Fri:pm", amber="Tue:pm", red="Wed:pm Thu:pm"),
            *rated("2026-10-09", green="Mon:pm Tue:pm Fri:pm", amber="Wed:pm Thu:pm"),
            *rated("2026-11-06", green="Mon:pm Tue:pm Thu:pm Fri:pm", amber="Wed:pm"),
            *rated("2026-11-19", green="Mon:pm Tue:pm Wed:pm Thu:pm Fri:pm"),
        ),
        targets=(
            Target(ref="t1", day=day("2026-04-17"), need=NeedKind.WELLBEING),
            Target(ref="t2", day=day("2026-04-17"), need=NeedKind.LEARNING),
            Target(ref="t3", day=day("2026-09-11"), need=NeedKind.WELLBEING),
        ),
        reviews=(
            Review(
                day=day("2026-05-22"),
                attended=(Role.PROVISION_LEAD, Role.CLASS_TEACHER, Role.FAMILY),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.NONE),
                pupil_wish=Wish.NOT_YET,
                family_view=View.FOR,
            ),
            Review(
                day=day("2026-07-07"),
                attended=(Role.PROVISION_LEAD, Role.SENCO, Role.CLASS_TEACHER, Role.FAMILY),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.SOME),
                pupil_wish=Wish.NOT_YET,
                family_view=View.FOR,
            ),
            Review(
                day=day("2026-10-16"),
                attended=(Role.PROVISION_LEAD, Role.CLASS_TEACHER, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.MET, t2=Progress.SOME, t3=Progress.SOME),
                pupil_wish=Wish.READY,
                family_view=View.FOR,
                next_review=day("2026-11-27"),
            ),
        ),
        assessments=tuple(
            Assessment(
                day=day(filled),
                instrument=Instrument.BOXALL,
                edition="primary",
                informant=Informant.STAFF,
                scores=scores(developmental=developmental, diagnostic=diagnostic),
            )
            for filled, developmental, diagnostic in (
                ("2026-04-16", 58, 71),
                ("2026-07-06", 69, 60),
                ("2026-09-10", 71, 58),
                ("2026-10-15", 86, 43),
            )
        ),
        marks=register(HAZELCOMBE, ("2026-04-13..2026-07-10", 7), ("2026-07-11..2026-11-20", 4)),
        incidents=incidents(
            "2026-04-13..2026-11-20",
            "2026-04-21 Tue:am, 2026-04-30 Thu:am, 2026-05-13 Wed:am, 2026-06-11 Thu:am, 2026-07-01, "
            "2026-09-15 Tue:am, 2026-09-24 Thu:am, 2026-11-03 Tue:am",
        ),
        suspensions=suspensions("2026-04-13..2026-11-20"),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 4",
                "pupil.year_group pupil.sex referrals.purpose referrals.grounds referrals.data_considered "
                "referrals.consultations placements.purpose placements.planned placements.ending "
                "placements.transition timetables reviews.day assessments",
            ),
            filled_in(
                "calendar referrals referrals.data_considered referrals.consultations placements "
                "placements.planned placements.ending placements.transition timetables ratings targets "
                "reviews reviews.day assessments marks incidents suspensions"
            ),
        ),
    )


# --- Replayed: staying to sit qualifications ----------------------------------------------------------------


def to_the_end_of_year_11() -> Journey:
    """A pupil with a history of severe absence who stays to sit qualifications."""
    subjects = """
        English   Maths   Science   Gardening Gardening
        Maths     English Geography Art       Art
        Science   English Maths     Cooking   Cooking
        Geography Maths   English   Sport     Careers
        English   Science Maths     Music     Music
    """
    streams = "2026-02-23..2026-11-20"
    return Journey(
        pupil=Pupil(id=PupilId("rowan-01"), year_group=YearGroup.YEAR_11, sex=Sex.FEMALE),
        calendar=ROWANBECK,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-04-20"),
                provision=GARDEN_HOUSE,
                purpose=Purpose.QUALIFICATIONS,
                asked_by=Role.PASTORAL,
                grounds=(RiskGround(ground=Ground.SEVERE_ABSENCE, time=Time.PAST),),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.ATTENDANCE_PLAN, "2026-01-12", "2026-03-20", Extent.NO),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-01-19", "2026-04-17", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2026-04-29", *FIVE_PROFESSIONALS),
                    *asked("2026-05-06", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=GARDEN_HOUSE,
                referral="r1",
                purpose=Purpose.QUALIFICATIONS,
                planned=span("2026-06-01..2027-06-30"),
                began=day("2026-06-01"),
            ),
        ),
        timetables=(
            week("2026-06-01", subjects, mainstream=""),
            week("2026-09-07", subjects, mainstream="Tue:4 Tue:5"),
        ),
        ratings=(
            *whole_week_rated("2026-06-10", "GRAGG RGAGG AGRGG ARGAA GARGG"),
            *rated("2026-10-15", green="Tue:4 Tue:5", amber="Mon:2 Tue:1"),
        ),
        targets=(
            Target(ref="t1", day=day("2026-06-12"), need=NeedKind.LEARNING),
            Target(ref="t2", day=day("2026-06-12"), need=NeedKind.WELLBEING),
        ),
        reviews=(
            Review(
                day=day("2026-07-10"),
                attended=(Role.PROVISION_LEAD, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.NONE),
                pupil_wish=Wish.NOT_YET,
                family_view=View.FOR,
            ),
            Review(
                day=day("2026-10-16"),
                attended=(Role.PROVISION_LEAD, Role.SENIOR_LEADER, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.SOME),
                pupil_wish=Wish.UNSURE,
                family_view=View.FOR,
                next_review=day("2026-11-26"),
            ),
        ),
        marks=register(
            ROWANBECK,
            ("2026-02-23..2026-05-31", 62),  # more than half: severe absence
            ("2026-06-01..2026-11-20", 27),
            code="O",
        ),
        incidents=incidents(streams),
        suspensions=suspensions(streams),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 1",
                "pupil.year_group referrals.purpose placements.purpose placements.planned",
            ),
            published(FOUR_TENETS, "tenet 4, introduction", "referrals.grounds"),
            filled_in(
                "pupil.sex calendar referrals placements placements.planned timetables ratings targets "
                "reviews marks incidents suspensions"
            ),
        ),
    )


def shipped() -> Dataset:
    """Everything above, as one dataset."""
    return Dataset(
        as_of=AS_OF,
        about=ABOUT,
        provisions=(*DESCRIBED, *REPLAYED),
        calendars=CALENDARS,
        journeys=(
            six_weeks(),
            next_half_term(),
            from_59_to_93_per_cent(),
            six_months(),
            second_term(),
            to_the_end_of_year_11(),
        ),
    )


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    write_dataset(shipped(), PLACE)
    print(f"{PLACE.stat().st_size // 1000} KB")
