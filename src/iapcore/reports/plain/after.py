"""Towards the end of a stay and after it: the move, and how things went."""

from typing import Final

from iapcore.reports.plain.template import Plain

__all__ = ["OUTCOME", "TRANSITION"]

_LOOK: Final = "It is too soon to tell. We will look again, and ask {you}."
OUTCOME: Final = {
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
        by_reason=(("excluded", ""),),
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
    "OUT-16": Plain(
        met="{You} {have} been able to stay.",
        not_met="{You} could not stay in school. We want to know what we could have done better.",
        not_known="We do not know enough yet about the time since then. We will look.",
    ),
}


TRANSITION: Final = {
    "TRANS-1": Plain(
        met="We know where {you} will go next.",
        not_met="",
        not_known="We have not written down where {you} will go next. We will talk about it with {family}.",
    ),
    "TRANS-2": Plain(
        met="We talked with the adults who will be there for {you}.",
        not_met="We have not talked with the adults who will be there for {you}. We will do that.",
        not_known="We do not know yet if someone talked with the adults there. We will find out.",
    ),
    "TRANS-3": Plain(
        met="The adults there know what is asked of them.",
        not_met="The adults there do not know yet what is asked of them. We will tell them.",
        not_known="We do not know yet if the adults there know what is asked of them. We will ask.",
    ),
    "TRANS-4": Plain(
        met="{You} spent some time in the new place.",
        not_met="{You} {have} not been to the new place yet. We will plan a visit, if {they} would like one.",
        not_known="We do not know yet if {you} {have} been to the new place. We will ask.",
    ),
    "TRANS-5": Plain(
        met="{You} {have} been in lessons with others again.",
        not_met="{You} {have} not been in lessons with others yet. We can plan a first one, when it feels right.",
        not_known="We do not know yet which lessons {you} {have} been in. We will look.",
    ),
    "TRANS-6": Plain(
        met="{You} got to know the adults there.",
        not_met="{You} {have} not got to know the adults there yet. We will help with that.",
        not_known="We do not know yet if {you} got to know the adults there. We will ask.",
    ),
    "TRANS-7": Plain(
        met="{You} had a say in the move.",
        not_met="{You} {have} not had a say in the move yet. We will ask {you}.",
        not_known="We do not know yet if {you} had a say in the move. We will ask {you}.",
    ),
    "TRANS-8": Plain(
        met="We have looked again since the move, to see how things are.",
        not_met="We should have looked again since the move. We will do that now.",
        not_known="We do not know yet if help goes on after the move. We will find out.",
        by_reason=(
            ("to_come", "After the move, we will look again to see how things are."),
            ("planned", "After the move, we will look again to see how things are. We have set the days."),
            (
                "none_set",
                "We have not set a day yet to look again after the move. We will do that with {family}.",
            ),
        ),
    ),
    "TRANS-9": Plain(
        met="We wrote down what helps {you} and what is hard, and passed it on.",
        not_met="We have not passed on what helps {you} and what is hard. We will write it with {you} first.",
        not_known="We do not know yet if anyone wrote down what helps {you}. We will find out.",
        by_reason=(
            (
                "sharing_not_recorded",
                "We wrote down what helps {you} and what is hard. We will see to it that it is passed on.",
            ),
        ),
    ),
    "TRANS-10": Plain(
        met="We did not only write. We talked about it too.",
        not_met="We wrote it down, and have not talked about it yet. We will do that.",
        not_known="We do not know yet if we talked about it too. We will find out.",
    ),
    "TRANS-11": Plain(
        met="The changes we asked for have been made.",
        not_met="No changes have been planned there yet. We will ask what would help.",
        not_known="We do not know yet if the changes have been made. We will ask.",
    ),
    "TRANS-12": Plain(
        met="{You} said which lessons come first, and how fast to go.",
        not_met="{You} {have} not said yet which lessons should come first. We will ask.",
        not_known="We do not know yet which lessons {you} would like first, or how fast. We will ask.",
    ),
    "TRANS-13": Plain(
        met="We know which adults will be there for {you}.",
        not_met="We have not said yet who will be there for {you}. We will do that.",
        not_known="We do not know yet which adults will be there for {you}. We will find out.",
    ),
    "TRANS-14": Plain(
        met="There is a place for {you} after Year 11.",
        not_met="There is no place after Year 11 yet. We will talk about what {you} would like to do, and help.",
        not_known="We do not know yet about a place after Year 11. We will ask {you}.",
        by_reason=(
            ("left", "{You} left the place after Year 11. We can help to find one that fits better."),
        ),
    ),
    "TRANS-15": Plain(
        met="The place in the new school was found early.",
        not_met="The place in the new school was not found before the move up. We will help to find it soon.",
        not_known="We do not know yet about the place in the new school. We will find out.",
    ),
    "TRANS-16": Plain(
        met="{You} can still come to the base after the move, if {they} would like to.",
        not_met="We have not said yet how {you} can come to the base after the move. We will ask what would help.",
        not_known="We do not know yet if {you} can come to the base after the move. We will find out.",
    ),
}
