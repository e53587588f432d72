"""Clocks of law and statutory guidance: what days of suspension ask of adults, and off-site direction.

Rules of the room: the duties are the board's, the school's and the authority's. Nothing here asks for a meeting
before a pupil comes back: coming back has no condition. A vocational day, a day at another provider and a stay in the
school's own base are no off-site direction.
"""

from typing import Final

from iapcore.decisions.rule import Param, Rule, Said, Telling, known, rule, said
from iapcore.decisions.safeguards.suspended import (
    BoardClock,
    BoardState,
    Count,
    SixthDayState,
    board_clock,
    count_suspended,
    days_told,
    earlier_terms,
    school_year,
    sixth_days,
    this_term,
)
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import (
    ATTENDANCE_REGULATIONS,
    EXCLUSION_GUIDANCE,
    EXCLUSION_METHODOLOGY,
    OFF_SITE_AMENDMENT,
    OFF_SITE_REGULATIONS,
)
from iapcore.guidance.sources import Force
from iapcore.guidance.thresholds import (
    BOARD_IF_ASKED_DAYS,
    BOARD_IF_ASKED_OVER,
    BOARD_MUST_DAYS,
    BOARD_MUST_OVER,
    EDUCATION_FROM_DAY,
    HALF_DAYS,
    OFF_SITE_NOTICE_DAYS,
    OFF_SITE_REVIEW_WEEKS,
    SUSPENDED_DAYS_IN_YEAR,
)
from iapcore.record.placement import Ending
from iapcore.vocabulary.settings import Destination

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
_NOT_COUNTED: Final[dict[str, Telling]] = {
    "not_recorded": (
        "Suspensions are not recorded for the whole of it.",
        "Record the suspensions, or that somebody looked and there was none, and up to which day.",
    ),
    "no_calendar": (
        "The school calendar is not recorded, or does not reach to the day.",
        "Add the dates of the school's terms, so that school days can be counted.",
    ),
    "no_length": (
        "How long a suspension lasted is not recorded.",
        "Look up how many half-days each suspension lasted, and write them down.",
    ),
    "overlap": (
        "Two suspensions are recorded for the same half-days.",
        "Look the two suspensions up, and keep what is right.",
    ),
}
_OWED: Final[dict[str, Telling]] = {
    "must_meet": (
        (
            "Days in the term from {since}: {days}, with a permanent exclusion or more than {over}. The board meets by "
            "{by}; it is recorded that nobody has reviewed this yet."
        ),
        "Ask the clerk of the governing board on which day it meets, by {by}, and tell the family.",
    )
}
_OPEN: Final[dict[str, Telling]] = {
    "meeting_not_recorded": (
        (
            "Days in the term from {since}: {days}, with a permanent exclusion or more than {over}. The board meets by "
            "{by}; whether it did is not recorded."
        ),
        "Ask the clerk of the governing board whether it has met, or on which day it does by {by}, and write it down.",
    ),
    "if_asked": (
        (
            "Days in the term from {since}: {days}, more than {over}. The board meets by {by} if a parent asks; "
            "whether one did is not recorded."
        ),
        (
            "Tell parents or carers that they may ask the governing board to meet, by {by}, and write down what they "
            "say."
        ),
    ),
    "calendar_ends": (
        (
            "Days in the term from {since}: {days}. The board may have to meet; the school calendar ends before the "
            "day by which."
        ),
        "Add the dates of the next term, and ask the clerk of the governing board when it meets.",
    ),
}
_TOLD: Final = {
    BoardState.REPRESENTATIONS: "representations",
    BoardState.BOARD_MET: "board_met",
    BoardState.IF_ASKED: "if_asked",
    BoardState.MUST_MEET: "must_meet",
    BoardState.MEETING_NOT_RECORDED: "meeting_not_recorded",
}
_SETTLED: Final = (BoardState.NONE, BoardState.REPRESENTATIONS, BoardState.BOARD_MET)


def _counted(count: Count) -> Count:
    return known(None, count.lacks) if count.lacks else count


def _said_of(clock: BoardClock, situation: Situation) -> Said:
    """The state of a board's clock with its numbers."""
    told: dict[str, Param] = {"days": days_told(clock.half_days, situation), "since": clock.since}
    if clock.state is BoardState.NONE:
        return said("none", since=clock.since)
    if clock.state in _SETTLED:
        return said(_TOLD[clock.state], **told)
    if clock.by is None:
        return said("calendar_ends", **told)
    limit = BOARD_IF_ASKED_OVER if clock.state is BoardState.IF_ASKED else BOARD_MUST_OVER
    return said(_TOLD[clock.state], **told, by=clock.by, over=limit.on(situation.on))


@rule(
    key="CLOCK-1",
    asks="What do the days of suspension in this term ask of the governing board?",
    expects="For up to five days in a term the board considers what parents say; for more than five it meets within "
    "fifty school days if a parent asks; for more than fifteen, or a permanent exclusion, it meets within fifteen.",
    force=Force.REQUIRED,
    cites=(_BOARD,),
    reads=("suspensions", "calendar"),
    numbers=_BOARD_NUMBERS,
    overlooks="The day on which the board was told: the school days are counted from the first day of the suspension "
    "with which the limit was passed. Whether two of six terms count as one, and examinations that would be missed.",
    met={
        "none": "No suspension is recorded in the term from {since}.",
        "representations": "Days in the term from {since}: {days}. The board considers what parents or carers say; "
        "it need not meet.",
        "board_met": "Days in the term from {since}: {days}. It is recorded that the board has looked at them.",
    },
    not_met=_OWED,
    not_known=_NOT_COUNTED | _OPEN,
)
def board_of_this_term(situation: Situation) -> Said:
    term = this_term(situation)
    count = _counted(count_suspended(situation, term))
    return _said_of(board_clock(situation, known(term, "no_calendar"), count), situation)


@rule(
    key="CLOCK-2",
    asks="Does the governing board still have to look at days of suspension in an earlier term of this school year?",
    expects="The school days within which a board meets run on into the next term.",
    force=Force.REQUIRED,
    cites=(_BOARD,),
    reads=("suspensions", "calendar"),
    numbers=_BOARD_NUMBERS,
    overlooks="School years before this one.",
    met={"nothing_left": "Nothing is left from an earlier term of this school year."},
    not_met=_OWED,
    not_known=_NOT_COUNTED | _OPEN,
)
def board_of_earlier_terms(situation: Situation) -> Said:
    _counted(count_suspended(situation, this_term(situation)))
    counts = [(term, _counted(count_suspended(situation, term))) for term in earlier_terms(situation)]
    clocks = [board_clock(situation, term, count) for term, count in counts]
    open_clocks = [clock for clock in clocks if clock.state not in _SETTLED]
    owed = [clock for clock in open_clocks if clock.state is BoardState.MUST_MEET and clock.by is not None]
    return _said_of((owed or open_clocks)[0], situation) if open_clocks else said("nothing_left")


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
            "Recorded here from {since} on: {days} days, where at most {most} may be given, all schools together.",
            (
                "Ask the head how the pupil is back in school today, and the authority which support there is. Tell "
                "the family that no day beyond {most} may be given."
            ),
        )
    },
    not_known=_NOT_COUNTED,
)
def days_of_the_year(situation: Situation) -> Said:
    year = school_year(situation)
    count = _counted(count_suspended(situation, year))
    most = SUSPENDED_DAYS_IN_YEAR.on(situation.on)
    is_over = count.half_days > most * HALF_DAYS.on(situation.on)
    since = known(year, "no_calendar").start
    days = days_told(count.half_days, situation)
    return said("over" if is_over else "within", since=since, days=days, most=most)


_SIXTH: Final = tuple(SixthDayState)
"""In the order in which one is told where several suspensions of a year differ."""


@rule(
    key="CLOCK-4",
    asks="Does the register show education from the sixth school day of each suspension of this school year?",
    expects="From the sixth school day of a suspension or permanent exclusion full-time education is arranged; the "
    "register then has the code of that provision.",
    force=Force.REQUIRED,
    cites=(
        EXCLUSION_GUIDANCE.at("education from the sixth school day"),
        EXCLUSION_METHODOLOGY.at("alternative provision"),
        ATTENDANCE_REGULATIONS.at("regulation 10"),
    ),
    reads=("suspensions", "calendar", "marks"),
    numbers=(HALF_DAYS, EDUCATION_FROM_DAY),
    overlooks="Whether the education is full-time and good; who arranges it; suspensions that follow each other "
    "without a day between are looked at one by one.",
    met={
        "none_so_long": "No suspension of this school year reaches its sixth school day.",
        "provided": "The register shows provision from {day}, the sixth school day of a suspension.",
    },
    not_met={
        "coded_excluded": (
            (
                "The sixth school day of a suspension was {day}; from then on the register says that no provision is "
                "made."
            ),
            "Find out today who arranges education, from {day} on, and what the pupil is owed for the days since.",
        )
    },
    not_known={
        "not_recorded": _NOT_COUNTED["not_recorded"],
        "no_calendar": _NOT_COUNTED["no_calendar"],
        "no_length": _NOT_COUNTED["no_length"],
        "calendar_ends": (
            "The school calendar ends before the sixth school day of a suspension.",
            "Add the dates of the next term, and agree who arranges education from that day.",
        ),
        "no_register": (
            "The sixth school day of a suspension was {day}; the register from then on is not recorded.",
            "Look up in the register where the pupil was taught from {day} on.",
        ),
        "not_told": (
            (
                "The sixth school day of a suspension was {day}; the codes from then on do not tell of provision."
            ),
            "Ask where the pupil was taught from {day} on, and correct the register where it is wrong.",
        ),
        "to_come": (
            "The sixth school day of a suspension is {day}: whether education is arranged cannot show yet.",
            "Agree with the family now who teaches from {day} on, and where.",
        ),
    },
)
def education_from_the_sixth_day(situation: Situation) -> Said:
    stream = known(situation.journey.suspensions, "not_recorded")
    year = known(school_year(situation), "no_calendar")
    until = known(year.until(situation.on), "no_calendar")
    found = sixth_days(situation, year, known(stream.within(until), "not_recorded"))
    if isinstance(found, str):
        return said(found)
    first = min(found, key=lambda one: _SIXTH.index(one.state), default=None)
    return said(first.state.value, day=first.day) if first else said("none_so_long")


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
