"""The way back, lesson by lesson: a plan week by week, and how it goes.

Rules of the room: **green first, never faster than the pupil manages, and every choice with its reason.** People edit a
plan; the same rules look at what they made of it.
"""

from iapcore.decisions.way_back.plan import WAY_BACK, Leads, WayAhead, check_plan, plan_return
from iapcore.decisions.way_back.progress import (
    LessonBack,
    LessonGroup,
    ReturnProgress,
    find_progress,
)

__all__ = [
    "WAY_BACK",
    "Leads",
    "LessonBack",
    "LessonGroup",
    "ReturnProgress",
    "WayAhead",
    "check_plan",
    "find_progress",
    "plan_return",
]
