"""The other valued way: qualifications, and a place after 16 that is secured and kept."""

from typing import Final

from iapcore.decisions.outcome.endings import NO_DESTINATION, ending_of
from iapcore.decisions.rule import Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.qualifications import PathwayStep, QualificationKind
from iapcore.vocabulary.settings import Destination

__all__: list[str] = []

_MEASURES: Final = FOUR_TENETS.at("tenet 4, table of design, measurement")
_QUALIFICATIONS: Final = FOUR_TENETS.at("tenet 4, introduction")
_AFTER_16: Final = (Destination.POST_16, Destination.NO_POST_16_PLACE)
_STEPS: Final = tuple(PathwayStep)
_REASONS: Final = {
    PathwayStep.APPLIED: "applied",
    PathwayStep.OFFERED: "secured",
    PathwayStep.STARTED: "secured",
    PathwayStep.STILL_THERE: "retained",
    PathwayStep.LEFT: "left",
}


@rule(
    key="OUT-11",
    asks="Is there a place after 16, and is the young person still there?",
    expects="A pathway after 16 is secured, and it lasts: how many stay is one measure of success.",
    force=Force.ADVISORY,
    cites=(_MEASURES,),
    reads=("placements", "placement.ending", "pathway"),
    overlooks="What the place is, and why somebody left it.",
    met={
        "retained": "Still there on {day}.",
        "secured": "The last step recorded, on {day}: {step}.",
        "elsewhere": "The stay did not lead to a place after 16: it is not asked.",
    },
    not_met={
        "applied": (
            "Applied on {day}; no offer is recorded.",
            "Ask the young person whether there was an answer, and help with another application.",
        ),
        "left": (
            "Left the place by {day}.",
            "Ask the young person how they are and what would help, and tell them who can help to find another place.",
        ),
        "no_step": (
            "It is recorded that no step towards a place was taken.",
            "Talk with the young person about what they would like to do next, and who helps with it.",
        ),
        "no_place": (
            "There was no place after 16 when the stay ended.",
            "Talk with the young person about what they would like to do next, and who helps with it.",
        ),
    },
    not_known=NO_DESTINATION
    | {
        "not_recorded": (
            "The steps towards a place after 16 are not recorded.",
            "Ask the young person or the place whether they are there, and write down the day.",
        )
    },
)
def has_a_place_after_16(situation: Situation) -> Said:
    destination = known(ending_of(situation).destination, "no_destination")
    if destination not in _AFTER_16:
        return said("elsewhere")
    pathway = known(situation.journey.pathway, "not_recorded")
    if destination is Destination.NO_POST_16_PLACE:
        ended = ending_of(situation).day
        pathway = tuple(one for one in pathway if one.day > ended)
        if not pathway:
            return said("no_place")
    if not pathway:
        return said("no_step")
    day = max(one.day for one in pathway)
    step = max((one.step for one in pathway if one.day == day), key=_STEPS.index)
    return said(_REASONS[step], day=day, step=step)


@rule(
    key="OUT-12",
    asks="Which qualifications did the stay lead to?",
    expects="Vocational and functional qualifications are valued as well as academic ones.",
    force=Force.ADVISORY,
    cites=(_QUALIFICATIONS, _MEASURES),
    reads=(
        "placements",
        "placement.ending",
        "placement.purpose",
        "placement.purpose_changes",
        "qualifications",
    ),
    overlooks="Grades, and how many others gain: no pupil is compared with another.",
    met={
        "gained": "Gained since the stay began: {gained} ({kinds}); under way: {under_way}.",
        "other_purpose": "The stay was not for qualifications and did not lead on after 16: it is not asked.",
    },
    not_met={
        "not_yet": (
            "Gained since the stay began: none yet; under way: {under_way}.",
            "Ask pupil and teachers what would help before the next date for an entry.",
        ),
        "none": (
            "It is recorded that no qualification was aimed for.",
            "Talk with pupil and family about qualifications that fit what the pupil likes to do.",
        ),
    },
    not_known=NO_DESTINATION
    | {
        "no_purpose": (
            "Which purpose was agreed at entry is not recorded.",
            "Look up what was agreed at entry, and write it down.",
        ),
        "not_recorded": (
            "Qualifications are not recorded.",
            "Write down which qualifications the pupil aims for, is entered for and has gained.",
        ),
    },
)
def gained_qualifications(situation: Situation) -> Said:
    stay = known(situation.stay, "no_stay")
    placement = known(situation.placement, "no_stay")
    purpose = placement.purpose_on(situation.on)
    if purpose is not Purpose.QUALIFICATIONS:
        destination = known(ending_of(situation).destination, "no_destination")
        if destination not in _AFTER_16 and known(purpose, "no_purpose"):
            return said("other_purpose")
    recorded = known(situation.journey.qualifications, "not_recorded")
    under_way = [one for one in recorded if one.gained is None]
    gained = [one.kind for one in recorded if one.gained is not None and one.gained >= stay.start]
    if not recorded:
        return said("none")
    if not gained:
        return said("not_yet", under_way=len(under_way))
    kinds = tuple(kind for kind in QualificationKind if kind in gained)
    return said("gained", gained=len(gained), kinds=kinds, under_way=len(under_way))
