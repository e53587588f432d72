"""The adults a pupil trusts, and what passes between school and family."""

from datetime import date

from attrs import field, frozen

from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet

__all__ = ["FamilyContact", "TrustedAdult"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class TrustedAdult(Discreet):
    """An adult whom the pupil trusts, and where to find them. `adult` is the caller's own key, never shown.

    >>> from datetime import date
    >>> from iapcore import Role
    >>> TrustedAdult(since=date(2026, 11, 2), role=Role.TEACHING_ASSISTANT, where=Where.BASE).where.value
    'base'
    """

    since: date = field(metadata=EXISTS_SINCE)
    role: Role
    where: Where | None = None
    adult: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class FamilyContact(Discreet):
    """A contact with parents or carers: planned or in response to something, and whether they agree or object.

    `by` is who spoke for the school. `words` are free text and never shown.

    >>> from datetime import date
    >>> from iapcore import View
    >>> FamilyContact(day=date(2026, 10, 2), is_planned=True, view=View.FOR).view.value
    'for'
    """

    day: date = field(metadata=EXISTS_SINCE)
    is_planned: bool | None = None
    view: View | None = None
    by: Role | None = None
    ref: str | None = None
    words: str | None = None
