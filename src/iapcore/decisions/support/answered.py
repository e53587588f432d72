"""Whether what was found is answered: a baseline, a target and an intervention for each need."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.support.found import (
    FIRST_WEEK,
    MONITORING,
    NEEDS,
    NO_NEEDS,
    OPEN,
    Happened,
    found_in,
    of_this_stay,
    stay_of,
)
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.vocabulary.grounds import NeedKind
from iapcore.vocabulary.spans import DateSpan

__all__ = ["ANSWERED_RULES"]

_NONE_FOUND: Final = {"none_found": "All three kinds of need were looked for, and none was found."}


def _first_day(records: Iterable[Happened]) -> date | None:
    return min((one.day for one in records), default=None)


def _baseline(situation: Situation, need: NeedKind, made: Iterable[Happened]) -> Said:
    """Whether something was made to compare with later, where that kind of need was found."""
    seen = found_in(situation)
    first = _first_day(of_this_stay(situation, made))
    if first is not None:
        return said("made", day=first)
    if need in seen.open:
        return said("open", needs=(need,))
    return said("none" if need in seen.found else "not_needed")


@rule(
    key="SUPP-2",
    asks="Where there is a need in learning, is it known where the pupil started?",
    expects="Attainment is known at the start, so that progress shows, as closely followed as in mainstream.",
    force=Force.REQUIRED,
    cites=(MONITORING,),
    reads=("placements", "needs", "subjects"),
    overlooks="Which subjects; how soon it was: the day is shown.",
    met={
        "made": "A subject was assessed first on {day}.",
        "not_needed": "No need in learning was found.",
    },
    not_met={
        "none": (
            "A need in learning was found, and no assessment in a subject is recorded.",
            "Ask the subject teachers where the pupil stands, on the tasks of the year if possible; write it down.",
        )
    },
    not_known=NO_NEEDS
    | OPEN
    | {
        "no_subjects": (
            "Assessments in subjects are not recorded.",
            "Ask the subject teachers for what they know, and write it down.",
        )
    },
)
def learning_has_a_baseline(situation: Situation) -> Said:
    found_in(situation)
    return _baseline(situation, NeedKind.LEARNING, known(situation.journey.subjects, "no_subjects"))


@rule(
    key="SUPP-3",
    asks="Where there is a need in wellbeing, is it known how the pupil was at the start?",
    expects="Social, emotional and mental health is assessed at the start, to have something to compare with.",
    force=Force.REQUIRED,
    cites=(MONITORING,),
    reads=("placements", "needs", "assessments"),
    overlooks="Which instrument; how soon it was: the day is shown. No source names a baseline for safety.",
    met={
        "made": "A questionnaire was filled in first on {day}.",
        "not_needed": "No need in wellbeing was found.",
    },
    not_met={
        "none": (
            "A need in wellbeing was found, and no questionnaire is recorded.",
            "Fill in the questionnaire that the school uses, with those whom it asks, and write it down.",
        )
    },
    not_known=NO_NEEDS
    | OPEN
    | {
        "no_assessments": (
            "Questionnaires are not recorded.",
            "Ask the lead of the provision which questionnaires were filled in, and write them down.",
        )
    },
)
def wellbeing_has_a_baseline(situation: Situation) -> Said:
    found_in(situation)
    return _baseline(situation, NeedKind.WELLBEING, known(situation.journey.assessments, "no_assessments"))


def _answered(situation: Situation, by: Iterable[tuple[NeedKind, ...] | None]) -> Said:
    """Whether each need found is among those that one of these answers; `None` where it does not say which."""
    seen = found_in(situation)
    kinds: set[NeedKind] = set()
    all_say = True
    for answers in by:
        kinds.update(answers or ())
        all_say = all_say and answers is not None
    without = tuple(one for one in seen.found if one not in kinds)
    if without:
        return said("without", needs=without) if all_say else said("not_said", needs=without)
    if seen.open:
        return said("open", needs=seen.open)
    return said("answered", needs=seen.found) if seen.found else said("none_found")


@rule(
    key="SUPP-4",
    asks="Does a target answer each need that was found?",
    expects="Each pupil has targets of their own, which come from what was found and lead to what is done.",
    force=Force.REQUIRED,
    cites=(FIRST_WEEK, FOUR_TENETS.at("case study 4, Oakmeadow primary school")),
    reads=("placements", "needs", "targets"),
    overlooks="How good a target is, and how it stands: reviews look at that.",
    met=_NONE_FOUND | {"answered": "There is a target for each need found: {needs}."},
    not_met={
        "without": (
            "Found, and without a target: {needs}.",
            "Agree with the pupil on a target for each of these, and write down which need it answers: {needs}.",
        )
    },
    not_known=NO_NEEDS
    | OPEN
    | {
        "no_targets": (
            "Targets are not recorded.",
            "Write down the targets that were agreed with the pupil, and which need each answers.",
        ),
        "not_said": (
            "Which need a target answers is not recorded; perhaps one of these: {needs}.",
            "Write down for each target which need it answers.",
        ),
    },
)
def targets_answer_needs(situation: Situation) -> Said:
    found_in(situation)
    targets = of_this_stay(situation, known(situation.journey.targets, "no_targets"))
    return _answered(situation, ((one.need,) if one.need else None for one in targets))


@rule(
    key="SUPP-5",
    asks="Does an intervention answer each need that was found?",
    expects="Support goes to the cause: what is done is chosen for what was found.",
    force=Force.REQUIRED,
    cites=(NEEDS, FIRST_WEEK, MONITORING),
    reads=("placements", "needs", "interventions"),
    overlooks="Whether it still goes on, and whether it helps: reviews look at that.",
    met=_NONE_FOUND | {"answered": "There is an intervention for each need found: {needs}."},
    not_met={
        "without": (
            "Found, and without support: {needs}.",
            "Choose with pupil and family what will answer these, who does it and from when: {needs}.",
        )
    },
    not_known=NO_NEEDS
    | OPEN
    | {
        "no_interventions": (
            "Interventions are not recorded.",
            "Write down what is done for the pupil, since when, and which needs it answers.",
        ),
        "not_said": (
            "Which needs an intervention answers is not recorded; perhaps one of these: {needs}.",
            "Write down for each intervention which needs it answers.",
        ),
    },
)
def interventions_answer_needs(situation: Situation) -> Said:
    found_in(situation)
    stay = stay_of(situation)
    of_stay = [
        one.needs
        for one in known(situation.journey.interventions, "no_interventions")
        if stay.overlaps(DateSpan(one.started, one.ended))
    ]
    return _answered(situation, of_stay)


ANSWERED_RULES: Final[tuple[Rule, ...]] = (
    learning_has_a_baseline,
    wellbeing_has_a_baseline,
    targets_answer_needs,
    interventions_answer_needs,
)
"""What is asked of the answers to what was found."""
