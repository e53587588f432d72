"""Places, destinations and the elements of a transition."""

from iapcore.vocabulary.settings import Destination, EndingKind, Phase, TransitionElement, Where


def test_a_transition_has_six_elements_and_the_last_is_follow_up() -> None:
    """Follow-up is printed after the table of the source; a reader who counts five has missed it."""
    assert [element.value for element in TransitionElement] == [
        "communication",
        "clear_expectations",
        "time_in_destination",
        "relationships",
        "pupil_agency",
        "follow_up",
    ]


def test_the_valued_destinations_and_those_to_ask_about_are_all_there() -> None:
    """Return is not the only success: qualifications with a pathway after 16 and a special school place count."""
    valued = {Destination.MAINSTREAM, Destination.POST_16, Destination.SPECIAL_SCHOOL}
    to_ask_about = {
        Destination.MANAGED_MOVE,
        Destination.OFF_SITE_DIRECTION,
        Destination.ELECTIVE_HOME_EDUCATION,
        Destination.PERMANENT_EXCLUSION,
    }
    assert valued | to_ask_about < set(Destination)


def test_a_lesson_is_somewhere_and_a_school_has_a_phase() -> None:
    assert {where.value for where in Where} == {"base", "mainstream", "elsewhere"}
    assert {phase.value for phase in Phase} == {"primary", "secondary"}
    assert {kind.value for kind in EndingKind} == {"planned", "early", "extended"}
