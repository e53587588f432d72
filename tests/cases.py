"""Which reason each rule gives in which story: one table that several tests share.

A case names the reasons that matter in it, by the key of the rule, and the answer where it shows one.
`tests/house/test_rules.py` proves that together they reach every reason of every rule.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve, field, frozen

from iapcore.decisions.eligibility import Eligibility, check_eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import OutcomeKind, classify_outcome
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import profile
from iapcore.guidance.steps import Step
from iapcore.record.behaviour import Suspension
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Consultation, Referral
from iapcore.record.review import Progress, Review, TargetProgress, Wish
from iapcore.record.timetable import Timetable
from iapcore.record.transition import Conversation, Passport
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import DataSet, PriorSupport, Purpose
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Informant, Role, View
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.year_groups import KeyStage, YearGroup
from tests import stories
from tests.stories import BEGAN, ENDED, LONG_AFTER, MARKED_UNTIL, ON, PLANNED_ON, REFERRED, ROOM


@frozen(kw_only=True)
class Case:
    """A story, a day, and the reasons that rules give."""

    name: str
    journey: Journey
    on: date
    expect: Mapping[str, str] = field(hash=False)
    answer: Any = None
    policy: str | Policy = "half-term"
    placement: Placement | None = None
    referral: Referral | None = None
    places_free: int | None = None

    @property
    def asked(self) -> dict[str, Any]:
        """What every judgement is asked with."""
        policy = profile(self.policy) if isinstance(self.policy, str) else self.policy
        return {"policy": policy, "on": self.on, "placement": self.placement}

    @property
    def situation(self) -> Situation:
        """What the rules look at."""
        return Situation.of(self.journey, **self.asked, referral=self.referral, places_free=self.places_free)

    def judgements(self) -> dict[str, Judgement[Any]]:
        """All three, each under its name."""
        return {
            "eligibility": check_eligibility(
                self.journey, **self.asked, referral=self.referral, places_free=self.places_free
            ),
            "readiness": assess_readiness(self.journey, **self.asked),
            "outcome": classify_outcome(self.journey, **self.asked),
        }


def _all(prefix: str, numbers: range, reason: str) -> dict[str, str]:
    return {f"{prefix}-{number}": reason for number in numbers}


UNKNOWN: Final = Journey(pupil=Pupil(id=PupilId("elm-00")))
NOTHING_THERE: Final = evolve(
    UNKNOWN,
    referrals=(),
    placements=(),
    timetables=(),
    ratings=(),
    targets=(),
    reviews=(),
    assessments=(),
)
NO_CALENDAR_AFTER_DECEMBER: Final = SchoolCalendar(key="autumn", terms=stories.CALENDAR.terms[:4])


def _asked(role: Role, view: View | None, day: date = REFERRED) -> tuple[Consultation, ...]:
    """The story's consultations, with another one by that role."""
    kept = tuple(one for one in stories.referral().consultations or () if one.role is not role)
    return (*kept, Consultation(role=role, day=day, view=view))


_planned: Final = stories.referred()

ELIGIBILITY_CASES: Final = (
    Case(
        name="everything is in place",
        journey=_planned,
        on=PLANNED_ON,
        places_free=2,
        expect={
            "ELIG-1": "made",
            "ELIG-2": "recorded",
            "ELIG-3": "tried",
            "ELIG-4": "considered",
            "ELIG-5": "all_asked",
            "ELIG-6": "on_board",
            "ELIG-7": "involved",
            "ELIG-8": "time",
            "ELIG-9": "support",
            "ELIG-10": "taught",
            "ELIG-11": "free",
        },
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="the pupil has the place already",
        journey=stories.hybrid(),
        on=ON,
        expect={"ELIG-11": "already_here"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="nothing is recorded",
        journey=UNKNOWN,
        on=PLANNED_ON,
        expect=_all("ELIG", range(1, 10), "no_referral")
        | {"ELIG-10": "no_provision", "ELIG-11": "not_recorded"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="it is recorded that there is nothing",
        journey=NOTHING_THERE,
        on=PLANNED_ON,
        expect=_all("ELIG", range(2, 10), "no_referral")
        | {"ELIG-1": "none", "ELIG-10": "no_provision", "ELIG-11": "not_told"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="only the days are recorded",
        journey=evolve(
            _planned, referrals=(Referral(ref="r1", day=REFERRED),), placements=(Placement(referral="r1"),)
        ),
        on=PLANNED_ON,
        expect=_all("ELIG", range(2, 8), "not_recorded")
        | {"ELIG-1": "made", "ELIG-8": "no_start", "ELIG-9": "no_provision", "ELIG-10": "no_provision"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="a referral without content",
        journey=stories.with_referral(
            _planned, grounds=(), supports=(), data_considered=(), consultations=()
        ),
        on=PLANNED_ON,
        places_free=1,
        expect={
            "ELIG-2": "none",
            "ELIG-3": "too_few",
            "ELIG-4": "some_left_out",
            "ELIG-5": "not_asked",
            "ELIG-6": "not_asked",
            "ELIG-7": "not_asked",
        },
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="the policy expects another support",
        journey=_planned,
        on=PLANNED_ON,
        places_free=1,
        policy=profile("half-term").choosing(prior_supports=(PriorSupport.SEN_ASSESSMENT,)),
        expect={"ELIG-3": "others_expected"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="waiting would harm",
        journey=stories.with_referral(_planned, supports=(), waiting_would_harm=True),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-3": "waiting_would_harm"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="one kind of data was left out",
        journey=stories.with_referral(_planned, data_considered=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-4": "some_left_out"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="asked, without a view",
        journey=stories.with_referral(_planned, consultations=_asked(Role.SENCO, None)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-5": "no_view"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="the family is against it",
        journey=stories.with_referral(_planned, consultations=_asked(Role.FAMILY, View.AGAINST)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-6": "against"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="the family is unsure",
        journey=stories.with_referral(_planned, consultations=_asked(Role.FAMILY, View.UNSURE)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-6": "unsure"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="what the family thinks is not recorded",
        journey=stories.with_referral(_planned, consultations=_asked(Role.FAMILY, None)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-6": "unsure"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="the pupil would rather not",
        journey=stories.with_referral(_planned, consultations=_asked(Role.PUPIL, View.AGAINST)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-7": "against"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="referred the week before",
        journey=stories.with_referral(_planned, day=date(2026, 10, 20)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-8": "short"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="instead of a suspension",
        journey=stories.with_referral(_planned, instead_of_sanction=True),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-9": "instead"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="whether it stands in for a sanction is not recorded",
        journey=stories.with_referral(_planned, instead_of_sanction=None),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-9": "not_recorded"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="a removal room",
        journey=stories.with_placement(_planned, provision=evolve(ROOM, kind=ProvisionKind.REMOVAL_ROOM)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-9": "room_of_sanction"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="another key stage",
        journey=stories.with_placement(_planned, provision=evolve(ROOM, key_stages=(KeyStage.KS4,))),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-10": "not_taught"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="a pupil who follows no year",
        journey=evolve(_planned, pupil=evolve(_planned.pupil, year_group=YearGroup.NOT_FOLLOWED)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-10": "no_key_stage"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="no place is free",
        journey=_planned,
        on=PLANNED_ON,
        places_free=0,
        expect={"ELIG-11": "full"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="a referral that no placement has followed yet",
        journey=evolve(_planned, placements=()),
        referral=stories.referral(),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-1": "made", "ELIG-8": "no_start", "ELIG-9": "support", "ELIG-10": "taught"},
        answer=Eligibility.MAY_START,
    ),
)


_hybrid: Final = stories.hybrid()
_week_one: Final = evolve(
    _hybrid, timetables=(_hybrid.timetables or ())[:1], ratings=stories.colours(BEGAN, stories.GREEN_FIRST)
)
_settled: Final = date(2026, 11, 9)
_review: Final = Review(
    day=date(2026, 11, 18),
    targets=(TargetProgress(target="t1", progress=Progress.BACK),),
    pupil_wish=Wish.NOT_YET,
    next_review=date(2026, 11, 27),
)


def _colours_now(grid: str) -> Journey:
    """The hybrid week, with colours that the pupil gave when five lessons were back."""
    first = stories.colours(date(2026, 11, 4), stories.GREEN_FIRST)
    return evolve(_hybrid, ratings=(*first, *stories.colours(date(2026, 11, 19), grid)))


def _lessons(*weeks: str) -> Journey:
    """The hybrid week, with other versions of the timetable."""
    days = (BEGAN, date(2026, 11, 9), date(2026, 11, 16))
    return evolve(_hybrid, timetables=tuple(map(stories.week, days, weeks)))


READINESS_CASES: Final = (
    Case(
        name="all that is asked is met",
        journey=_hybrid,
        on=ON,
        expect={
            "READY-1": "over",
            "READY-2": "in_base",
            "READY-3": "some",
            "READY-4": "ready",
            "READY-5": "enough",
            "READY-6": "better",
            "READY-7": "moving",
            "READY-8": "well",
            "READY-9": "spoken",
            "READY-10": "shared",
            "READY-11": "no_more",
        },
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="the provision does not say how long the first time is, and the marks end eleven days before",
        journey=evolve(
            stories.with_placement(_hybrid, provision=evolve(ROOM, settling_weeks=None)),
            marks=stories.attendance(date(2026, 11, 17)),
        ),
        on=date(2026, 11, 28),
        expect={"READY-1": "over", "READY-5": "enough"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="the first week",
        journey=_hybrid,
        on=stories.IN_WEEK_ONE,
        expect={
            "READY-1": "settling",
            "READY-2": "in_base",
            "READY-5": "too_few",
            "READY-6": "nothing_to_compare",
            "READY-8": "none_yet",
            "READY-10": "not_recorded",
        },
        answer=Step.SETTLE,
    ),
    Case(
        name="nothing is recorded of a way back",
        journey=UNKNOWN,
        on=ON,
        expect=_all("READY", range(1, 12), "no_stay"),
        answer=Step.FIND_OUT,
    ),
    Case(
        name="only the first day is recorded",
        journey=evolve(UNKNOWN, placements=(Placement(began=BEGAN),)),
        on=ON,
        expect={
            "READY-1": "no_calendar",
            "READY-2": "no_timetable",
            "READY-3": "no_timetable",
            "READY-4": "no_review",
            "READY-5": "no_marks",
            "READY-6": "no_assessments",
            "READY-7": "no_review",
            "READY-8": "no_timetable",
            "READY-9": "no_timetable",
            "READY-10": "not_recorded",
            "READY-11": "no_incidents",
        },
        answer=Step.FIND_OUT,
    ),
    Case(
        name="the week is recorded, the pupil's colours are not",
        journey=evolve(_hybrid, ratings=None),
        on=ON,
        expect={"READY-3": "no_ratings", "READY-8": "no_ratings", "READY-9": "no_ratings"},
        answer=Step.FIND_OUT,
    ),
    Case(
        name="a first green lesson, and nothing but week and colours recorded",
        journey=evolve(
            UNKNOWN,
            calendar=stories.CALENDAR,
            placements=(stories.placement(),),
            timetables=_week_one.timetables,
            ratings=_week_one.ratings,
        ),
        on=_settled,
        expect={
            "READY-3": "some",
            "READY-4": "no_review",
            "READY-5": "no_marks",
            "READY-6": "no_assessments",
            "READY-7": "no_review",
            "READY-9": "not_recorded",
        },
        answer=Step.START_RETURN,
    ),
    Case(
        name="the pupil is not ready yet",
        journey=evolve(_hybrid, reviews=(_review,)),
        on=ON,
        expect={"READY-4": "not_yet", "READY-7": "stuck"},
        answer=Step.HOLD,
    ),
    Case(
        name="the pupil is unsure",
        journey=stories.with_review(_hybrid, pupil_wish=Wish.UNSURE),
        on=ON,
        expect={"READY-4": "unsure"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a target is stuck",
        journey=evolve(_hybrid, reviews=(evolve(_review, pupil_wish=Wish.READY),)),
        on=ON,
        expect={"READY-4": "ready", "READY-7": "stuck"},
        answer=Step.HOLD,
    ),
    Case(
        name="the pupil comes on few days",
        journey=evolve(_hybrid, marks=stories.attendance(ON, after=3)),
        on=ON,
        expect={"READY-5": "less"},
        answer=Step.HOLD,
    ),
    Case(
        name="marks end long ago",
        journey=evolve(_hybrid, marks=stories.attendance(date(2026, 10, 30))),
        on=ON,
        expect={"READY-5": "no_marks"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="scores stay as they were",
        journey=evolve(
            _hybrid, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2026, 11, 18), 20, 4))
        ),
        on=ON,
        expect={"READY-6": "not_better"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="one scale is better and one is worse",
        journey=evolve(
            _hybrid, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2026, 11, 18), 16, 3))
        ),
        on=ON,
        expect={"READY-6": "mixed"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="two informants do not compare",
        journey=evolve(
            _hybrid,
            assessments=(
                stories.sdq(BEGAN, 20, 4),
                stories.sdq(date(2026, 11, 18), 16, 6, Informant.PUPIL),
            ),
        ),
        on=ON,
        expect={"READY-6": "nothing_to_compare"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="it is not recorded who filled in an assessment",
        journey=evolve(_hybrid, assessments=(*(_hybrid.assessments or ()), stories.sdq(ON, 9, 9, None))),
        on=ON,
        expect={"READY-6": "edition_not_recorded"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a lesson that came back is red",
        journey=_colours_now("GR--- GGR-- ----- ----- -----"),
        on=ON,
        expect={"READY-8": "badly"},
        answer=Step.STEP_BACK,
    ),
    Case(
        name="a lesson that came back has not been rated since",
        journey=_colours_now("GG--- GG--- ----- ----- -----"),
        on=ON,
        expect={"READY-8": "not_rated"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a teacher was not spoken to",
        journey=stories.with_transition(_hybrid, conversations=()),
        on=ON,
        expect={"READY-9": "not_spoken"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="no lesson has a colour that is next",
        journey=evolve(_hybrid, ratings=()),
        on=ON,
        expect={"READY-3": "none", "READY-8": "not_rated", "READY-9": "none_next"},
        answer=Step.HOLD,
    ),
    Case(
        name="a passport is written",
        journey=stories.with_transition(_hybrid, passport=Passport(day=date(2026, 11, 10))),
        on=ON,
        expect={"READY-10": "not_shared"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="more incidents than before",
        journey=evolve(_hybrid, incidents=stories.incidents(ON, *[date(2026, 11, 17)] * 9)),
        on=ON,
        expect={"READY-11": "more"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="incidents are recorded since the stay began alone",
        journey=evolve(
            _hybrid, incidents=evolve(stories.incidents(ON), complete=DateSpan(BEGAN, ON), events=())
        ),
        on=ON,
        expect={"READY-11": "no_incidents"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="all lessons are back",
        journey=stories.back_in_full(),
        on=date(2026, 12, 10),
        expect={"READY-2": "all_back", "READY-3": "none", "READY-8": "well", "READY-9": "none_next"},
        answer=Step.RETURN_IN_FULL,
    ),
    Case(
        name="all lessons are back and one is red",
        journey=evolve(
            stories.back_in_full(),
            ratings=stories.colours(date(2026, 12, 8), "GGGGG GGGGG RAAAA GGGGG GGGGG"),
        ),
        on=date(2026, 12, 10),
        expect={"READY-8": "badly"},
        answer=Step.STEP_BACK,
    ),
    Case(
        name="a stay for qualifications",
        journey=stories.qualifications(),
        on=ON,
        policy="ks4-qualifications",
        expect={"READY-1": "over", "READY-2": "other_purpose", "READY-3": "no_ratings", "READY-5": "less"},
        answer=Step.CONTINUE,
    ),
    Case(
        name="a stay for qualifications, with all that is asked of a way back",
        journey=stories.with_placement(_hybrid, purpose=Purpose.QUALIFICATIONS),
        on=ON,
        expect={"READY-2": "other_purpose", "READY-3": "other_purpose", "READY-9": "other_purpose"},
        answer=Step.CONTINUE,
    ),
    Case(
        name="where one lesson is taught is not recorded",
        journey=_lessons(stories.ALL_IN_BASE, stories.TWO_BACK, "MMBBB MMMB? BBBBB BBBBB BBBBB"),
        on=ON,
        expect=dict.fromkeys(("READY-2", "READY-3", "READY-8", "READY-9"), "no_timetable"),
        answer=Step.FIND_OUT,
    ),
    Case(
        name="a timetable without a lesson",
        journey=evolve(_hybrid, timetables=(Timetable(starts=BEGAN, lessons=()),)),
        on=ON,
        expect=dict.fromkeys(("READY-2", "READY-3", "READY-8", "READY-9"), "no_timetable"),
        answer=Step.FIND_OUT,
    ),
    Case(
        name="ready once, and not asked at the last review",
        journey=evolve(
            _hybrid, reviews=(*(_hybrid.reviews or ()), Review(day=date(2026, 11, 19), targets=()))
        ),
        on=ON,
        expect={"READY-4": "no_review", "READY-7": "moving"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="targets moved once, and were not looked at in the last review",
        journey=evolve(_hybrid, reviews=(*(_hybrid.reviews or ()), Review(day=ON, pupil_wish=Wish.READY))),
        on=ON,
        expect={"READY-4": "ready", "READY-7": "no_review"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="not ready once, and not asked since",
        journey=evolve(_hybrid, reviews=(_review, Review(day=ON))),
        on=ON,
        expect={"READY-4": "not_yet", "READY-7": "stuck"},
        answer=Step.HOLD,
    ),
    Case(
        name="of one conversation it is not recorded about which lessons it was",
        journey=stories.with_transition(
            _hybrid, conversations=(Conversation(day=ON, role=Role.SUBJECT_TEACHER),)
        ),
        on=ON,
        expect={"READY-9": "not_recorded"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a week of half-days",
        journey=stories.half_days(),
        on=ON,
        policy="primary-nurture",
        expect={"READY-2": "in_base", "READY-3": "some", "READY-8": "well"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a planned stay",
        journey=_planned,
        on=PLANNED_ON,
        expect={"READY-1": "no_stay"},
        answer=Step.PREPARE,
    ),
    Case(
        name="a stay that has ended",
        journey=stories.returned(),
        on=LONG_AFTER,
        expect={"READY-1": "over"},
        answer=Step.FOLLOW_UP,
    ),
)


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
        expect=_all("OUT", range(2, 9), "no_stay") | {"OUT-1": "not_recorded"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="it is recorded that there was no placement",
        journey=NOTHING_THERE,
        on=ON,
        expect=_all("OUT", range(2, 9), "no_stay") | {"OUT-1": "none"},
        answer=OutcomeKind.NOT_BEGUN,
    ),
    Case(
        name="a stay that is to come",
        journey=_planned,
        on=PLANNED_ON,
        expect={"OUT-1": "planned", "OUT-2": "no_stay"},
        answer=OutcomeKind.NOT_BEGUN,
    ),
    Case(
        name="the day on which it was to begin has passed",
        journey=_planned,
        on=ON,
        expect={"OUT-1": "not_recorded"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="an open stay",
        journey=_hybrid,
        on=ON,
        expect=_all("OUT", range(3, 6), "open") | {"OUT-2": "open_until", "OUT-7": "open", "OUT-8": "open"},
        answer=OutcomeKind.STILL_PLACED,
    ),
    Case(
        name="an open stay without a planned end",
        journey=stories.with_placement(_hybrid, planned=None),
        on=ON,
        expect={"OUT-2": "open"},
        answer=OutcomeKind.STILL_PLACED,
    ),
    Case(
        name="the planned end has passed",
        journey=_hybrid,
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

CASES: Final = (*ELIGIBILITY_CASES, *READINESS_CASES, *OUTCOME_CASES)
"""All of them."""
