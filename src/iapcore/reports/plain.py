"""What each rule finds, in plain words for parents or carers and for the pupil.

Rules of the room: short sentences, no key of a rule, no number of a policy, no label, no blame. What is missing is for
adults to do, and the sentence says so. One template serves both readers; `PLACES` holds what stands in it for each. A
rule without plain words may not ship: a test holds `PLAIN` against the catalogue.

Rules about how adults use a place (`FOR_STAFF`) are questions for the school, and are not told here one by one.
"""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from iapcore.decisions.rule import Finding
from iapcore.decisions.verdict import Verdict
from iapcore.vocabulary.people import Audience

__all__ = ["FOR_STAFF", "PLACES", "PLAIN", "UNSAID", "Plain", "plainly"]

FOR_STAFF: Final = ("CLOCK", "REG", "SAFE")
"""The rooms whose rules ask adults about their own work: the part of a rule's key before its dash."""

UNSAID: Final = ("elsewhere", "no_referral", "no_stay", "no_such_exit", "open", "other_purpose")
"""Reasons that only say that a question does not arise, or not yet: nothing is told, unless a rule says otherwise."""

PLACES: Final[Mapping[Audience, Mapping[str, str]]] = {
    Audience.FAMILY: {
        "you": "your child",
        "You": "Your child",
        "your": "your child's",
        "they": "they",
        "them": "them",
        "are": "is",
        "were": "was",
        "have": "has",
        "do": "does",
        "s": "s",
        "family": "you",
        "Family": "You",
    },
    Audience.PUPIL: {
        "you": "you",
        "You": "You",
        "your": "your",
        "they": "you",
        "them": "you",
        "are": "are",
        "were": "were",
        "have": "have",
        "do": "do",
        "s": "",
        "family": "your family",
        "Family": "Your family",
    },
}
"""What stands in a template for each reader: `{You} {have} a say` is *Your child has a say*, or *You have a say*."""


@frozen(kw_only=True)
class Plain:
    """What a rule finds, in plain words: one template for each verdict, and others for reasons that need them.

    An empty template tells nothing.

    >>> plain = Plain(met="We asked {you}.", not_met="", not_known="", by_reason=(("late", "We will ask {you}."),))
    >>> plain.template("late", Verdict.MET), plain.template("asked", Verdict.MET)
    ('We will ask {you}.', 'We asked {you}.')
    """

    met: str
    not_met: str
    not_known: str
    by_reason: tuple[tuple[str, str], ...] = ()

    def template(self, reason: str, verdict: Verdict) -> str:
        """The template for a reason: its own, else none where the question does not arise, else the verdict's."""
        own = dict(self.by_reason)
        if reason in own:
            return own[reason]
        if reason in UNSAID:
            return ""
        told = {Verdict.MET: self.met, Verdict.NOT_MET: self.not_met, Verdict.NOT_KNOWN: self.not_known}
        return told[verdict]


def plainly(finding: Finding, to: Audience) -> str:
    """A finding in plain words for that reader; empty where there is nothing to tell, or where it is for staff."""
    if finding.key.partition("-")[0] in FOR_STAFF:
        return ""
    return PLAIN[finding.key].template(finding.reason, finding.verdict).format(**PLACES[to])


_ELIGIBILITY: Final = {
    "ELIG-1": Plain(
        met="Someone asked for a place in the base for {you}.",
        not_met="No one has asked for a place in the base for {you}. If help is needed, tell us.",
        not_known="We do not know yet if someone asked for a place for {you}. We will find out.",
        by_reason=(
            ("no_referral", "We do not know yet if someone asked for a place for {you}. We will find out."),
        ),
    ),
    "ELIG-2": Plain(
        met="We wrote down why more help could be good for {you}. You can ask to see it.",
        not_met="We have not said why {you} need{s} a place. We will talk about what would help.",
        not_known="We have not written down why more help could be good for {you}. We will do that.",
    ),
    "ELIG-3": Plain(
        met="We tried other help first, and we looked at how it went.",
        not_met="There is other help we have not tried yet, or not looked at yet. We will do that.",
        not_known="We do not know yet which other help {you} had. We will find out.",
        by_reason=(
            (
                "waiting_would_harm",
                "We think it would not be good for {you} to wait. So we go on, and we will look at it again.",
            ),
        ),
    ),
    "ELIG-4": Plain(
        met="We looked at how school is going for {you} in more than one way.",
        not_met="We have not looked at all sides of how school is going for {you}. We will do that.",
        not_known="We do not know yet what was looked at. We will find out.",
    ),
    "ELIG-5": Plain(
        met="The adults in school who should be asked have said what they think.",
        not_met="Some adults in school have not been asked yet. We will ask them.",
        not_known="We do not know yet what all the adults in school think. We will ask them.",
    ),
    "ELIG-6": Plain(
        met="We asked {family}. {Family} said yes to the plan.",
        not_met="We have not asked {family} yet. We will do that before we go on.",
        not_known="We do not know yet what {family} think. We will ask.",
        by_reason=(
            (
                "against",
                "{Family} said no to the plan. We want to listen, and talk about what would be better.",
            ),
        ),
    ),
    "ELIG-7": Plain(
        met="We asked {you} what {they} think.",
        not_met="We have not asked {you} yet. We will do that before we go on.",
        not_known="We do not know yet if {you} {were} asked. We will ask now.",
        by_reason=(
            (
                "against",
                "{You} told us that {they} would rather not. We want to find out what would make it right.",
            ),
        ),
    ),
    "ELIG-8": Plain(
        met="There was time to talk about the plan before the start.",
        not_met="There was not much time to talk before the start. Tell us if you need more time.",
        not_known="We do not know the first day yet. We will tell you when we do.",
    ),
    "ELIG-9": Plain(
        met="The place is there to help {you}. It is not a punishment.",
        not_met="What we wrote makes the place look like a punishment. It must be there to help. We will see to it.",
        not_known="We have not written down that the place is there to help. We will check that.",
    ),
    "ELIG-10": Plain(
        met="The base teaches children of {your} age.",
        not_met="The base may not teach children of {your} age. We will look for what fits.",
        not_known="We do not know yet if the base teaches children of {your} age. We will find out.",
    ),
    "ELIG-11": Plain(
        met="There is a place for {you}.",
        not_met="There is no free place now. We will plan help for {you} while {they} wait.",
        not_known="We do not know yet if a place is free. We will find out.",
        by_reason=(("already_here", "{You} {have} a place in the base."),),
    ),
}
_READINESS: Final = {
    "READY-1": Plain(
        met="{You} {have} had time to settle in the base.",
        not_met="{You} {are} still settling in. There is no hurry.",
        not_known="We do not know yet how long the first time in the base will be. We will find out.",
    ),
    "READY-2": Plain(
        met="All lessons are back with {your} class.",
        not_met="Some lessons are with {your} class and some are in the base.",
        not_known="We do not know yet where each lesson is. We will write that down.",
    ),
    "READY-3": Plain(
        met="{You} said which lessons feel good. Those lessons can come next.",
        not_met="Of the lessons still in the base, none feels good yet. We will ask {you} what would help.",
        not_known="We do not know yet which lessons feel good to {you}. We will ask.",
    ),
    "READY-4": Plain(
        met="{You} said that {they} feel ready for more.",
        not_met="{You} said that it is too soon for more. That is fine. We will wait and ask again.",
        not_known="We do not know yet what {you} would like. We will ask.",
    ),
    "READY-5": Plain(
        met="{You} come{s} to school often. That is good to see.",
        not_met="{You} {have} missed some school. We want to find out what makes it hard, and how we can help.",
        not_known="We do not know enough yet about days in school. We will look.",
    ),
    "READY-6": Plain(
        met="{You} seem{s} to feel better than at the start.",
        not_met="{You} may not feel better yet. We will ask what would help.",
        not_known="We do not know yet how {you} feel{s} now. We will ask.",
    ),
    "READY-7": Plain(
        met="The goals are going well. We set them with {you}.",
        not_met="Some goals are hard right now. We will look at them again with {you}, and change them if we need to.",
        not_known="We have not looked at the goals yet. We will do that with {you}.",
    ),
    "READY-8": Plain(
        met="The lessons {you} went back to are going well.",
        not_met="One lesson does not feel good to {you} now. We will talk about it. It is fine to take a step back.",
        not_known="We do not know yet how the lessons are going. We will ask {you}.",
        by_reason=(("none_yet", "{You} {have} not gone back to a lesson yet. There is no hurry."),),
    ),
    "READY-9": Plain(
        met="We spoke with the teachers of the next lessons about what helps.",
        not_met="We have not spoken with all the teachers yet. We will do that first.",
        not_known="We do not know yet if the teachers were spoken to. We will find out.",
        by_reason=(("none_next", ""),),
    ),
    "READY-10": Plain(
        met="The teachers have the page about what helps {you}.",
        not_met="There is a page about what helps {you}, but the teachers do not have it yet. They will get it.",
        not_known="We have not written down what helps {you} yet. We will do that with {them}.",
    ),
    "READY-11": Plain(
        met="There were not more hard moments than before.",
        not_met="There were more hard moments than before. We want to find out why, and what we can do better.",
        not_known="We do not know enough yet about the last weeks. We will look, and ask {you}.",
    ),
}
_LOOK: Final = "It is too soon to tell. We will look again, and ask {you}."
_OUTCOME: Final = {
    "OUT-1": Plain(
        met="{You} had a place in the base.",
        not_met="The time in the base has not started.",
        not_known="We do not know yet if the time in the base has started. We will find out.",
    ),
    "OUT-2": Plain(
        met="The time in the base has come to an end.",
        not_met="The time in the base goes on. We will talk with {family} about what comes next.",
        not_known="We do not know yet if the time in the base has come to an end. We will find out.",
        by_reason=(
            ("open", "The time in the base goes on. We will talk with {family} about what comes next."),
            ("extended", "{You} {have} more time in the base. We will talk about what comes next."),
        ),
    ),
    "OUT-3": Plain(
        met="{You} went on to what we had planned with {family}.",
        not_met="{You} went on to something we had not planned at the start. We want to know if it feels right.",
        not_known="We do not know yet if {you} went on to what was planned. We will find out.",
    ),
    "OUT-4": Plain(
        met="{You} come{s} to school more than before the time in the base.",
        not_met="{You} {do} not come to school more than before. We want to find out what makes it hard, and help.",
        not_known="We do not know enough yet about days in school. We will look.",
        by_reason=(("too_early", _LOOK),),
    ),
    "OUT-5": Plain(
        met="{You} take{s} part in lessons, spend{s} time with others and feel{s} well there.",
        not_met="Taking part is still hard in some ways. We will ask {you} what would make it easier.",
        not_known="We do not know yet how it is for {you} in lessons and with others. We will ask.",
    ),
    "OUT-6": Plain(
        met="{You} seem{s} to feel better than at the start.",
        not_met="{You} may not feel better than at the start. We will ask what would help.",
        not_known="We do not know yet how {you} feel{s} now. We will ask.",
    ),
    "OUT-7": Plain(
        met="{You} missed less school by being sent home, or none at all.",
        not_met="{You} missed school by being sent home. We want to find out what we can do better.",
        not_known="We do not know enough yet about days when {you} had to stay at home. We will look.",
        by_reason=(("too_early", _LOOK),),
    ),
    "OUT-8": Plain(
        met="We have looked again to see how things are.",
        not_met="We should have looked again to see how things are, and we have not. We will do that now.",
        not_known="We do not know yet if anyone looked again. We will ask {you} how things are.",
        by_reason=(("too_early", _LOOK),),
    ),
    "OUT-9": Plain(
        met="{You} keep{s} up in more lessons than before, or in all of them.",
        not_met="{You} could do with more help to keep up in some lessons. We will plan that help.",
        not_known="We do not know yet how {you} keep{s} up in lessons. We will ask the teachers.",
        by_reason=(("too_early", _LOOK),),
    ),
    "OUT-10": Plain(
        met="Being back is going well, and it is lasting.",
        not_met="Being back is not easy in every way yet. We will ask {you} what would help most.",
        not_known="We do not know enough yet to say how being back is going. We will find out.",
    ),
    "OUT-11": Plain(
        met="There is a place for {you} after Year 11.",
        not_met="There is no place after Year 11 right now. We will talk about what {you} would like to do, and help.",
        not_known="We do not know yet about a place after Year 11. We will ask {you}.",
        by_reason=(
            ("retained", "{You} {are} still in the place {they} went to after Year 11."),
            ("left", "{You} left the place after Year 11. We can help to find one that fits better."),
        ),
    ),
    "OUT-12": Plain(
        met="{You} passed exams or courses. Well done.",
        not_met="No exam or course has been passed yet. We will look for what fits, and help.",
        not_known="We do not know yet which exams or courses {you} would like to do. We will ask.",
    ),
    "OUT-13": Plain(
        met="More time in the base was planned.",
        not_met="{You} came back to the base sooner than planned. We want to know what was missing, and plan it well.",
        not_known="We do not know yet how the next time in the base came about. We will find out.",
        by_reason=(("none", ""), ("no_start", "")),
    ),
    "OUT-14": Plain(
        met="There were fewer hard moments than before, or none.",
        not_met="There were not fewer hard moments than before. We want to find out what we can do better.",
        not_known="We do not know enough yet about hard moments. We will look, and ask {you}.",
        by_reason=(("too_early", _LOOK),),
    ),
    "OUT-15": Plain(
        met="We wrote down who chose the move, and why. You can ask to see it.",
        not_met="",
        not_known="We have not written down who chose the move, or why. We will ask.",
    ),
}

PLAIN: Final[Mapping[str, Plain]] = {**_ELIGIBILITY, **_READINESS, **_OUTCOME}
"""Plain words for every rule that a family or a pupil is told of, by its key."""
