"""Words, pictures and pages: for eyes.

Rule of the room: no number and no judgement is made here.
"""

__all__ = ["glances", "pages", "pictures", "plain", "plain_answers", "words"]
