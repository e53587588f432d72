"""To whom something of a pupil's journey is handed on, and why something is left out.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four, for those who receive a pupil, and for the pathway after
16. The reasons are ours.
"""

from iapcore.vocabulary.value import Word

__all__ = ["Recipient", "WhyLeftOut"]


class Recipient(Word):
    """Who is shown something of a journey.

    >>> Recipient("post_16_provider").name
    'POST_16_PROVIDER'
    """

    RECEIVING_TEACHER = "receiving_teacher"
    RECEIVING_SCHOOL = "receiving_school"
    POST_16_PROVIDER = "post_16_provider"
    FAMILY = "family"
    RESEARCHER = "researcher"


class WhyLeftOut(Word):
    """Why a recipient is not shown something.

    >>> WhyLeftOut("fresh_start").name
    'FRESH_START'
    """

    NOT_NEEDED = "not_needed"
    FRESH_START = "fresh_start"
    PUPILS_OWN = "pupils_own"
    SENSITIVE = "sensitive"
    ANOTHER_WAY = "another_way"
    FREE_TEXT = "free_text"
    ABOUT_STAFF = "about_staff"
    IDENTIFIES = "identifies"
