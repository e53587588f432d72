"""Which reason each rule gives in which story: one table that several tests share, a module for each decision.

A case names the reasons that matter in it, by the key of the rule, and the answer where it shows one.
`tests/house/test_rules.py` proves that together they reach every reason of every rule.
"""

from typing import Final

from tests.cases.case import NO_CALENDAR_AFTER_DECEMBER, NOTHING_THERE, UNKNOWN, Case
from tests.cases.eligibility import ELIGIBILITY_CASES
from tests.cases.outcome import OUTCOME_CASES
from tests.cases.readiness import READINESS_CASES
from tests.cases.reviews import REVIEW_CASES
from tests.cases.safeguards import SAFEGUARD_CASES
from tests.cases.support import SUPPORT_CASES
from tests.cases.transition import TRANSITION_CASES
from tests.cases.way_back import WAY_BACK_CASES

__all__ = [
    "CASES",
    "ELIGIBILITY_CASES",
    "NOTHING_THERE",
    "NO_CALENDAR_AFTER_DECEMBER",
    "OUTCOME_CASES",
    "READINESS_CASES",
    "REVIEW_CASES",
    "SAFEGUARD_CASES",
    "SUPPORT_CASES",
    "TRANSITION_CASES",
    "UNKNOWN",
    "WAY_BACK_CASES",
    "Case",
]

CASES: Final = (
    *ELIGIBILITY_CASES,
    *SUPPORT_CASES,
    *SAFEGUARD_CASES,
    *REVIEW_CASES,
    *READINESS_CASES,
    *WAY_BACK_CASES,
    *TRANSITION_CASES,
    *OUTCOME_CASES,
)
"""All of them."""
