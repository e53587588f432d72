"""What each rule finds, in plain words for parents or carers and for the pupil.

Rules of the room: short sentences, no key of a rule, no number of a policy, no label, no blame. What is missing is for
adults to do, and the sentence says so. One template serves both readers; `PLACES` holds what stands in it for each. A
rule without plain words may not ship: a test holds `PLAIN` against the catalogue.

Rules about how adults use a place (`FOR_STAFF`) are questions for the school, and are not told here one by one. Of
the clocks of law families are told in what they have a part: a meeting, what they may say, teaching, a letter.
"""

from collections.abc import Mapping
from typing import Final

from iapcore.decisions.rule import Finding
from iapcore.decisions.verdict import Verdict
from iapcore.reports.plain.after import OUTCOME, TRANSITION
from iapcore.reports.plain.before import ELIGIBILITY, SUPPORT
from iapcore.reports.plain.clocks import CLOCKS
from iapcore.reports.plain.during import READINESS, REVIEWS
from iapcore.reports.plain.template import FOR_STAFF, PLACES, UNSAID, Plain
from iapcore.reports.plain.way_back import WAY_BACK
from iapcore.vocabulary.people import Audience

__all__ = ["FOR_STAFF", "PLACES", "PLAIN", "UNSAID", "Plain", "is_for_staff", "plainly"]

PLAIN: Final[Mapping[str, Plain]] = {
    **ELIGIBILITY,
    **SUPPORT,
    **CLOCKS,
    **REVIEWS,
    **READINESS,
    **WAY_BACK,
    **TRANSITION,
    **OUTCOME,
}
"""Plain words for every rule that a family or a pupil is told of, by its key."""


def is_for_staff(finding: Finding, to: Audience) -> bool:
    """Whether a finding is a question for the school that is not told to that reader."""
    return finding.key.partition("-")[0] in FOR_STAFF[to]


def plainly(finding: Finding, to: Audience) -> str:
    """A finding in plain words for that reader; empty where there is nothing to tell, or where it is for staff."""
    if is_for_staff(finding, to):
        return ""
    if finding.key not in PLAIN:
        return "" if finding.verdict is Verdict.MET else _OF_THE_SCHOOL
    return PLAIN[finding.key].template(finding.reason, finding.verdict).format(**PLACES[to])


_OF_THE_SCHOOL: Final = "The school looks at one more thing of its own. Ask us what it is."
"""A rule of a caller's own has no plain words here; that it was asked is not kept from anybody."""
