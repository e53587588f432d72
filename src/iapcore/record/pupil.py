"""The pupil, as far as a stay needs to know."""

from datetime import date

from attrs import field, frozen

from iapcore.record.characteristics import Characteristics
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.identifiers import NoUpnReason, PupilId, Uln, UnprovedUpn, Upn
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet
from iapcore.vocabulary.year_groups import YearGroup

__all__ = ["Pupil"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Pupil(Discreet):
    """A pupil. Only the key is needed; everything else may be *not recorded* (`None`).

    `year_group` is the year in which the pupil is taught, not the one that the age suggests. `upn` may hold
    text that is no proper UPN (`UnprovedUpn`): it is kept, never shown, and `find_problems` reports it. What can change
    stands in versions of `characteristics`.

    >>> from iapcore import PupilId, YearGroup
    >>> Pupil(id=PupilId("elm-01"), year_group=YearGroup.YEAR_8)
    ‹Pupil›
    """

    id: PupilId
    year_group: YearGroup | None = None
    date_of_birth: date | None = None
    sex: Sex | None = None
    upn: Upn | UnprovedUpn | None = None
    no_upn: NoUpnReason | None = None
    uln: Uln | None = None
    characteristics: tuple[Characteristics, ...] | None = field(default=None, repr=False)
