"""What a provision is like when it is for a return, and when it is for qualifications and a pathway after 16.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four, the table of two purposes. The table prints *progress*
twice where it lists what follow-up looks at; here it stands once.
"""

from typing import Final

from attrs import frozen

from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Basis, Citation
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Word

__all__ = ["DESIGN_TABLE", "Aspect", "Design"]


class Aspect(Word):
    """A row of the table: a side of a provision that its purpose shapes.

    >>> [aspect.value for aspect in Aspect]
    ['curriculum', 'staffing', 'assessment', 'communication', 'measurement']
    """

    CURRICULUM = "curriculum"
    STAFFING = "staffing"
    ASSESSMENT = "assessment"
    COMMUNICATION = "communication"
    MEASUREMENT = "measurement"


@frozen(kw_only=True, field_transformer=shaped)
class Design:
    """A cell of the table: what one aspect is like for one purpose, in points of our own words.

    >>> cell = next(one for one in DESIGN_TABLE if one.aspect is Aspect.MEASUREMENT)
    >>> cell.purpose.name, cell.points[0]
    ('RETURN', 'the share of pupils that returned')
    """

    aspect: Aspect
    purpose: Purpose
    points: tuple[str, ...]
    basis: Basis
    cites: tuple[Citation, ...]


def _design(aspect: Aspect, purpose: Purpose, *points: str) -> Design:
    return Design(
        aspect=aspect,
        purpose=purpose,
        points=points,
        basis=Basis.RESEARCH_FINDING,
        cites=(FOUR_TENETS.at(f"tenet 4, table of two purposes, {aspect.value}"),),
    )


DESIGN_TABLE: Final[tuple[Design, ...]] = (
    _design(
        Aspect.CURRICULUM,
        Purpose.RETURN,
        "nobody falls behind the class to which they go back",
        "learning that engages and has a meaning",
    ),
    _design(
        Aspect.CURRICULUM,
        Purpose.QUALIFICATIONS,
        "core subjects and skills within reach",
        "ways to follow further interests, academic or vocational",
    ),
    _design(
        Aspect.STAFFING,
        Purpose.RETURN,
        "ties with the teachers whose lessons wait",
        "good staff, on whom engagement and progress hang",
    ),
    _design(
        Aspect.STAFFING,
        Purpose.QUALIFICATIONS,
        "the expertise of mainstream teachers, and their feedback",
        "staff who know what can come after 16",
    ),
    _design(
        Aspect.ASSESSMENT,
        Purpose.RETURN,
        "the support that fits",
        "data that help to tell when a pupil can go back",
    ),
    _design(
        Aspect.ASSESSMENT,
        Purpose.QUALIFICATIONS,
        "criteria that say clearly for whom the few places are",
        "strong assessment along the way and at the end",
    ),
    _design(
        Aspect.COMMUNICATION,
        Purpose.RETURN,
        "what helps is passed on to mainstream staff",
        "base and mainstream do alike",
    ),
    _design(
        Aspect.COMMUNICATION,
        Purpose.QUALIFICATIONS,
        "talk with those outside who give vocational courses",
        "talk with those to whom a pupil may go on",
    ),
    _design(
        Aspect.MEASUREMENT,
        Purpose.RETURN,
        "the share of pupils that returned",
        "a later look at attendance, progress and wellbeing, to see whether it held",
    ),
    _design(
        Aspect.MEASUREMENT,
        Purpose.QUALIFICATIONS,
        "qualifications of every kind",
        "engagement: attendance, progress and wellbeing",
        "a pathway after 16 that is sure and goes well, by the share that stays on it",
    ),
)
"""The table, row by row: the return first, then qualifications and a pathway."""
