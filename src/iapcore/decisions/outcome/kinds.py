"""What an outcome is called, and how the sources look at it: valued, in between, or to ask about."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.decisions.rule import Finding
from iapcore.decisions.verdict import Verdict
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.value import Word

__all__ = ["Outcome", "OutcomeGroup", "OutcomeKind", "kind_of"]


class OutcomeGroup(Word):
    """How the sources look at an outcome.

    >>> OutcomeGroup("to_ask_about").name
    'TO_ASK_ABOUT'
    """

    VALUED = "valued"
    IN_BETWEEN = "in_between"
    TO_ASK_ABOUT = "to_ask_about"
    OPEN = "open"
    NOT_KNOWN = "not_known"


class OutcomeKind(Word):
    """How a stay stands or ended.

    >>> OutcomeKind("managed_move").group.name
    'TO_ASK_ABOUT'
    """

    NOT_BEGUN = "not_begun"
    STILL_PLACED = "still_placed"
    EXTENDED = "extended"
    SUSTAINED_RETURN = "sustained_return"
    RETURNED = "returned"
    RETURNED_PARTICIPATION_NOT_KNOWN = "returned_participation_not_known"
    PARTLY_RETURNED = "partly_returned"
    PLANNED_FURTHER_STAY = "planned_further_stay"
    UNPLANNED_REENTRY = "unplanned_reentry"
    POST_16_PATHWAY = "post_16_pathway"
    POST_16_SECURED = "post_16_secured"
    POST_16_RETAINED = "post_16_retained"
    POST_16_LEFT = "post_16_left"
    NO_POST_16_PLACE = "no_post_16_place"
    SPECIAL_SCHOOL_PLACE = "special_school_place"
    SPECIALIST_BASE = "specialist_base"
    ANOTHER_SCHOOL = "another_school"
    NEXT_PHASE = "next_phase"
    FAMILY_WITHDREW = "family_withdrew"
    DIED = "died"
    MANAGED_MOVE = "managed_move"
    OFF_SITE_DIRECTION = "off_site_direction"
    ELECTIVE_HOME_EDUCATION = "elective_home_education"
    PERMANENT_EXCLUSION = "permanent_exclusion"
    EXTERNAL_ALTERNATIVE_PROVISION = "external_alternative_provision"
    NOT_KNOWN = "not_known"

    @property
    def group(self) -> OutcomeGroup:
        """How the sources look at it."""
        return next((group for group, kinds in _GROUPS.items() if self in kinds), OutcomeGroup.IN_BETWEEN)


_GROUPS: Final = {
    OutcomeGroup.OPEN: (OutcomeKind.NOT_BEGUN, OutcomeKind.STILL_PLACED, OutcomeKind.EXTENDED),
    OutcomeGroup.NOT_KNOWN: (OutcomeKind.NOT_KNOWN,),
    OutcomeGroup.VALUED: (
        OutcomeKind.SUSTAINED_RETURN,
        OutcomeKind.RETURNED,
        OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
        OutcomeKind.POST_16_PATHWAY,
        OutcomeKind.POST_16_SECURED,
        OutcomeKind.POST_16_RETAINED,
        OutcomeKind.SPECIAL_SCHOOL_PLACE,
    ),
    OutcomeGroup.TO_ASK_ABOUT: (
        OutcomeKind.MANAGED_MOVE,
        OutcomeKind.OFF_SITE_DIRECTION,
        OutcomeKind.ELECTIVE_HOME_EDUCATION,
        OutcomeKind.PERMANENT_EXCLUSION,
        OutcomeKind.EXTERNAL_ALTERNATIVE_PROVISION,
    ),
}
"""Every other kind is in between."""


@frozen(kw_only=True)
class Outcome:
    """The kind of outcome and its ground: when the stay ended, where the pupil went, whose choice it was."""

    kind: OutcomeKind
    ended: date | None = None
    destination: Destination | None = None
    chosen_by: Role | None = None


_KINDS: Final = {
    Destination.MAINSTREAM_IN_PART: OutcomeKind.PARTLY_RETURNED,
    Destination.FURTHER_STAY: OutcomeKind.PLANNED_FURTHER_STAY,
    Destination.SPECIAL_SCHOOL: OutcomeKind.SPECIAL_SCHOOL_PLACE,
    **{
        destination: OutcomeKind(destination.value)
        for destination in Destination
        if destination.value in {kind.value for kind in OutcomeKind}
    },
}
"""What most destinations are called as an outcome; mainstream and a place after 16 are looked at more closely."""

_AFTER_16: Final = {
    "retained": OutcomeKind.POST_16_RETAINED,
    "secured": OutcomeKind.POST_16_SECURED,
    "left": OutcomeKind.POST_16_LEFT,
}
_OPEN: Final = {"extended": OutcomeKind.EXTENDED}
_LEADS_BACK: Final = (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART)


def kind_of(destination: Destination | None, findings: Mapping[str, Finding]) -> OutcomeKind:
    """The kind that follows from where the pupil went and from what the rules found, by key.

    A return in full stands where a further stay was planned later; one that nobody planned is told as such, and so is a
    permanent exclusion after going back.
    """
    for key, kind in (("OUT-1", OutcomeKind.NOT_BEGUN), ("OUT-2", OutcomeKind.STILL_PLACED)):
        if findings[key].verdict is not Verdict.MET:
            unknown = findings[key].verdict is Verdict.NOT_KNOWN
            return OutcomeKind.NOT_KNOWN if unknown else _OPEN.get(findings[key].reason, kind)
    return OutcomeKind.NOT_KNOWN if destination is None else _ended(destination, findings)


def _ended(destination: Destination, findings: Mapping[str, Finding]) -> OutcomeKind:
    followed = findings["OUT-13"].reason
    if destination in _LEADS_BACK and followed == "unplanned":
        return OutcomeKind.UNPLANNED_REENTRY
    if destination in _LEADS_BACK and findings["OUT-16"].verdict is Verdict.NOT_MET:
        return OutcomeKind.PERMANENT_EXCLUSION
    if destination is Destination.MAINSTREAM_IN_PART and followed == "planned":
        return OutcomeKind.PLANNED_FURTHER_STAY
    if destination is Destination.MAINSTREAM:
        return _return(findings)
    if destination is Destination.POST_16:
        return _AFTER_16.get(findings["OUT-11"].reason, OutcomeKind.POST_16_PATHWAY)
    return _KINDS[destination]


def _return(findings: Mapping[str, Finding]) -> OutcomeKind:
    part = findings["OUT-5"].verdict
    if part is Verdict.NOT_KNOWN:
        return OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN
    if part is Verdict.NOT_MET:
        return OutcomeKind.PARTLY_RETURNED
    sustained = findings["OUT-10"].verdict is Verdict.MET
    return OutcomeKind.SUSTAINED_RETURN if sustained else OutcomeKind.RETURNED
