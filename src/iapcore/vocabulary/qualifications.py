"""Qualifications, how a pupil keeps pace in a subject, and the pathway after 16.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four and the table of two purposes: vocational, functional and
academic qualifications are all valued; a pathway after 16 is secured, and retained.
"""

from iapcore.vocabulary.value import Word

__all__ = ["Pace", "PathwayStep", "QualificationKind"]


class QualificationKind(Word):
    """The kind of a qualification.

    >>> QualificationKind("functional").name
    'FUNCTIONAL'
    """

    ACADEMIC = "academic"
    VOCATIONAL = "vocational"
    FUNCTIONAL = "functional"


class Pace(Word):
    """How a pupil keeps pace with the mainstream in a subject, as the teacher judges.

    >>> Pace("behind").name
    'BEHIND'
    """

    AHEAD = "ahead"
    WITH = "with"
    BEHIND = "behind"


class PathwayStep(Word):
    """A step on the way to education, training or work after 16.

    >>> [step.value for step in PathwayStep]
    ['applied', 'offered', 'started', 'still_there', 'left']
    """

    APPLIED = "applied"
    OFFERED = "offered"
    STARTED = "started"
    STILL_THERE = "still_there"
    LEFT = "left"
