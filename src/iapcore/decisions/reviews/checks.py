"""Are the reviews of a stay held in time, with everybody, and about what was agreed?

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet three: regular reviews with parents or carers and staff inform
support plans, look at targets and prepare for transition.

Rules of the room: a review that was missed is a question to the adults who hold it. Whether the pupil comes is the
pupil's choice: what is asked is whether the pupil could say something.
"""

from datetime import date
from itertools import pairwise
from typing import Final

from iapcore.decisions.judgement import Judgement, ask
from iapcore.decisions.questions import Questions, questions_of
from iapcore.decisions.reviews.plan import (
    Part,
    reviews_held,
    targets_left,
    weeks_between,
    who_was_missing,
)
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Force
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.review import Review

__all__ = ["REVIEWS", "check_reviews"]

_MONITORING: Final = FOUR_TENETS.at("tenet 3, assessment and monitoring")
_VOICE: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_NOT_RECORDED: Final = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the day on which the pupil first came.",
    ),
    "not_recorded": (
        "Reviews are not recorded.",
        "Write down which reviews of this stay were held, or that none was.",
    ),
}
_NONE_HELD: Final = {
    "none_held": (
        "No review of this stay is recorded yet.",
        "Invite pupil, family and staff to the first review, and write down the day.",
    )
}


def _held(situation: Situation) -> tuple[Review, ...]:
    known(situation.stay, "no_stay")
    return known(reviews_held(situation), "not_recorded")


def _last(situation: Situation) -> Review:
    held = _held(situation)
    return known(held[-1] if held else None, "none_held")


@rule(
    key="REV-1",
    asks="Were the reviews held in time?",
    expects="Reviews are regular, every three to six weeks. The policy says how far apart they may lie; where the "
    "provision states fewer weeks, these are its promise, and are asked for. More than the policy allows it cannot.",
    force=Force.REQUIRED,
    cites=(_MONITORING,),
    reads=("placements", "calendar", "reviews", "placement.began", "placement.provision"),
    chooses=("review_weeks",),
    overlooks="Talks that nobody calls a review.",
    met={
        "in_time": "Reviews held: {held}, never more than {weeks} school weeks apart.",
        "not_due": "No review is recorded, and it is no more than {weeks} school weeks since {start}.",
    },
    not_met={
        "late": (
            "Between {start} and {until} more than {weeks} school weeks went by without one. Reviews held: {held}.",
            "Hold a review as soon as pupil and family can come, and agree what makes the next one come in time.",
        )
    },
    not_known=_NOT_RECORDED
    | {
        "no_calendar": (
            "The school calendar is not recorded, or ends before.",
            "Add the dates of the school's terms, so that school weeks can be counted.",
        )
    },
)
def reviews_are_in_time(situation: Situation) -> Said:
    held, stay = _held(situation), known(situation.stay, "no_stay")
    calendar = known(situation.journey.calendar, "no_calendar")
    weeks = weeks_between(situation)
    days = [stay.start, *(one.day for one in held), stay.end or situation.on]
    for start, until in pairwise(days):
        latest = calendar.weeks_later(start, weeks)
        if latest is not None and latest < until:
            return said("late", start=start, until=until, weeks=weeks, held=len(held))
    known(calendar.is_school_day(stay.start), "no_calendar")
    known(calendar.is_school_day(days[-1]), "no_calendar")
    if not held:
        return said("not_due", weeks=weeks, start=stay.start)
    return said("in_time", held=len(held), weeks=weeks)


@rule(
    key="REV-2",
    asks="Were family and staff at the last review?",
    expects="Reviews are held with parents or carers and staff.",
    force=Force.REQUIRED,
    cites=(_MONITORING,),
    reads=("placements", "reviews", "placement.began"),
    overlooks="Whether they could come at another hour: ask.",
    met={"there": "Family and staff were at the review on {day}."},
    not_met={
        "missing": (
            "Not at the review on {day}: {parts}.",
            "Ask what would make it possible to be there ({parts}), and tell them what was said on {day}.",
        )
    },
    not_known=_NOT_RECORDED
    | _NONE_HELD
    | {
        "attendance_not_recorded": (
            "Who was at the review on {day} is not recorded, or is recorded in two ways.",
            "Write down who was at the review on {day}.",
        )
    },
)
def family_and_staff_were_there(situation: Situation) -> Said:
    last = _last(situation)
    missing = who_was_missing(last)
    if missing is None:
        return said("attendance_not_recorded", day=last.day)
    parts = tuple(part for part in missing if part is not Part.PUPIL)
    return said("missing", day=last.day, parts=parts) if parts else said("there", day=last.day)


@rule(
    key="REV-3",
    asks="Could the pupil say what they want at the last review?",
    expects="The pupil has a say in what comes next and how fast.",
    force=Force.ADVISORY,
    cites=(_VOICE,),
    reads=("placements", "reviews", "placement.began"),
    overlooks="What the pupil said: readiness asks for that. A pupil need not come to have a say.",
    met={
        "said": "What the pupil wants was recorded at the review on {day}.",
        "there": "The pupil was at the review on {day}; what the pupil wants is not written down.",
    },
    not_met={
        "left_out": (
            "The pupil was not at the review on {day}, and what the pupil wants is not recorded.",
            "Ask the pupil, and write down what they said.",
        )
    },
    not_known=_NOT_RECORDED
    | _NONE_HELD
    | {
        "attendance_not_recorded": (
            "Neither who was at the review on {day} nor what the pupil wants is recorded.",
            "Ask the pupil, and write down what they said.",
        )
    },
)
def pupil_could_speak(situation: Situation) -> Said:
    last = _last(situation)
    missing = who_was_missing(last)
    if last.pupil_wish is not None:
        return said("said", day=last.day)
    if missing is None:
        return said("attendance_not_recorded", day=last.day)
    return said("left_out" if Part.PUPIL in missing else "there", day=last.day)


@rule(
    key="REV-4",
    asks="Did the last review record what the family thinks?",
    expects="Parents or carers are partners in the review.",
    force=Force.ADVISORY,
    cites=(_MONITORING,),
    reads=("placements", "reviews", "placement.began"),
    overlooks="What they think: it is theirs to say.",
    met={"recorded": "What the family thinks was recorded at the review on {day}."},
    not_met={},
    not_known=_NOT_RECORDED
    | _NONE_HELD
    | {
        "no_view": (
            "What the family thinks is not recorded at the review on {day}, or is recorded in two ways.",
            "Ask the family what they think of what was said on {day}, and write it down.",
        )
    },
)
def family_view_is_recorded(situation: Situation) -> Said:
    last = _last(situation)
    return said("no_view" if last.family_view is None else "recorded", day=last.day)


@rule(
    key="REV-5",
    asks="Did the last review look at every target?",
    expects="Reviews look at progress against the targets.",
    force=Force.REQUIRED,
    cites=(_MONITORING,),
    reads=("placements", "reviews", "targets", "placement.began"),
    overlooks="Whether the targets are the right ones.",
    met={"looked_at": "The review on {day} looked at every target that was set by then."},
    not_met={
        "left_out": (
            "Targets that the review on {day} did not look at: {targets}.",
            "Look at these targets with the pupil, and keep, change or drop each of them.",
        )
    },
    not_known=_NOT_RECORDED
    | _NONE_HELD
    | {
        "targets_not_recorded": (
            "The targets, or which of them the review on {day} looked at, are not recorded.",
            "Write down the targets, and how each of them stood on {day}.",
        )
    },
)
def targets_were_looked_at(situation: Situation) -> Said:
    last = _last(situation)
    left = targets_left(last, situation.journey.targets)
    if left is None:
        return said("targets_not_recorded", day=last.day)
    return said("left_out", day=last.day, targets=left) if left else said("looked_at", day=last.day)


@rule(
    key="REV-6",
    asks="Did the last review set the day of the next?",
    expects="While a stay goes on, everybody knows when people look again.",
    force=Force.REQUIRED,
    cites=(_MONITORING,),
    reads=("placements", "reviews", "placement.began"),
    overlooks="Whether the day has passed: the safeguards ask for that.",
    met={
        "set": "The review on {day} set the next for {next_day}.",
        "ended": "The stay ended on {day}: follow-up takes the place of reviews.",
    },
    not_met={},
    not_known=_NOT_RECORDED
    | _NONE_HELD
    | {
        "not_set": (
            "The review on {day} records no one day for the next.",
            "Agree with pupil and family on the day of the next review, and write it down.",
        )
    },
)
def next_day_is_set(situation: Situation) -> Said:
    _held(situation)
    ending = situation.placement and situation.placement.ending
    if ending:
        return said("ended", day=ending.day)
    last = _last(situation)
    if last.next_review is None:
        return said("not_set", day=last.day)
    return said("set", day=last.day, next_day=last.next_review)


REVIEWS: Final[tuple[Rule, ...]] = (
    reviews_are_in_time,
    family_and_staff_were_there,
    pupil_could_speak,
    family_view_is_recorded,
    targets_were_looked_at,
    next_day_is_set,
)
"""The law of this room."""


def check_reviews(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Judgement[Questions]:
    """Which questions should people ask about the reviews of a stay?

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Pupil, PupilId, Review, Role, profile
    >>> review = Review(day=date(2026, 11, 20), attended=(Role.PROVISION_LEAD,))
    >>> stay = Placement(began=date(2026, 11, 2))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,), reviews=(review,))
    >>> judged = check_reviews(journey, policy=profile(), on=date(2026, 11, 23))
    >>> judged.answer.value, judged.finding("REV-2").sentence
    ('questions_to_ask', 'Not at the review on 20 November 2026: family.')
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    findings = ask(REVIEWS, situation)
    answer = questions_of(findings)
    return Judgement(about="reviews", answer=answer, findings=findings, policy=policy.named, on=on)
