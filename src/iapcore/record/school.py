"""A school, as far as a journey has to tell one from another."""

from attrs import frozen

from iapcore.vocabulary.identifiers import Laestab, Urn
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet

__all__ = ["School"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class School(Discreet):
    """A school by the caller's key, with its numbers where they are known.

    The **home school** is where a pupil is on roll: register, census and what *return* means are its own. The **host
    school** is where the provision is. They may differ.

    >>> School(key="elmsworth", urn=Urn("123456")).urn.format()
    '123456'
    """

    key: str
    name: str | None = None
    urn: Urn | None = None
    laestab: Laestab | None = None
