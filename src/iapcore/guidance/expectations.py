"""What law and guidance expect that is no number: conditions, duties and limits, each dated and cited.

Rules of the room: each is our own paraphrase. What is announced, or enacted and not commenced, stands in `COMING`
and has no day: no rule asks for it. Guidance that is not statutory says so in its basis.
"""

from datetime import date
from typing import Final

from attrs import frozen

from iapcore.guidance.library import (
    ATTENDANCE_GUIDANCE,
    ATTENDANCE_REGULATIONS,
    EXCLUSION_GUIDANCE,
    FOUR_TENETS,
    INCLUSION_BASES,
    INTERNAL_SUSPENSION,
    OFF_SITE_AMENDMENT,
    OFF_SITE_REGULATIONS,
    WELLBEING_AND_SCHOOLS_ACT,
    WHITE_PAPER,
)
from iapcore.guidance.sources import Basis, Citation
from iapcore.vocabulary.shape import shaped, stop_unless_a_day
from iapcore.vocabulary.value import Word

__all__ = ["COMING", "EXPECTATIONS", "Coming", "Expectation", "Topic", "expected_on"]


class Topic(Word):
    """What an expectation is about.

    >>> Topic("off_site_direction").name
    'OFF_SITE_DIRECTION'
    """

    PART_TIME_TIMETABLE = "part_time_timetable"
    SUSPENSION = "suspension"
    OFF_SITE_DIRECTION = "off_site_direction"
    INCLUSION_BASE = "inclusion_base"


@frozen(kw_only=True, field_transformer=shaped)
class Expectation:
    """Something that law or guidance expects, from a day on.

    >>> EXPECTATIONS[0].key, EXPECTATIONS[0].basis.name
    ('part-time-compulsory-age', 'LAW')
    """

    key: str
    topic: Topic
    expects: str
    since: date
    basis: Basis
    cites: tuple[Citation, ...]


@frozen(kw_only=True, field_transformer=shaped)
class Coming:
    """A change that is announced, or enacted and not commenced. It is shown, and never asked for.

    >>> [one.key for one in COMING][0]
    'internal-suspension'
    """

    key: str
    says: str
    cites: tuple[Citation, ...]


_REGISTER: Final = date(2024, 8, 19)
_EXCLUSION: Final = date(2024, 8, 1)
_OFF_SITE: Final = date(2010, 9, 1)
_OFF_SITE_AMENDED: Final = date(2013, 1, 1)
_BASES: Final = date(2026, 6, 24)
_REPORT: Final = date(2025, 1, 1)

_LEAVE: Final = ATTENDANCE_REGULATIONS.at("regulation 11(6)")
_PART_TIME: Final = ATTENDANCE_GUIDANCE.at("part-time timetables")


def _part_time(key: str, expects: str, *, basis: Basis, cites: Citation) -> Expectation:
    return Expectation(
        key=f"part-time-{key}",
        topic=Topic.PART_TIME_TIMETABLE,
        expects=expects,
        since=_REGISTER,
        basis=basis,
        cites=(cites,),
    )


def _suspension(key: str, expects: str, place: str) -> Expectation:
    return Expectation(
        key=f"suspension-{key}",
        topic=Topic.SUSPENSION,
        expects=expects,
        since=_EXCLUSION,
        basis=Basis.STATUTORY_GUIDANCE,
        cites=(EXCLUSION_GUIDANCE.at(place),),
    )


def _off_site(key: str, expects: str, *, since: date, cites: Citation, basis: Basis) -> Expectation:
    return Expectation(
        key=f"off-site-{key}",
        topic=Topic.OFF_SITE_DIRECTION,
        expects=expects,
        since=since,
        basis=basis,
        cites=(cites,),
    )


def _base(key: str, expects: str, place: str) -> Expectation:
    return Expectation(
        key=f"base-{key}",
        topic=Topic.INCLUSION_BASE,
        expects=expects,
        since=_BASES,
        basis=Basis.GUIDANCE,
        cites=(INCLUSION_BASES.at(place),),
    )


EXPECTATIONS: Final = (
    _part_time(
        "compulsory-age",
        "The pupil is of compulsory school age for the whole of the leave.",
        basis=Basis.LAW,
        cites=_LEAVE,
    ),
    _part_time(
        "agreed",
        "Somebody whom the school authorised, and a parent with whom the pupil normally lives, have agreed to it.",
        basis=Basis.LAW,
        cites=_LEAVE,
    ),
    _part_time(
        "exceptional", "It answers exceptional circumstances and is temporary.", basis=Basis.LAW, cites=_LEAVE
    ),
    _part_time("times", "Its dates and times are agreed.", basis=Basis.LAW, cites=_LEAVE),
    _part_time(
        "not-for-behaviour",
        "It does not serve to manage behaviour.",
        basis=Basis.STATUTORY_GUIDANCE,
        cites=_PART_TIME,
    ),
    _part_time(
        "time-limit",
        "It is as short as can be, with a day by which the pupil is full-time again or has other provision.",
        basis=Basis.STATUTORY_GUIDANCE,
        cites=_PART_TIME,
    ),
    _part_time(
        "reviewed",
        "It is formally reviewed, regularly, with pupil and parents.",
        basis=Basis.STATUTORY_GUIDANCE,
        cites=_PART_TIME,
    ),
    _suspension(
        "not-lengthened",
        "A suspension is neither lengthened nor turned into an exclusion; a further one may follow it.",
        "extending and converting",
    ),
    _suspension(
        "work-set", "On the first five school days the school sets and marks work.", "the first five days"
    ),
    _suspension(
        "authority-told",
        "The local authority hears of every suspension without delay, and so do a social worker and a virtual school "
        "head where the pupil has one.",
        "duty to inform",
    ),
    _suspension(
        "cancelled",
        "A head may cancel a suspension before the board has met, says why, and the pupil is back without delay.",
        "cancelling",
    ),
    _suspension(
        "coming-back",
        "A strategy for coming back is expected; a meeting about it is good practice and no condition of coming back.",
        "reintegration",
    ),
    _suspension(
        "not-for-unmet-need",
        "Excluding for unmet special needs or for attainment is unlawful, and so is sending a pupil home to cool off.",
        "unlawful exclusion",
    ),
    _off_site(
        "purpose",
        "It serves to improve behaviour, after support in school, and is no sanction.",
        since=_REPORT,
        cites=FOUR_TENETS.at("glossary, off-site direction"),
        basis=Basis.RESEARCH_FINDING,
    ),
    _off_site(
        "notice",
        "A parent has written notice, and the authority where there is an education, health and care plan.",
        since=_OFF_SITE,
        cites=OFF_SITE_REGULATIONS.at("regulation 3"),
        basis=Basis.LAW,
    ),
    _off_site(
        "reviewed",
        "The board reviews it as often as the pupil's needs ask; no interval is fixed any more.",
        since=_OFF_SITE_AMENDED,
        cites=OFF_SITE_AMENDMENT.at("regulation 4"),
        basis=Basis.LAW,
    ),
    _off_site(
        "end",
        "It may run beyond the end of the school year.",
        since=_OFF_SITE_AMENDED,
        cites=OFF_SITE_AMENDMENT.at("regulation 3, and explanatory note"),
        basis=Basis.LAW,
    ),
    _base("teacher", "A teacher is responsible for the base from day to day.", "staffing"),
    _base("qualified", "Qualified teachers lead curriculum and interventions.", "staffing"),
    _base("access", "Pupils of the base have no less access to a qualified teacher than others.", "staffing"),
    _base("leaders", "Senior leaders are seen in the base.", "leadership"),
    _base("no-sanction", "The base is no sanction and no place to remove pupils to.", "use of a base"),
    _base("bridge", "The base is a bridge into the life of the school.", "use of a base"),
    _base("mainstream-time", "Pupils have as much time in mainstream as they can.", "use of a base"),
    _base("cohort", "The base is designed for a cohort that is named.", "cohort"),
)
"""All of them, each once. Those of inclusion bases are not statutory."""

COMING: Final = (
    Coming(
        key="internal-suspension",
        says="A framework for internal suspensions, which are no internal alternative provision. To be consulted on; "
        "expected in 2027; no text is in force.",
        cites=(INTERNAL_SUSPENSION.at("framework for internal suspensions"),),
    ),
    Coming(
        key="children-not-in-school",
        says="A registered pupil who is educated elsewhere by agreement, and absent for some or all of the time, may "
        "come onto the register of children not in school.",
        cites=(WELLBEING_AND_SCHOOLS_ACT.at("section 38, inserting section 436B of the Education Act 1996"),),
    ),
    Coming(
        key="consent-to-home-education",
        says="For some children the local authority's consent is needed to withdraw to home education.",
        cites=(WELLBEING_AND_SCHOOLS_ACT.at("elective home education"),),
    ),
    Coming(
        key="tiers-of-support",
        says="Universal, targeted, targeted plus and specialist support, and individual support plans; most of it "
        "from 2029, with legislation still to come.",
        cites=(WHITE_PAPER.at("reform of special educational needs"),),
    ),
)
"""What is not in force. It is held so that people can see what comes."""


def expected_on(day: date, *, topic: Topic) -> tuple[Expectation, ...]:
    """What was expected about a topic on a day; empty before the first text that is held.

    >>> from datetime import date
    >>> [one.key for one in expected_on(date(2012, 1, 1), topic=Topic.OFF_SITE_DIRECTION)]
    ['off-site-notice']
    """
    stop_unless_a_day(day, "day")
    return tuple(one for one in EXPECTATIONS if one.topic is topic and one.since <= day)
