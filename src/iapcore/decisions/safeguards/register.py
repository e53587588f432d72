r"""Register codes that do not fit where the timetable has the pupil.

Rules of the room: in a base on the school's own site a pupil is present (`/`, `\` or `L`), and a week shared between
base and mainstream is no part-time timetable. Which code is right is for the person who keeps the register: where the
timetable does not tell, it is not known.
"""

from datetime import date
from enum import Enum
from typing import Final

from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.safeguards.weeks import week_on
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import ATTENDANCE_GUIDANCE, ATTENDANCE_REGULATIONS
from iapcore.guidance.sources import Force
from iapcore.record.attendance import SessionMark
from iapcore.record.learning import VocationalPlace
from iapcore.record.timetable import Lesson, Slot, Timetable, Weekday
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.circumstances import Circumstance
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.spans import DateSpan

__all__ = ["REGISTER"]

_PART_TIME: Final = ATTENDANCE_GUIDANCE.at("part-time timetables")
_NO_REGISTER: Final = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the day on which the pupil first came.",
    ),
    "no_marks": (
        "The register is not recorded from the first day of the stay.",
        "Take over the codes of the register from the first day of the stay on.",
    ),
}
_NO_WEEK: Final = {
    "no_timetable": (
        "The timetable during the stay is not recorded.",
        "Write down where each lesson of the week is taught, from the first day of the stay on.",
    )
}
_ELSEWHERE: Final = Circumstance.AT_EXTERNAL_PROVIDER.codes
_PART_TIME_CODE: Final = AttendanceCode.PART_TIME_TIMETABLE


class _Told(Enum):
    """What a timetable tells of a half-day."""

    ON_SITE = "on_site"
    ELSEWHERE = "elsewhere"
    NOTHING_TAUGHT = "nothing_taught"
    NOT_TOLD = "not_told"


def _marks(situation: Situation) -> tuple[SessionMark, ...]:
    """The codes of the stay, as far as the register was taken over."""
    stay = known(situation.stay, "no_stay")
    marks = known(situation.journey.marks, "no_marks")
    span = known(stay.until(marks.complete.end or situation.on), "no_marks")
    return known(marks.within(span), "no_marks")


def _until(marks: tuple[SessionMark, ...], situation: Situation) -> date:
    return max((mark.day for mark in marks), default=situation.on)


def _where(situation: Situation, mark: SessionMark) -> _Told:
    """Where the timetable of that day has the pupil in that half-day."""
    week = week_on(situation, mark.day)
    if week is None or mark.day.weekday() >= len(Weekday):
        return _Told.NOT_TOLD
    lessons = _lessons(situation, week, mark)
    return _Told.NOT_TOLD if lessons is None else _of(lessons)


def _lessons(situation: Situation, week: Timetable, mark: SessionMark) -> list[Lesson] | None:
    """The lessons of that half-day; `None` where the timetable does not tell mornings from afternoons there."""
    lessons = list(week.lessons)
    if any(one.slot.week for one in lessons):
        calendar = situation.journey.calendar
        cycle = calendar.cycle_week(mark.day) if calendar else None
        if cycle is None:
            return None
        lessons = [one for one in lessons if one.slot.week == cycle]
    halves = {half.value for half in Half}
    by_day = {day: [one for one in lessons if one.slot.weekday is day] for day in Weekday}
    today = by_day[list(Weekday)[mark.day.weekday()]]
    if all(one.slot.period in halves for one in lessons):
        return [one for one in today if one.slot.period == mark.half.value]
    fullest = max(map(len, by_day.values()))
    return today if len(today) in (0, fullest) else None


def _of(lessons: list[Lesson]) -> _Told:
    places = {one.where for one in lessons}
    if None in places:
        return _Told.NOT_TOLD
    if not places:
        return _Told.NOTHING_TAUGHT
    if Where.ELSEWHERE not in places:
        return _Told.ON_SITE
    return _Told.ELSEWHERE if places == {Where.ELSEWHERE} else _Told.NOT_TOLD


def _days(marks: list[SessionMark]) -> dict[str, int | date]:
    return {"sessions": len(marks), "day": min(mark.day for mark in marks)}


def _at_a_provider(places: tuple[VocationalPlace, ...], mark: SessionMark) -> bool:
    """Whether a vocational place may explain the code: one of that time without parts of the week, or with this."""
    during = [one for one in places if mark.day in DateSpan(one.started, one.ended)]
    return any(one.slots is None or any(_is_in(slot, mark) for slot in one.slots) for one in during)


def _is_in(slot: Slot, mark: SessionMark) -> bool:
    halves = [half.value for half in Half if half is not mark.half]
    return slot.weekday.position == mark.day.weekday() and slot.period not in halves


def _is_in_another_school(situation: Situation) -> bool | None:
    """Whether the base lies in another school than the pupil's; `None` where the pupil's is not recorded."""
    provision = situation.placement and situation.placement.provision
    if provision is None or provision.host is None:
        return False
    home = situation.journey.home_school
    return None if home is None else home.key != provision.host.key


@rule(
    key="REG-1",
    asks="Does the register have the pupil on site where the timetable does?",
    expects="A pupil in a base on the school's own site, or in mainstream lessons, is present; codes for provision "
    "elsewhere are for half-days elsewhere.",
    force=Force.REQUIRED,
    cites=(ATTENDANCE_REGULATIONS.at("regulation 10"),),
    reads=("placements", "marks", "timetables", "calendar", "vocational_places", "home_school"),
    overlooks="Absence of every other kind, and who is in the room after the register was taken.",
    met={
        "fit": "Up to {until} no code for provision elsewhere stands where the timetable has the pupil on site.",
        "in_another_school": "The base lies in another school than the pupil's: codes for provision elsewhere may "
        "fit there. Sessions with one: {sessions}, the first on {day}.",
    },
    not_met={
        "off_site_codes": (
            "Sessions coded as elsewhere while the timetable has the pupil on site: {sessions}, the first on {day}.",
            "Ask whoever keeps the register where the pupil was on {day} and after, and correct register or timetable.",
        )
    },
    not_known=_NO_REGISTER
    | _NO_WEEK
    | {
        "not_told": (
            (
                "Sessions coded as elsewhere: {sessions}, the first on {day}; the timetable does not tell where."
            ),
            "Write into the timetable which half-days are taught elsewhere.",
        ),
        "no_vocational_places": (
            (
                "Sessions coded as elsewhere while the timetable says on site: {sessions}, the first on {day}. "
                "Whether there is a place with a vocational provider is not recorded."
            ),
            "Write down whether the pupil goes to a vocational provider, and when, or that there is none.",
        ),
        "at_a_provider": (
            (
                "Sessions coded as elsewhere: {sessions}, the first on {day}. A place with a vocational provider may "
                "explain them; the timetable has the pupil on site."
            ),
            "Write the half-days with the provider into the timetable.",
        ),
        "no_home_school": (
            (
                "Sessions coded as elsewhere: {sessions}, the first on {day}. The base is in a host school, and the "
                "pupil's own is not recorded."
            ),
            "Write down at which school the pupil is on roll.",
        ),
    },
)
def codes_fit_the_site(situation: Situation) -> Said:
    marks = _marks(situation)
    elsewhere = [mark for mark in marks if mark.code in _ELSEWHERE]
    told = {mark: _where(situation, mark) for mark in elsewhere}
    known(situation.timetables or None, "no_timetable")
    on_site = [mark for mark in elsewhere if told[mark] is _Told.ON_SITE]
    if on_site:
        return _on_site(situation, on_site)
    unclear = [mark for mark in elsewhere if told[mark] in (_Told.NOT_TOLD, _Told.NOTHING_TAUGHT)]
    return said("not_told", **_days(unclear)) if unclear else said("fit", until=_until(marks, situation))


def _on_site(situation: Situation, marks: list[SessionMark]) -> Said:
    is_away = _is_in_another_school(situation)
    if is_away is not False:
        return said("in_another_school" if is_away else "no_home_school", **_days(marks))
    places = situation.journey.vocational_places
    if places is None:
        return said("no_vocational_places", **_days(marks))
    left = [mark for mark in marks if not _at_a_provider(places, mark)]
    return said("off_site_codes", **_days(left)) if left else said("at_a_provider", **_days(marks))


@rule(
    key="REG-2",
    asks="Does the register keep a week that is shared between base and mainstream apart from a part-time timetable?",
    expects="A part-time timetable is agreed absence. A week shared on site is none, and such a timetable does not "
    "serve to manage behaviour.",
    force=Force.REQUIRED,
    cites=(ATTENDANCE_REGULATIONS.at("regulation 11(6)"), _PART_TIME),
    reads=("placements", "marks", "timetables", "calendar"),
    overlooks="Whether part-time is right for the pupil.",
    met={"apart": "Up to {until} no session is coded part-time while the timetable has the pupil on site."},
    not_met={
        "coded_part_time": (
            "Sessions coded part-time while the timetable has the pupil on site: {sessions}, the first on {day}.",
            (
                "Ask whoever keeps the register where the pupil was on {day} and after. If the pupil was in base or "
                "mainstream, the code is that of being present."
            ),
        )
    },
    not_known=_NO_REGISTER
    | _NO_WEEK
    | {
        "not_told": (
            (
                "Sessions coded part-time: {sessions}, the first on {day}; the timetable does not tell what was taught "
                "then."
            ),
            "Write into the timetable which half-days the pupil is to be in school.",
        )
    },
)
def shared_week_is_not_part_time(situation: Situation) -> Said:
    marks = _marks(situation)
    part_time = [mark for mark in marks if mark.code is _PART_TIME_CODE]
    told = {mark: _where(situation, mark) for mark in part_time}
    known(situation.timetables or None, "no_timetable")
    on_site = [mark for mark in part_time if told[mark] is _Told.ON_SITE]
    if on_site:
        return said("coded_part_time", **_days(on_site))
    unclear = [mark for mark in part_time if told[mark] is not _Told.NOTHING_TAUGHT]
    return said("not_told", **_days(unclear)) if unclear else said("apart", until=_until(marks, situation))


@rule(
    key="REG-3",
    asks="Where a part-time timetable is used in the stay: did school and parent agree it, for how long, and why?",
    expects="It answers exceptional circumstances, is agreed with a parent with its times, is as short as can be, "
    "has an end, is reviewed, and does not serve to manage behaviour.",
    force=Force.REQUIRED,
    cites=(ATTENDANCE_REGULATIONS.at("regulation 11(6)"), _PART_TIME),
    reads=("placements", "marks"),
    overlooks="Where the authority wants to be told: that is local practice.",
    met={"none": "Up to {until} no session of the stay is coded part-time."},
    not_met={},
    not_known=_NO_REGISTER
    | {
        "used": (
            (
                "Sessions of the stay coded part-time: {sessions}, the first on {day}. The record cannot show what was "
                "agreed."
            ),
            (
                "Check that a parent agreed to the times, why they are exceptional, the day on which the pupil is "
                "full-time again, and when you look at it next; behaviour is no reason."
            ),
        )
    },
)
def part_time_was_agreed(situation: Situation) -> Said:
    marks = _marks(situation)
    part_time = [mark for mark in marks if mark.code is _PART_TIME_CODE]
    return said("used", **_days(part_time)) if part_time else said("none", until=_until(marks, situation))


REGISTER: Final[tuple[Rule, ...]] = (codes_fit_the_site, shared_week_is_not_part_time, part_time_was_agreed)
"""The law of this room."""
