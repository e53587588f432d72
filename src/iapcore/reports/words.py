"""Judgements in words: for staff with all their sources, for parents or carers and for the pupil in plain words.

Rules of the room: words follow the finding; nothing is judged or counted here. Families and pupils are told what they
may question; what asks adults about their own use of a place is for staff and leaders, but for the clocks of law in
which a family has a part.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Final

from iapcore.decisions.judgement import Decision, Judgement
from iapcore.decisions.outcome import Outcome
from iapcore.decisions.readiness import NextStep
from iapcore.decisions.rule import Chosen, Finding
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back import WayAhead
from iapcore.guidance.policy import choices_of, says_of
from iapcore.guidance.sources import Force
from iapcore.record.timetable import Slot, Timetable
from iapcore.reports.plain import PLACES, is_for_staff, plainly
from iapcore.reports.plain_answers import ANSWERS, TOLD_IN_PERSON
from iapcore.vocabulary.people import Audience
from iapcore.vocabulary.value import Word
from iapcore.vocabulary.wording import day_in_words, percent, spelt

__all__ = ["MARKS", "in_words", "lessons_in_words", "tell", "tell_answer", "tell_choice", "tell_finding"]

_LESSONS: Final = ("slots", "slot", "waiting", "accompanied")
"""The parameters that name lessons."""

MARKS: Final = {Verdict.MET: "+", Verdict.NOT_MET: "-", Verdict.NOT_KNOWN: "?"}
"""The sign of each verdict in a list: it needs no colour."""


_HEADS: Final = {
    Verdict.MET: "What is in place",
    Verdict.NOT_MET: "What we are working on",
    Verdict.NOT_KNOWN: "What we do not know yet",
}
_QUESTION: Final = {
    Audience.FAMILY: (
        "You can ask us to look at this again.",
        "Tell us if something is wrong, or if something is missing.",
        "Tell us if you see it in another way. We will write that down too.",
        "You can ask to see what we wrote, and where each point comes from.",
        "You can bring someone with you when we talk.",
        "People decide what comes next, with you. This page does not.",
    ),
    Audience.PUPIL: (
        "You can ask us to look at this again.",
        "Tell us if something is wrong, or if something is missing.",
        "You can say what you would like. You can change your mind.",
        "You can ask what any of this means.",
        "You can bring someone you trust when we talk.",
        "People decide what comes next, with you. This page does not.",
    ),
}
_FOR_SCHOOL: Final = (
    "This is a list of questions for the adults in school. They check how they use the base, and if they do what "
    "they must do. It does not say that {you} did something wrong."
)


def tell(
    judgement: Judgement[Any], *, to: Audience = Audience.STAFF, timetable: Timetable | None = None
) -> str:
    """A judgement in words: for staff, for parents or carers, or for the pupil.

    Staff read the answer, of a plan why each lesson comes when it does, then every reason with its question's key, the
    choices of the policy that it rests on and its sources with edition and place, and last what a person could do now.
    Families and pupils read the same in plain words, without keys, numbers or sources, and what they may question and
    correct. A judgement that asks adults about their own use of a place is told to them as what it is: a list of
    questions for the school; families read with it what the clocks of law mean for them, such as a meeting to which
    they may come. With the `timetable`, lessons are told by their subject too.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, check_eligibility, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), referrals=())
    >>> decision = check_eligibility(journey, policy=profile(), on=date(2026, 11, 20))
    >>> print(tell(decision).splitlines()[0])
    Not yet, on 20 November 2026 (policy four-tenets, version 1)
    >>> print(tell(decision, to=Audience.PUPIL).splitlines()[1])
    The time in the base cannot start yet. Some things come first, and we will do them.
    """
    lines = _for_staff(judgement, timetable) if to is Audience.STAFF else _plainly(judgement, to, timetable)
    return "\n".join(lines)


def _for_staff(judgement: Judgement[Any], timetable: Timetable | None) -> Iterator[str]:
    head = f"{tell_answer(judgement.answer, timetable=timetable)}, on {in_words(judgement.on)}"
    weighed = isinstance(judgement, Decision)
    yield f"{head} (policy {judgement.policy.format()})"
    for starts, _, why in _planned(judgement.answer):
        yield f"      from {in_words(starts)}: {_told(why, timetable)}"
    for finding in judgement.findings:
        yield f"  {tell_finding(finding, weighed=weighed, timetable=timetable)}"
        yield from (f"      rests on {tell_choice(choice)}" for choice in finding.choices)
        yield from (f"      {cite.format()}" for cite in finding.cites)
    if judgement.next_actions:
        yield "What people could do now:"
    yield from (f"  {action.rule} {action.does}" for action in judgement.next_actions)


def _plainly(judgement: Judgement[Any], to: Audience, timetable: Timetable | None) -> Iterator[str]:
    places = PLACES[to]
    yield f"How things are on {in_words(judgement.on)}"
    if any(is_for_staff(one, to) for one in judgement.findings):
        yield _FOR_SCHOOL.format(**places)
        yield from _reasons(judgement, to)
    else:
        yield from _answer_and_reasons(judgement, to, timetable)
    yield ""
    yield "What you can ask and change"
    yield from (f"- {line}" for line in _QUESTION[to])


def _answer_and_reasons(
    judgement: Judgement[Any], to: Audience, timetable: Timetable | None
) -> Iterator[str]:
    answer = _word(judgement.answer)
    if answer is not None and answer in ANSWERS:
        yield ANSWERS[answer].format(**PLACES[to])
    if answer in TOLD_IN_PERSON:
        return
    subjects = dict.fromkeys(_subject(slot, timetable) for slot in _next_lessons(judgement.answer))
    if named := [subject for subject in subjects if subject]:
        first = "first " if isinstance(judgement.answer, WayAhead) else ""
        yield f"The {first}lessons could be: {', '.join(named)}."
    yield from _reasons(judgement, to)


def _reasons(judgement: Judgement[Any], to: Audience) -> Iterator[str]:
    told: dict[Verdict, dict[str, None]] = {verdict: {} for verdict in _HEADS}
    for finding in judgement.findings:
        if sentence := plainly(finding, to):
            told[finding.verdict].setdefault(sentence)
    for verdict, sentences in told.items():
        if sentences:
            yield ""
            yield _HEADS[verdict]
            yield from (f"- {sentence}" for sentence in sentences)


def _word(answer: object) -> Word | None:
    """The member of a list that an answer is, or that names its kind, its step, or where it leads."""
    inner = answer.kind if isinstance(answer, Outcome) else answer
    inner = inner.step if isinstance(inner, NextStep) else inner
    inner = inner.leads if isinstance(inner, WayAhead) else inner
    return inner if isinstance(inner, Word) else None


def _next_lessons(answer: object) -> tuple[Slot, ...]:
    """The lessons of the next step, or of the first week of a plan that brings one back."""
    planned = _planned(answer)
    if planned:
        return tuple(slot for starts, slot, _ in planned if starts == planned[0][0])
    return answer.lessons if isinstance(answer, NextStep) else ()


def _planned(answer: object) -> list[tuple[date, Slot, Finding]]:
    """Of a plan each lesson ahead, with its week and the reason why it comes then: the last ones of the plan."""
    if not isinstance(answer, WayAhead):
        return []
    lessons = [(week.starts, one.slot) for week in answer.plan.weeks for one in week.back]
    return [(*one, why) for one, why in zip(reversed(lessons), reversed(answer.whys), strict=False)][::-1]


def _subject(slot: Slot, timetable: Timetable | None) -> str | None:
    lesson = timetable and timetable.lesson(slot)
    return lesson.subject if lesson else None


def tell_choice(choice: Chosen) -> str:
    """A choice of the policy in words: its name, its value, what it says and on what it rests.

    >>> from iapcore.guidance.sources import Basis
    >>> tell_choice(Chosen(name="review_weeks", value=6, basis=Basis.SCHOOL_CHOICE))
    'review_weeks = 6 (school weeks between reviews, at most): the school chose this; no source gives it'
    """
    value = choice.value
    if isinstance(value, Fraction):
        told = f"{percent(value)} %"
    elif isinstance(value, tuple):
        told = ", ".join(map(in_words, value)) or "none"
    else:
        told = in_words(value)
    says = f" ({says_of(choice.name)})" if choice.name in choices_of() else ""
    return f"{choice.name} = {told}{says}: {choice.basis.label}"


def tell_finding(finding: Finding, *, weighed: bool, timetable: Timetable | None = None) -> str:
    """One reason: its sign, the rule's key, the question where it is open, and the sentence.

    Where findings are `weighed` into a verdict, those that are advisory say so; with the `timetable`, lessons
    are told by their subject too.
    """
    advisory = " (advisory)" if weighed and finding.force is Force.ADVISORY else ""
    asked = "" if finding.verdict is Verdict.MET else f"{finding.asks} "
    return f"{MARKS[finding.verdict]} {finding.key}{advisory} {asked}{_told(finding, timetable)}"


def _told(finding: Finding, timetable: Timetable | None) -> str:
    """The sentence, with lessons by their subject too where the timetable tells it."""
    named = {
        name: (value,) if isinstance(value, str) else value
        for name, value in finding.params
        if name in _LESSONS and value and isinstance(value, str | tuple)
    }
    lessons = {name: lessons_in_words(map(Slot.parse, slots), timetable) for name, slots in named.items()}
    return finding.told(**lessons)


def tell_answer(answer: object, *, timetable: Timetable | None = None) -> str:
    """The answer of a judgement in a few words."""
    if isinstance(answer, NextStep):
        told = _opening(answer.step)
        if answer.lessons:
            told += f": {lessons_in_words(answer.lessons, timetable)}"
        if answer.accompanied:
            told += f"; somebody goes along to: {lessons_in_words(answer.accompanied, timetable)}"
        return told
    if isinstance(answer, WayAhead):
        return _way_ahead(answer, timetable)
    return _opening(answer.kind if isinstance(answer, Outcome) else answer)


def _way_ahead(answer: WayAhead, timetable: Timetable | None) -> str:
    told, planned = _opening(answer.leads), _planned(answer)
    if planned:
        count = f"{len(planned)} lesson{'s' if len(planned) > 1 else ''}"
        told += f": {count} by the week from {in_words(planned[-1][0])}"
    left = lessons_in_words(answer.left, timetable)
    return f"{told}; left in the base: {left}" if left else told


def _opening(value: object) -> str:
    told = in_words(value)
    return told[:1].upper() + told[1:]


def lessons_in_words(slots: Iterable[Slot], timetable: Timetable | None) -> str:
    """Lessons by slot, and by subject where the timetable tells it."""
    return ", ".join(_lesson(slot, timetable) for slot in slots)


def _lesson(slot: Slot, timetable: Timetable | None) -> str:
    lesson = timetable and timetable.lesson(slot)
    return f"{slot.format()} {lesson.subject}" if lesson and lesson.subject else slot.format()


def in_words(value: object) -> str:
    """A member of a list, or a day, for a reader.

    >>> from datetime import date
    >>> from iapcore import Step
    >>> in_words(Step.NEXT_LESSONS), in_words(date(2026, 11, 2))
    ('next lessons', '2 November 2026')
    """
    if isinstance(value, date):
        return day_in_words(value)
    return spelt(str(value.value if isinstance(value, Enum) else value))
