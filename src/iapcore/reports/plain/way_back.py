"""The way back, week by week: what a plan holds, and what people still have to do for it."""

from typing import Final

from iapcore.reports.plain.template import Plain

__all__ = ["WAY_BACK"]

_SAID_ELSEWHERE: Final = (("no_plan", ""), ("no_timetable", ""))
"""Of a plan or a week that is missing WAY-1 tells, once for all."""

WAY_BACK: Final = {
    "WAY-1": Plain(
        met="The plan is about lessons in the base. All other lessons stay as they are.",
        not_met="The plan does not fit the week as it is now. We will put that right.",
        not_known="We do not know yet where each lesson is. We will write that down.",
        by_reason=(
            ("none", ""),
            ("no_plan", "There is no plan for the way back yet. We would like to make one with {you}."),
        ),
    ),
    "WAY-2": Plain(
        met="The plan leaves {you} time to settle in the base first.",
        not_met="The plan does not leave {you} time to settle in. We will move the first lessons to later.",
        not_known="We do not know yet how long the first time in the base will be. We will find out.",
        by_reason=(("none", ""), ("no_plan", "")),
    ),
    "WAY-3": Plain(
        met="The plan goes step by step. If it is too fast or too slow, {you} can say so.",
        not_met="The plan goes too fast. We will make it slower.",
        not_known="We do not know yet which weeks we can plan with. We will find out.",
        by_reason=(
            *_SAID_ELSEWHERE,
            ("none", ""),
            ("not_asked", "We have not asked {you} yet how many lessons at a time feel right. We will ask."),
        ),
    ),
    "WAY-4": Plain(
        met="The plan starts with the lessons that {you} chose, or that feel good to {you}.",
        not_met="Other lessons may feel better to {you}. We will ask which should come first.",
        not_known="We do not know yet which lessons {you} would like to start with. We will ask.",
        by_reason=(
            *_SAID_ELSEWHERE,
            ("none", ""),
            ("not_yet", "{You} asked to wait with a lesson that is in the plan. We will take it out."),
            (
                "no_turn",
                "One lesson in the plan may be hard for now. It can stay in the base. We will ask {you}.",
            ),
        ),
    ),
    "WAY-5": Plain(
        met="The lessons of each subject come back the way we said.",
        not_met="The lessons of one subject do not come back the way we said. We will look at the plan again.",
        not_known="We did not write down what is taught in each lesson of the plan. We will do that.",
        by_reason=(*_SAID_ELSEWHERE, ("as_they_come", "")),
    ),
    "WAY-6": Plain(
        met="We spoke with the teachers about what helps {you}.",
        not_met="The plan does not say that we talk with each teacher first. We will do that.",
        not_known="We do not know yet if the teachers were spoken to. We will find out.",
        by_reason=(
            *_SAID_ELSEWHERE,
            ("none", ""),
            ("to_speak", "We will talk with the teachers first about what helps {you}."),
        ),
    ),
    "WAY-7": Plain(
        met="Someone will go along with {you} to some lessons. {You} can say who it should be.",
        not_met="The plan does not say yet that someone goes along with {you}. We will talk about who it could be.",
        not_known="We do not know yet if {you} would like someone to go along. We will ask.",
        by_reason=(
            *_SAID_ELSEWHERE,
            ("none", ""),
            ("not_asked_for", "{You} can ask for someone to go along at any time."),
        ),
    ),
    "WAY-8": Plain(
        met="The times that {you} share{s} with everyone stay as they are.",
        not_met="The plan leaves out a time that {you} share{s} with everyone. We will put it back.",
        not_known="We do not know yet which times {you} share{s} with everyone. We will write that down.",
        by_reason=(
            *_SAID_ELSEWHERE,
            (
                "asked",
                "{You} asked to be left out of some times. That is fine. We will look for others {they} would like.",
            ),
        ),
    ),
    "WAY-9": Plain(
        met="{You} said that {they} feel ready for more.",
        not_met="The plan goes on too soon for {you}. We will wait, and ask again.",
        not_known="We do not know yet how it goes, and what {you} would like. We will ask.",
        by_reason=(
            *_SAID_ELSEWHERE,
            ("held", "We will not add lessons for now. We will talk with {you} first."),
            ("handed_back", "{You} asked to have a lesson in the base again. The plan does that."),
            (
                "not_handed_back",
                "{You} asked to have a lesson in the base again. We will put that in the plan.",
            ),
        ),
    ),
    "WAY-10": Plain(
        met="At the end of the plan all lessons are back with {your} class.",
        not_met="After the plan some lessons are still in the base. There is no hurry. We will talk about what helps.",
        not_known="We did not write down yet what the stay is for. We will ask {you} and {family}.",
        by_reason=(
            *_SAID_ELSEWHERE,
            ("all_back", "All lessons are back with {your} class."),
            (
                "not_the_purpose",
                "The plan does not fit what the stay is for. We will talk about it with {you} and {family}.",
            ),
        ),
    ),
    "WAY-11": Plain(
        met="There are enough school weeks for the plan.",
        not_met="The plan needs more time than the stay has. We will talk about more time. We will not go faster.",
        not_known="We do not know yet if there are enough weeks for the plan. We will find out.",
        by_reason=(
            ("none", ""),
            ("no_plan", ""),
            ("no_school", "There is no school in one week of the plan. We will move what is planned there."),
        ),
    ),
    "WAY-12": Plain(
        met="The next lesson goes by what {you} said of {your} lessons.",
        not_met="",
        not_known="We have not asked {you} about the next lesson yet. We will ask.",
        by_reason=(
            *_SAID_ELSEWHERE,
            ("none", ""),
            ("chosen", "{You} chose the lesson that comes next."),
            ("same_teacher", "{You} know{s} the teacher of the next lesson."),
            ("specialist_room", "The next lesson needs a room that the base does not have."),
            ("teacher_ready", "The teacher of the next lesson knows what helps {you}."),
            ("tapered", "Bit by bit, there is less time in the base."),
        ),
    ),
}
