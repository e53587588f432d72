"""The plan for a terminal: every lesson with its reason, what is to be done before, and that people decide."""

from datetime import date
from typing import Final

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.way_back import check_plan, plan_return
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.review import Wish
from iapcore.record.timetable import Slot
from iapcore.reports.plan_text import tell_plan
from iapcore.reports.words import lessons_in_words
from tests import stories
from tests.laws import policies
from tests.stories import IN_WEEK_ONE, ON

LAST: Final = (
    "This is a proposal to talk about, and no forecast. People decide, with the pupil and the family; anything in it "
    "may be changed."
)


def sections(told: str) -> dict[str, str]:
    """The text by its headings, each unwrapped to one line."""
    parts = [part.splitlines() for part in told.split("\n\n")]
    return {head: " ".join(line.strip() for line in lines) for head, *lines in parts[1:-1]}


def told(journey: Journey, on: date = ON, policy: str = "half-term") -> str:
    decision = plan_return(journey, policy=profile(policy), on=on)
    return tell_plan(decision, timetable=(journey.timetables or (None,))[0])


def test_each_week_tells_its_lessons_with_their_reasons() -> None:
    parts = sections(told(stories.hybrid()))
    weeks = [head for head in parts if head.startswith("Week of ")]
    assert weeks == [
        f"Week of {day} 2026" for day in ("23 November", "30 November", "7 December", "14 December")
    ]
    assert parts[weeks[0]].split(". ")[:2] == [
        "Thu:2 Maths is green, and the teacher is ready",
        "Thu:4 Maths is green, and the teacher is ready",
    ]


def test_the_head_says_when_by_which_policy_and_where_it_leads() -> None:
    assert told(stories.hybrid()).splitlines()[:2] == [
        "The way back, planned on 20 November 2026 (policy half-term, version 1)",
        "It leads back to the whole week.",
    ]
    assert (
        told(stories.hybrid(), policy="four-tenets").splitlines()[1] == "It leads back to a part of the week."
    )
    assert told(stories.referred()).splitlines()[1] == "No lesson is planned to come back yet."


def test_talks_are_named_by_lesson_with_the_day_before_which_they_are_due() -> None:
    talks = sections(told(stories.hybrid(), IN_WEEK_ONE))["Speak first with the teachers of"]
    assert talks.startswith("before 9 November 2026: ")
    assert "before 16 November 2026: " in talks


def test_what_is_waited_for_has_its_day() -> None:
    first_week = sections(told(stories.hybrid(), IN_WEEK_ONE))["What is waited for"]
    assert first_week == "Lessons may come back from 9 November 2026, and none comes sooner."
    not_yet = stories.with_review(stories.hybrid(), pupil_wish=Wish.NOT_YET)
    assert (
        "until people and pupil have looked again on 9 December 2026."
        in sections(told(not_yet))["What is waited for"]
    )
    assert "What is waited for" not in sections(told(stories.hybrid()))


def test_what_stays_in_the_base_is_listed_with_its_subject() -> None:
    left = sections(told(stories.hybrid(), policy="four-tenets"))["What stays in the base after the plan"]
    assert left.startswith("Mon:3 Maths, ")
    assert "What stays in the base after the plan" not in sections(told(stories.hybrid()))


def test_what_is_not_known_and_what_people_could_do_come_last() -> None:
    parts = sections(told(evolve(stories.hybrid(), choices=None)))
    assert list(parts)[-2:] == ["What is not known", "What people could do now"]
    assert "? WAY-3 Is the plan no faster than school and pupil chose?" in parts["What is not known"]
    assert "WAY-3 Ask the pupil " in parts["What people could do now"]
    assert " ".join(told(stories.hybrid()).splitlines()[-2:]) == LAST


def test_a_plan_that_people_made_is_told_with_what_is_not_met() -> None:
    week = PlannedWeek(
        starts=date(2026, 11, 23),
        back=(PlannedLesson(slot=Slot.parse("Wed:1"), accompanied=True),),
        to_base=(Slot.parse("Mon:1"),),
    )
    past = PlannedWeek(starts=date(2026, 11, 16), back=(PlannedLesson(slot=Slot.parse("Tue:1")),))
    plan = ReturnPlan(day=date(2026, 11, 13), weeks=(past, week))
    decision = check_plan(stories.hybrid(), policy=profile(), on=ON, plan=plan)
    parts = sections(tell_plan(decision))
    assert [head for head in parts if head.startswith("Week")] == ["Week of 23 November 2026"]
    assert parts["Week of 23 November 2026"] == (
        "Wed:1 is red, and the pupil has this teacher already. Somebody goes along. Mon:1 goes back to the base."
    )
    assert "- WAY-6 " in parts["What is not met"]
    head = "The way back, planned on 13 November 2026, seen on 20 November 2026 (policy"
    assert tell_plan(decision).startswith(head)


def test_without_a_timetable_a_lesson_has_no_reason_yet() -> None:
    week = PlannedWeek(starts=date(2026, 11, 23), back=(PlannedLesson(slot=Slot.parse("Wed:1")),))
    journey = evolve(stories.hybrid(), timetables=None)
    decision = check_plan(journey, policy=profile(), on=ON, plan=ReturnPlan(day=ON, weeks=(week,)))
    assert sections(tell_plan(decision))["Week of 23 November 2026"] == "Wed:1 comes back."


@given(st.sampled_from(sorted(stories.STORIES)), policies())
def test_it_fits_a_terminal_and_names_nobody(name: str, policy: str) -> None:
    journey, on = stories.STORIES[name]
    text = told(journey, on, policy)
    assert max(map(len, text.splitlines())) <= 80
    assert text == told(journey, on, policy)
    assert "elm-0" not in text
    assert "None" not in text
    decision = plan_return(journey, policy=profile(policy), on=on)
    timetable = (journey.timetables or (None,))[0]
    weeks = " ".join(lines for head, lines in sections(text).items() if head.startswith("Week of "))
    lessons = [lesson for week in decision.answer.plan.weeks for lesson in week.back]
    for lesson, why in zip(lessons, decision.answer.whys, strict=True):
        assert why.told(slot=lessons_in_words([lesson.slot], timetable)) in weeks
