"""What a pupil did in one lesson, and the times of the day that are shared with everybody.

Sources: Department for Education, absence statistics methodology: sessions cannot show who misses a lesson after the
register was taken, so lessons are marked apart; Simpson and O'Brien, *Four Tenets* (2025), case study two, on break
and lunch shared from the first week, and tenet one on social times and assemblies.
"""

from iapcore.vocabulary.value import Word

__all__ = ["LessonAttendance", "SharedTime"]


class LessonAttendance(Word):
    """Whether a pupil was in a lesson. A break that was agreed is support: it is being there.

    >>> LessonAttendance("late").was_there, LessonAttendance("not_there").was_there
    (True, False)
    """

    THERE = "there"
    LATE = "late"
    THERE_WITH_AGREED_BREAK = "there_with_agreed_break"
    SENT_OUT = "sent_out"
    LEFT = "left"
    NOT_THERE = "not_there"
    IN_BASE_INSTEAD = "in_base_instead"

    @property
    def was_there(self) -> bool:
        """In the lesson from beginning to end, late and agreed breaks included."""
        return self in (
            LessonAttendance.THERE,
            LessonAttendance.LATE,
            LessonAttendance.THERE_WITH_AGREED_BREAK,
        )


class SharedTime(Word):
    """A time of the day that a pupil of the base spends with everybody.

    >>> SharedTime("lunch").name
    'LUNCH'
    """

    BREAK = "break"
    LUNCH = "lunch"
    TUTOR_TIME = "tutor_time"
    ASSEMBLIES = "assemblies"
