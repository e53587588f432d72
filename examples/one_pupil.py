"""One made-up pupil, built by hand: three judgements with their reasons, and the coloured week.

    python examples/one_pupil.py [week.svg]

The pupil and the school are made up. The model is the six-week half-term return that *Four Tenets* (Simpson
and O'Brien, 2025) describes in its second case study.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

import iapcore as iap

ON = date(2026, 11, 20)

CALENDAR = iap.SchoolCalendar(
    key="elmsworth",
    terms=(
        iap.Term(
            iap.DateSpan.parse("2026-09-02..2026-12-18"),
            half_term=iap.DateSpan.parse("2026-10-24..2026-11-01"),
        ),
    ),
)
ROOM = iap.Provision(
    key="elm-room",
    name="The Elm Room",
    is_fictional=True,
    kind=iap.ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
    key_stages=(iap.KeyStage.KS3,),
    purposes=(iap.Purpose.RETURN,),
    places=8,
)
COLOURS = iap.TrafficLights.parse("GGARR GGGAR ARRAG AGGAR GARGR")
SUBJECTS = {
    "Mon": ("Art", "English", "Maths", "French", "Science"),
    "Tue": ("PE", "PE", "English", "Maths", "French"),
    "Wed": ("Maths", "Science", "French", "History", "Art"),
    "Thu": ("English", "Music", "Drama", "Maths", "Science"),
    "Fri": ("Geography", "Maths", "Science", "English", "French"),
}


def referral() -> iap.Referral:
    """What was tried, what was looked at, and who was asked."""
    asked = (
        iap.Role.PROVISION_LEAD,
        iap.Role.PASTORAL,
        iap.Role.SENCO,
        iap.Role.SENIOR_LEADER,
        iap.Role.SAFEGUARDING_LEAD,
        iap.Role.FAMILY,
        iap.Role.PUPIL,
    )
    return iap.Referral(
        ref="r1",
        day=date(2026, 9, 30),
        provision=ROOM,
        purpose=iap.Purpose.RETURN,
        grounds=(iap.RiskGround(ground=iap.Ground.SUSPENSION, time=iap.Time.PAST),),
        data_considered=tuple(iap.DataSet),
        supports=(
            iap.SupportTried(
                support=iap.PriorSupport.MENTORING, evaluation=iap.Evaluation(day=date(2026, 9, 25))
            ),
            iap.SupportTried(
                support=iap.PriorSupport.TUTOR_REPORT, evaluation=iap.Evaluation(day=date(2026, 9, 28))
            ),
        ),
        consultations=tuple(
            iap.Consultation(role=role, day=date(2026, 10, 7), view=iap.View.FOR) for role in asked
        ),
        instead_of_sanction=False,
    )


def week(starts: date, in_mainstream: set[str]) -> iap.Timetable:
    """A version of the week: the slots named are taught in mainstream, the others in the base."""
    return iap.Timetable(
        starts=starts,
        lessons=tuple(
            iap.Lesson(
                slot=iap.Slot.parse(f"{day}:{period}"),
                subject=subject,
                where=iap.Where.MAINSTREAM if f"{day}:{period}" in in_mainstream else iap.Where.BASE,
            )
            for day, subjects in SUBJECTS.items()
            for period, subject in enumerate(subjects, start=1)
        ),
    )


def ratings(day: date) -> tuple[iap.Rating, ...]:
    """The colours that the pupil gave the week in the first days."""
    return tuple(
        iap.Rating(day=day, slot=iap.Slot.parse(f"{name}:{period}"), colour=colour, by=iap.Informant.PUPIL)
        for name, row in zip(SUBJECTS, COLOURS.days, strict=True)
        for period, colour in enumerate(row, start=1)
        if isinstance(colour, iap.LessonColour)
    )


def marks() -> iap.Stream[iap.SessionMark]:
    """The register from September to the day before `ON`: poor at first, good since the stay began."""
    complete = iap.DateSpan(date(2026, 9, 2), ON - timedelta(days=1))
    present = {
        iap.Half.MORNING: iap.AttendanceCode.PRESENT_AM,
        iap.Half.AFTERNOON: iap.AttendanceCode.PRESENT_PM,
    }
    return iap.Stream(
        complete=complete,
        events=tuple(
            iap.SessionMark(
                day=day,
                half=half,
                code=iap.AttendanceCode.UNAUTHORISED
                if day.day % 3 == 0 and day < date(2026, 11, 2)
                else code,
            )
            for day in CALENDAR.school_days(complete) or ()
            for half, code in present.items()
        ),
    )


def journey() -> iap.Journey:
    """Everything that was written down. Incidents are left out: not recorded, which is not the same as none."""
    stay = iap.Placement(
        ref="p1",
        provision=ROOM,
        referral="r1",
        purpose=iap.Purpose.RETURN,
        planned=iap.DateSpan.parse("2026-11-02..2026-12-11"),
        began=date(2026, 11, 2),
        transition=iap.Transition(
            passport=iap.Passport(day=date(2026, 11, 6), shared=date(2026, 11, 9)),
            conversations=(
                iap.Conversation(
                    day=date(2026, 11, 13),
                    role=iap.Role.SUBJECT_TEACHER,
                    slots=(iap.Slot.parse("Mon:2"), iap.Slot.parse("Tue:3")),
                ),
            ),
        ),
    )
    rated_again = tuple(
        iap.Rating(day=date(2026, 11, 18), slot=slot, colour=iap.LessonColour.GREEN, by=iap.Informant.PUPIL)
        for slot in map(iap.Slot.parse, ("Mon:1", "Tue:1", "Tue:2"))
    )
    return iap.Journey(
        pupil=iap.Pupil(id=iap.PupilId("elm-07"), year_group=iap.YearGroup.YEAR_8),
        calendar=CALENDAR,
        referrals=(referral(),),
        placements=(stay,),
        timetables=(
            week(date(2026, 11, 2), set()),
            week(date(2026, 11, 9), {"Mon:1", "Tue:1", "Tue:2"}),
        ),
        ratings=(*ratings(date(2026, 11, 4)), *rated_again),
        targets=(iap.Target(ref="t1", day=date(2026, 11, 6), need=iap.NeedKind.WELLBEING),),
        reviews=(
            iap.Review(
                day=date(2026, 11, 19),
                attended=(iap.Role.PUPIL, iap.Role.FAMILY, iap.Role.PROVISION_LEAD),
                targets=(iap.TargetProgress(target="t1", progress=iap.Progress.SOME),),
                pupil_wish=iap.Wish.READY,
                next_review=date(2026, 12, 9),
            ),
        ),
        marks=marks(),
    )


def main(picture: str | None = None) -> None:
    """Ask, tell and draw."""
    pupil = journey()
    policy = iap.profile("half-term")
    for problem in iap.find_problems(pupil):
        print(problem)

    start = date(2026, 11, 2)
    print(
        "May the placement start?", iap.tell(iap.check_eligibility(pupil, policy=policy, on=start)), sep="\n"
    )

    readiness = iap.assess_readiness(pupil, policy=policy, on=ON)
    told = iap.tell(readiness, timetable=pupil.timetables[-1] if pupil.timetables else None)
    print("\nWhat is the next step back?", told, sep="\n")

    print("\nHow did the stay end?", iap.tell(iap.classify_outcome(pupil, policy=policy, on=ON)), sep="\n")

    drawn = iap.draw_week(pupil, on=ON, following=readiness.answer.lessons)
    print("", drawn, sep="\n")
    if picture:
        Path(picture).write_text(drawn.svg, encoding="utf-8")
        print(f"\nThe picture is in {picture}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
