"""Before a stay and at its start: may it begin, and does support answer what was found?"""

from typing import Final

from iapcore.reports.plain.template import Plain

__all__ = ["ELIGIBILITY", "SUPPORT"]

ELIGIBILITY: Final = {
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
    "ELIG-12": Plain(
        met="The base fits what the time there is for.",
        not_met="The base may not fit what the time there is for. We will talk about what would fit better.",
        not_known="We have not written down what the time in the base is for. We will do that.",
    ),
    "ELIG-13": Plain(
        met="The base can give the help {you} need{s}.",
        not_met="The base may not give all the help {you} need{s}. We will find out where that help is.",
        not_known="We do not know yet if the base has the right help. We will find out.",
        by_reason=(("open", "We do not know yet what {you} need{s} help with. We will look."),),
    ),
    "ELIG-14": Plain(
        met="{You} {do} not wait without help.",
        not_met="{You} {are} waiting without extra help. We will plan help for that time.",
        not_known="We do not know yet if there is help while {you} wait{s}. We will find out.",
        by_reason=(("place_taken", ""), ("place_free", "")),
    ),
}

SUPPORT: Final = {
    "SUPP-1": Plain(
        met="We looked at what could help {you} learn, feel well and be safe.",
        not_met="We have not looked at every kind of help {you} may need. We will do that.",
        not_known="We do not know yet which kinds of help we looked at. We will find out.",
    ),
    "SUPP-2": Plain(
        met="We know where {you} started in learning, or no help was needed there.",
        not_met="We have not looked at where {you} started in learning. We will do that.",
        not_known="We do not know yet where {you} started in learning. We will look.",
        by_reason=(("open", "We do not know yet if {you} need{s} help with learning. We will look."),),
    ),
    "SUPP-3": Plain(
        met="We know how {you} felt at the start, or no help was needed there.",
        not_met="We have not asked how {you} felt at the start. We will ask now.",
        not_known="We do not know yet how {you} felt at the start. We will ask.",
        by_reason=(("open", "We do not know yet if {you} need{s} help to feel well. We will ask."),),
    ),
    "SUPP-4": Plain(
        met="There is a goal for each thing {you} need{s} help with.",
        not_met="For some things there is no goal yet. We will find one with {you}.",
        not_known="We do not know yet which goals there are. We will find out.",
        by_reason=(("open", "We do not know yet what {you} need{s} help with. We will look."),),
    ),
    "SUPP-5": Plain(
        met="There is help for each thing {you} need{s} help with.",
        not_met="For some things there is no help yet. We will find the right help.",
        not_known="We do not know yet which help there is. We will find out.",
        by_reason=(("open", "We do not know yet what {you} need{s} help with. We will look."),),
    ),
    "SUPP-6": Plain(
        met="The base has lessons, and it has help to feel well.",
        not_met="The base does not have both lessons and help to feel well yet. We will change that.",
        not_known="We have not written down what the base has to give. We will do that.",
    ),
    "SUPP-7": Plain(
        met="An adult asks how things are on each day.",
        not_met="No one asks about all that matters on each day yet. We will do that.",
        not_known="We do not know yet if someone asks how things are on each day. We will find out.",
    ),
}
