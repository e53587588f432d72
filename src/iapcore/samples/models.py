"""The models of provision in which the made-up stays take place: the names are those of the ready-made policies."""

from datetime import date
from typing import Final

from attrs import frozen

from iapcore.record.timetable import Slot, Weekday
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.settings import Destination, Phase
from iapcore.vocabulary.year_groups import KeyStage, YearGroup

__all__ = ["MODELS", "Model"]


@frozen(kw_only=True)
class Model:
    """What the stays of a model have in common.

    `weeks` is the planned length where it is fixed. Of the week, `first` lessons (at least, at most) stay in
    mainstream from the start; `every` so many weeks `gain` more come back. `destinations` are weighed.
    """

    name: str
    kind: ProvisionKind
    phase: Phase
    key_stages: tuple[KeyStage, ...]
    years: tuple[YearGroup, ...]
    starts: tuple[date, ...]
    weeks: int | None
    places: int
    purpose: Purpose
    settling_weeks: int
    review_weeks: int
    slots: tuple[Slot, ...]
    first: tuple[int, int]
    every: int
    gain: tuple[int, int]
    has_ratings: bool
    instrument: Instrument
    asked: tuple[Role, ...]
    destinations: tuple[tuple[Destination, int], ...]


_PERIODS: Final = tuple(Slot(day, str(period)) for day in Weekday for period in range(1, 7))
_HALF_DAYS: Final = tuple(Slot(day, half) for day in Weekday for half in ("am", "pm"))
_HALF_TERMS: Final = (
    date(2025, 11, 3),
    date(2026, 1, 5),
    date(2026, 2, 23),
    date(2026, 4, 13),
    date(2026, 6, 1),
    date(2026, 9, 7),
    date(2026, 11, 2),
    date(2027, 1, 4),
)
_TERMS: Final = (
    date(2025, 9, 8),
    date(2025, 11, 3),
    date(2026, 1, 5),
    date(2026, 4, 13),
    date(2026, 9, 7),
    date(2026, 11, 2),
    date(2027, 1, 4),
)
_ASKED: Final = (
    Role.PROVISION_LEAD,
    Role.PASTORAL,
    Role.SENCO,
    Role.SENIOR_LEADER,
    Role.SAFEGUARDING_LEAD,
    Role.FAMILY,
    Role.PUPIL,
)
_RARE: Final = (
    (Destination.ANOTHER_SCHOOL, 15),
    (Destination.FAMILY_WITHDREW, 10),
    (Destination.MANAGED_MOVE, 12),
    (Destination.OFF_SITE_DIRECTION, 8),
    (Destination.ELECTIVE_HOME_EDUCATION, 8),
    (Destination.PERMANENT_EXCLUSION, 8),
    (Destination.EXTERNAL_ALTERNATIVE_PROVISION, 8),
    (Destination.DIED, 1),
)
"""Of a thousand stays, in every model: moves, withdrawals, and the endings that the sources warn of."""

HALF_TERM: Final = Model(
    name="half-term",
    kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
    phase=Phase.SECONDARY,
    key_stages=(KeyStage.KS3,),
    years=(YearGroup.YEAR_7, YearGroup.YEAR_8, YearGroup.YEAR_9),
    starts=_HALF_TERMS,
    weeks=6,
    places=12,
    purpose=Purpose.RETURN,
    settling_weeks=1,
    review_weeks=3,
    slots=_PERIODS,
    first=(0, 0),
    every=1,
    gain=(3, 7),
    has_ratings=True,
    instrument=Instrument.SDQ,
    asked=_ASKED,
    destinations=(
        (Destination.MAINSTREAM, 720),
        (Destination.MAINSTREAM_IN_PART, 80),
        (Destination.FURTHER_STAY, 100),
        (Destination.SPECIAL_SCHOOL, 10),
        (Destination.SPECIALIST_BASE, 20),
        *_RARE,
    ),
)
LONG_PLACEMENT: Final = Model(
    name="long-placement",
    kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
    phase=Phase.SECONDARY,
    key_stages=(KeyStage.KS3, KeyStage.KS4),
    years=(YearGroup.YEAR_7, YearGroup.YEAR_8, YearGroup.YEAR_9, YearGroup.YEAR_10),
    starts=_TERMS,
    weeks=None,
    places=10,
    purpose=Purpose.RETURN,
    settling_weeks=0,
    review_weeks=6,
    slots=_PERIODS,
    first=(4, 10),
    every=3,
    gain=(1, 3),
    has_ratings=True,
    instrument=Instrument.SDQ,
    asked=_ASKED,
    destinations=(
        (Destination.MAINSTREAM, 680),
        (Destination.MAINSTREAM_IN_PART, 110),
        (Destination.FURTHER_STAY, 90),
        (Destination.SPECIAL_SCHOOL, 20),
        (Destination.SPECIALIST_BASE, 30),
        *_RARE,
    ),
)
PRIMARY_NURTURE: Final = Model(
    name="primary-nurture",
    kind=ProvisionKind.NURTURE_PROVISION,
    phase=Phase.PRIMARY,
    key_stages=(KeyStage.KS1, KeyStage.KS2),
    years=(
        YearGroup.YEAR_1,
        YearGroup.YEAR_2,
        YearGroup.YEAR_3,
        YearGroup.YEAR_4,
        YearGroup.YEAR_5,
        YearGroup.YEAR_6,
    ),
    starts=_HALF_TERMS,
    weeks=12,
    places=8,
    purpose=Purpose.RETURN,
    settling_weeks=0,
    review_weeks=6,
    slots=_HALF_DAYS,
    first=(7, 7),
    every=4,
    gain=(1, 1),
    has_ratings=False,
    instrument=Instrument.BOXALL,
    asked=(Role.PROVISION_LEAD, Role.SENCO, Role.CLASS_TEACHER, Role.FAMILY, Role.PUPIL),
    destinations=(
        (Destination.MAINSTREAM, 750),
        (Destination.MAINSTREAM_IN_PART, 60),
        (Destination.FURTHER_STAY, 60),
        (Destination.NEXT_PHASE, 60),
        (Destination.SPECIAL_SCHOOL, 40),
        (Destination.SPECIALIST_BASE, 20),
        *_RARE,
    ),
)
KS4_QUALIFICATIONS: Final = Model(
    name="ks4-qualifications",
    kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
    phase=Phase.SECONDARY,
    key_stages=(KeyStage.KS4,),
    years=(YearGroup.YEAR_10, YearGroup.YEAR_11),
    starts=_TERMS,
    weeks=None,
    places=8,
    purpose=Purpose.QUALIFICATIONS,
    settling_weeks=0,
    review_weeks=6,
    slots=_PERIODS,
    first=(6, 12),
    every=12,
    gain=(0, 1),
    has_ratings=False,
    instrument=Instrument.SDQ,
    asked=_ASKED,
    destinations=((Destination.POST_16, 880), (Destination.NO_POST_16_PLACE, 50), *_RARE),
)
MODELS: Final = (HALF_TERM, LONG_PLACEMENT, PRIMARY_NURTURE, KS4_QUALIFICATIONS)
