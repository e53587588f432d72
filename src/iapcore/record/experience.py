"""What pupil, family and staff say of the stay.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet two: children need to feel supported, to learn, and to move on
well; nobody believes a good word of a place that does not do these.
"""

from datetime import date

from attrs import field, frozen

from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet

__all__ = ["Experience"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Experience(Discreet):
    """What somebody said on a day. `words` are their own, and never shown where they are not meant to be.

    >>> from datetime import date
    >>> from iapcore import Informant
    >>> Experience(day=date(2026, 11, 20), by=Informant.PUPIL, feels_supported=Extent.YES).is_learning is None
    True
    """

    day: date = field(metadata=EXISTS_SINCE)
    by: Informant
    feels_supported: Extent | None = None
    is_learning: Extent | None = None
    transition_went_well: Extent | None = None
    ref: str | None = None
    words: str | None = None
