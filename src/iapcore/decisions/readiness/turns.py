"""The stay and its week, and which lessons of it have their turn.

Rules of the room: of one colour those come first whose teacher was spoken to. A colour for which the policy asks to
talk first waits for the talk, and the colours after it wait with it: no lesson is skipped to keep up a pace.
"""

from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from iapcore.decisions.rule import Said, Telling, known, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import ColourMeaning
from iapcore.record.review import Review
from iapcore.record.timetable import Slot, WayBack
from iapcore.record.transition import Conversation
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.spans import DateSpan

__all__ = [
    "NO_RATINGS",
    "NO_STAY",
    "NO_WEEK",
    "OTHER_PURPOSE",
    "accompanied",
    "fresh_until",
    "in_turn",
    "lately",
    "next_lessons",
    "other_purpose",
    "proposed",
    "reviews_of",
    "spoken_about",
    "stay_of",
    "week_of",
]

_ONE_DAY: Final = timedelta(days=1)

NO_STAY: Final[dict[str, Telling]] = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the first day of the stay, or the day for which it is planned.",
    )
}
NO_WEEK: Final[dict[str, Telling]] = {
    "no_timetable": (
        "The timetable during the stay, or where a lesson is taught, is not recorded.",
        "Write down the week as it is taught now: for every lesson, in the base or in mainstream.",
    )
}
NO_RATINGS: Final[dict[str, Telling]] = {
    "no_ratings": (
        "The pupil's colours are not recorded.",
        "Sit down with the pupil and ask for a colour for every lesson of the week.",
    )
}
OTHER_PURPOSE: Final[dict[str, Telling]] = {
    "other_purpose": "The stay now has another purpose than going back: {purpose}."
}


def stay_of(situation: Situation) -> DateSpan:
    """The stay; the check ends with *not known* where it has not begun."""
    return known(situation.stay, "no_stay")


def week_of(situation: Situation) -> WayBack:
    """Where the lessons stand; the check ends with *not known* where no timetable of the stay tells."""
    stay_of(situation)
    return known(situation.week, "no_timetable")


def reviews_of(situation: Situation) -> list[Review]:
    """The reviews of this stay."""
    stay = stay_of(situation)
    return [one for one in situation.journey.reviews or () if one.day in stay]


def other_purpose(situation: Situation) -> Said | None:
    """What a rule about going back says of a stay that now has another purpose than return."""
    purpose = situation.placement and situation.placement.purpose_on(situation.on)
    return None if purpose in (None, Purpose.RETURN) else said("other_purpose", purpose=purpose)


def fresh_until(situation: Situation, complete: DateSpan) -> date | None:
    """The last day that a stream tells of, unless that is longer ago than the policy's reviews lie apart."""
    until = complete.until(situation.on)
    stale = situation.on - timedelta(weeks=situation.policy.review_weeks.value)
    return until.end if until and until.end and until.end > stale else None


def lately(situation: Situation, complete: DateSpan, reason: str) -> DateSpan:
    """The last weeks of the stay of which a stream tells, as many as reviews lie apart; else the reason why not."""
    until = known(fresh_until(situation, complete), reason)
    span = known(stay_of(situation).until(until), reason)
    end = span.end or situation.on
    first = end - timedelta(weeks=situation.policy.review_weeks.value) + _ONE_DAY
    return DateSpan(max(span.start, first), end)


def _conversations(situation: Situation) -> tuple[Conversation, ...]:
    transition = situation.placement and situation.placement.transition
    return (transition and transition.conversations) or ()


def spoken_about(situation: Situation) -> frozenset[Slot]:
    """The lessons whose teachers were spoken to."""
    return frozenset(slot for one in _conversations(situation) for slot in one.slots or ())


def next_lessons(situation: Situation) -> tuple[Slot, ...]:
    """The lessons in the base that the pupil gave a colour of the policy: by colour, then as the week runs."""
    week = week_of(situation)
    colours = known(situation.colours, "no_ratings")
    order = situation.policy.colour_order.value
    return tuple(slot for colour in order for slot in week.in_base if colours.get(slot) is colour)


def in_turn(situation: Situation) -> tuple[Slot, ...]:
    """Those whose turn it is: as many as the policy adds in a step."""
    colours = situation.colours or {}
    order = situation.policy.colour_order.value
    spoken = spoken_about(situation)
    ranked = sorted(
        next_lessons(situation), key=lambda slot: (order.index(colours[slot]), slot not in spoken)
    )
    return tuple(ranked[: situation.policy.lessons_per_step.value])


def proposed(situation: Situation) -> tuple[Slot, ...]:
    """Those of them that may be proposed: up to the first that waits until its teacher was spoken to."""
    spoken = spoken_about(situation)
    return tuple(
        takewhile(
            lambda slot: slot in spoken or _meaning(situation, slot) is not ColourMeaning.TALK_FIRST,
            in_turn(situation),
        )
    )


def accompanied(situation: Situation) -> tuple[Slot, ...]:
    """Those whose turn it is and to which, for their colour, somebody goes along."""
    return tuple(
        slot for slot in in_turn(situation) if _meaning(situation, slot) is ColourMeaning.ACCOMPANIED
    )


def _meaning(situation: Situation, slot: Slot) -> ColourMeaning:
    return situation.policy.meaning((situation.colours or {})[slot])
