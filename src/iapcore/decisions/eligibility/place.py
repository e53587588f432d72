"""Whether the place is support, fits this pupil, and is free; and what is done for a pupil who waits."""

from typing import Final

from iapcore.decisions.eligibility.referral import NO_REFERRAL, PROCESS, referral_of
from iapcore.decisions.needs import needs_seen
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS, IAP_FINDINGS, INCLUSION_BASES
from iapcore.guidance.sources import Force
from iapcore.record.provision import Provision
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Phase
from iapcore.vocabulary.year_groups import KeyStage

__all__ = ["PLACE_RULES"]

_SUPPORT: Final = FOUR_TENETS.at("tenet 2, a place of support, not sanction")
_DEMAND: Final = IAP_FINDINGS.at("common challenges")
_PRIMARY: Final = (KeyStage.EARLY_YEARS, KeyStage.KS1, KeyStage.KS2)


def _provision(situation: Situation) -> Provision:
    return known(situation.provision, "no_provision")


@rule(
    key="ELIG-9",
    asks="Is the place support, and not a sanction?",
    expects="A place is support and no part of a continuum of sanctions, and it does not stand in for a suspension.",
    force=Force.REQUIRED,
    is_fixed=True,
    cites=(_SUPPORT, INCLUSION_BASES.at("use of a base")),
    reads=("referrals", "placements", "placement.provision", "referral.instead_of_sanction"),
    overlooks="How the pupil experiences it: that is asked during the stay. What happened in the days before.",
    met={"support": "It is recorded that the place does not stand in for a sanction."},
    not_met={
        "instead": (
            "It is recorded that the place stands in for a suspension or another sanction.",
            "Answer what happened in its own right; then talk with pupil and family about which support would help.",
        ),
        "room_of_sanction": (
            "The room is recorded as one for sanctions: {kind}.",
            "Look for a place that is support; where the room is one, mend the record of it.",
        ),
    },
    not_known=NO_REFERRAL
    | {
        "no_provision": (
            "The provision is not recorded.",
            "Write down which provision the place would be in.",
        ),
        "not_recorded": (
            "Whether the place stands in for a sanction is not recorded.",
            "Ask who made the referral whether the place stands in for a sanction, and write down the answer.",
        ),
    },
)
def place_is_support(situation: Situation) -> Said:
    referral = referral_of(situation)
    provision = _provision(situation)
    if not provision.kind.is_support:
        return said("room_of_sanction", kind=provision.kind)
    return said("instead" if known(referral.instead_of_sanction, "not_recorded") else "support")


@rule(
    key="ELIG-10",
    asks="Does the provision teach pupils of this phase and key stage?",
    expects="The place that is offered is the right one for the pupil.",
    force=Force.REQUIRED,
    cites=(PROCESS,),
    reads=("placements", "placement.provision", "pupil.year_group"),
    overlooks="Which subjects it teaches. Where its key stages are recorded, its phase does not matter.",
    met={"taught": "The provision teaches {key_stage}."},
    not_met={
        "not_taught": (
            "The provision is recorded as teaching {taught}; the pupil is in {key_stage}.",
            "Ask the lead of the provision whether it can teach {key_stage}; else look for a place that does.",
        ),
        "other_phase": (
            "The provision is recorded as {phase}; the pupil is in {key_stage}.",
            "Ask the lead of the provision which key stages it teaches, and write them down; is {key_stage} one?",
        ),
    },
    not_known={
        "no_provision": (
            "The provision, or the key stages that it teaches, is not recorded.",
            "Write down which provision the place would be in, and which key stages it teaches.",
        ),
        "no_key_stage": (
            "The pupil's year group is not recorded, or has no key stage.",
            "Write down the year in which the pupil is taught; if none is followed, ask the lead whether this fits.",
        ),
    },
)
def key_stage_is_taught(situation: Situation) -> Said:
    provision = _provision(situation)
    year = situation.journey.pupil.year_group
    key_stage = known(year and year.key_stage, "no_key_stage")
    taught, phase = provision.key_stages, provision.phase
    if taught is not None and key_stage in taught:
        return said("taught", key_stage=key_stage)
    if taught is not None:
        return said("not_taught", taught=taught, key_stage=key_stage)
    of_pupil = Phase.PRIMARY if key_stage in _PRIMARY else Phase.SECONDARY
    if phase is not None and phase is not of_pupil:
        return said("other_phase", phase=phase, key_stage=key_stage)
    return said("no_provision")


@rule(
    key="ELIG-11",
    asks="Is a place free?",
    expects="Most schools have more pupils who would benefit than places: then there is a waiting list.",
    force=Force.REQUIRED,
    cites=(FOUR_TENETS.at("tenet 4, planned and supported transition"), _DEMAND),
    reads=("placements", "placement.began", "placement.ending"),
    chooses=("waiting_order",),
    overlooks="Who else waits, and how grave anybody's ground is: nobody is ranked.",
    met={
        "free": "Places free: {places}.",
        "already_here": "The pupil has had the place since {began}.",
    },
    not_met={
        "full": (
            "No place is free, so the pupil waits. The list is taken up as the policy chose: {order}.",
            "Tell pupil and family how the list is taken up, write down since when they wait, and agree on support.",
        )
    },
    not_known={
        "not_recorded": (
            "Whether the pupil has a place already is not recorded.",
            "Write down whether a placement is planned or has begun.",
        ),
        "not_told": (
            "Whether a place is free is not known here.",
            "Ask the lead of the provision how many places are free.",
        ),
        "ended": (
            "The stay that is asked about ended on {ended}.",
            "Where another stay would help, make a new referral, and ask about that.",
        ),
    },
)
def place_is_free(situation: Situation) -> Said:
    stay = situation.placement
    if stay and stay.ending:
        return said("ended", ended=stay.ending.day)
    if stay and stay.began:
        return said("already_here", began=stay.began)
    known(situation.journey.placements, "not_recorded")
    places = known(situation.places_free, "not_told")
    return (
        said("free", places=places)
        if places >= 1
        else said("full", order=situation.policy.waiting_order.value)
    )


def _purpose(situation: Situation) -> Purpose | None:
    """The purpose agreed for the stay; that of the referral where its provision stands for that of a placement."""
    asked = situation.placement or situation.referral
    return asked and asked.purpose


@rule(
    key="ELIG-12",
    asks="Does the provision serve the purpose of this stay?",
    expects="What a provision is for is clear, and differs: a return asks for other things than qualifications do.",
    force=Force.REQUIRED,
    cites=(PROCESS, FOUR_TENETS.at("tenet 4, table of design")),
    reads=("placements", "placement.provision", "placement.purpose"),
    overlooks="Whether the purpose changed later; what the referral asked for, where the stay was agreed otherwise.",
    met={"served": "The provision is for this purpose: {purpose}."},
    not_met={
        "another": (
            "The stay would be for {purpose}; the provision is recorded as being for {purposes}.",
            "Ask the lead of the provision whether it can serve this; else look for a place that does: {purpose}.",
        )
    },
    not_known={
        "no_provision": (
            "The provision, or what it is for, is not recorded.",
            "Ask the lead of the provision which purposes it serves, and write them down.",
        ),
        "no_purpose": (
            "What the stay would be for is not recorded.",
            "Agree with pupil and family on what the stay would be for, and write it down.",
        ),
    },
)
def purpose_is_served(situation: Situation) -> Said:
    purposes = known(_provision(situation).purposes, "no_provision")
    purpose = known(_purpose(situation), "no_purpose")
    if purpose in purposes:
        return said("served", purpose=purpose)
    return said("another", purpose=purpose, purposes=purposes)


@rule(
    key="ELIG-13",
    asks="Can the provision meet the needs that were found?",
    expects="A place answers what a pupil needs in order to learn, to be well and to be safe.",
    force=Force.ADVISORY,
    cites=(_SUPPORT,),
    reads=("placements", "placement.provision", "needs"),
    overlooks="How great a need is. Often needs are looked for only in the first week: this stops nobody.",
    met={
        "can_meet": "The provision is recorded as meeting the needs found: {needs}.",
        "none_found": "All three kinds of need were looked for, and none was found.",
    },
    not_met={
        "beyond": (
            "Found, and not among the needs that the provision is recorded as meeting: {needs}.",
            "Ask the lead of the provision what would be needed to meet these here, or who else can help: {needs}.",
        )
    },
    not_known={
        "no_provision": (
            "The provision, or which needs it can meet, is not recorded.",
            "Ask the lead of the provision which needs it can meet, and write them down.",
        ),
        "no_needs": (
            "Which needs were looked for is not recorded.",
            "Write down which kinds of need were looked for, and what was found.",
        ),
        "open": (
            "Not looked for yet, or not clear whether there is a need: {needs}.",
            "Look for these with the pupil and the family, and write down what was found: {needs}.",
        ),
    },
)
def needs_can_be_met(situation: Situation) -> Said:
    can_meet = known(_provision(situation).needs, "no_provision")
    seen = needs_seen(known(situation.journey.needs, "no_needs"))
    if beyond := tuple(one for one in seen.found if one not in can_meet):
        return said("beyond", needs=beyond)
    if seen.open:
        return said("open", needs=seen.open)
    return said("can_meet", needs=seen.found) if seen.found else said("none_found")


@rule(
    key="ELIG-14",
    asks="Does a pupil who waits have support meanwhile?",
    expects="Where more pupils would benefit than there are places, those who wait are not left without support; the "
    "support that any pupil may have is there before, during and after a stay.",
    force=Force.ADVISORY,
    cites=(_DEMAND, FOUR_TENETS.at("tenet 1, table of strategies, access to mainstream resources")),
    reads=(
        "referrals",
        "placements",
        "placement.began",
        "referral.waiting_since",
        "referral.waited_until",
        "referral.support_while_waiting",
    ),
    overlooks="How long the wait is; whether a support that was begun goes on.",
    met={
        "place_taken": "The pupil does not wait: the stay began on {began}.",
        "place_free": "The pupil need not wait: places free: {places}.",
        "waited": "The wait was over on {until}.",
        "supported": "Support while waiting: {supports}.",
    },
    not_met={
        "none": (
            "The pupil waits, and it is recorded that there is no support meanwhile.",
            "Agree with pupil and family on support in school until a place is free, and write down when it starts.",
        )
    },
    not_known=NO_REFERRAL
    | {
        "no_placements": (
            "Whether the pupil has a place already is not recorded.",
            "Write down whether a placement is planned or has begun.",
        ),
        "not_told": (
            "Whether the pupil waits for a place is not recorded.",
            "Write down whether the pupil waits, and since when.",
        ),
        "not_recorded": (
            "Which support the pupil has while waiting is not recorded.",
            "Ask pupil and family which support there is meanwhile, and write it down.",
        ),
    },
)
def waiting_is_supported(situation: Situation) -> Said:
    referral = referral_of(situation)
    known(situation.journey.placements, "no_placements")
    if situation.placement and situation.placement.began:
        return said("place_taken", began=situation.placement.began)
    places = situation.places_free
    if places is not None and places >= 1:
        return said("place_free", places=places)
    if referral.waited_until is not None:
        return said("waited", until=referral.waited_until)
    if referral.waiting_since is None and places is None:
        return said("not_told")
    supports = known(referral.support_while_waiting, "not_recorded")
    return said("supported", supports=tuple(one.support for one in supports)) if supports else said("none")


PLACE_RULES: Final[tuple[Rule, ...]] = (
    place_is_support,
    key_stage_is_taught,
    place_is_free,
    purpose_is_served,
    needs_can_be_met,
    waiting_is_supported,
)
"""What is asked of the place."""
