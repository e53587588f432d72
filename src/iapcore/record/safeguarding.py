"""That there is a safeguarding record, and where. Never what it says."""

from datetime import date

from attrs import field, frozen

from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet

__all__ = ["SafeguardingPointer"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class SafeguardingPointer(Discreet):
    """That something was recorded on a day, in the school's safeguarding system, under this key.

    >>> from datetime import date
    >>> SafeguardingPointer(day=date(2026, 10, 2), pointer="in the school's own system")
    ‹SafeguardingPointer›
    """

    day: date = field(metadata=EXISTS_SINCE)
    pointer: str
