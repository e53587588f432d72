"""What the referral says: why, what was tried first, and which data were looked at."""

from typing import Final

from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Citation, Force
from iapcore.record.referral import Referral
from iapcore.record.support import SupportTried
from iapcore.vocabulary.grounds import PriorSupport, Time

__all__ = ["LISTER", "NO_REFERRAL", "PROCESS", "REFERRAL_RULES", "WHERE_WAITING_HARMS", "referral_of"]

PROCESS: Final[Citation] = FOUR_TENETS.at("tenet 2, robust referral process")
LISTER: Final[Citation] = FOUR_TENETS.at("case study 2, Lister Community School")
NO_REFERRAL: Final = {
    "no_referral": (
        "No referral is recorded.",
        "Write down who asked for the place, when and why; or that nobody has asked for one.",
    )
}
"""The reason of every rule that asks about a referral where none is recorded."""


def referral_of(situation: Situation) -> Referral:
    """The referral in question; without one the rule ends as *not known*."""
    return known(situation.referral, "no_referral")


@rule(
    key="ELIG-1",
    asks="Was a referral made?",
    expects="A place follows from a referral, which is part of the school's own system of support.",
    force=Force.REQUIRED,
    cites=(PROCESS,),
    reads=("referrals",),
    overlooks="Who made it, and whether the form was complete.",
    met={"made": "A referral was made on {day}."},
    not_met={
        "none": (
            "It is recorded that there was no referral.",
            "Talk with pupil and family about what would help; where that is a place, make a referral.",
        )
    },
    not_known=NO_REFERRAL,
)
def referral_was_made(situation: Situation) -> Said:
    if situation.referral is None and situation.journey.referrals == ():
        return said("none")
    return said("made", day=referral_of(situation).day)


_ASK_FOR_THE_GROUND: Final = (
    "Ask what puts the pupil's learning at risk, seen already or foreseen; write it down."
)


@rule(
    key="ELIG-2",
    asks="Why is this pupil at risk of losing learning?",
    expects="A place is for a pupil at risk of some form of exclusion or absence, seen or foreseen.",
    force=Force.REQUIRED,
    cites=(FOUR_TENETS.at("introduction, definition"),),
    reads=("referrals", "referral.grounds"),
    overlooks="How grave the ground is: pupils are not ranked.",
    met={"recorded": "The ground. Seen already: {past}. Foreseen: {foreseen}. Not said which: {unsaid}."},
    not_met={"none": ("It is recorded that there is no ground.", _ASK_FOR_THE_GROUND)},
    not_known=NO_REFERRAL | {"not_recorded": ("No ground is recorded.", _ASK_FOR_THE_GROUND)},
)
def ground_is_recorded(situation: Situation) -> Said:
    grounds = known(referral_of(situation).grounds, "not_recorded")
    if not grounds:
        return said("none")
    told = {"past": Time.PAST, "foreseen": Time.FORESEEN, "unsaid": None}
    return said(
        "recorded",
        **{name: tuple(one.ground for one in grounds if one.time is time) for name, time in told.items()},
    )


_LOOK_AGAIN: Final = (
    "At the first review, look again at what was not tried before, and try it beside the stay."
)
WHERE_WAITING_HARMS: Final = "Where waiting would harm the pupil, write down why, and go on."


@rule(
    key="ELIG-3",
    asks="Were other supports tried and evaluated first?",
    expects="A place is best used once various other supports have been tried and evaluated.",
    force=Force.REQUIRED,
    cites=(PROCESS,),
    reads=("referrals", "referral.supports", "referral.waiting_would_harm"),
    chooses=("supports_evaluated", "prior_supports"),
    overlooks="Whether they helped: a support that did not help counts. Where the policy names none, any will do.",
    met={
        "tried": "Tried and evaluated: {evaluated}. The policy asks for {least}.",
        "waiting_would_harm": (
            "Tried and evaluated: {evaluated}; the policy asks for {least}. People recorded why waiting would harm.",
            _LOOK_AGAIN,
        ),
        "harm_without_record": (
            "What was tried before is not recorded. People recorded why waiting would harm.",
            _LOOK_AGAIN,
        ),
    },
    not_met={
        "too_few": (
            "Tried and evaluated: {evaluated}. The policy asks for {least}. Not tried yet: {consider}.",
            "Consider with pupil and family which of these would help now, and try it: {consider}. "
            + WHERE_WAITING_HARMS,
        ),
        "others_expected": (
            "The policy expects these to be tried and evaluated too: {consider}.",
            "Consider with pupil and family, and try: {consider}. " + WHERE_WAITING_HARMS,
        ),
        "not_evaluated": (
            "Tried, and not evaluated yet: {supports}. Tried and evaluated: {evaluated}. The policy asks for {least}.",
            "Look with the pupil at what each of these did, and write it down: {supports}. "
            + WHERE_WAITING_HARMS,
        ),
    },
    not_known=NO_REFERRAL
    | {
        "not_recorded": (
            "What was tried before is not recorded.",
            "Ask the pastoral team which supports were tried and what they did, and write it down.",
        )
    },
)
def supports_came_first(situation: Situation) -> Said:
    referral = referral_of(situation)
    if referral.supports is None:
        return said("harm_without_record" if referral.waiting_would_harm else "not_recorded")
    tried = set(referral.supports)
    done = {one for one in tried if one.evaluation is not None}
    named = situation.policy.prior_supports.value
    least = situation.policy.supports_evaluated.value
    counts = {"evaluated": len(done), "least": least}
    if len(done) >= least and set(named) <= _kinds(done):
        return said("tried", **counts)
    if referral.waiting_would_harm:
        return said("waiting_would_harm", **counts)
    if len(tried) >= least and set(named) <= _kinds(tried):
        return said("not_evaluated", **counts, supports=_in_order(_kinds(tried - done)))
    expected = _in_order(set(named) - _kinds(tried))
    if len(done) >= least:
        return said("others_expected", **counts, consider=expected)
    untried = _in_order(set(PriorSupport) - _kinds(tried) - {PriorSupport.OTHER})
    return said("too_few", **counts, consider=expected or untried or (PriorSupport.OTHER,))


def _kinds(supports: set[SupportTried]) -> set[PriorSupport]:
    return {one.support for one in supports}


def _in_order(kinds: set[PriorSupport]) -> tuple[PriorSupport, ...]:
    return tuple(one for one in PriorSupport if one in kinds)


@rule(
    key="ELIG-4",
    asks="Which data did the referral look at?",
    expects="A referral is driven by data of several kinds.",
    force=Force.REQUIRED,
    cites=(PROCESS, LISTER),
    reads=("referrals", "referral.data_considered"),
    chooses=("data_sets",),
    overlooks="What the data said.",
    met={"considered": "The referral looked at: {data}."},
    not_met={
        "some_left_out": (
            "The referral has not looked at: {data}.",
            "Look at these too, with those who hold them, and write down that it was done: {data}.",
        )
    },
    not_known=NO_REFERRAL
    | {
        "not_recorded": (
            "Which data were looked at is not recorded.",
            "Ask who made the referral which data they looked at, and write it down.",
        )
    },
)
def data_were_considered(situation: Situation) -> Said:
    considered = known(referral_of(situation).data_considered, "not_recorded")
    left_out = tuple(one for one in situation.policy.data_sets.value if one not in considered)
    return said("some_left_out", data=left_out) if left_out else said("considered", data=considered)


REFERRAL_RULES: Final[tuple[Rule, ...]] = (
    referral_was_made,
    ground_is_recorded,
    supports_came_first,
    data_were_considered,
)
"""What is asked of the referral."""
