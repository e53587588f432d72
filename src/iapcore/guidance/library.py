"""Every text that a rule or a number cites."""

from typing import Final

from iapcore.guidance.sources import Source, SourceStanding

__all__ = [
    "ABSENCE_METHODOLOGY",
    "FOUR_TENETS",
    "IAP_FINDINGS",
    "INCLUSION_BASES",
    "LIBRARY",
]

FOUR_TENETS: Final = Source(
    key="four-tenets",
    title="What works: Four Tenets of Effective Internal Alternative Provision",
    author="Simpson and O'Brien",
    year=2025,
    standing=SourceStanding.RESEARCH,
    address="https://www.the-difference.com",
)
IAP_FINDINGS: Final = Source(
    key="iap-findings",
    title="The rise of Internal Alternative Provision: what's working and what's tough",
    author="Simpson",
    year=2024,
    standing=SourceStanding.RESEARCH,
    address="https://www.the-difference.com",
)
ABSENCE_METHODOLOGY: Final = Source(
    key="absence-methodology",
    title="Methodology: pupil absence statistics in England",
    author="Department for Education",
    year=2026,
    standing=SourceStanding.GUIDANCE,
    address="https://explore-education-statistics.service.gov.uk/methodology/pupil-absence-in-schools-in-england",
)
INCLUSION_BASES: Final = Source(
    key="inclusion-bases",
    title="Inclusion bases (non-statutory guidance of 24 June 2026, as reported in the press)",
    author="Department for Education",
    year=2026,
    standing=SourceStanding.GUIDANCE,
)

LIBRARY: Final = (
    FOUR_TENETS,
    IAP_FINDINGS,
    ABSENCE_METHODOLOGY,
    INCLUSION_BASES,
)
"""All of them, each once."""
