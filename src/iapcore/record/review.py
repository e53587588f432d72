"""Targets, and the reviews that look at them with pupil, family and staff.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet three: regular reviews inform support plans, monitor
progress against targets and prepare for transition.
"""

from datetime import date

from attrs import field, frozen

from iapcore.vocabulary.grounds import NeedKind
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, Word

__all__ = ["Progress", "Review", "Target", "TargetProgress", "Wish"]


class Progress(Word):
    """How a target stands.

    >>> Progress("some").name
    'SOME'
    """

    MET = "met"
    SOME = "some"
    NONE = "none"
    BACK = "back"


class Wish(Word):
    """What the pupil says about going back to more lessons.

    >>> Wish("not_yet").name
    'NOT_YET'
    """

    READY = "ready"
    NOT_YET = "not_yet"
    UNSURE = "unsure"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Target(Discreet):
    """What pupil and adults work towards, and which kind of need it answers. `words` are never shown.

    >>> from datetime import date
    >>> from iapcore import NeedKind
    >>> Target(ref="t1", day=date(2026, 11, 6), need=NeedKind.WELLBEING)
    ‹Target›
    """

    ref: str
    day: date = field(metadata=EXISTS_SINCE)
    need: NeedKind | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class TargetProgress(Discreet):
    """How one target stood at a review; `target` is the target's `ref`.

    >>> TargetProgress(target="t1", progress=Progress.SOME).progress.value
    'some'
    """

    target: str
    progress: Progress


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Review(Discreet):
    """A review held on `day`: who was there, how the targets stand, what pupil and family say, when the next is.

    >>> from datetime import date
    >>> Review(day=date(2026, 11, 20), targets=())
    ‹Review targets=0›
    """

    day: date = field(metadata=EXISTS_SINCE)
    attended: tuple[Role, ...] | None = None
    targets: tuple[TargetProgress, ...] | None = None
    pupil_wish: Wish | None = None
    family_view: View | None = None
    next_review: date | None = None
    ref: str | None = None
    words: str | None = None
