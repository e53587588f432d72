"""Words follow the finding: the answer first, then every reason with its sources."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given

from iapcore.decisions.eligibility import Eligibility, check_eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import Outcome, OutcomeKind, classify_outcome
from iapcore.decisions.readiness import NextStep, assess_readiness
from iapcore.decisions.rule import Chosen, Finding
from iapcore.decisions.support import check_support
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back import WayAhead, plan_return
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Basis, Force
from iapcore.guidance.steps import Step
from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.reports.words import (
    MARKS,
    in_words,
    lessons_in_words,
    tell,
    tell_answer,
    tell_choice,
    tell_finding,
)
from iapcore.samples import cohort
from iapcore.strategies import days, journeys
from iapcore.vocabulary.people import Audience
from tests import stories

DAY = date(2026, 11, 20)
SLOTS = (Slot.parse("Mon:1"), Slot.parse("Tue:2"), Slot.parse("Wed:3"))
WEEK = Timetable(starts=DAY, lessons=(Lesson(slot=SLOTS[0], subject="Maths"), Lesson(slot=SLOTS[1])))


@given(journeys(), days())
def test_every_reason_is_told_with_its_key_and_sources(journey: Journey, on: date) -> None:
    judgements: list[Judgement[object]] = [
        judge(journey, policy=profile(), on=on)  # type: ignore[operator]
        for judge in (check_eligibility, check_support, assess_readiness, classify_outcome)
    ]
    for judgement in judgements:
        head, *lines = tell(judgement).splitlines()
        assert head.endswith(f", on {in_words(on)} (policy four-tenets, version 1)")
        actions = [f"{action.rule} {action.does}" for action in judgement.next_actions]
        if actions:
            place = lines.index("What people could do now:")
            assert [line.strip() for line in lines[place + 1 :]] == actions
            lines = lines[:place]
        reasons = [line for line in lines if not line.startswith("      ")]
        beneath = [line.strip() for line in lines if line.startswith("      ")]
        assert [line.split()[1] for line in reasons] == [finding.key for finding in judgement.findings]
        assert beneath == [
            line
            for finding in judgement.findings
            for line in (
                *(f"rests on {tell_choice(choice)}" for choice in finding.choices),
                *(cite.format() for cite in finding.cites),
            )
        ]


def test_only_what_is_open_repeats_its_question() -> None:
    for judgement in (check_eligibility(one, policy=profile(), on=DAY) for one in cohort(5)):
        for finding in judgement.findings:
            told = tell_finding(finding, weighed=True)
            assert told.startswith(f"{MARKS[finding.verdict]} {finding.key} ")
            assert (finding.asks in told) is (finding.verdict is not Verdict.MET)
            assert ("(advisory)" in told) is (finding.rule.force is Force.ADVISORY)
            assert "(advisory)" not in tell_finding(finding, weighed=False)


def test_lessons_are_told_by_subject() -> None:
    assert lessons_in_words(SLOTS, WEEK) == "Mon:1 Maths, Tue:2, Wed:3"
    assert lessons_in_words(SLOTS, None) == "Mon:1, Tue:2, Wed:3"
    assert lessons_in_words((), WEEK) == ""


def test_a_finding_tells_its_lessons_by_subject() -> None:
    findings = [
        one for j in cohort(10) for one in assess_readiness(j, policy=profile("half-term"), on=DAY).findings
    ]
    some = next(one for one in findings if dict(one.params).get("slots"))
    named = Finding(
        rule=some.rule, reason=some.reason, params=tuple({**dict(some.params), "slots": ("Mon:1",)}.items())
    )
    assert "Mon:1 Maths" in tell_finding(named, weighed=False, timetable=WEEK)
    assert "Maths" not in tell_finding(named, weighed=False)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Eligibility.NOT_YET, "Not yet"),
        (Outcome(kind=OutcomeKind.SUSTAINED_RETURN), "Sustained return"),
        (NextStep(step=Step.HOLD), "Hold"),
        (
            NextStep(step=Step.START_RETURN, lessons=SLOTS[:2], accompanied=SLOTS[:1]),
            "Start return: Mon:1 Maths, Tue:2; somebody goes along to: Mon:1 Maths",
        ),
        (NextStep(step=Step.NEXT_LESSONS, lessons=SLOTS[:2]), "Next lessons: Mon:1 Maths, Tue:2"),
    ],
)
def test_an_answer_in_a_few_words(answer: object, told: str) -> None:
    assert tell_answer(answer, timetable=WEEK) == told


def ahead(*weeks: tuple[date, tuple[Slot, ...]], whys: int, left: tuple[Slot, ...] = ()) -> WayAhead:
    """A plan of these weeks, of which that many lessons lie ahead."""
    plan = ReturnPlan(
        day=DAY,
        weeks=tuple(
            PlannedWeek(starts=starts, back=tuple(PlannedLesson(slot=slot) for slot in slots))
            for starts, slots in weeks
        ),
    )
    found = plan_return(stories.hybrid(), policy=profile("half-term"), on=stories.ON).answer.whys[0]
    return WayAhead(plan=plan, whys=(found,) * whys, left=left)


FIRST, SECOND = date(2026, 11, 23), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (ahead(whys=0, left=SLOTS), "No step yet; left in the base: Mon:1 Maths, Tue:2, Wed:3"),
        (ahead(whys=0), "No step yet"),
        (ahead((FIRST, SLOTS[:1]), whys=1), "In full: 1 lesson by the week from 23 November 2026"),
        (
            ahead((FIRST, SLOTS[:1]), (SECOND, SLOTS[1:2]), whys=2, left=SLOTS[2:]),
            "In part: 2 lessons by the week from 30 November 2026; left in the base: Wed:3",
        ),
        (  # the first week lies behind
            ahead((FIRST, SLOTS[:1]), (SECOND, SLOTS[1:]), whys=2),
            "In full: 2 lessons by the week from 30 November 2026",
        ),
    ],
)
def test_a_plan_in_a_few_words(answer: WayAhead, told: str) -> None:
    assert tell_answer(answer, timetable=WEEK) == told


def test_staff_read_of_each_planned_lesson_why_it_comes_then() -> None:
    week = (stories.hybrid().timetables or ())[-1]
    decision = plan_return(stories.hybrid(), policy=profile("half-term"), on=stories.ON)
    planned = [(week.starts, one.slot) for week in decision.answer.plan.weeks for one in week.back]
    assert planned
    lines = tell(decision, timetable=week).splitlines()[1 : 1 + len(planned)]
    for line, (starts, slot) in zip(lines, planned, strict=True):
        assert line.startswith(f"      from {in_words(starts)}: {lessons_in_words([slot], week)} is ")
    assert "Maths" not in "".join(tell(decision).splitlines()[1 : 1 + len(planned)])


def test_families_and_pupils_read_the_lessons_of_the_first_week_by_subject() -> None:
    judged = plan_return(stories.hybrid(), policy=profile("half-term"), on=stories.ON)
    planned = ahead((FIRST, SLOTS[:1]), (SECOND, SLOTS[1:]), whys=3)
    timetable = Timetable(
        starts=DAY,
        lessons=tuple(
            Lesson(slot=slot, subject=subject)
            for slot, subject in zip(SLOTS, ("Maths", "Art", "PE"), strict=True)
        ),
    )
    for audience in (Audience.FAMILY, Audience.PUPIL):
        page = tell(evolve(judged, answer=planned), to=audience, timetable=timetable)
        assert "The first lessons could be: Maths.\n" in page
        assert "can say no to any part of it" in page
        assert "Art" not in page
    behind = evolve(planned, whys=planned.whys[:2])
    page = tell(evolve(judged, answer=behind), to=Audience.PUPIL, timetable=timetable)
    assert "The first lessons could be: Art, PE.\n" in page
    nothing = tell(evolve(judged, answer=ahead(whys=0)), to=Audience.PUPIL, timetable=timetable)
    assert "lessons could be" not in nothing


def test_the_signs_differ_without_colour() -> None:
    assert MARKS == {Verdict.MET: "+", Verdict.NOT_MET: "-", Verdict.NOT_KNOWN: "?"}
    assert (in_words(date(2026, 1, 2)), in_words("some_code")) == ("2 January 2026", "some code")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("lead_months", 1, "lead_months = 1 (months from a referral to the start, at least)"),
        ("attendance_in_stay", Fraction(9, 10), "attendance_in_stay = 90 %"),
        ("professionals", ("senco", "family"), "professionals = SENCo, family"),
        ("prior_supports", (), "prior_supports = none"),
        ("amber_means", "talk_first", "amber_means = talk first"),
        ("of_another_version", 3, "of_another_version = 3: "),
    ],
)
def test_a_choice_is_told_with_its_name_value_and_basis(name: str, value: object, told: str) -> None:
    choice = Chosen(name=name, value=value, basis=Basis.SCHOOL_CHOICE)  # type: ignore[arg-type]
    assert tell_choice(choice).startswith(told)
    assert tell_choice(choice).endswith(": the school chose this; no source gives it")


def test_a_rule_that_a_policy_makes_advisory_is_told_as_such() -> None:
    found = check_eligibility(next(iter(cohort(1))), policy=profile(), on=DAY).findings[0]
    assert "(advisory)" in tell_finding(evolve(found, force=Force.ADVISORY), weighed=True)
