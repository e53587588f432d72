"""The plan of a way back as plain text, for a terminal or a mail: week by week, each lesson with its reason.

Rules of the room: a conversation is named by its lesson, never by its teacher; and the last word is that people decide.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap
from typing import Final

from iapcore.decisions.judgement import Decision
from iapcore.decisions.rule import Finding
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back.lessons import first_time_is_kept
from iapcore.decisions.way_back.people import nobody_is_pressed
from iapcore.decisions.way_back.plan import Leads, WayAhead
from iapcore.record.return_plan import PlannedLesson, PlannedWeek
from iapcore.record.timetable import Slot, Timetable
from iapcore.reports.words import in_words, lessons_in_words, tell_finding

__all__ = ["tell_plan"]

_WIDE: Final = 80
_LEADS: Final = {
    Leads.IN_FULL: "It leads back to the whole week.",
    Leads.IN_PART: "It leads back to a part of the week.",
    Leads.NO_STEP_YET: "No lesson is planned to come back yet.",
}
_LAST: Final = (
    "This is a proposal to talk about, and no forecast. People decide, with the pupil and the family; anything in it "
    "may be changed."
)
_WAITS: Final = (first_time_is_kept.key, nobody_is_pressed.key)
_UNTIL: Final = ("day", "until")


def tell_plan(decision: Decision[WayAhead], *, timetable: Timetable | None = None) -> str:
    """A plan in plain text of 80 columns: week by week, lesson by lesson, each with its reason.

    Then before which lessons the teacher is spoken to, what is waited for, what stays in the base, what is not met and
    what is not known, and what people could do. With the `timetable`, lessons are told by their subject too.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, plan_return, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=())
    >>> decision = plan_return(journey, policy=profile(), on=date(2026, 11, 20))
    >>> for line in tell_plan(decision).splitlines()[:2]:
    ...     print(line)
    The way back, planned on 20 November 2026 (policy four-tenets, version 1)
    No lesson is planned to come back yet.
    """
    ahead = [week for week in decision.answer.plan.weeks if week.starts > decision.on]
    day = in_words(decision.answer.plan.day)
    seen = "" if decision.answer.plan.day == decision.on else f", seen on {in_words(decision.on)}"
    lines = [
        *_wrapped(f"The way back, planned on {day}{seen} (policy {decision.policy.format()})"),
        *_wrapped(_LEADS[decision.answer.leads]),
        *_weeks(ahead, decision.answer.whys, timetable),
        *_section("Speak first with the teachers of", _talks(ahead, timetable)),
        *_section("What is waited for", _waits(decision)),
        *_section("What stays in the base after the plan", _left(decision.answer.left, timetable)),
    ]
    for heading, verdict in _ASKED.items():
        open_ones = (one for one in decision.findings if one.verdict is verdict)
        told = (tell_finding(one, weighed=True, timetable=timetable) for one in open_ones)
        lines += _section(heading, told)
    does = (f"{action.rule} {action.does}" for action in decision.next_actions)
    lines += _section("What people could do now", does)
    return "\n".join([*lines, "", *_wrapped(_LAST)])


_ASKED: Final = {"What is not met": Verdict.NOT_MET, "What is not known": Verdict.NOT_KNOWN}


def _weeks(weeks: list[PlannedWeek], whys: tuple[Finding, ...], timetable: Timetable | None) -> Iterator[str]:
    reasons = iter(whys)
    for week in weeks:
        back = (_back(one, next(reasons, None), timetable) for one in week.back)
        to_base = (f"{lessons_in_words([slot], timetable)} goes back to the base." for slot in week.to_base)
        yield from _section(f"Week of {in_words(week.starts)}", (*back, *to_base))


def _back(lesson: PlannedLesson, why: Finding | None, timetable: Timetable | None) -> str:
    """Why a lesson comes back, and who goes along; only that it does, where there is no reason yet."""
    slot = lessons_in_words([lesson.slot], timetable)
    told = why.told(slot=slot) if why else f"{slot} comes back."
    return f"{told} Somebody goes along." if lesson.accompanied else told


def _talks(weeks: list[PlannedWeek], timetable: Timetable | None) -> Iterator[str]:
    for week in weeks:
        if lessons := [one.slot for one in week.back if one.speak_first]:
            yield f"before {in_words(week.starts)}: {lessons_in_words(lessons, timetable)}"


def _waits(decision: Decision[WayAhead]) -> Iterator[str]:
    """What the first time in the base, or a look that people must take first, holds back until a day to come."""
    for finding in decision.findings:
        days = [value for name, value in finding.params if name in _UNTIL and isinstance(value, date)]
        if finding.key in _WAITS and any(day > decision.on for day in days):
            yield finding.sentence


def _left(slots: tuple[Slot, ...], timetable: Timetable | None) -> Iterator[str]:
    if slots:
        yield lessons_in_words(slots, timetable)


def _section(heading: str, told: Iterable[str]) -> Iterator[str]:
    """A heading and what stands under it; nothing where nothing does."""
    for place, line in enumerate(told):
        if place == 0:
            yield ""
            yield heading
        yield from _wrapped(line, first="  ", then="    ")


def _wrapped(line: str, first: str = "", then: str = "") -> list[str]:
    return wrap(
        line,
        _WIDE,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
