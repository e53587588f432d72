"""Clocks of law and statutory guidance: what days of suspension ask of adults, and off-site direction.

Rules of the room: the duties are the board's, the school's and the authority's. Nothing here asks for a meeting
before a pupil comes back: coming back has no condition. A vocational day, a day at another provider and a stay in the
school's own base are no off-site direction.
"""

from datetime import date
from typing import Final

from attrs import evolve

from iapcore.decisions.rule import Param, Rule, Said, Telling, known, rule, said
from iapcore.decisions.safeguards.board import (
    BoardClock,
    BoardState,
    board_clock,
    earlier_clocks,
    suspensions_before_calendar,
    unsettled_exclusion,
)
from iapcore.decisions.safeguards.sixth_day import education_from_the_sixth_day
from iapcore.decisions.safeguards.suspended import (
    NOT_COUNTED,
    Count,
    beside,
    count_suspended,
    days_told,
    school_year,
    this_term,
)
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import EXCLUSION_GUIDANCE, OFF_SITE_AMENDMENT, OFF_SITE_REGULATIONS
from iapcore.guidance.sources import Force
from iapcore.guidance.thresholds import (
    BOARD_IF_ASKED_DAYS,
    BOARD_IF_ASKED_OVER,
    BOARD_MUST_DAYS,
    BOARD_MUST_OVER,
    HALF_DAYS,
    OFF_SITE_NOTICE_DAYS,
    OFF_SITE_REVIEW_WEEKS,
    SUSPENDED_DAYS_IN_YEAR,
)
from iapcore.record.placement import Ending
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.suspension_codes import SuspensionCategory

__all__ = ["CLOCKS"]

_BOARD: Final = EXCLUSION_GUIDANCE.at("duties of the governing board, by days suspended in a term")
_BOARD_NUMBERS: Final = (
    HALF_DAYS,
    BOARD_IF_ASKED_OVER,
    BOARD_IF_ASKED_DAYS,
    BOARD_MUST_OVER,
    BOARD_MUST_DAYS,
    SUSPENDED_DAYS_IN_YEAR,
)
_MUST: Final = "Days in the term from {since}: {days}, with a permanent exclusion or more than {over}."
_ASKED: Final = "Days in the term from {since}: {days}, more than {over}."
_BESIDE: Final = "Not known beside this: {lacks}."
_OWED: Final[dict[str, Telling]] = {
    "overdue": (
        f"{_MUST} The board was to meet by {{by}}; it is recorded that nobody has reviewed this yet. {_BESIDE}",
        (
            "This has been overdue since {by}: ask the clerk of the governing board today when it meets, and tell the "
            "family."
        ),
    ),
    "must_meet": (
        f"{_MUST} The board meets by {{by}}; it is recorded that nobody has reviewed this yet. {_BESIDE}",
        "Ask the clerk of the governing board on which day it meets, by {by}, and tell the family.",
    ),
}
_OPEN: Final[dict[str, Telling]] = {
    "overdue_not_recorded": (
        f"{_MUST} The board was to meet by {{by}}; whether it did is not recorded. {_BESIDE}",
        (
            "The day was {by}: ask the clerk of the governing board whether it met, or how soon it does now, and "
            "write it down."
        ),
    ),
    "meeting_not_recorded": (
        f"{_MUST} The board meets by {{by}}; whether it did is not recorded. {_BESIDE}",
        "Ask the clerk of the governing board whether it has met, or on which day it does by {by}, and write it down.",
    ),
    "calendar_ends": (
        f"{_MUST} The board has to meet; the school calendar ends before the day by which. {_BESIDE}",
        "Add the dates of the next term, and ask the clerk of the governing board when it meets.",
    ),
    "if_asked": (
        f"{_ASKED} The board meets by {{by}} if a parent asks; whether one did is not recorded. {_BESIDE}",
        "Tell parents or carers that they may ask the governing board to meet, by {by}, and write down what they say.",
    ),
    "calendar_ends_if_asked": (
        f"{_ASKED} The board meets if a parent asks; the school calendar ends before the day by which. {_BESIDE}",
        "Add the dates of the next term, and tell parents or carers that they may ask the governing board to meet.",
    ),
    "past_not_recorded": (
        (
            f"{_ASKED} If a parent asked, the board was to meet by {{by}}. That time is over; whether one asked is not "
            f"recorded. {_BESIDE}"
        ),
        (
            "Ask whether a parent wanted the governing board to meet by {by}. Write down when it met, or that nobody "
            "asked; where one asked and it did not meet, ask the clerk how soon it does."
        ),
    ),
}
_PAST: Final = (
    f"{_ASKED} If a parent asked, the board was to meet by {{by}}: that time is over, and no review is open."
)
_NO_DAY: Final[dict[str, Telling]] = {
    "no_day": (
        (
            "A permanent exclusion from {day}: the board has to meet; the school calendar does not reach far enough to "
            "tell by when."
        ),
        "Add the dates of the terms around {day}, and ask the clerk of the governing board when it meets.",
    )
}


def _told(clock: BoardClock, count: Count, situation: Situation) -> Said:
    """The state of a board's clock with its numbers; what is lacking, unless what is known is open without it."""
    state = clock.state
    if count.lacks and not state.is_open:
        return said(count.lacks[0])
    told: dict[str, Param | tuple[object, ...]] = {"since": clock.since}
    if state is not BoardState.NONE:
        told["days"] = days_told(count, situation)
    if state.is_open or state is BoardState.PAST:
        limit = BOARD_IF_ASKED_OVER if state.is_if_asked else BOARD_MUST_OVER
        told |= {"over": limit.on(situation.on), "lacks": beside(count.lacks)}
    if clock.by is not None:
        told["by"] = clock.by
    return said(state.value, **told)


@rule(
    key="CLOCK-1",
    asks="What do the days of suspension in this term ask of the governing board?",
    expects="For up to five days in a term the board considers what parents say; for more than five it meets within "
    "fifty school days if a parent asks; for more than fifteen, or a permanent exclusion, it meets within fifteen.",
    force=Force.REQUIRED,
    cites=(_BOARD,),
    reads=("suspensions", "calendar"),
    numbers=_BOARD_NUMBERS,
    overlooks="The day on which the board was told: the school days are counted from the first school day of the "
    "suspension with which the limit was passed. When a parent may ask at the latest: no source gives a day, so it is "
    "past with the school days within which the board would meet. Whether two of six terms count as one, and "
    "examinations that would be missed.",
    met={
        "none": "No suspension is recorded in the term from {since}.",
        "representations": "Days in the term from {since}: {days}. The board considers what parents or carers say; "
        "it need not meet.",
        "board_met": "Days in the term from {since}: {days}. It is recorded that the board has looked at them.",
        "past": _PAST,
    },
    not_met=_OWED,
    not_known=NOT_COUNTED | _OPEN | _NO_DAY,
)
def board_of_this_term(situation: Situation) -> Said:
    term, calendar = this_term(situation), situation.journey.calendar
    count = count_suspended(situation, term)
    clock = board_clock(situation, term, count) if term else None
    if clock is None or not clock.state.is_open or clock.state.is_if_asked:
        since = calendar.span.start if term and calendar else date.min
        day = unsettled_exclusion(situation, since=since)
        if day is not None:
            return said("no_day", day=day)
    return _told(clock, count, situation) if clock else said(count.lacks[0])


@rule(
    key="CLOCK-2",
    asks="Does the governing board still have to look at days of suspension in an earlier term?",
    expects="The school days within which a board meets run on into the next term, and over the summer into the next "
    "school year.",
    force=Force.REQUIRED,
    cites=(_BOARD,),
    reads=("suspensions", "calendar"),
    numbers=_BOARD_NUMBERS,
    overlooks="In the school years before this one: days that are not recorded, and duties of which the time was over "
    "before this school year began.",
    met={
        "nothing_left": "Nothing is left from an earlier term of this school year, nor is anything recorded that runs "
        "on from the year before."
    },
    not_met=_OWED,
    not_known=NOT_COUNTED | _OPEN | _NO_DAY,
)
def board_of_earlier_terms(situation: Situation) -> Said:
    known(situation.journey.suspensions, "not_recorded")
    calendar = known(situation.journey.calendar, "no_calendar")
    known(school_year(situation), "no_calendar")
    found = list(earlier_clocks(situation))
    still_open = [(clock, count) for count, clock in found if clock.state.is_open]
    if still_open:
        return _told(*min(still_open, key=lambda one: _BY_WEIGHT.index(one[0].state)), situation)
    before = suspensions_before_calendar(situation)
    exclusions = [one.day for one in before if one.category is SuspensionCategory.PERMANENT]
    if exclusions:
        return said("no_day", day=max(exclusions))
    if before:
        return said("outside_calendar")
    lacks = {lack for count, _ in found for lack in count.lacks}
    if situation.on not in calendar.span:
        lacks.add("no_calendar")
    return said(next((lack for lack in NOT_COUNTED if lack in lacks), "nothing_left"))


_BY_WEIGHT: Final = tuple(BoardState)


@rule(
    key="CLOCK-3",
    asks="Do the days of suspension in this school year stay within the limit of a year?",
    expects="No pupil is suspended for more than forty-five school days in a school year, all schools together.",
    force=Force.REQUIRED,
    cites=(EXCLUSION_GUIDANCE.at("limit in a school year"),),
    reads=("suspensions", "calendar"),
    numbers=(HALF_DAYS, SUSPENDED_DAYS_IN_YEAR),
    overlooks="Suspensions at other schools, unless they are recorded here: ask the school before.",
    met={
        "within": "Recorded here from {since} on: {days} days, where {most} may be given, all schools together. "
        "Days at another school are counted only where they are recorded here."
    },
    not_met={
        "over": (
            (
                "Recorded here from {since} on: {days} days, where at most {most} may be given, all schools together. "
                f"{_BESIDE}"
            ),
            (
                "Ask the head how the pupil is back in school today, and the authority which support there is. Tell "
                "the family that no day beyond {most} may be given."
            ),
        )
    },
    not_known=NOT_COUNTED,
)
def days_of_the_year(situation: Situation) -> Said:
    year = school_year(situation)
    count = count_suspended(situation, year)
    if year is None:
        return said(count.lacks[0])
    if not count.lacks and (count.runs_out or suspensions_before_calendar(situation)):
        count = evolve(count, lacks=("outside_calendar",))
    most, days = SUSPENDED_DAYS_IN_YEAR.on(situation.on), days_told(count, situation)
    if count.half_days > most * HALF_DAYS.on(situation.on):
        return said("over", since=year.start, days=days, most=most, lacks=beside(count.lacks))
    return said(count.lacks[0]) if count.lacks else said("within", since=year.start, days=days, most=most)


_NONE: Final[dict[str, Telling]] = {"none": "No off-site direction is recorded for this stay."}
_NO_PLACE: Final[dict[str, Telling]] = {
    "no_stay": (
        "No stay is recorded.",
        "Write down the stay, or that there is none.",
    ),
    "no_destination": (
        "The stay ended on {day}; where the pupil went is not recorded.",
        "Find out where the pupil is taught now, and whose choice that was, and write it down.",
    ),
}


def _off_site(situation: Situation) -> Said | Ending:
    """The ending of a stay that led off site by direction; or what is said where it did not."""
    ending = known(situation.placement, "no_stay").ending
    if ending is not None and ending.destination is None:
        return said("no_destination", day=ending.day)
    if ending is None or ending.destination is not Destination.OFF_SITE_DIRECTION:
        return said("none")
    return ending


@rule(
    key="CLOCK-5",
    asks="Where the school directs a pupil off site: did parents or carers have written notice in time?",
    expects="A parent has written notice two school days ahead or more, and so has the authority where there is an "
    "education, health and care plan.",
    force=Force.REQUIRED,
    cites=(OFF_SITE_REGULATIONS.at("regulation 3"),),
    reads=("placements",),
    numbers=(OFF_SITE_NOTICE_DAYS,),
    overlooks="Whether the direction serves the pupil; academies use other powers and follow this as good practice.",
    met=_NONE,
    not_met={},
    not_known=_NO_PLACE
    | {
        "notice_not_seen": (
            "The stay ended on {day} with an off-site direction; the record cannot show when notice was given.",
            (
                "Check that parents or carers had written notice at least {days} school days before the first day off "
                "site, and the authority too where there is a plan."
            ),
        )
    },
)
def off_site_notice(situation: Situation) -> Said:
    found = _off_site(situation)
    if isinstance(found, Said):
        return found
    return said("notice_not_seen", day=found.day, days=OFF_SITE_NOTICE_DAYS.on(situation.on))


@rule(
    key="CLOCK-6",
    asks="Where the school directs a pupil off site: when did the board last review it?",
    expects="The board reviews it as often as the pupil's needs ask. A review that a parent asks for in writing is "
    "held soon, unless there was one in the ten weeks before.",
    force=Force.REQUIRED,
    cites=(OFF_SITE_AMENDMENT.at("regulation 4"),),
    reads=("placements",),
    numbers=(OFF_SITE_REVIEW_WEEKS,),
    overlooks="How often is right: no interval is fixed.",
    met=_NONE,
    not_met={},
    not_known=_NO_PLACE
    | {
        "review_not_seen": (
            "The stay ended on {day} with an off-site direction; the record cannot show when it was reviewed.",
            (
                "Ask when the direction was last reviewed, and by when it is again; a review that a parent asks for in "
                "writing waits only where there was one in the last {weeks} weeks."
            ),
        )
    },
)
def off_site_review(situation: Situation) -> Said:
    found = _off_site(situation)
    if isinstance(found, Said):
        return found
    return said("review_not_seen", day=found.day, weeks=OFF_SITE_REVIEW_WEEKS.on(situation.on))


CLOCKS: Final[tuple[Rule, ...]] = (
    board_of_this_term,
    board_of_earlier_terms,
    days_of_the_year,
    education_from_the_sixth_day,
    off_site_notice,
    off_site_review,
)
"""The law of this room."""
