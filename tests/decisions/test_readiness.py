"""The next step back: green lessons first, at the pupil's pace, and never more than a proposal."""

from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions import readiness
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.readiness import NextStep, assess_readiness
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import find_stage
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Basis
from iapcore.guidance.steps import STEPS, Stage, Step
from iapcore.record.behaviour import Incident
from iapcore.record.journey import Journey
from iapcore.record.review import Progress, Review, TargetProgress, Wish
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.record.transition import Conversation
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.people import Informant, Role
from tests import stories
from tests.cases import READINESS_CASES, Case
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

TOLD_AGAIN: Final[tuple[tuple[tuple[Stage, ...], str, tuple[str, ...], Step], ...]] = (
    ((Stage.HYBRID, Stage.RETURNING), "READY-8", ("badly",), Step.STEP_BACK),
    ((Stage.IN_BASE, Stage.HYBRID, Stage.RETURNING), "READY-4", ("not_yet",), Step.HOLD),
    ((Stage.HYBRID, Stage.RETURNING), "READY-5", ("less",), Step.HOLD),
    ((Stage.HYBRID,), "READY-7", ("stuck",), Step.HOLD),
    ((Stage.IN_BASE, Stage.HYBRID), "READY-3", ("none",), Step.HOLD),
    ((Stage.IN_BASE, Stage.HYBRID), "READY-3", ("no_stay", "no_timetable", "no_ratings"), Step.FIND_OUT),
    ((Stage.IN_BASE,), "READY-3", ("some",), Step.START_RETURN),
    ((Stage.HYBRID,), "READY-3", ("some",), Step.NEXT_LESSONS),
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
    assert {key: profiled.finding(key).reason for key in case.expect} == case.expect
    assert profiled.answer.step is case.answer


def _naive(stage: Stage, profiled: Judgement[NextStep]) -> Step:
    for stages, key, reasons, step in TOLD_AGAIN:
        if stage in stages and profiled.finding(key).reason in reasons:
            return step
    return STEPS[stage][0]


@given(told(), policies())
def test_the_step_follows_from_stage_and_reasons(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    profiled = assess(journey, on, profile(policy))
    stage = find_stage(journey, policy=profile(policy), on=on)
    assert profiled.answer.step is _naive(stage, profiled)
    assert profiled.answer.step in STEPS[stage]


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


def test_of_one_colour_those_come_first_whose_teacher_was_spoken_to() -> None:
    assert assess(HYBRID).answer.lessons == stories.slots(stories.SPOKEN)
    more = choosing(lessons_per_step=8)
    assert assess(HYBRID, policy=more).answer.lessons == stories.slots(f"{stories.SPOKEN} Thu:1 Thu:3 Thu:5")
    silent = stories.with_transition(HYBRID, conversations=())
    assert assess(silent).answer.lessons == stories.slots("Thu:1 Thu:2 Thu:3 Thu:4 Thu:5")
    unlinked = stories.with_placement(HYBRID, transition=None)
    assert assess(unlinked).answer.lessons == stories.slots("Thu:1 Thu:2 Thu:3 Thu:4 Thu:5")


def test_a_teacher_who_was_spoken_to_does_not_bring_another_colour_forward() -> None:
    talked = Conversation(
        day=date(2026, 11, 6), role=Role.SUBJECT_TEACHER, slots=stories.slots("Mon:3 Mon:4")
    )
    journey = stories.with_transition(HYBRID, conversations=(talked,))
    ten = choosing(lessons_per_step=10)
    assert assess(journey, policy=ten).answer.lessons[-2:] == stories.slots("Mon:3 Tue:4")


@pytest.mark.parametrize("number", [1, 2, 5])
def test_the_policy_says_how_many_lessons_a_step_adds(number: int) -> None:
    lessons = assess(HYBRID, policy=choosing(lessons_per_step=number)).answer.lessons
    assert lessons == stories.slots(stories.SPOKEN)[:number]


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
    assert answer == NextStep(step=Step.HOLD, review_by=date(2026, 12, 16))


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
    """Three school weeks after the last one in the half-term policy, over Christmas; unknown without a calendar."""
    journey = evolve(
        HYBRID,
        reviews=(Review(day=date(2026, 12, 9), pupil_wish=wish, targets=()),),
        ratings=stories.colours(BEGAN, "RRRRR RRRRR RRRRR RRRRR RRRRR"),
    )
    held = assess(journey, date(2026, 12, 9), profile("four-tenets"))
    assert held.answer.step is Step.HOLD
    assert held.answer.review_by == date(2027, 2, 3)
    assert assess(evolve(journey, calendar=None), date(2026, 12, 9)).answer.review_by is None


def test_after_the_end_there_is_no_review_to_come() -> None:
    assert assess(stories.returned(), stories.LONG_AFTER).answer.review_by is None
    assert assess(Journey(pupil=HYBRID.pupil)).answer.review_by is None


def test_the_order_of_the_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [(assess_readiness(case.journey, **case.asked)).answer for case in READINESS_CASES]
    monkeypatch.setattr(readiness, "READINESS", readiness.READINESS[::-1])
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
