"""Kinds of provision, the words used for them over the years, and access without a placement.

Sources: Simpson and O'Brien, *Four Tenets* (2025), glossary and case study four; Department for Education, *Behaviour
in schools* (September 2022), *Explorative research into in-school support units* (January 2025) and *Arranging
alternative provision* (February 2025); press reports of its guidance on inclusion bases of 24 June 2026
(non-statutory), and of the announcement of internal suspension of January 2026 (no text in force).

Rules of the room: internal and off-site, support and sanction never share one member. Words move, so they are dated
and kept beside the kinds; what a school calls its room tells no kind.
"""

from datetime import date
from typing import Final

from attrs import frozen

from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Word

__all__ = ["TERMS", "Access", "ProvisionKind", "ProvisionTerm", "kinds_called"]


class ProvisionKind(Word):
    """What a place is.

    >>> ProvisionKind("removal_room").is_support
    False
    """

    INTERNAL_ALTERNATIVE_PROVISION = "internal_alternative_provision"
    SUPPORT_BASE = "support_base"
    SPECIALIST_BASE = "specialist_base"
    NURTURE_PROVISION = "nurture_provision"
    REMOVAL_ROOM = "removal_room"
    INTERNAL_SUSPENSION = "internal_suspension"
    EXTERNAL_ALTERNATIVE_PROVISION = "external_alternative_provision"

    @property
    def is_support(self) -> bool:
        """A place of support; removal rooms and internal suspension are sanctions."""
        return self not in (ProvisionKind.REMOVAL_ROOM, ProvisionKind.INTERNAL_SUSPENSION)

    @property
    def is_internal(self) -> bool:
        """In the pupil's or a host school, not at a separate provider."""
        return self is not ProvisionKind.EXTERNAL_ALTERNATIVE_PROVISION


class Access(Word):
    """How a pupil may use a provision without a placement in it: no lesson is replaced, no stay is counted.

    >>> Access("soft_start").name
    'SOFT_START'
    """

    SOFT_START = "soft_start"
    DROP_IN = "drop_in"


@frozen(kw_only=True, field_transformer=shaped)
class ProvisionTerm:
    """A word for a kind of provision, with the days between which guidance or research used it.

    `since` and `replaced` are `None` where no source dates them. An announced term is not in force.

    >>> term = TERMS[0]
    >>> term.words, term.kinds
    ('internal alternative provision', (<ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION: ...>,))
    """

    words: str
    kinds: tuple[ProvisionKind, ...]
    since: date | None = None
    replaced: date | None = None
    is_announced_only: bool = False

    def is_current(self, on: date) -> bool:
        """Whether it was the word on that day, as far as the sources tell.

        >>> next(term for term in TERMS if term.words == "support base").is_current(date(2026, 1, 5))
        False
        """
        return (
            not self.is_announced_only
            and (self.since is None or self.since <= on)
            and (self.replaced is None or on < self.replaced)
        )


_INCLUSION_BASES: Final = date(2026, 6, 24)
_BEHAVIOUR_IN_SCHOOLS: Final = date(2022, 9, 1)

TERMS: Final = (
    ProvisionTerm(
        words="internal alternative provision", kinds=(ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,)
    ),
    ProvisionTerm(
        words="pupil support unit",
        kinds=(ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,),
        since=_BEHAVIOUR_IN_SCHOOLS,
        replaced=_INCLUSION_BASES,
    ),
    ProvisionTerm(
        words="in-school support unit",
        kinds=(ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,),
        since=date(2025, 1, 1),
    ),
    ProvisionTerm(
        words="in-school unit", kinds=(ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,), since=date(2025, 2, 5)
    ),
    ProvisionTerm(
        words="inclusion base",
        kinds=(ProvisionKind.SUPPORT_BASE, ProvisionKind.SPECIALIST_BASE),
        since=_INCLUSION_BASES,
    ),
    ProvisionTerm(words="support base", kinds=(ProvisionKind.SUPPORT_BASE,), since=_INCLUSION_BASES),
    ProvisionTerm(words="specialist base", kinds=(ProvisionKind.SPECIALIST_BASE,), since=_INCLUSION_BASES),
    ProvisionTerm(words="SEN unit", kinds=(ProvisionKind.SPECIALIST_BASE,), replaced=_INCLUSION_BASES),
    ProvisionTerm(
        words="resourced provision", kinds=(ProvisionKind.SPECIALIST_BASE,), replaced=_INCLUSION_BASES
    ),
    ProvisionTerm(words="nurture provision", kinds=(ProvisionKind.NURTURE_PROVISION,)),
    ProvisionTerm(words="nurture group", kinds=(ProvisionKind.NURTURE_PROVISION,)),
    ProvisionTerm(words="removal room", kinds=(ProvisionKind.REMOVAL_ROOM,)),
    ProvisionTerm(words="isolation room", kinds=(ProvisionKind.REMOVAL_ROOM,)),
    ProvisionTerm(words="internal exclusion room", kinds=(ProvisionKind.REMOVAL_ROOM,)),
    ProvisionTerm(
        words="internal suspension",
        kinds=(ProvisionKind.INTERNAL_SUSPENSION,),
        since=date(2026, 1, 29),
        is_announced_only=True,
    ),
    ProvisionTerm(
        words="external alternative provision", kinds=(ProvisionKind.EXTERNAL_ALTERNATIVE_PROVISION,)
    ),
)
"""The words, with their kinds. A month without a day is dated by its first."""


def kinds_called(words: str) -> tuple[ProvisionKind, ...]:
    """The kinds that a term means, in any spelling of capitals; empty where the words tell no kind.

    >>> [kind.value for kind in kinds_called("Inclusion base")]
    ['support_base', 'specialist_base']
    >>> kinds_called("The Hub")
    ()
    """
    return next((term.kinds for term in TERMS if term.words.casefold() == words.casefold()), ())
