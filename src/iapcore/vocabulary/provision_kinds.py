"""Kinds of provision, and the words used for them over the years.

Sources: Simpson and O'Brien, *Four Tenets* (2025), glossary; press reports of the Department for Education's
guidance on inclusion bases of 24 June 2026 (non-statutory) for support base and specialist base, and of the
announcement of internal suspension of January 2026 (no text in force).

Rule of the room: internal and off-site, support and sanction never share one member.
"""

from iapcore.vocabulary.value import Word

__all__ = ["ProvisionKind"]


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
