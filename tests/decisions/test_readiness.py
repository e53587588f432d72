"""The next step back: green lessons first, at the pupil's pace, and never more than a proposal."""

from datetime import date, timedelta
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions import readiness
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.readiness import (
    READINESS,
    READINESS_PUPIL,
    READINESS_RECEIVING,
    NextStep,
    assess_readiness,
)
from iapcore.decisions.rule import Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import find_stage
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.policy_words import ColourMeaning, TurnOrder
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Basis
from iapcore.guidance.steps import STEPS, Stage, Step
from iapcore.record.behaviour import Incident
from iapcore.record.journey import Journey
from iapcore.record.learning import SubjectAssessment
from iapcore.record.placement import Placement
from iapcore.record.review import Progress, Review, TargetProgress, Wish
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.record.transition import Conversation
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.qualifications import Pace
from iapcore.vocabulary.shape import FIRST_DAY, LAST_DAY
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import CASES, READINESS_CASES, UNKNOWN, Case
from tests.laws import policies, told
from tests.stories import BEGAN, IN_WEEK_ONE, ON

POLICY: Final = profile("half-term")
HYBRID: Final = stories.hybrid()
IN_BASE_ON: Final = date(2026, 11, 9)
IN_BASE: Final = evolve(
    HYBRID,
    timetables=(HYBRID.timetables or ())[:1],
    ratings=stories.colours(BEGAN, stories.GREEN_FIRST),
)
ALL_BACK: Final = stories.back_in_full()
ALL_BACK_ON: Final = date(2026, 12, 10)

FIRST: Final = (Stage.IN_BASE, Stage.PART_WEEK)
MOVING: Final = (*FIRST, Stage.HYBRID, Stage.RETURNING)
UNKNOWN_TO_ALL: Final = ("no_stay", "no_timetable", "no_ratings", "not_rated")
TOLD_AGAIN: Final[tuple[tuple[tuple[Stage, ...], str, tuple[str, ...], Step], ...]] = (
    ((Stage.HYBRID, Stage.RETURNING), "READY-8", ("badly",), Step.STEP_BACK),
    (MOVING, "READY-4", ("not_yet",), Step.HOLD),
    ((Stage.HYBRID, Stage.RETURNING), "READY-5", ("less",), Step.HOLD),
    ((Stage.HYBRID,), "READY-7", ("stuck",), Step.HOLD),
    ((*FIRST, Stage.HYBRID), "READY-3", ("none", "not_yet"), Step.HOLD),
    (MOVING, "READY-4", ("unsure", "contradict"), Step.FIND_OUT),
    ((Stage.RETURNING,), "READY-4", ("no_review",), Step.FIND_OUT),
    ((Stage.RETURNING,), "READY-8", ("not_rated", "no_ratings"), Step.FIND_OUT),
    ((*FIRST, Stage.HYBRID), "READY-3", UNKNOWN_TO_ALL, Step.FIND_OUT),
    ((*FIRST,), "READY-3", ("some", "chosen"), Step.START_RETURN),
    ((Stage.HYBRID,), "READY-3", ("some", "chosen"), Step.NEXT_LESSONS),
)
"""The table of steps, told a second time: the first row that fits says the step."""


def assess(journey: Journey, on: date = ON, policy: Policy = POLICY) -> Judgement[NextStep]:
    return assess_readiness(journey, policy=policy, on=on)


def choosing(**choices: object) -> Policy:
    made = {name: Choice(value=value, basis=Basis.SCHOOL_CHOICE) for name, value in choices.items()}
    return evolve(POLICY, **made)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", READINESS_CASES, ids=lambda case: case.name)
def test_a_case(case: Case) -> None:
    profiled = assess_readiness(case.journey, **case.asked)
    expected = {key: reason for key, reason in case.expect.items() if key.startswith("READY-")}
    assert {key: profiled.finding(key).reason for key in expected} == expected
    assert profiled.answer.step is case.answer


def _naive(stage: Stage, profiled: Judgement[NextStep], *, first_waits: bool) -> Step:
    for stages, key, reasons, step in TOLD_AGAIN:
        if stage in stages and profiled.finding(key).reason in reasons:
            if "some" in reasons and first_waits:
                spoken = profiled.finding("READY-9").reason
                return Step.HOLD if spoken == "not_spoken" else Step.FIND_OUT
            return step
    return STEPS[stage][0]


def _first_waits(journey: Journey, on: date, policy: Policy) -> bool:
    """Whether the lesson whose turn is first waits for a talk, told by going through all lessons in the base."""
    seen = Situation.at_hand(journey, policy=policy, on=on)
    stay = seen.placement and seen.placement.transition
    spoken = {slot for one in (stay and stay.conversations) or () for slot in one.slots or ()}
    for colour in policy.colour_order.value:
        in_base = seen.week.in_base if seen.week and seen.colours else ()
        alike = [slot for slot in in_base if (seen.colours or {}).get(slot) is colour]
        if alike:
            return policy.meaning(colour) is ColourMeaning.TALK_FIRST and not spoken & set(alike)
    return False


def every_policy() -> st.SearchStrategy[Policy]:
    """A policy that comes with iapcore, with every meaning that amber and red can have."""
    meanings = st.sampled_from(ColourMeaning)
    return st.builds(
        lambda name, amber, red: profile(name).choosing(amber_means=amber, red_means=red),
        policies(),
        meanings,
        meanings,
    )


@given(told(), every_policy())
def test_the_step_follows_from_stage_and_reasons(told_on: tuple[Journey, date], policy: Policy) -> None:
    journey, on = told_on
    profiled = assess(journey, on, policy)
    stage = find_stage(journey, policy=policy, on=on)
    assert profiled.answer.step is _naive(stage, profiled, first_waits=_first_waits(journey, on, policy))
    assert profiled.answer.step in STEPS[stage]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_step_of_every_case_follows_too(case: Case) -> None:
    profiled = assess_readiness(case.journey, **case.asked)
    policy = case.asked["policy"]
    stage = find_stage(case.journey, **case.asked)
    assert profiled.answer.step is _naive(
        stage, profiled, first_waits=_first_waits(case.journey, case.on, policy)
    )


@given(told(), every_policy())
def test_every_hold_names_what_adults_do_and_when_people_look_again(
    told_on: tuple[Journey, date], policy: Policy
) -> None:
    journey, on = told_on
    profiled = assess(journey, on, policy)
    answer = profiled.answer
    actions = {one.key: one.action for one in profiled.findings}
    assert all(actions[key] for key in answer.adults_do)
    if answer.step is Step.HOLD:
        assert answer.adults_do
        assert answer.review_by is not None
        assert answer.review_by >= on
        assert answer.lessons == ()


@given(told(), every_policy())
def test_a_lesson_that_asks_for_a_talk_first_is_proposed_only_after_it(
    told_on: tuple[Journey, date], policy: Policy
) -> None:
    journey, on = told_on
    answer = assess(journey, on, policy).answer
    seen = Situation.at_hand(journey, policy=policy, on=on)
    transition = seen.placement and seen.placement.transition
    spoken = {slot for one in (transition and transition.conversations) or () for slot in one.slots or ()}
    if answer.step in (Step.START_RETURN, Step.NEXT_LESSONS):
        colours = seen.colours or {}
        meant = {slot: policy.meaning(colours[slot]) for slot in answer.lessons if slot in colours}
        assert all(slot in spoken for slot, one in meant.items() if one is ColourMeaning.TALK_FIRST)
        along = tuple(slot for slot in answer.lessons if meant.get(slot) is ColourMeaning.ACCOMPANIED)
        assert set(answer.accompanied) == set(along)
    else:
        assert answer.accompanied == ()


def test_later_colours_wait_with_the_one_that_waits_for_a_talk() -> None:
    """No red lesson comes before amber because adults have not talked yet."""
    rated = stories.colours(BEGAN, "RRGAR RRRAR RRRRR RRRRR RRRRR")
    journey = stories.with_transition(evolve(HYBRID, ratings=rated), conversations=())
    talk = choosing(amber_means=ColourMeaning.TALK_FIRST, turn_order=(TurnOrder.TEACHER_READY,))
    answer = assess(journey, policy=talk).answer
    assert (answer.step, answer.lessons) == (Step.NEXT_LESSONS, stories.slots("Mon:3"))
    spoken = Conversation(day=ON, role=Role.SUBJECT_TEACHER, slots=stories.slots("Tue:4"))
    after = assess(stories.with_transition(journey, conversations=(spoken,)), policy=talk).answer
    assert after.lessons == stories.slots("Mon:3 Tue:4")
    told_of = assess(journey, policy=talk).finding("READY-9")
    assert dict(told_of.params)["waiting"] == ("Mon:4", "Tue:4", "Mon:5", "Tue:5")


def test_the_two_sides_are_told_apart() -> None:
    profiled = assess(stories.prepared())
    sides = [profiled.findings_of(rules) for rules in (READINESS_PUPIL, READINESS_RECEIVING)]
    assert [len(side) for side in sides] == [13, 4]
    assert (*sides[0], *sides[1]) == profiled.findings
    assert {one.key for one in sides[1]} == {"READY-9", "READY-10", "READY-16", "READY-17"}


def test_a_hold_tells_what_the_receiving_side_owes_too() -> None:
    asked = Review(day=ON, pupil_wish=Wish.NOT_YET, next_review=date(2026, 12, 16))
    journey = stories.with_transition(evolve(HYBRID, reviews=(asked,)), conversations=(), receiving=())
    answer = assess(journey).answer
    assert answer.adults_do == ("READY-4", "READY-9", "READY-17")


def test_a_review_that_has_passed_is_due_now() -> None:
    asked = Review(day=date(2026, 11, 18), pupil_wish=Wish.NOT_YET, next_review=date(2026, 11, 19))
    assert assess(evolve(HYBRID, reviews=(asked,))).answer.review_by == ON


@pytest.mark.parametrize("rule_set", ["check_ins", "subjects", "lesson_marks", "assessments", "incidents"])
@given(journey_on=told(), policy=policies())
def test_what_is_only_shown_never_changes_the_step(
    rule_set: str, journey_on: tuple[Journey, date], policy: str
) -> None:
    journey, on = journey_on
    without = evolve(journey, **{rule_set: None})
    assert assess(without, on, profile(policy)).answer == assess(journey, on, profile(policy)).answer


@given(told(), policies())
def test_the_colours_of_adults_never_overrule_the_pupils(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    pupils = journey.ratings and tuple(one for one in journey.ratings if one.by is Informant.PUPIL)
    without = evolve(journey, ratings=pupils)
    assert assess(without, on, profile(policy)).answer == assess(journey, on, profile(policy)).answer


@pytest.mark.parametrize("one", READINESS, ids=lambda one: one.key)
def test_what_is_open_has_an_action(one: Rule) -> None:
    assert all(reason.action for reason in one.reasons if reason.verdict is not Verdict.MET)
    assert all(reason.action is None for reason in one.reasons if reason.verdict is Verdict.MET)


@pytest.mark.parametrize("points", [2, 3])
def test_the_policy_says_which_share_of_points_is_told_as_going_well(points: int) -> None:
    """Three fifths, in the policies that come with iapcore: just that is enough."""
    finding = assess(evolve(HYBRID, check_ins=stories.check_outs(ON, points))).finding("READY-12")
    assert finding.reason == ("well" if points > 2 else "less")
    assert dict(finding.params)["since"] == BEGAN


def test_check_ins_of_the_last_weeks_count() -> None:
    """Three weeks to 11 December begin on 21 November: what was earlier is past."""
    early, late = stories.check_outs(ON, 1), stories.check_outs(date(2026, 12, 11), 5)
    events = (*early.events, *(one for one in late.events if one.day > ON))
    journey = evolve(HYBRID, check_ins=evolve(late, events=events))
    finding = assess(journey, date(2026, 12, 11)).finding("READY-12")
    assert (finding.reason, dict(finding.params)["share"]) == ("well", 1)
    assert dict(finding.params)["since"] == date(2026, 11, 21)


def test_two_marks_of_one_lesson_that_contradict_are_not_believed() -> None:
    twice = (date(2026, 11, 17), "Tue:2", LessonAttendance.LEFT)
    journey = evolve(stories.prepared(), lesson_marks=stories.lesson_marks(ON, twice, *stories.THERE))
    finding = assess(journey).finding("READY-15")
    assert (finding.reason, dict(finding.params)["slots"]) == ("not_marked", ("Tue:2",))


def test_two_assessments_of_one_day_that_contradict_are_not_believed() -> None:
    twice = tuple(
        SubjectAssessment(day=date(2026, 11, 18), subject="Maths", pace=pace)
        for pace in (Pace.WITH, Pace.BEHIND)
    )
    assert assess(evolve(HYBRID, subjects=twice)).finding("READY-13").reason == "not_judged"
    ahead = (twice[0], evolve(twice[1], pace=Pace.AHEAD))
    assert assess(evolve(HYBRID, subjects=ahead)).finding("READY-13").reason == "keeps_pace"


@given(told(), policies())
def test_lessons_are_proposed_green_first_and_never_too_many(
    told_on: tuple[Journey, date], policy: str
) -> None:
    """The pupil returns first to the lessons in which they already meet success."""
    journey, on = told_on
    chosen = profile(policy)
    answer = assess(journey, on, chosen).answer
    situation = Situation.of(journey, policy=chosen, on=on)
    if answer.step in (Step.START_RETURN, Step.NEXT_LESSONS):
        assert situation.week is not None
        assert situation.colours is not None
        assert 1 <= len(answer.lessons) <= chosen.lessons_per_step.value
        assert set(answer.lessons) <= set(situation.week.in_base)
        ranks = [chosen.colour_order.value.index(situation.colours[slot]) for slot in answer.lessons]
        assert ranks == sorted(ranks)
        left = [slot for slot in situation.week.in_base if slot not in answer.lessons]
        better = [slot for slot in left if situation.colours.get(slot) is chosen.colour_order.value[0]]
        assert not better or set(ranks) == {0}
    elif answer.step is not Step.STEP_BACK:
        assert answer.lessons == ()


IN_TURN = stories.slots("Thu:2 Fri:1 Fri:3 Thu:4 Fri:5")
"""The lessons whose teachers were spoken to, those first whose teachers the pupil has already."""


def test_of_one_colour_those_come_first_whose_teacher_was_spoken_to() -> None:
    assert assess(HYBRID).answer.lessons == IN_TURN
    more = choosing(lessons_per_step=8)
    assert assess(HYBRID, policy=more).answer.lessons == (*IN_TURN, *stories.slots("Thu:1 Thu:3 Thu:5"))
    silent = stories.with_transition(HYBRID, conversations=())
    assert assess(silent).answer.lessons == stories.slots("Thu:1 Thu:2 Thu:3 Fri:1 Fri:3")
    unlinked = stories.with_placement(HYBRID, transition=None)
    assert assess(unlinked).answer.lessons == stories.slots("Thu:1 Thu:2 Thu:3 Fri:1 Fri:3")


def test_a_teacher_who_was_spoken_to_does_not_bring_another_colour_forward() -> None:
    talked = Conversation(
        day=date(2026, 11, 6), role=Role.SUBJECT_TEACHER, slots=stories.slots("Mon:3 Mon:4")
    )
    journey = stories.with_transition(HYBRID, conversations=(talked,))
    ten = choosing(lessons_per_step=10, turn_order=(TurnOrder.TEACHER_READY,))
    assert assess(journey, policy=ten).answer.lessons[-2:] == stories.slots("Mon:3 Tue:4")


@pytest.mark.parametrize("number", [1, 2, 5])
def test_the_policy_says_how_many_lessons_a_step_adds(number: int) -> None:
    lessons = assess(HYBRID, policy=choosing(lessons_per_step=number)).answer.lessons
    assert lessons == IN_TURN[:number]


def test_a_colour_that_the_policy_leaves_out_is_not_proposed() -> None:
    """No source says what amber and red mean beyond *green first*."""
    journey = evolve(IN_BASE, ratings=stories.colours(BEGAN, "AARRR AAARA RRRRR AAAAA AAAAA"))
    assert assess(journey, IN_BASE_ON, profile("four-tenets")).answer.step is Step.HOLD
    assert assess(journey, IN_BASE_ON).answer.step is Step.START_RETURN


def test_the_pupils_own_and_latest_colour_counts() -> None:
    later_on = stories.colours(IN_WEEK_ONE, "RRRRR RRRRR RRRRR RRRRR RRRRG")
    adults = stories.colours(date(2026, 11, 9), stories.GREEN_FIRST, Informant.TEACHER)
    journey = evolve(IN_BASE, ratings=(*later_on, *(IN_BASE.ratings or ()), *adults))
    assert assess(journey, IN_BASE_ON, profile("four-tenets")).answer.lessons == stories.slots("Fri:5")


def test_a_first_green_lesson_asks_for_the_pupils_colours_alone() -> None:
    """No questionnaire, no target and no attendance figure stands before a first green lesson."""
    for marks in (None, stories.attendance(IN_BASE_ON, after=2)):
        journey = evolve(
            IN_BASE,
            marks=marks,
            assessments=None,
            targets=None,
            reviews=None,
            incidents=None,
            suspensions=None,
        )
        assert assess(journey, IN_BASE_ON).answer.step is Step.START_RETURN
    stuck = Review(day=IN_WEEK_ONE, targets=(TargetProgress(target="t1", progress=Progress.NONE),))
    assert assess(evolve(IN_BASE, reviews=(stuck,)), IN_BASE_ON).answer.step is Step.START_RETURN


@given(told(), policies(), st.from_type(Stream[Incident]) | st.none())
def test_incidents_alone_never_change_the_step(
    told_on: tuple[Journey, date], policy: str, incidents: Stream[Incident] | None
) -> None:
    """A count of incidents is shown, and holds nobody back."""
    journey, on = told_on
    changed = evolve(journey, incidents=incidents, suspensions=None)
    assert assess(changed, on, profile(policy)).answer == assess(journey, on, profile(policy)).answer


@pytest.mark.parametrize(
    ("journey", "on"),
    [(IN_BASE, IN_BASE_ON), (HYBRID, ON), (ALL_BACK, ALL_BACK_ON)],
    ids=["in base", "hybrid", "all back"],
)
def test_not_yet_is_an_answer(journey: Journey, on: date) -> None:
    """The pupil has a say in which lessons come first and how fast."""
    asked = Review(day=on, pupil_wish=Wish.NOT_YET, next_review=date(2026, 12, 16))
    answer = assess(evolve(journey, reviews=(asked,)), on).answer
    assert answer.adults_do[0] == "READY-4"
    assert evolve(answer, adults_do=()) == NextStep(step=Step.HOLD, review_by=date(2026, 12, 16))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_last_word_of_the_pupil_counts(order: tuple[int, int]) -> None:
    words = (
        Review(day=IN_WEEK_ONE, pupil_wish=Wish.NOT_YET),
        Review(day=date(2026, 11, 18), pupil_wish=Wish.READY),
    )
    journey = evolve(HYBRID, reviews=tuple(words[place] for place in order))
    assert assess(journey, date(2026, 11, 17)).finding("READY-4").reason == "not_yet"
    assert assess(journey).finding("READY-4").reason == "ready"


def test_what_was_said_before_the_stay_does_not_count() -> None:
    journey = evolve(HYBRID, reviews=(Review(day=date(2026, 10, 5), pupil_wish=Wish.READY, targets=()),))
    assert assess(journey).finding("READY-4").reason == "no_review"
    assert assess(journey).finding("READY-7").reason == "no_review"


@given(st.sets(st.sampled_from(stories.slots("Mon:1 Mon:2 Tue:1 Tue:2 Tue:3"))))
def test_red_after_the_return_steps_back_on_exactly_those_lessons(red: set[Slot]) -> None:
    rated = stories.colours(date(2026, 11, 19), "GG--- GGA-- ----- ----- -----")
    now = tuple(evolve(one, colour=LessonColour.RED) if one.slot in red else one for one in rated)
    journey = evolve(HYBRID, ratings=(*stories.colours(BEGAN, stories.GREEN_FIRST), *now))
    answer = assess(journey).answer
    assert (answer.step is Step.STEP_BACK) == bool(red)
    if red:
        assert set(answer.lessons) == red
        assert len(answer.lessons) == len(red)


def test_red_before_the_return_says_nothing_about_how_it_goes() -> None:
    before = stories.colours(date(2026, 11, 6), "RRRRR RRRRR RRRRR RRRRR GGGGG")
    finding = assess(evolve(HYBRID, ratings=before)).finding("READY-8")
    assert finding.reason == "not_rated"
    assert dict(finding.params)["slots"] == ("Mon:1", "Mon:2", "Tue:1", "Tue:2", "Tue:3")


def test_a_colour_given_on_the_day_of_the_return_counts() -> None:
    on_the_day = stories.colours(date(2026, 11, 9), "RG--- ----- ----- ----- -----")
    finding = assess(evolve(HYBRID, ratings=on_the_day), date(2026, 11, 9)).finding("READY-8")
    assert (finding.reason, dict(finding.params)["slots"]) == ("badly", ("Mon:1",))


def test_a_lesson_that_was_handed_back_and_returned_again_is_rated_afresh() -> None:
    weeks = (stories.ALL_IN_BASE, stories.FIVE_BACK, stories.ALL_IN_BASE, stories.TWO_BACK)
    days = (BEGAN, date(2026, 11, 9), date(2026, 11, 12), date(2026, 11, 18))
    between = stories.colours(date(2026, 11, 11), "RRRRR RRRRR RRRRR RRRRR RRRRR")
    journey = evolve(HYBRID, timetables=tuple(map(stories.week, days, weeks)), ratings=between)
    assert assess(journey).finding("READY-8").reason == "not_rated"
    again = evolve(journey, ratings=(*between, *stories.colours(ON, "RG--- ----- ----- ----- -----")))
    assert assess(again).answer.lessons == stories.slots("Mon:1")


def test_a_lesson_that_never_left_is_not_stepped_back_from() -> None:
    weeks = ("MBBBB BBBBB BBBBB BBBBB BBBBB", "MMBBB BBBBB BBBBB BBBBB BBBBB")
    journey = evolve(
        HYBRID,
        timetables=tuple(map(stories.week, (BEGAN, date(2026, 11, 9)), weeks)),
        ratings=(
            *stories.colours(BEGAN, stories.GREEN_FIRST),
            *stories.colours(ON, "RG--- ----- ----- ----- -----"),
        ),
    )
    assert assess(journey).finding("READY-8").verdict is Verdict.MET


@pytest.mark.parametrize("wish", [Wish.NOT_YET, Wish.READY])
def test_hold_names_the_day_of_the_next_review(wish: Wish) -> None:
    """Six school weeks after the last one, over Christmas; three plain weeks on where no calendar tells."""
    journey = evolve(
        HYBRID,
        reviews=(Review(day=date(2026, 12, 9), pupil_wish=wish, targets=()),),
        ratings=stories.colours(BEGAN, "RRRRR RRRRR RRRRR RRRRR RRRRR"),
    )
    held = assess(journey, date(2026, 12, 9), profile("four-tenets"))
    assert held.answer.step is Step.HOLD
    assert held.answer.review_by == date(2027, 2, 3)
    without = assess(evolve(journey, calendar=None), date(2026, 12, 9))
    held_too = without.answer.step is Step.HOLD
    assert held_too == (wish is Wish.NOT_YET)
    assert without.answer.review_by == (date(2026, 12, 30) if held_too else None)


def test_after_the_end_there_is_no_review_to_come() -> None:
    assert assess(stories.returned(), stories.LONG_AFTER).answer.review_by is None
    assert assess(Journey(pupil=HYBRID.pupil)).answer.review_by is None


def test_the_order_of_the_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [(assess_readiness(case.journey, **case.asked)).answer for case in READINESS_CASES]
    monkeypatch.setattr(readiness.step, "READINESS", READINESS[::-1])
    assert [(assess_readiness(case.journey, **case.asked)).answer for case in READINESS_CASES] == before


# Attendance and incidents


@pytest.mark.parametrize(
    ("on", "reason"),
    [(date(2026, 11, 13), "too_few"), (date(2026, 11, 16), "enough")],
    ids=["eighteen sessions", "twenty sessions"],
)
def test_with_few_sessions_no_rate_is_told(on: date, reason: str) -> None:
    journey = evolve(HYBRID, marks=stories.attendance(on, after=0))
    ended_early = evolve(journey.marks, events=(journey.marks.events if journey.marks else ())[:-2])
    finding = assess(evolve(journey, marks=ended_early), on).finding("READY-5")
    assert (finding.reason, dict(finding.params)["possible"]) == (reason, 18 if reason == "too_few" else 20)


@pytest.mark.parametrize(("absent", "reason"), [(10, "enough"), (9, "less")])
def test_a_share_that_is_just_what_the_policy_asks_for_is_enough(absent: int, reason: str) -> None:
    """The policy asks for nine in ten: 18 of 20 sessions are enough, 17 of 19 are not."""
    marks = stories.attendance(date(2026, 11, 13), after=absent)
    events = marks.events if reason == "enough" else marks.events[:-1]
    finding = assess(
        evolve(HYBRID, marks=evolve(marks, events=events)), date(2026, 11, 13), choosing(least_sessions=1)
    )
    assert finding.finding("READY-5").reason == reason


@pytest.mark.parametrize(
    ("until", "reason"), [(date(2026, 10, 30), "no_marks"), (date(2026, 11, 19), "enough"), (ON, "enough")]
)
def test_marks_that_end_a_little_before_the_day_still_tell(until: date, reason: str) -> None:
    finding = assess(evolve(HYBRID, marks=stories.attendance(until, after=0))).finding("READY-5")
    assert finding.reason == reason
    if reason == "enough":
        assert dict(finding.params)["until"] == until


def test_sessions_that_were_not_possible_leave_both_sides() -> None:
    """A rate is told of the pupil's own possible sessions; where none was possible there is no rate."""
    shut = tuple(
        evolve(mark, code=type(mark.code)("Y4")) for mark in (HYBRID.marks.events if HYBRID.marks else ())
    )
    journey = evolve(HYBRID, marks=evolve(HYBRID.marks, events=shut))
    finding = assess(journey).finding("READY-5")
    assert (finding.reason, dict(finding.params)["possible"]) == ("too_few", 0)


@pytest.mark.parametrize(("now", "before", "reason"), [(1, 1, "no_more"), (2, 1, "more"), (0, 0, "no_more")])
def test_incidents_are_compared_over_as_many_weeks(now: int, before: int, reason: str) -> None:
    """Three weeks to 20 November begin on 31 October; the three before begin on 10 October."""
    days = [date(2026, 10, 31)] * now + [date(2026, 10, 10), date(2026, 10, 30)][:before]
    days += [date(2026, 10, 9)] * 5
    finding = assess(evolve(HYBRID, incidents=stories.incidents(ON, *days))).finding("READY-11")
    assert (finding.reason, dict(finding.params)) == (
        reason,
        {"now": now, "before": before, "weeks": 3, "until": ON},
    )


def test_incidents_must_be_recorded_until_lately() -> None:
    for until, reason in ((date(2026, 10, 30), "no_incidents"), (date(2026, 11, 13), "no_more")):
        finding = assess(evolve(HYBRID, incidents=stories.incidents(until))).finding("READY-11")
        assert finding.reason == reason


def test_incidents_before_the_first_day_that_can_be_written_down_are_not_known() -> None:
    """A window that would begin in 1899 is like any other of which nothing is recorded."""
    until = FIRST_DAY + timedelta(weeks=7)
    kept = Stream(complete=DateSpan(FIRST_DAY, until), events=())
    journey = evolve(UNKNOWN, placements=(Placement(began=FIRST_DAY),), incidents=kept)
    found = {
        weeks: assess_readiness(journey, policy=POLICY.choosing(review_weeks=weeks), on=until).finding(
            "READY-11"
        )
        for weeks in (3, 4)
    }
    assert {weeks: one.reason for weeks, one in found.items()} == {3: "no_more", 4: "no_incidents"}


def test_the_day_of_the_next_look_never_lies_after_the_last_that_can_be_written_down() -> None:
    began = LAST_DAY - timedelta(weeks=1)
    journey = evolve(
        stories.with_review(evolve(UNKNOWN, reviews=(Review(day=began),)), pupil_wish=Wish.NOT_YET),
        placements=(Placement(began=began),),
        timetables=(stories.week(began, "BBBBB BBBBB BBBBB BBBBB BBBBB"),),
        ratings=stories.colours(began, "GGGGG GGGGG GGGGG GGGGG GGGGG"),
    )
    step = assess_readiness(journey, policy=POLICY, on=LAST_DAY).answer
    assert (step.step, step.review_by) == (Step.HOLD, LAST_DAY)
