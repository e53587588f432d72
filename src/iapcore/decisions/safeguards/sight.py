"""Signs that a stay may have gone out of sight: of the family, of those who review it, of the mainstream.

Rule of the room: visits of after-care and agreed breaks are support, and are never looked at.
"""

from datetime import date
from typing import Final

from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.safeguards.weeks import week_on
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import settled_on
from iapcore.guidance.library import FOUR_TENETS, INCLUSION_BASES
from iapcore.guidance.sources import Force
from iapcore.record.review import Review
from iapcore.vocabulary.spans import DateSpan

__all__ = ["SIGHT"]

_MONITORING: Final = FOUR_TENETS.at("tenet 3, assessment and monitoring")
_UNIFIED: Final = FOUR_TENETS.at("tenet 1, table of strategies, pupils")
_BASES: Final = INCLUSION_BASES.at("use of a base")
_NO_STAY: Final = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the day on which the pupil first came.",
    )
}
_NO_CALENDAR: Final = {
    "no_calendar": (
        "The school calendar is not recorded, or does not reach back so far.",
        "Add the dates of the school's terms, so that school days can be counted.",
    )
}
_NO_WEEK: Final = {
    "no_timetable": (
        "The timetable during the stay, or where each lesson is taught, is not recorded.",
        "Write down where each lesson of the week is taught.",
    )
}


def _stay(situation: Situation) -> DateSpan:
    return known(situation.stay, "no_stay")


@rule(
    key="SAFE-9",
    asks="Is the school in touch with the family during the stay?",
    expects="Parents or carers are partners during the stay; reviews are held with them.",
    force=Force.REQUIRED,
    cites=(_MONITORING,),
    reads=("placements", "calendar", "contacts", "placement.began", "placement.provision"),
    chooses=("review_weeks",),
    overlooks="What was said. How often is right is for school and family; a first contact is looked for by the day "
    "of the first review.",
    met={"in_touch": "Contacts with the family during the stay: {contacts}; the last was on {day}."},
    not_met={
        "none": (
            "No contact with the family is recorded from {start} to {until}.",
            "Ring the family, ask how the stay is for them, and agree how to keep in touch.",
        )
    },
    not_known=_NO_STAY
    | _NO_CALENDAR
    | {
        "not_recorded": (
            "Contacts with the family during the stay are not recorded.",
            "Write down when school and family spoke during the stay, or that they did not.",
        ),
        "early": (
            "No contact with the family is recorded yet; the stay began on {start}.",
            "Ring the family in these first days, and write down that you did.",
        ),
    },
)
def family_is_kept_in_touch(situation: Situation) -> Said:
    stay, stream = _stay(situation), known(situation.journey.contacts, "not_recorded")
    found = [one.day for one in stream.events if one.day in stay]
    if found:
        return said("in_touch", contacts=len(found), day=max(found))
    until = stay.until(stream.complete.end or situation.on)
    if until is None or not stream.complete.covers(until):
        return said("not_recorded")
    calendar = known(situation.journey.calendar, "no_calendar")
    first = known(calendar.weeks_later(stay.start, situation.review_weeks), "no_calendar")
    last = until.end or situation.on
    return said("none", start=stay.start, until=last) if first <= last else said("early", start=stay.start)


@rule(
    key="SAFE-10",
    asks="Is a day set on which people look at the stay again?",
    expects="Reviews come every few weeks, so that nobody stays without being looked at.",
    force=Force.REQUIRED,
    cites=(_MONITORING,),
    reads=("placements", "calendar", "reviews", "placement.began", "placement.provision"),
    chooses=("review_weeks",),
    overlooks="What the review will look at.",
    met={
        "ended": "The stay has ended, on {day}.",
        "set": "The next review is on {day}.",
        "first_to_come": "By policy and provision the first review is on {day} at the latest.",
    },
    not_met={
        "passed": (
            "The last review set the next for {day}; none since then is recorded.",
            "Hold the review that was set for {day}, or write down when it was held.",
        ),
        "none_held": (
            "No review is recorded since {start}; by the policy the first was due by {day}.",
            "Invite pupil, family and staff to a review now, and write down the day.",
        ),
    },
    not_known=_NO_STAY
    | _NO_CALENDAR
    | {
        "not_recorded": (
            "Reviews are not recorded.",
            "Write down which reviews of this stay were held, or that none was.",
        ),
        "not_set": (
            "The last review, on {day}, records no one day for the next.",
            "Agree with pupil and family on which day you look again, and write it down.",
        ),
    },
)
def people_look_again(situation: Situation) -> Said:
    stay, reviews = _stay(situation), known(situation.journey.reviews, "not_recorded")
    ending = situation.placement and situation.placement.ending
    if ending:
        return said("ended", day=ending.day)
    held = [one for one in reviews if one.day in stay]
    return _after_a_review(situation, held) if held else _before_a_review(situation, stay.start)


def _after_a_review(situation: Situation, held: list[Review]) -> Said:
    last = max(one.day for one in held)
    days = {one.next_review for one in held if one.day == last}
    day = days.pop() if len(days) == 1 else None
    if day is None:
        return said("not_set", day=last)
    return said("set" if day >= situation.on else "passed", day=day)


def _before_a_review(situation: Situation, start: date) -> Said:
    calendar = known(situation.journey.calendar, "no_calendar")
    day = known(calendar.weeks_later(start, situation.review_weeks), "no_calendar")
    return said("first_to_come", day=day) if day >= situation.on else said("none_held", start=start, day=day)


@rule(
    key="SAFE-11",
    asks="Does the timetable give time that is shared with everybody?",
    expects="Break, lunch, tutor time and assemblies are shared with mainstream from the first week.",
    force=Force.ADVISORY,
    cites=(_UNIFIED, FOUR_TENETS.at("case study 2, Lister Community School")),
    reads=("placements", "timetables"),
    overlooks="Whether the pupil is there and with friends: ask the pupil.",
    met={"shared": "Shared with everybody: {times}."},
    not_met={
        "none": (
            "It is recorded that no time of the day is shared with everybody.",
            "Ask the pupil which time of the day could be shared first, and arrange it.",
        )
    },
    not_known=_NO_STAY
    | {
        "not_recorded": (
            "Which times of the day are shared is not recorded.",
            "Write down which of break, lunch, tutor time and assemblies the pupil spends with everybody.",
        )
    },
)
def time_is_shared(situation: Situation) -> Said:
    stay = _stay(situation)
    week = week_on(situation, stay.end or situation.on)
    times = known(week and week.shared, "not_recorded")
    return said("shared", times=times) if times else said("none")


@rule(
    key="SAFE-12",
    asks="Does the timetable keep lessons in mainstream, once the first time in the base is over?",
    expects="A base is a bridge: pupils have as much time in mainstream as they can.",
    force=Force.ADVISORY,
    cites=(_UNIFIED, _BASES),
    reads=("placements", "timetables", "calendar", "placement.began", "placement.provision"),
    chooses=("settling_weeks",),
    overlooks="The purpose of the stay: for qualifications, too, there may be lessons to share. The pace is the "
    "pupil's, and is not pressed.",
    met={"some": "Lessons in mainstream: {lessons}."},
    not_met={
        "none": (
            "No lesson of the week is in mainstream; the first time in the base was over on {day}.",
            "Ask what adults could change so that one lesson, or one shared time, is right for the pupil.",
        )
    },
    not_known=_NO_STAY
    | _NO_WEEK
    | _NO_CALENDAR
    | {
        "settling": (
            "No lesson is in mainstream yet; the first time in the base lasts until {day}.",
            "Look at the week again on {day}.",
        )
    },
)
def mainstream_is_kept(situation: Situation) -> Said:
    stay = _stay(situation)
    week = known(situation.week, "no_timetable")
    lessons = len(week.never_left) + len(week.returned)
    if lessons:
        return said("some", lessons=lessons)
    day = known(settled_on(situation, stay.start), "no_calendar")
    return said("none" if day <= situation.on else "settling", day=day)


SIGHT: Final[tuple[Rule, ...]] = (
    family_is_kept_in_touch,
    people_look_again,
    time_is_shared,
    mainstream_is_kept,
)
"""The law of this room."""
