"""Green, amber and red: how a pupil rates a lesson of the week.

Source: Simpson and O'Brien, *What works: Four Tenets of Effective Internal Alternative Provision* (The
Difference, 2025), case study two. Pupils return first to their green lessons, where they already meet
success. No source says what amber and red mean beyond that order; what a school makes of them is its policy.
"""

from iapcore.vocabulary.value import Word

__all__ = ["LessonColour"]


class LessonColour(Word):
    """The colour that a pupil gives a lesson.

    >>> LessonColour("green").letter
    'G'
    """

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def letter(self) -> str:
        """The sign of the colour in the one-line week, and in a picture beside the colour."""
        return self.name[0]
