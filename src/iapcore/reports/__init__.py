"""Words, pictures and pages: for eyes.

Rule of the room: no number and no judgement is made here.
"""

__all__ = [
    "glances",
    "hand_over_page",
    "journey_map",
    "pages",
    "pictures",
    "plain",
    "plain_answers",
    "plan_text",
    "practices_page",
    "provision",
    "rulebook",
    "words",
]
