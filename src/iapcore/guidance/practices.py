"""Every practice that the main report lists, and what two shorter texts add, as questions to talk about.

Sources: Simpson and O'Brien, *Four Tenets* (2025), read from the foreword to case study four; Simpson, *The rise of
Internal Alternative Provision* (2024); McPhee in Headteacher Update (2025). They stand topic by topic; within a topic
in the order of the report, then those of the other texts. What one school does is a practice example; the rest are
findings. What the shorter texts add stands under the tenet of its topic.

Rule of the room: in our own words, and a question. A new practice takes the next number of its topic; a number is
never given twice.
"""

from typing import Final

from iapcore.guidance.tenets import Practice
from iapcore.guidance.way_in import WAY_IN
from iapcore.guidance.way_out import WAY_OUT
from iapcore.guidance.way_through import WAY_THROUGH

__all__ = ["PRACTICES"]

PRACTICES: Final[tuple[Practice, ...]] = (*WAY_IN, *WAY_THROUGH, *WAY_OUT)
"""All of them, topic by topic. A list to talk about: how many of them a school has says nothing about it."""
