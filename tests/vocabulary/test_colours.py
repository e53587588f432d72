"""Green, amber, red."""

from iapcore.vocabulary.colours import LessonColour


def test_each_colour_has_a_letter_of_its_own() -> None:
    """A photocopier and a colour-blind reader see only the letter."""
    assert [colour.letter for colour in LessonColour] == ["G", "A", "R"]


def test_green_comes_first() -> None:
    """The sources lay down one thing about the order: green lessons first."""
    assert next(iter(LessonColour)) is LessonColour.GREEN
