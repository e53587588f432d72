"""How ready are pupil and school for the next step back, and to which lessons?

Rules of the room: readiness is a **profile**, never a score or a verdict, and it has two sides: the pupil's, and that
of those who receive the pupil. A first green lesson asks for no questionnaire, target or attendance figure; incidents
are shown and never hold a pupil back; the pace is the pupil's. Every hold names what adults will do, and by when people
look again.
"""

from iapcore.decisions.readiness.lessons import LESSONS
from iapcore.decisions.readiness.progress import PROGRESS
from iapcore.decisions.readiness.receiving import READINESS_RECEIVING
from iapcore.decisions.readiness.step import READINESS, READINESS_PUPIL, NextStep, assess_readiness

__all__ = [
    "LESSONS",
    "PROGRESS",
    "READINESS",
    "READINESS_PUPIL",
    "READINESS_RECEIVING",
    "NextStep",
    "assess_readiness",
]
