"""What a stay is for and how it ends: measurement and transition.

Sources: Simpson and O'Brien, *Four Tenets* (2025), tenet four with its table, and the case studies; McPhee in
Headteacher Update (2025).
"""

from typing import Final

from iapcore.guidance.library import FOUR_TENETS, HEADTEACHER_UPDATE
from iapcore.guidance.tenets import Practice, Tenet, found, seen
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.qualifications import PathwayStep
from iapcore.vocabulary.settings import TransitionElement

__all__ = ["WAY_OUT"]

_CASE_2: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_CASE_4: Final = FOUR_TENETS.at("case study 4, Oakmeadow primary school")
_INTERIM: Final = HEADTEACHER_UPDATE.at("what strong provision looks like, interim findings")
_ATKINS: Final = HEADTEACHER_UPDATE.at("Richard Atkins Primary School")

WAY_OUT: Final[tuple[Practice, ...]] = (
    *found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, measurable pupil outcomes"))(
        ("MEAS-1", "Is every outcome that you aim for in the pupil's own interest?"),
        ("MEAS-2", "Is a return that lasts what most stays are for?", Purpose.RETURN),
        ("MEAS-3", "Whom do qualifications and a path after 16 serve better?", Purpose.QUALIFICATIONS),
        ("MEAS-4", "Is waiting here for a special school the exception?", Purpose.SPECIAL_SCHOOL_BRIDGE),
        ("MEAS-5", "Is it settled before secondary school whether a special school is right?"),
        ("MEAS-6", "Are progress, attendance, wellbeing and behaviour held against the time before?"),
        ("MEAS-7", "Does a return mean taking part: in lessons, with others, and in how it feels?"),
        (
            "MEAS-8",
            "Is the base built for engagement, wellbeing and relationships, so that the rest follows?",
        ),
        ("MEAS-9", "Are truancy within school and detentions looked at too?"),
        ("MEAS-10", "How do you weigh one pupil's needs against those of the school?"),
        ("MEAS-11", "Are vocational and functional qualifications valued as academic ones are?"),
        ("MEAS-12", "Is there support on the way into college, training or work?"),
    ),
    *found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, table of two purposes, measurement"))(
        ("MEAS-13", "Does the share that returned go with a later look at how it held?"),
        ("MEAS-14", "Are all qualifications counted, and engagement with them?"),
        ("MEAS-15", "Is a pupil still there, some time into the path after 16?", PathwayStep.STILL_THERE),
    ),
    *found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, planned and supported transition, use of data"))(
        ("MEAS-16", "Do people meet and work together on ways in and out, beyond the data?"),
    ),
    *found(
        Tenet.OUTCOMES,
        FOUR_TENETS.at("tenet 4, common challenges"),
        FOUR_TENETS.at("tenet 1, common challenges"),
    )(
        ("MEAS-17", "Could a target for fewer suspensions, exclusions or absences push pupils out?"),
        (
            "MEAS-18",
            "Who asks why, where a stay ends in a managed move, off-site direction, home education or exclusion?",
        ),
        ("MEAS-19", "Does anybody stay on who could leave, and is the room always full?"),
    ),
    *found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, common challenges, reintegration"))(
        ("MEAS-20", "Where a pupil comes back more than once, what does it tell you about the support?"),
    ),
    *seen(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, one school's account"))(
        ("MEAS-21", "Do pupils see for themselves how many lessons they are back in?"),
    ),
    *found(Tenet.OUTCOMES, _INTERIM)(
        ("MEAS-22", "Do accounts of engagement, behaviour, skills and confidence stand beside the numbers?"),
    ),
    *found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, planned and supported transition"))(
        ("TRAN-1", "Does the week hold more and more mainstream lessons, at the pupil's own pace?"),
        ("TRAN-2", "If all stays have one length, what of the pupil who needs another?"),
        ("TRAN-3", "Do those who hand over talk with those who receive?", TransitionElement.COMMUNICATION),
        ("TRAN-4", "Is there a passport of what helps and what is hard, and a talk on it?"),
        ("TRAN-5", "Do those who receive know their part?", TransitionElement.CLEAR_EXPECTATIONS),
        ("TRAN-6", "Does a pupil spend time in the new place first?", TransitionElement.TIME_IN_DESTINATION),
        ("TRAN-7", "Is there help to get to know its adults?", TransitionElement.RELATIONSHIPS),
        ("TRAN-8", "Does the pupil choose lessons, speed, length?", TransitionElement.PUPIL_AGENCY),
        ("TRAN-9", "Does support go on once the move is made?", TransitionElement.FOLLOW_UP),
        ("TRAN-10", "May a pupil who has left come by, to talk or in a bad hour?"),
    ),
    *found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, common challenges, reintegration"))(
        ("TRAN-11", "Do staff have time for pupils who are going back?"),
        ("TRAN-12", "Do base and mainstream keep in close touch while a pupil goes back?"),
        ("TRAN-13", "Are mainstream staff trained to calm, to restore, and to give work in small steps?"),
        ("TRAN-14", "Is the return neither too quick nor too slow for this pupil?"),
        ("TRAN-15", "Do the school's other support staff and services take part in it?"),
        ("TRAN-16", "Does somebody keep a friendly eye on how it goes afterwards?"),
        ("TRAN-17", "Does the pupil notice that those who care still do?"),
    ),
    *seen(Tenet.OUTCOMES, _CASE_2)(
        ("TRAN-18", "Is the first week wholly in the base, to settle in and become a group?"),
        ("TRAN-19", "Does the pupil colour the week, and go back to green lessons first?"),
        ("TRAN-20", "Does the lead tell teachers what helps, what may go wrong and how far the pupil is?"),
        ("TRAN-21", "Do those teachers first meet the pupil at work in the base?"),
        ("TRAN-22", "Is a pupil brought to a lesson and fetched from it, where that helps?"),
    ),
    *seen(Tenet.OUTCOMES, _CASE_4)(
        ("TRAN-23", "Does time in the base shrink by steps, an afternoon at a time?"),
        ("TRAN-24", "Do class teacher and assistant go on in the words and manner of the base?"),
    ),
    *seen(Tenet.OUTCOMES, _ATKINS)(
        ("TRAN-25", "Do assistants of the base go along into the class?"),
        ("TRAN-26", "Are pupil and family heard in each review of a return?"),
    ),
)
"""The practices of these two topics."""
