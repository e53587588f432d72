"""Whether the offer holds both curriculum and wellbeing, and whether somebody looks each day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.support.found import MONITORING, NO_STAY, stay_of
from iapcore.guidance.library import FOUR_TENETS, IAP_FINDINGS
from iapcore.guidance.sources import Force
from iapcore.record.attendance import SessionMark
from iapcore.vocabulary.attendance_codes import AttendanceClass, Half
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, MonitoringDomain, SessionType
from iapcore.vocabulary.value import Word

__all__ = ["OFFER_RULES"]

_OFFER: Final = FOUR_TENETS.at("tenet 3, a high quality offer, core")
_MORE: Final = FOUR_TENETS.at("tenet 3, a high quality offer, in addition to the core")
_CURRICULUM: Final = (
    CoreOffer.TEACHING_AND_LEARNING,
    CoreOffer.BROAD_CURRICULUM,
    SessionType.CURRICULUM,
)
_WELLBEING: Final = (
    CoreOffer.PASTORAL,
    AdditionalOffer.TARGETED_INTERVENTION,
    AdditionalOffer.SOCIAL_EMOTIONAL_LEARNING,
    AdditionalOffer.SOCIAL_SKILLS_AND_REGULATION,
    AdditionalOffer.RELATIONSHIPS,
    SessionType.INTERVENTION,
)


@rule(
    key="SUPP-6",
    asks="Does the offer hold both curriculum and wellbeing?",
    expects="A core of teaching and pastoral care as for everybody, with more on top: wellbeing is planned for as "
    "firmly as teaching.",
    force=Force.REQUIRED,
    cites=(_OFFER, _MORE, IAP_FINDINGS.at("what is working well")),
    reads=("placements", "placement.provision"),
    overlooks="How good the teaching is, and how much of it this pupil has.",
    met={"both": "For curriculum: {curriculum}. For wellbeing: {wellbeing}."},
    not_met={
        "one_sided": (
            "In the offer, as it is recorded, nothing stands for: {lacking}.",
            "Ask the lead of the provision what there is for this side, and plan it where there is nothing: {lacking}.",
        )
    },
    not_known={
        "no_provision": (
            "The provision is not recorded.",
            "Write down in which provision the pupil is.",
        ),
        "not_recorded": (
            "What the provision offers is not recorded in full, and nothing yet stands for: {lacking}.",
            "Ask the lead of the provision what it offers, and write it down.",
        ),
    },
)
def offer_holds_both(situation: Situation) -> Said:
    provision = known(situation.provision, "no_provision")
    parts = (provision.core_offer, provision.additional_offer, provision.session_types)
    offered: set[Word] = {one for part in parts for one in part or ()}
    sides = {
        "curriculum": tuple(one for one in _CURRICULUM if one in offered),
        "wellbeing": tuple(one for one in _WELLBEING if one in offered),
    }
    lacking = tuple(side for side, found in sides.items() if not found)
    if not lacking:
        return said("both", **sides)
    return said("not_recorded" if None in parts else "one_sided", lacking=lacking)


@rule(
    key="SUPP-7",
    asks="Is there a check-in on each day, and does it look at all that matters?",
    expects="Usually there is a look each day at engagement, learning, behaviour, social skills and how the pupil "
    "feels.",
    force=Force.ADVISORY,
    cites=(MONITORING,),
    reads=("placements", "check_ins", "marks"),
    overlooks="What the check-ins say. Days on which the pupil was not in school, or elsewhere for all of the day.",
    met={
        "daily": "On every day in school by {until} ({days}) there was a check-in, over all that is looked at."
    },
    not_met={
        "some_days": (
            "On {without} of {days} days in school by {until} no check-in is recorded.",
            "Plan who does the check-in on each day, and who stands in for them.",
        ),
        "some_domains": (
            "In none of the check-ins by {until}: {domains}.",
            "Talk with the pupil about these at check-in or check-out too: {domains}.",
        ),
    },
    not_known=NO_STAY
    | {
        "no_check_ins": (
            "Check-ins since the stay began are not recorded completely.",
            "Write down for which days the check-ins are complete.",
        ),
        "no_marks": (
            "The register since the stay began is not recorded completely.",
            "Take the register into the record, and say for which days it is complete.",
        ),
        "no_days": (
            "No day in school is recorded since the stay began.",
            "Begin with a check-in on the first day on which the pupil is in school.",
        ),
        "no_ratings": (
            "What a check-in looked at is not recorded; perhaps these: {domains}.",
            "Write down what each check-in looked at.",
        ),
    },
)
def check_ins_are_daily(situation: Situation) -> Said:
    stay = stay_of(situation)
    check_ins = known(situation.journey.check_ins, "no_check_ins")
    marks = known(situation.journey.marks, "no_marks")
    until = min(one for one in (stay.end, check_ins.complete.end, marks.complete.end) if one is not None)
    so_far = known(stay.until(until), "no_check_ins")
    held = known(check_ins.within(so_far), "no_check_ins")
    days = _days_in_school(known(marks.within(so_far), "no_marks"))
    if not days:
        return said("no_days")
    without = days - {one.day for one in held}
    if without:
        return said("some_days", without=len(without), days=len(days), until=until)
    rated = {rating.domain for one in held for rating in one.ratings or ()}
    left_out = tuple(one for one in MonitoringDomain if one not in rated)
    if left_out and any(one.ratings is None for one in held):
        return said("no_ratings", domains=left_out)
    if left_out:
        return said("some_domains", domains=left_out, until=until)
    return said("daily", days=len(days), until=until)


def _days_in_school(marks: Iterable[SessionMark]) -> set[date]:
    """The days with a session that is marked present, and not otherwise as well."""
    classes: dict[tuple[date, Half], set[AttendanceClass | None]] = defaultdict(set)
    for mark in marks:
        classes[mark.day, mark.half].add(mark.counts_as)
    return {day for (day, _), held in classes.items() if held == {AttendanceClass.PRESENT}}


OFFER_RULES: Final[tuple[Rule, ...]] = (offer_holds_both, check_ins_are_daily)
"""What is asked of the offer, and of the look at each day."""
