"""Targets, and the reviews that look at them with pupil, family and staff.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet three: regular reviews inform support plans, monitor
progress against targets and prepare for transition.
"""

from datetime import date

from attrs import field, frozen

from iapcore.vocabulary.grounds import DataSet, NeedKind
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, Word

__all__ = ["Progress", "Review", "ReviewDecision", "Target", "TargetProgress", "Wish"]


class Progress(Word):
    """How a target stands.

    >>> Progress("some").name
    'SOME'
    """

    MET = "met"
    SOME = "some"
    NONE = "none"
    BACK = "back"


class ReviewDecision(Word):
    """What a review decided. The pace is never pressed: *hold* is a decision like the others.

    >>> ReviewDecision("hold").name
    'HOLD'
    """

    NEXT_STEP = "next_step"
    HOLD = "hold"
    STEP_BACK = "step_back"
    RETURN = "return"
    EXTEND = "extend"
    OTHER_SUPPORT = "other_support"


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
    """What pupil and adults work towards, which kind of need it answers, and by what it is measured.

    `measure` and `words` are never shown.

    >>> from datetime import date
    >>> from iapcore import NeedKind
    >>> Target(ref="t1", day=date(2026, 11, 6), need=NeedKind.WELLBEING)
    ‹Target›
    """

    ref: str
    day: date = field(metadata=EXISTS_SINCE)
    need: NeedKind | None = None
    measure: str | None = None
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
    looked_at: tuple[DataSet, ...] | None = None
    pupil_wish: Wish | None = None
    family_view: View | None = None
    staff_view: View | None = None
    decision: ReviewDecision | None = None
    next_review: date | None = None
    ref: str | None = None
    words: str | None = None
