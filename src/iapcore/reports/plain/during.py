"""During a stay: reviews, and the next step back."""

from typing import Final

from iapcore.reports.plain.template import Plain

__all__ = ["READINESS", "REVIEWS"]

READINESS: Final = {
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
        not_met="We will ask {you} which lesson feels right to go back to next.",
        not_known="We do not know yet which lessons feel good to {you}. We will ask.",
        by_reason=(("none_left", ""),),
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
        not_met="",
        not_known="We have not written down what helps {you} yet. We will do that with {them}.",
        by_reason=(
            (
                "sharing_not_recorded",
                "There is a page about what helps {you}. We will see to it that the teachers have it.",
            ),
        ),
    ),
    "READY-11": Plain(
        met="There were not more hard moments than before.",
        not_met="There were more hard moments than before. We want to find out why, and what we can do better.",
        not_known="We do not know enough yet about the last weeks. We will look, and ask {you}.",
    ),
    "READY-12": Plain(
        met="From day to day, things go well.",
        not_met="Some days are hard. We will talk about what would help.",
        not_known="We do not know yet how the days go. We will ask {you}.",
    ),
    "READY-13": Plain(
        met="{You} keep{s} up in lessons.",
        not_met="{You} could do with more help to keep up in some lessons. We will plan that help.",
        not_known="We do not know yet how {you} keep{s} up in lessons. We will ask the teachers.",
    ),
    "READY-14": Plain(
        met="The adults see the lessons as {you} {do}.",
        not_met="The adults see some lessons in another way. What {you} say{s} comes first. We will talk about it.",
        not_known="We do not know yet how {you} and the adults see the lessons. We will ask.",
    ),
    "READY-15": Plain(
        met="{You} {are} there in the lessons {they} went back to.",
        not_met="Some lessons are missed. We want to find out what makes them hard.",
        not_known="We do not know yet how it goes in those lessons. We will ask {you}.",
        by_reason=(("none_yet", ""),),
    ),
    "READY-16": Plain(
        met="The teachers did what they said they would do.",
        not_met="There is no plan yet for what could be made easier. We will ask what would help.",
        not_known="We do not know yet if the teachers did what they said. We will ask them.",
    ),
    "READY-17": Plain(
        met="We know which adults will be there for {you}.",
        not_met="We have not said yet who will be there for {you}. We will do that.",
        not_known="We do not know yet which adults will be there for {you}. We will find out.",
    ),
}

REVIEWS: Final = {
    "REV-1": Plain(
        met="We are in time with our talks about how things are.",
        not_met="We should have met to talk about how things are. We will do that soon.",
        not_known="We do not know yet when we last met to talk about how things are. We will find out.",
        by_reason=(("not_due", "Our first talk about how things are is still to come."),),
    ),
    "REV-2": Plain(
        met="{Family} and the adults in school were there when we last talked.",
        not_met="Not everyone was there when we last talked. Next time we will ask everyone.",
        not_known="We did not write down who was there when we last talked. We will ask.",
        by_reason=(("none_held", ""),),
    ),
    "REV-3": Plain(
        met="{You} could say what {they} want when we last talked.",
        not_met="{You} could not say what {they} want when we last talked. We will ask.",
        not_known="We did not write down what {you} said when we last talked. We will ask.",
        by_reason=(("none_held", ""),),
    ),
    "REV-4": Plain(
        met="We wrote down what {family} think.",
        not_met="",
        not_known="We did not write down what {family} think. We will ask.",
        by_reason=(("none_held", ""),),
    ),
    "REV-5": Plain(
        met="We looked at each goal when we last talked.",
        not_met="We did not look at each goal when we last talked. We will do that next time.",
        not_known="We do not know yet if we looked at each goal. We will look.",
        by_reason=(("none_held", ""),),
    ),
    "REV-6": Plain(
        met="We know when we will talk again.",
        not_met="",
        not_known="We did not set a day to talk again. We will set one with {family}.",
        by_reason=(("ended", ""), ("none_held", "")),
    ),
}
