"""What each rule finds, in plain words for parents or carers and for the pupil.

Rules of the room: short sentences, no key of a rule, no number of a policy, no label, no blame. What is missing is for
adults to do, and the sentence says so. One template serves both readers; `PLACES` holds what stands in it for each. A
rule without plain words may not ship: a test holds `PLAIN` against the catalogue.

Rules about how adults use a place (`FOR_STAFF`) are questions for the school, and are not told here one by one.
"""

from collections.abc import Mapping
from typing import Final

from iapcore.decisions.rule import Finding
from iapcore.reports.plain.after import OUTCOME, TRANSITION
from iapcore.reports.plain.before import ELIGIBILITY, SUPPORT
from iapcore.reports.plain.during import READINESS, REVIEWS
from iapcore.reports.plain.template import FOR_STAFF, PLACES, UNSAID, Plain
from iapcore.reports.plain.way_back import WAY_BACK
from iapcore.vocabulary.people import Audience

__all__ = ["FOR_STAFF", "PLACES", "PLAIN", "UNSAID", "Plain", "plainly"]

PLAIN: Final[Mapping[str, Plain]] = {
    **ELIGIBILITY,
    **SUPPORT,
    **REVIEWS,
    **READINESS,
    **WAY_BACK,
    **TRANSITION,
    **OUTCOME,
}
"""Plain words for every rule that a family or a pupil is told of, by its key."""


def plainly(finding: Finding, to: Audience) -> str:
    """A finding in plain words for that reader; empty where there is nothing to tell, or where it is for staff."""
    if finding.key.partition("-")[0] in FOR_STAFF:
        return ""
    return PLAIN[finding.key].template(finding.reason, finding.verdict).format(**PLACES[to])
