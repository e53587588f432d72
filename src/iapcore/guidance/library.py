"""Every text that a rule, a number, a practice or a coming change cites.

Rule of the room: a text stands here once and only if something rests on it. Where its content was read in another
place, `read_in` says where.
"""

from datetime import date
from typing import Final

from iapcore.guidance.sources import Source, SourceKind, SourceStanding

__all__ = [
    "ABSENCE_METHODOLOGY",
    "ANALYSTS_GUIDE",
    "ATTENDANCE_GUIDANCE",
    "ATTENDANCE_REGULATIONS",
    "COMPETING_RISKS",
    "EXCLUSION_GUIDANCE",
    "EXCLUSION_METHODOLOGY",
    "FOUR_TENETS",
    "HEADTEACHER_UPDATE",
    "IAP_FINDINGS",
    "INCLUSION_BASES",
    "INTERNAL_SUSPENSION",
    "LIBRARY",
    "OFF_SITE_AMENDMENT",
    "OFF_SITE_REGULATIONS",
    "OUTPUT_CHECKING",
    "RATIO_OF_RATES",
    "WELLBEING_AND_SCHOOLS_ACT",
    "WHITE_PAPER",
]

_DEPARTMENT: Final = "Department for Education"
_LEGISLATION: Final = "The National Archives, legislation.gov.uk"
_THE_DIFFERENCE: Final = "The Difference"
_STATISTICIANS: Final = "Office for National Statistics"

FOUR_TENETS: Final = Source(
    key="four-tenets",
    title="What works: Four Tenets of Effective Internal Alternative Provision",
    author="Simpson and O'Brien",
    publisher=_THE_DIFFERENCE,
    year=2025,
    kind=SourceKind.RESEARCH,
    standing=SourceStanding.PUBLISHED,
    address="https://www.the-difference.com",
)
IAP_FINDINGS: Final = Source(
    key="iap-findings",
    title="The rise of Internal Alternative Provision: what's working and what's tough",
    author="Simpson",
    publisher=_THE_DIFFERENCE,
    year=2024,
    published=date(2024, 9, 6),
    kind=SourceKind.RESEARCH,
    standing=SourceStanding.PUBLISHED,
    address="https://www.the-difference.com",
)
HEADTEACHER_UPDATE: Final = Source(
    key="headteacher-update",
    title="Article on internal alternative provision in primary schools",
    author="McPhee",
    publisher="Headteacher Update",
    year=2025,
    edition="Spring Term edition",
    kind=SourceKind.ARTICLE,
    standing=SourceStanding.PUBLISHED,
)
ABSENCE_METHODOLOGY: Final = Source(
    key="absence-methodology",
    title="Methodology: pupil absence statistics in England",
    author=_DEPARTMENT,
    publisher="Explore education statistics",
    year=2026,
    kind=SourceKind.STATISTICS,
    standing=SourceStanding.PUBLISHED,
    address="https://explore-education-statistics.service.gov.uk/methodology/pupil-absence-in-schools-in-england",
)
EXCLUSION_METHODOLOGY: Final = Source(
    key="exclusion-methodology",
    title="Methodology: pupil exclusion statistics in England",
    author=_DEPARTMENT,
    publisher="Explore education statistics",
    year=2026,
    kind=SourceKind.STATISTICS,
    standing=SourceStanding.PUBLISHED,
    address="https://explore-education-statistics.service.gov.uk/methodology/pupil-exclusion-statistics-methodology",
)
ANALYSTS_GUIDE: Final = Source(
    key="analysts-guide",
    title="Analysts' guide: open data standards",
    author=_DEPARTMENT,
    publisher=_DEPARTMENT,
    year=2026,
    edition="as it stood on 14 August 2026",
    published=date(2026, 8, 14),
    kind=SourceKind.STATISTICS,
    standing=SourceStanding.PUBLISHED,
)
OUTPUT_CHECKING: Final = Source(
    key="output-checking",
    title="Output checking guidance of the Secure Research Service",
    author=_STATISTICIANS,
    publisher=_STATISTICIANS,
    year=2023,
    edition="version 1.1, revised on 12 June 2023",
    published=date(2023, 6, 12),
    kind=SourceKind.STATISTICS,
    standing=SourceStanding.PUBLISHED,
    read_in="advice to users of the Longitudinal Study by CeLSIUS, which repeats the rule of thumb",
)
COMPETING_RISKS: Final = Source(
    key="competing-risks",
    title="Introduction to the Analysis of Survival Data in the Presence of Competing Risks",
    author="Austin, Lee and Fine",
    publisher="Circulation",
    year=2016,
    edition="volume 133, pages 601 to 609",
    kind=SourceKind.RESEARCH,
    standing=SourceStanding.PUBLISHED,
)
RATIO_OF_RATES: Final = Source(
    key="ratio-of-rates",
    title="Testing the Ratio of Two Poisson Rates",
    author="Gu, Ng, Tang and Schucany",
    publisher="Biometrical Journal",
    year=2008,
    edition="volume 50, number 2",
    kind=SourceKind.RESEARCH,
    standing=SourceStanding.PUBLISHED,
    read_in="the documentation of statsmodels, whose interval by scores follows it",
)
ATTENDANCE_REGULATIONS: Final = Source(
    key="attendance-regulations",
    title="The School Attendance (Pupil Registration) (England) Regulations 2024",
    author="SI 2024/208",
    publisher=_LEGISLATION,
    year=2024,
    edition="in force from 19 August 2024",
    kind=SourceKind.LAW,
    standing=SourceStanding.IN_FORCE,
    address="https://www.legislation.gov.uk/uksi/2024/208",
)
ATTENDANCE_GUIDANCE: Final = Source(
    key="attendance-guidance",
    title="Working together to improve school attendance",
    author=_DEPARTMENT,
    publisher=_DEPARTMENT,
    year=2024,
    edition="statutory from 19 August 2024",
    kind=SourceKind.STATUTORY_GUIDANCE,
    standing=SourceStanding.IN_FORCE,
    read_in="pages of Norfolk and Dorset councils on part-time timetables, which restate it",
)
EXCLUSION_GUIDANCE: Final = Source(
    key="exclusion-guidance",
    title="Suspension and permanent exclusion from maintained schools, academies and pupil referral units in England, "
    "including pupil movement",
    author=_DEPARTMENT,
    publisher=_DEPARTMENT,
    year=2024,
    edition="version of August 2024",
    kind=SourceKind.STATUTORY_GUIDANCE,
    standing=SourceStanding.IN_FORCE,
    read_in="pages of councils and advice services that restate it: Stockport, North Yorkshire, Essex, East Riding",
)
OFF_SITE_REGULATIONS: Final = Source(
    key="off-site-regulations",
    title="The Education (Educational Provision for Improving Behaviour) Regulations 2010",
    author="SI 2010/1156",
    publisher=_LEGISLATION,
    year=2010,
    edition="in force from 1 September 2010",
    published=date(2010, 3, 31),
    kind=SourceKind.LAW,
    standing=SourceStanding.IN_FORCE,
    address="https://www.legislation.gov.uk/uksi/2010/1156",
)
OFF_SITE_AMENDMENT: Final = Source(
    key="off-site-amendment",
    title="The Education (Educational Provision for Improving Behaviour) (Amendment) Regulations 2012",
    author="SI 2012/2532",
    publisher=_LEGISLATION,
    year=2012,
    edition="in force from 1 January 2013",
    published=date(2012, 10, 4),
    kind=SourceKind.LAW,
    standing=SourceStanding.IN_FORCE,
    address="https://www.legislation.gov.uk/uksi/2012/2532",
)
INCLUSION_BASES: Final = Source(
    key="inclusion-bases",
    title="Inclusion bases (non-statutory guidance)",
    author=_DEPARTMENT,
    publisher=_DEPARTMENT,
    year=2026,
    edition="24 June 2026",
    published=date(2026, 6, 24),
    kind=SourceKind.GUIDANCE,
    standing=SourceStanding.PUBLISHED,
    read_in="the trade press: Schools Week, School Vacancies, NatSIP, Policy Wire",
)
INTERNAL_SUSPENSION: Final = Source(
    key="internal-suspension",
    title="Announcement of a framework for internal suspensions",
    author=_DEPARTMENT,
    publisher=_DEPARTMENT,
    year=2026,
    edition="29 January to 2 February 2026",
    published=date(2026, 1, 29),
    kind=SourceKind.ANNOUNCEMENT,
    standing=SourceStanding.ANNOUNCED,
    read_in="nasen; Devon Association of Governance; a reprint of a newspaper report",
)
WELLBEING_AND_SCHOOLS_ACT: Final = Source(
    key="wellbeing-and-schools-act",
    title="Children's Wellbeing and Schools Act 2026",
    author="2026 c. 21",
    publisher=_LEGISLATION,
    year=2026,
    edition="Royal Assent on 29 April 2026",
    published=date(2026, 4, 29),
    kind=SourceKind.LAW,
    standing=SourceStanding.NOT_COMMENCED,
    address="https://www.legislation.gov.uk/ukpga/2026/21",
)
WHITE_PAPER: Final = Source(
    key="white-paper",
    title="Every child achieving and thriving (white paper)",
    author=_DEPARTMENT,
    publisher=_DEPARTMENT,
    year=2026,
    edition="23 February 2026",
    published=date(2026, 2, 23),
    kind=SourceKind.ANNOUNCEMENT,
    standing=SourceStanding.ANNOUNCED,
    read_in="the trade press: Schools Week, Policy Partners, Policy Wire",
)

LIBRARY: Final = (
    FOUR_TENETS,
    IAP_FINDINGS,
    HEADTEACHER_UPDATE,
    ABSENCE_METHODOLOGY,
    EXCLUSION_METHODOLOGY,
    ANALYSTS_GUIDE,
    OUTPUT_CHECKING,
    COMPETING_RISKS,
    RATIO_OF_RATES,
    ATTENDANCE_REGULATIONS,
    ATTENDANCE_GUIDANCE,
    EXCLUSION_GUIDANCE,
    OFF_SITE_REGULATIONS,
    OFF_SITE_AMENDMENT,
    INCLUSION_BASES,
    INTERNAL_SUSPENSION,
    WELLBEING_AND_SCHOOLS_ACT,
    WHITE_PAPER,
)
"""All of them, each once."""
