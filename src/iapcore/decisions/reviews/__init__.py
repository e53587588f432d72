"""Reviews of a stay: which were held, with whom, what they looked at, and what is due."""

from iapcore.decisions.reviews.checks import REVIEWS, check_reviews
from iapcore.decisions.reviews.due import Due, DueKind, find_due, follow_up_days
from iapcore.decisions.reviews.plan import Part, PlannedReview, ReviewState, next_review, plan_reviews

__all__ = [
    "REVIEWS",
    "Due",
    "DueKind",
    "Part",
    "PlannedReview",
    "ReviewState",
    "check_reviews",
    "find_due",
    "follow_up_days",
    "next_review",
    "plan_reviews",
]
