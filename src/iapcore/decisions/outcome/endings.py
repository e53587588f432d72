"""That a stay began, how it ended, whether a further one followed, and whose choice an exit was."""

from datetime import date
from typing import Final

from iapcore.decisions.rule import Said, Telling, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.record.placement import Ending, Entry, Placement
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination

__all__ = ["ANSWERS_PURPOSE", "NO_DESTINATION", "NO_ENDING", "NO_STAY", "ending_of"]

_OUTCOMES: Final = FOUR_TENETS.at("tenet 4, introduction")
_RETURN: Final = FOUR_TENETS.at("tenet 4, successful reintegration")
_EXITS: Final = FOUR_TENETS.at("tenet 4, common challenges")

NO_STAY: Final[dict[str, Telling]] = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the first day of the stay, once it has begun.",
    )
}
NO_ENDING: Final[dict[str, Telling]] = NO_STAY | {
    "open": (
        "No ending is recorded.",
        "When the stay has ended, write down its last day and where the pupil went.",
    )
}
NO_DESTINATION: Final[dict[str, Telling]] = NO_ENDING | {
    "no_destination": (
        "Where the pupil went is not recorded.",
        "Write down where the pupil went, whose choice it was and why.",
    )
}

ANSWERS_PURPOSE: Final[dict[Purpose, tuple[Destination, ...]]] = {
    Purpose.RETURN: (Destination.MAINSTREAM,),
    Purpose.QUALIFICATIONS: (Destination.POST_16,),
    Purpose.SPECIAL_SCHOOL_BRIDGE: (Destination.SPECIAL_SCHOOL,),
    Purpose.PRIMARY_YEAR: (Destination.MAINSTREAM, Destination.SPECIAL_SCHOOL),
}
"""Where each purpose is to lead."""
_ASKED_ABOUT: Final = (
    Destination.MANAGED_MOVE,
    Destination.OFF_SITE_DIRECTION,
    Destination.ELECTIVE_HOME_EDUCATION,
    Destination.PERMANENT_EXCLUSION,
    Destination.EXTERNAL_ALTERNATIVE_PROVISION,
)


def ending_of(situation: Situation) -> Ending:
    """The ending of a stay that began; without one the check ends there."""
    known(situation.stay, "no_stay")
    return known(situation.placement and situation.placement.ending, "open")


@rule(
    key="OUT-1",
    asks="Did the stay begin?",
    expects="Only a stay that took place can have an outcome.",
    force=Force.REQUIRED,
    cites=(_OUTCOMES,),
    reads=("placements", "placement.began"),
    met={"began": "The stay began on {day}."},
    not_met={
        "planned": (
            "The stay is planned to begin on {day}.",
            "Until the stay begins, agree who supports the pupil.",
        ),
        "none": (
            "It is recorded that there was no placement.",
            "If there was a stay after all, write it down.",
        ),
    },
    not_known={
        "not_recorded": (
            "Whether and when the stay began is not recorded.",
            "Write down the first day on which the pupil came, or that the stay did not begin.",
        )
    },
)
def stay_began(situation: Situation) -> Said:
    if situation.placement is None and situation.journey.placements == ():
        return said("none")
    placement = known(situation.placement, "not_recorded")
    if placement.began is not None:
        return said("began", day=placement.began)
    planned = known(placement.planned, "not_recorded")
    return said("planned" if situation.on <= planned.start else "not_recorded", day=planned.start)


@rule(
    key="OUT-2",
    asks="Did the stay end?",
    expects="Pupils move through a provision; a stay that is open is neither a success nor a failure.",
    force=Force.REQUIRED,
    cites=(_RETURN,),
    reads=("placements", "placement.ending", "placement.planned", "placement.extensions"),
    met={"ended": "The stay ended on {day}."},
    not_met={
        "open": (
            "It is open.",
            "Agree with pupil and family what the stay is to lead to, and look at it again.",
        ),
        "open_until": (
            "It is open; its end is planned for {day}.",
            "Agree well before {day} what comes next, with pupil and family.",
        ),
        "extended": (
            "It is open, and was extended from {planned} to {day}.",
            "Agree well before {day} what comes next, with pupil and family.",
        ),
    },
    not_known=NO_STAY
    | {
        "overrun": (
            "Its end was planned for {day} and none is recorded: did it end?",
            "Write down the last day of the stay, or until when it was extended and by whom.",
        )
    },
)
def stay_ended(situation: Situation) -> Said:
    known(situation.stay, "no_stay")
    placement = known(situation.placement, "no_stay")
    if placement.ending is not None:
        return said("ended", day=placement.ending.day)
    end = placement.planned_until(situation.on)
    if end is None:
        return said("open")
    if placement.overran(situation.on):
        return said("overrun", day=end)
    planned = placement.planned and placement.planned.end
    if planned is not None and planned < situation.on:
        return said("extended", planned=planned, day=end)
    return said("open_until", day=end)


@rule(
    key="OUT-3",
    asks="Where did the pupil go, and was that the purpose agreed at entry, or agreed later?",
    expects="Return is the ideal; qualifications with a pathway after 16, or a special school place, are valued too.",
    force=Force.REQUIRED,
    cites=(_OUTCOMES, _EXITS),
    reads=("placements", "placement.ending", "placement.purpose", "placement.purpose_changes"),
    overlooks="Whether the pupil is to blame: an exit is a question about the provision.",
    met={
        "as_agreed": "To {destination}, as was agreed at entry (purpose: {purpose}).",
        "as_first_agreed": "To {destination}, as was agreed at entry ({purpose}); it was changed later to: {changes}.",
        "as_changed": "To {destination}, as was agreed later (at entry: {purpose}; changed to: {changes}).",
    },
    not_met={
        "otherwise": (
            "To {destination}; the purpose agreed at entry was {purpose}.",
            "Ask pupil, family and staff what the provision could have offered, and write it down.",
        ),
        "otherwise_changed": (
            "To {destination}; the purpose agreed at entry was {purpose}, changed later to: {changes}.",
            "Ask pupil, family and staff what the provision could have offered, and write it down.",
        ),
    },
    not_known=NO_DESTINATION
    | {
        "no_purpose": (
            "To {destination}; which purpose was agreed at entry is not recorded.",
            "Look up what was agreed at entry, and write it down.",
        )
    },
)
def purpose_was_answered(situation: Situation) -> Said:
    destination = known(ending_of(situation).destination, "no_destination")
    placement = known(situation.placement, "no_stay")
    purpose = placement.purpose
    if purpose is None:
        return said("no_purpose", destination=destination)
    changes = sorted(placement.purpose_changes or (), key=lambda one: (one.day, one.purpose.value))
    at_entry = destination in ANSWERS_PURPOSE[purpose]
    if not changes:
        return said("as_agreed" if at_entry else "otherwise", destination=destination, purpose=purpose)
    now = [one.purpose for one in changes if one.day == changes[-1].day]
    later = all(destination in ANSWERS_PURPOSE[one] for one in now)
    reason = "as_changed" if later else "as_first_agreed" if at_entry else "otherwise_changed"
    named = tuple(one.purpose for one in changes)
    return said(reason, destination=destination, purpose=purpose, changes=named)


@rule(
    key="OUT-13",
    asks="Did a further stay follow, and was it planned?",
    expects="Some pupils need a further stay, and many of them cost places. A visit to the base is no stay.",
    force=Force.ADVISORY,
    cites=(FOUR_TENETS.at("tenet 4, planned and supported transition"), _EXITS),
    reads=("placements", "placement.ending", "placement.entry"),
    overlooks="Visits after the end: they are after-care. How long the return lasted is told by its day alone.",
    met={
        "none": "No further stay is recorded.",
        "planned": "A further stay, from {day}, was planned.",
    },
    not_met={
        "unplanned": (
            "The pupil came back on {day}, and that was not planned.",
            "Ask pupil, family and teachers what was missing after the first stay, and plan it this time.",
        )
    },
    not_known=NO_ENDING
    | {
        "no_start": (
            "Whether another stay of the pupil came before or after is not recorded.",
            "Write down the first day of each stay, or that it did not begin.",
        ),
        "no_entry": (
            "A further stay, from {day}, is recorded; whether it was planned is not.",
            "Write down how that stay came about: planned as a further stay, or not.",
        ),
    },
)
def no_unplanned_stay_followed(situation: Situation) -> Said:
    ending = ending_of(situation)
    placements = known(situation.journey.placements, "no_start")
    others = [one for one in placements if one != situation.placement]
    if any(_start(one, situation.on) is None for one in others):
        return said("no_start")
    starts = {_start(one, situation.on): one for one in others}
    later = [day for day in starts if day is not None and day >= ending.day]
    if not later:
        return said("none")
    day = min(later)
    entries = {one.entry for one in others if _start(one, situation.on) == day}
    if entries == {Entry.UNPLANNED_RETURN}:
        return said("unplanned", day=day)
    return said("planned" if entries == {Entry.PLANNED_FURTHER_STAY} else "no_entry", day=day)


def _start(placement: Placement, on: date) -> date | None:
    """The first day of another stay, or the one planned for it that has not passed."""
    if placement.began is not None:
        return placement.began
    planned = placement.planned
    return planned.start if planned is not None and on <= planned.start else None


@rule(
    key="OUT-15",
    asks="Where the stay ended in an exit to ask about: is it recorded whose choice it was, and why?",
    expects="A provision is no stepping-stone to a managed move, off-site direction, home education or exclusion.",
    force=Force.ADVISORY,
    cites=(_EXITS,),
    reads=("placements", "placement.ending"),
    overlooks="What the reason was. A day a week with a vocational provider during a stay is no exit.",
    met={
        "no_such_exit": "To {destination}: none of the exits that the sources warn of.",
        "explained": "To {destination}; chosen by: {chosen_by}. The reason is recorded.",
    },
    not_met={},
    not_known=NO_DESTINATION
    | {
        "no_choice": (
            "To {destination}; whose choice it was is not recorded.",
            "Ask pupil and family whose choice the move was and what else was offered, and write down what they said.",
        ),
        "no_reason": (
            "To {destination}; chosen by: {chosen_by}. Why is not recorded.",
            "Write down why, in the words of pupil and family too, and what the provision could have offered.",
        ),
    },
)
def exit_is_explained(situation: Situation) -> Said:
    ending = ending_of(situation)
    destination = known(ending.destination, "no_destination")
    if destination not in _ASKED_ABOUT:
        return said("no_such_exit", destination=destination)
    if ending.chosen_by is None:
        return said("no_choice", destination=destination)
    reason = "explained" if (ending.words or "").strip() else "no_reason"
    return said(reason, destination=destination, chosen_by=ending.chosen_by)
