"""The words of a policy: what a school may choose where no number says it."""

from iapcore.vocabulary.value import Word

__all__ = ["ColourMeaning", "Evidence", "SubjectReturns", "TurnOrder", "WaitingOrder"]


class ColourMeaning(Word):
    """What a policy asks before a lesson of a colour is proposed. No source gives amber or red a meaning.

    >>> ColourMeaning("talk_first").name
    'TALK_FIRST'
    """

    IN_TURN = "in_turn"
    TALK_FIRST = "talk_first"
    ACCOMPANIED = "accompanied"


class SubjectReturns(Word):
    """How the lessons of one subject come back: as their turn comes, all in one step, or one in a step.

    >>> SubjectReturns("together").name
    'TOGETHER'
    """

    AS_THEY_COME = "as_they_come"
    TOGETHER = "together"
    ONE_BY_ONE = "one_by_one"


class TurnOrder(Word):
    """What puts one lesson before another of the same colour. No source sets an order among lessons of one colour.

    >>> [one.value for one in TurnOrder]
    ['teacher_ready', 'same_teacher', 'specialist_room']
    """

    TEACHER_READY = "teacher_ready"
    SAME_TEACHER = "same_teacher"
    SPECIALIST_ROOM = "specialist_room"


class WaitingOrder(Word):
    """In which order a waiting list is taken up. Never by how grave a pupil's ground is.

    >>> WaitingOrder("day_of_referral").name
    'DAY_OF_REFERRAL'
    """

    DAY_OF_REFERRAL = "day_of_referral"
    DAY_ON_LIST = "day_on_list"
    PEOPLE_DECIDE = "people_decide"


class Evidence(Word):
    """What must show before a return is called sustained.

    >>> [one.value for one in Evidence][:2]
    ['attendance', 'participation']
    """

    ATTENDANCE = "attendance"
    PARTICIPATION = "participation"
    FOLLOW_UP = "follow_up"
    WELLBEING = "wellbeing"
    BEHAVIOUR = "behaviour"
    ACADEMIC = "academic"
