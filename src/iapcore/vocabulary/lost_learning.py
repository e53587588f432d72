"""Ways in which a pupil loses learning, from the most to the least severe, and support that is none of them.

Source: IPPR and The Difference, *Who is losing learning?* (2024), the exclusions continuum, in the order in which
Whole School SEND reports it.

Rule of the room: a break that was agreed, a time-out card, and access to a toilet or to medical help are
**support**. The continuum lists time-out cards and toilet trips among the signs of a pupil withdrawing; a record of
them here is a record of support given, and never counts as lost learning, an incident or disengagement.
"""

from typing import Final

from iapcore.vocabulary.value import Word

__all__ = ["AgreedAccess", "LostLearning", "Side"]


class Side(Word):
    """Who shuts whom out.

    >>> Side("by_school").name
    'BY_SCHOOL'
    """

    BY_SCHOOL = "by_school"
    BY_PUPIL = "by_pupil"


class LostLearning(Word):
    """A way in which learning is lost. It says nothing of whose fault it is.

    >>> LostLearning.SUSPENSION.severity, LostLearning.SUSPENSION.side.name
    (4, 'BY_SCHOOL')
    >>> min(LostLearning, key=lambda way: way.severity).name
    'PERMANENT_EXCLUSION'
    """

    PERMANENT_EXCLUSION = "permanent_exclusion"
    MANAGED_MOVE = "managed_move"
    OFF_SITE_ALTERNATIVE_PROVISION = "off_site_alternative_provision"
    SUSPENSION = "suspension"
    INTERNAL_EXCLUSION = "internal_exclusion"
    DETENTION = "detention"
    OUTSIDE_THE_ROOM = "outside_the_room"
    ELECTIVE_HOME_EDUCATION = "elective_home_education"
    SEVERE_ABSENCE = "severe_absence"
    PERSISTENT_ABSENCE = "persistent_absence"
    TRUANTING_LESSONS = "truanting_lessons"
    LATENESS_TO_LESSONS = "lateness_to_lessons"

    @property
    def side(self) -> Side:
        """Whether the school shuts the pupil out, or the pupil withdraws."""
        return _PLACES[self][0]

    @property
    def severity(self) -> int:
        """The place on its side of the continuum: 1 is the most severe of seven."""
        return _PLACES[self][1]


_PLACES: Final = {
    LostLearning.PERMANENT_EXCLUSION: (Side.BY_SCHOOL, 1),
    LostLearning.MANAGED_MOVE: (Side.BY_SCHOOL, 2),
    LostLearning.OFF_SITE_ALTERNATIVE_PROVISION: (Side.BY_SCHOOL, 3),
    LostLearning.SUSPENSION: (Side.BY_SCHOOL, 4),
    LostLearning.INTERNAL_EXCLUSION: (Side.BY_SCHOOL, 5),
    LostLearning.DETENTION: (Side.BY_SCHOOL, 6),
    LostLearning.OUTSIDE_THE_ROOM: (Side.BY_SCHOOL, 7),
    LostLearning.ELECTIVE_HOME_EDUCATION: (Side.BY_PUPIL, 1),
    LostLearning.SEVERE_ABSENCE: (Side.BY_PUPIL, 2),
    LostLearning.PERSISTENT_ABSENCE: (Side.BY_PUPIL, 3),
    LostLearning.TRUANTING_LESSONS: (Side.BY_PUPIL, 4),
    LostLearning.LATENESS_TO_LESSONS: (Side.BY_PUPIL, 7),
}
"""Places 5 and 6 of the pupil's side are toilet trips and time-out cards: see `AgreedAccess`."""


class AgreedAccess(Word):
    """What a pupil may leave a lesson for by agreement: support, never lost learning.

    >>> AgreedAccess("time_out_card").name
    'TIME_OUT_CARD'
    """

    AGREED_BREAK = "agreed_break"
    TIME_OUT_CARD = "time_out_card"
    TOILET = "toilet"
    MEDICAL = "medical"
