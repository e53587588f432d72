"""The way back, week by week: the plan, the rules about it, and what stays the same however it is asked.

Expected (case study two): the first week wholly in the base, then green lessons first, more as the weeks go on; the
pupil has a say in which lessons come first and how fast (tenet four).
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.judgement import Decision
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back import WAY_BACK, Leads, WayAhead, check_plan, plan_return
from iapcore.exchange.judgements import read_judgement, write_judgement
from iapcore.guidance.policy import Policy
from iapcore.guidance.policy_words import ColourMeaning, SubjectReturns
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Force
from iapcore.guidance.steps import Step
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.pupil import Pupil
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.review import Wish
from iapcore.record.timetable import Lesson, Rating, Slot, Timetable, Weekday
from iapcore.record.transition import Conversation, Transition
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import WAY_BACK_CASES, Case
from tests.laws import policies, told
from tests.stories import BEGAN, ON

HALF_TERM: Final = profile("half-term")
AGREED: Final = stories.agreed()
WEEK: Final = timedelta(weeks=1)
MONDAYS: Final = tuple(BEGAN + number * WEEK for number in range(1, 7))
COLOURS: Final = {colour.letter: colour for colour in LessonColour}


def plan(journey: Journey = AGREED, policy: Policy = HALF_TERM, on: date = ON) -> Decision[WayAhead]:
    return plan_return(journey, policy=policy, on=on)


def lessons(ahead: WayAhead) -> list[tuple[date, str]]:
    """The Monday of each week and what comes back, in the notation of slots."""
    return [(week.starts, " ".join(one.slot.format() for one in week.back)) for week in ahead.plan.weeks]


@pytest.mark.parametrize("case", WAY_BACK_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    findings = {rule.key: rule(case.situation).reason for rule in WAY_BACK if rule.key in case.expect}
    assert findings == {key: reason for key, reason in case.expect.items() if key.startswith("WAY")}
    assert case.answer in (None, case.judgements()["way_back"].answer.leads)


# One pupil


def test_green_first_then_amber_then_red_five_a_week() -> None:
    decision = plan()
    assert lessons(decision.answer) == [
        (date(2026, 11, 23), "Thu:2 Thu:4 Fri:1 Fri:3 Fri:5"),
        (date(2026, 11, 30), "Mon:3 Tue:4 Thu:1 Thu:3 Thu:5"),
        (date(2026, 12, 7), "Mon:4 Mon:5 Tue:5 Fri:2 Fri:4"),
        (date(2026, 12, 14), "Wed:1 Wed:2 Wed:3 Wed:4 Wed:5"),
    ]
    assert (decision.verdict, decision.answer.leads) == (Verdict.MET, Leads.IN_FULL)
    assert decision.finding("WAY-11").reason == "within"  # all back in the first week after the stay
    sooner = stories.with_placement(AGREED, planned=DateSpan(BEGAN, date(2026, 12, 4)))
    assert plan(sooner).finding("WAY-11").reason == "beyond"


def test_each_lesson_has_its_reason_in_the_order_of_the_plan() -> None:
    answer = plan().answer
    planned = [one.slot.format() for week in answer.plan.weeks for one in week.back]
    assert [dict(why.params)["slot"] for why in answer.whys] == planned
    assert answer.whys[0].sentence == "Thu:2 is green, and the teacher is ready."
    assert {why.key for why in answer.whys} == {"WAY-12"}
    assert {why.verdict for why in answer.whys} == {Verdict.MET}


def test_the_first_week_of_a_plan_is_the_step_that_readiness_proposes() -> None:
    step = assess_readiness(AGREED, policy=HALF_TERM, on=ON).answer
    assert step.step is Step.NEXT_LESSONS
    assert {one.slot for one in plan().answer.plan.weeks[0].back} == set(step.lessons)


def test_in_the_first_week_the_plan_begins_with_the_second() -> None:
    early = evolve(AGREED, timetables=(AGREED.timetables or ())[:1], plans=None, reviews=None)
    ahead = plan(early, on=stories.IN_WEEK_ONE).answer
    assert ahead.plan.weeks[0].starts == date(2026, 11, 9)
    longer = plan(early, HALF_TERM.choosing(settling_weeks=3), on=stories.IN_WEEK_ONE)
    assert longer.answer.plan.weeks[0].starts == date(2026, 11, 9)  # the provision says: one week
    unsaid = stories.with_placement(early, provision=evolve(stories.ROOM, settling_weeks=None))
    later = plan(unsaid, HALF_TERM.choosing(settling_weeks=3), on=stories.IN_WEEK_ONE)
    assert later.answer.plan.weeks[0].starts == date(2026, 11, 23)
    assert later.finding("WAY-2").reason == "kept"


def test_a_lesson_that_waits_for_a_talk_comes_a_week_later_and_says_so() -> None:
    """No lesson is skipped: those after it wait with it, and the plan says whom to speak to."""
    rated = stories.colours(date(2026, 11, 19), "--GAA ---AA AAAAA AAAAA AAAAA")
    journey = stories.with_transition(evolve(AGREED, ratings=rated), conversations=())
    ahead = plan(journey, HALF_TERM.choosing(amber_means=ColourMeaning.TALK_FIRST)).answer
    assert lessons(ahead)[0] == (date(2026, 11, 23), "Mon:3")
    assert len(ahead.plan.weeks[1].back) == 5
    assert all(one.speak_first for week in ahead.plan.weeks for one in week.back)


def test_where_nothing_but_talks_is_waited_for_the_plan_begins_a_week_later() -> None:
    rated = stories.colours(date(2026, 11, 19), "--AAA ---AA AAAAA AAAAA AAAAA")
    journey = stories.with_transition(evolve(AGREED, ratings=rated), conversations=())
    decision = plan(journey, HALF_TERM.choosing(amber_means=ColourMeaning.TALK_FIRST))
    assert decision.answer.plan.weeks[0].starts == date(2026, 11, 30)


def test_the_pupil_chooses_which_lessons_come_first_and_how_many() -> None:
    first = stories.slots("Wed:1 Mon:3")
    wish = stories.with_choice(AGREED, first=first, not_yet=stories.slots("Thu:2 Thu:4"), at_most=2)
    ahead = plan(wish).answer
    assert lessons(ahead)[0] == (date(2026, 11, 23), "Mon:3 Wed:1")
    assert [why.reason for why in ahead.whys[:2]] == ["chosen", "chosen"]
    assert max(len(week.back) for week in ahead.plan.weeks) == 2
    assert set(stories.slots("Thu:2 Thu:4")) <= set(ahead.left)


def test_a_pupil_who_asks_for_more_gets_as_many_as_the_policy_allows() -> None:
    assert len(plan(stories.with_choice(AGREED, at_most=20)).answer.plan.weeks[0].back) == 5


def test_somebody_goes_along_where_pupil_or_policy_asks_for_it() -> None:
    wish = stories.with_choice(AGREED, accompanied=stories.slots("Thu:2"))
    ahead = plan(wish, HALF_TERM.choosing(red_means=ColourMeaning.ACCOMPANIED)).answer
    along = {one.slot.format() for week in ahead.plan.weeks for one in week.back if one.accompanied}
    assert along == {"Thu:2", "Mon:4", "Mon:5", "Tue:5", *(f"Wed:{number}" for number in range(1, 6))}


def test_while_the_pupil_is_not_ready_nothing_comes_before_the_review() -> None:
    decision = plan(stories.with_review(AGREED, pupil_wish=Wish.NOT_YET))
    assert decision.answer.plan.weeks[0].starts == date(2026, 12, 14)
    assert decision.finding("WAY-9").reason == "held"


def test_a_lesson_that_went_badly_is_held_and_handed_back_where_the_pupil_asks() -> None:
    red = stories.colours(date(2026, 11, 19), "RG--- GGA-- ----- ----- -----")
    badly = evolve(AGREED, ratings=(*(AGREED.ratings or ()), *red))
    held = plan(badly)
    assert held.answer.plan.weeks[0].starts == date(2026, 12, 14)
    assert held.answer.plan.weeks[0].to_base == ()
    asked = stories.with_choice(badly, day=ON, back_to_base=stories.slots("Mon:1"))
    handed = plan(asked)
    first, second, *_ = handed.answer.plan.weeks
    assert (first.starts, first.to_base, first.back) == (date(2026, 11, 23), stories.slots("Mon:1"), ())
    assert second.starts == date(2026, 12, 14)
    assert handed.finding("WAY-9").reason == "handed_back"
    assert handed.answer.plan.weeks[-1].starts > second.starts


def test_a_shared_time_leaves_the_plan_only_where_the_pupil_asks() -> None:
    assert plan().answer.plan.shared == (SharedTime.BREAK, SharedTime.LUNCH)
    decision = plan(stories.with_choice(AGREED, apart_from=(SharedTime.LUNCH,)))
    assert decision.answer.plan.shared == (SharedTime.BREAK,)
    found = decision.finding("WAY-8")
    assert (found.reason, found.verdict) == ("asked", Verdict.MET)
    assert dict(found.params)["instead"] == ("break", "tutor_time", "assemblies")


def test_a_stay_that_is_not_for_return_moves_no_lesson() -> None:
    decision = plan(stories.with_placement(AGREED, purpose=Purpose.QUALIFICATIONS))
    assert decision.answer.plan.weeks == ()
    assert decision.finding("WAY-10").reason == "other_purpose"


@pytest.mark.parametrize(
    "lacking", [{"timetables": None}, {"calendar": None}, {"ratings": None}, {"placements": None}]
)
def test_without_week_calendar_colours_or_stay_there_are_no_weeks(lacking: dict[str, None]) -> None:
    decision = plan(evolve(AGREED, **lacking))
    assert decision.answer.plan.weeks == ()
    assert decision.answer.leads is Leads.NO_STEP_YET
    assert decision.missing


def test_a_taper_counts_down_the_half_days_in_the_base() -> None:
    """Three afternoons, then two, then one; at each step as many weeks apart as the policy says."""
    journey = evolve(
        stories.half_days(),
        timetables=(stories.week(BEGAN, "MB MB MB MM MM"),),
        ratings=(),
        choices=(PupilChoice(day=ON, first=(), not_yet=(), accompanied=()),),
        reviews=None,
    )
    ahead = plan(journey, profile("primary-nurture").choosing(weeks_per_step=2)).answer
    assert lessons(ahead) == [
        (date(2026, 11, 23), "Mon:pm"),
        (date(2026, 12, 7), "Tue:pm"),
        (date(2027, 1, 4), "Wed:pm"),
    ]
    assert {why.reason for why in ahead.whys} == {"tapered"}
    steps = plan(journey, profile("primary-nurture").choosing(taper=(3, 1), weeks_per_step=1)).answer
    assert [len(week.back) for week in steps.plan.weeks] == [2, 1]


def test_subjects_come_back_together_or_one_by_one() -> None:
    names = dict(
        zip("Thu:2 Thu:4 Fri:1 Fri:3 Fri:5".split(), ("Art", "Maths", "Art", "Music", "Maths"), strict=True)
    )

    def named(one: Lesson) -> Lesson:
        return evolve(one, subject=names.get(one.slot.format(), one.slot.format()))

    versions = tuple(
        evolve(week, lessons=tuple(map(named, week.lessons))) for week in AGREED.timetables or ()
    )
    journey = evolve(AGREED, timetables=versions)
    together = HALF_TERM.choosing(subject_returns=SubjectReturns.TOGETHER, lessons_per_step=3)
    assert lessons(plan(journey, together).answer)[:2] == [
        (date(2026, 11, 23), "Thu:2 Fri:1 Fri:3"),
        (date(2026, 11, 30), "Thu:1 Thu:4 Fri:5"),
    ]
    apart = HALF_TERM.choosing(subject_returns=SubjectReturns.ONE_BY_ONE, lessons_per_step=3)
    first = lessons(plan(journey, apart).answer)[0][1].split()
    assert len({names[slot] for slot in first}) == len(first) == 3
    large = HALF_TERM.choosing(subject_returns=SubjectReturns.TOGETHER, lessons_per_step=1)
    decision = plan(journey, large)
    assert decision.finding("WAY-5").verdict is Verdict.MET
    assert [len(week.back) for week in decision.answer.plan.weeks][:2] == [1, 1]


def test_a_plan_survives_json_with_its_reasons() -> None:
    decision = plan()
    assert read_judgement(write_judgement(decision)) == decision


def test_an_edited_plan_is_checked_by_the_same_rules() -> None:
    drafted = plan().answer.plan
    pressed = drafted.moving(Slot.parse("Wed:1"), to=date(2026, 11, 23))
    decision = check_plan(AGREED, policy=HALF_TERM, on=ON, plan=pressed)
    assert decision.answer.plan == pressed
    assert {one.key for one in decision.findings if one.verdict is Verdict.NOT_MET} == {"WAY-3"}
    slower = drafted.moving(Slot.parse("Wed:1"), to=date(2027, 1, 4))
    assert check_plan(AGREED, policy=HALF_TERM, on=ON, plan=slower).verdict is Verdict.MET


def test_only_the_weeks_ahead_are_looked_at() -> None:
    drafted = plan().answer.plan
    later = date(2026, 11, 30)
    went = after(AGREED, drafted, until=later)
    checked = check_plan(went, policy=HALF_TERM, on=later, plan=drafted)
    assert checked.finding("WAY-1").reason == "in_base"
    assert len(checked.answer.whys) == 10


# Small weeks


def small(colours: str, *, spoken: bool = True, choice: PupilChoice | None = None) -> Journey:
    """A week with one lesson for each colour, all in the base; everything else that the rules ask for is there."""
    slots = [Slot(weekday, "1") for weekday in list(Weekday)[: len(colours)]]
    talk = (Conversation(day=BEGAN, role=Role.SUBJECT_TEACHER, slots=tuple(slots)),) if spoken else ()
    week = Timetable(
        starts=BEGAN,
        lessons=tuple(Lesson(slot=slot, subject=slot.format(), where=Where.BASE) for slot in slots),
        shared=(SharedTime.LUNCH,),
    )
    return Journey(
        pupil=Pupil(id=PupilId("elm-09")),
        calendar=SchoolCalendar(key="one", terms=(Term(DateSpan(BEGAN, date(2027, 3, 25))),)),
        placements=(
            Placement(
                began=BEGAN,
                planned=DateSpan(BEGAN, date(2027, 3, 25)),
                purpose=Purpose.RETURN,
                transition=Transition(conversations=talk),
            ),
        ),
        timetables=(week,),
        ratings=tuple(
            Rating(day=BEGAN, slot=slot, colour=COLOURS[letter], by=Informant.PUPIL)
            for slot, letter in zip(slots, colours, strict=True)
            if letter != "-"
        ),
        choices=(choice or PupilChoice(day=BEGAN, first=(), not_yet=(), accompanied=()),),
        reviews=(),
    )


def every_plan(colours: str, weeks: int) -> Iterator[Mapping[Slot, int]]:
    """Each way to put each lesson into one of the weeks, or into none."""
    slots = [Slot(weekday, "1") for weekday in list(Weekday)[: len(colours)]]
    for chosen in product(range(weeks + 1), repeat=len(slots)):
        yield {slot: week for slot, week in zip(slots, chosen, strict=True) if week < weeks}


def as_plan(weeks: Mapping[Slot, int]) -> ReturnPlan:
    return ReturnPlan(
        day=BEGAN,
        weeks=tuple(
            PlannedWeek(
                starts=MONDAYS[number],
                back=tuple(PlannedLesson(slot=slot) for slot, week in weeks.items() if week == number),
            )
            for number in sorted(set(weeks.values()))
        ),
        shared=(SharedTime.LUNCH,),
    )


def is_lawful(colours: str, weeks: Mapping[Slot, int], most: int) -> bool:
    """The law once more, in one sentence each: not too many in a week; a greener lesson never after a less green."""
    letters = {Slot(weekday, "1"): letter for weekday, letter in zip(Weekday, colours, strict=False)}
    if any(list(weeks.values()).count(number) > most for number in set(weeks.values())):
        return False
    for slot, week in weeks.items():
        for other, letter in letters.items():
            if "GAR".index(letter) < "GAR".index(letters[slot]) and weeks.get(other, 99) > week:
                return False
    return True


LAWFUL: Final = {
    ("G", 1, 1): 2,
    ("GG", 2, 1): 7,
    ("GG", 2, 2): 9,
    ("GA", 2, 1): 4,
    ("GA", 2, 2): 6,
    ("GAR", 3, 1): 8,
    ("GGA", 2, 2): 12,
    ("GAR", 2, 3): 10,
    ("RAG", 2, 3): 10,
    ("GGG", 3, 1): 34,
    ("GGAA", 2, 2): 16,
}
"""How many plans are lawful for a week of so many lessons, in so many weeks, with so many at most: counted by hand for
the smallest, then by the enumeration below."""


@pytest.mark.parametrize(("week", "lawful"), LAWFUL.items(), ids=str)
def test_as_many_plans_are_lawful_as_an_enumeration_finds(week: tuple[str, int, int], lawful: int) -> None:
    colours, weeks, most = week
    journey, policy = small(colours), HALF_TERM.choosing(lessons_per_step=most, settling_weeks=0)
    counted = 0
    for candidate in every_plan(colours, weeks):
        decision = check_plan(journey, policy=policy, on=BEGAN, plan=as_plan(candidate))
        against = {one.key for one in decision.findings if one.verdict is Verdict.NOT_MET}
        assert (not against & {"WAY-3", "WAY-4"}) is is_lawful(colours, candidate, most)
        assert against <= {"WAY-3", "WAY-4", "WAY-10"}
        counted += not against & {"WAY-3", "WAY-4"}
    assert counted == lawful


def after(journey: Journey, drafted: ReturnPlan, *, until: date) -> Journey:
    """The journey once a plan went to plan until a day: the lessons came back, and their teachers were spoken to."""
    versions = list(journey.timetables or ())
    talks: list[Conversation] = []
    for week in drafted.weeks:
        back = {one.slot for one in week.back}
        if (talked := week.starts - timedelta(days=3)) <= until:
            talks.append(Conversation(day=talked, role=Role.SUBJECT_TEACHER, slots=tuple(back)))
        if week.starts <= until:
            moved = (
                evolve(one, where=Where.MAINSTREAM) if one.slot in back else one
                for one in versions[-1].lessons
            )
            versions.append(evolve(versions[-1], starts=week.starts, lessons=tuple(moved)))
    placed = journey.placements or ()
    transition = placed[-1].transition or Transition()
    held = evolve(transition, conversations=(*(transition.conversations or ()), *talks))
    return evolve(
        journey, timetables=tuple(versions), placements=(*placed[:-1], evolve(placed[-1], transition=held))
    )


@given(
    st.text("GAR", min_size=1, max_size=5),
    st.booleans(),
    st.builds(
        HALF_TERM.choosing,
        lessons_per_step=st.integers(1, 3),
        weeks_per_step=st.integers(1, 2),
        settling_weeks=st.just(0),
        amber_means=st.sampled_from(ColourMeaning),
        subject_returns=st.sampled_from(SubjectReturns),
    ),
    st.lists(st.sampled_from(Weekday), unique=True, max_size=2),
)
def test_planning_again_from_the_middle_of_a_plan_that_went_to_plan_gives_the_rest_of_it(
    colours: str,
    spoken: bool,  # noqa: FBT001  (drawn)
    policy: Policy,
    first: list[Weekday],
) -> None:
    chosen = tuple(Slot(weekday, "1") for weekday in first if weekday.position < len(colours))
    choice = PupilChoice(day=BEGAN, first=chosen, not_yet=(), accompanied=())
    journey = small(colours, spoken=spoken, choice=choice)
    whole = plan(journey, policy, BEGAN).answer
    for middle in (week.starts + timedelta(days=4) for week in whole.plan.weeks[:-1]):
        again = plan(after(journey, whole.plan, until=middle), policy, middle).answer
        ahead = tuple(week for week in whole.plan.weeks if week.starts > middle)
        assert [(one.starts, {two.slot for two in one.back}) for one in again.plan.weeks] == [
            (one.starts, {two.slot for two in one.back}) for one in ahead
        ]


# Any journey


@given(told(), policies())
def test_our_own_plan_is_never_against_the_rules(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    decision = plan(journey, profile(policy), on)
    against = [
        one.key for one in decision.findings if one.force is Force.REQUIRED and one.verdict is Verdict.NOT_MET
    ]
    assert against == []
    weeks = decision.answer.plan.weeks
    assert all(earlier.starts < later.starts for earlier, later in pairwise(weeks))
    assert all(on < week.starts and week.starts.weekday() == 0 for week in weeks)
    assert len(decision.answer.whys) == sum(len(week.back) for week in weeks)
    checked = check_plan(journey, policy=profile(policy), on=on, plan=decision.answer.plan)
    assert checked == decision
