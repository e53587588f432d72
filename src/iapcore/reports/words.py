"""Judgements in plain words, with their sources.

Rule of the room: words follow the finding; nothing is judged or counted here.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any, Final

from iapcore.decisions.judgement import Decision, Judgement
from iapcore.decisions.outcome import Outcome
from iapcore.decisions.readiness import NextStep
from iapcore.decisions.rule import Finding
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.sources import Force
from iapcore.record.timetable import Slot, Timetable
from iapcore.vocabulary.wording import day_in_words, spelt

__all__ = ["MARKS", "in_words", "lessons_in_words", "tell", "tell_answer", "tell_finding"]

_LESSONS: Final = ("slots", "waiting", "accompanied")
"""The parameters that name lessons."""

MARKS: Final = {Verdict.MET: "+", Verdict.NOT_MET: "-", Verdict.NOT_KNOWN: "?"}
"""The sign of each verdict in a list: it needs no colour."""


def tell(judgement: Judgement[Any], *, timetable: Timetable | None = None) -> str:
    """A judgement in words for staff: the answer, then every reason with its question's key and its sources.

    With the `timetable`, lessons are told by their subject too.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, check_eligibility, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), referrals=())
    >>> print(tell(check_eligibility(journey, policy=profile(), on=date(2026, 11, 20))).splitlines()[0])
    Not yet, on 20 November 2026 (policy four-tenets, version 1)
    """
    head = f"{tell_answer(judgement.answer, timetable=timetable)}, on {in_words(judgement.on)}"
    weighed = isinstance(judgement, Decision)
    lines = [f"{head} (policy {judgement.policy.format()})"]
    for finding in judgement.findings:
        lines.append(f"  {tell_finding(finding, weighed=weighed, timetable=timetable)}")
        lines += [f"      {cite.format()}" for cite in finding.rule.cites]
    return "\n".join(lines)


def tell_finding(finding: Finding, *, weighed: bool, timetable: Timetable | None = None) -> str:
    """One reason: its sign, the rule's key, the question where it is open, and the sentence.

    Where findings are `weighed` into a verdict, those that are advisory say so; with the `timetable`, lessons
    are told by their subject too.
    """
    advisory = " (advisory)" if weighed and finding.rule.force is Force.ADVISORY else ""
    asked = "" if finding.verdict is Verdict.MET else f"{finding.asks} "
    named = {
        name: value
        for name, value in finding.params
        if name in _LESSONS and value and isinstance(value, tuple)
    }
    lessons = {name: lessons_in_words(map(Slot.parse, slots), timetable) for name, slots in named.items()}
    return f"{MARKS[finding.verdict]} {finding.key}{advisory} {asked}{finding.told(**lessons)}"


def tell_answer(answer: object, *, timetable: Timetable | None = None) -> str:
    """The answer of a judgement in a few words."""
    if isinstance(answer, NextStep):
        told = _opening(answer.step)
        if answer.lessons:
            told += f": {lessons_in_words(answer.lessons, timetable)}"
        if answer.accompanied:
            told += f"; somebody goes along to: {lessons_in_words(answer.accompanied, timetable)}"
        return told
    return _opening(answer.kind if isinstance(answer, Outcome) else answer)


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
