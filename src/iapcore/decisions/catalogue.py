"""Every rule of the house, in the order of the journey."""

from typing import Final

from iapcore.decisions.eligibility import ELIGIBILITY
from iapcore.decisions.outcome import OUTCOME
from iapcore.decisions.readiness import READINESS
from iapcore.decisions.reviews import REVIEWS
from iapcore.decisions.rule import Rule
from iapcore.decisions.safeguards import SAFEGUARDS
from iapcore.decisions.support import SUPPORT
from iapcore.decisions.transition import TRANSITION
from iapcore.decisions.way_back import WAY_BACK

__all__ = ["RULES", "catalogue"]

RULES: Final[tuple[Rule, ...]] = (
    *ELIGIBILITY,
    *SUPPORT,
    *SAFEGUARDS,
    *REVIEWS,
    *READINESS,
    *WAY_BACK,
    *TRANSITION,
    *OUTCOME,
)
"""All rules, each once."""


def catalogue() -> tuple[Rule, ...]:
    """All rules, with their questions, sources, reasons and what they do not look at.

    >>> len({rule.key for rule in catalogue()}) == len(catalogue())
    True
    """
    return RULES
