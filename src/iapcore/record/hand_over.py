"""The hand-over: what those who receive a pupil are given to read, once the pupil and the family have seen it.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four: a passport of what helps and what is hard, handed on with
a conversation.

Rules of the room: it holds what helps from here on. Judgements, incidents, signals and colours do not come with a
pupil. Nothing is handed over that the pupil and the family have not seen.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from attrs import evolve, field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.redaction import redact
from iapcore.record.review import Target
from iapcore.record.support import SupportTried
from iapcore.record.transition import Adjustment, Passport, Transition
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.recipients import Recipient
from iapcore.vocabulary.shape import shaped, stop_unless_a_day
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, Discreet, stop_if_any

__all__ = ["HandOver", "HandOverChange"]

_Item: TypeAlias = str | Target | SupportTried | Adjustment


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class HandOverChange(Discreet):
    """What one hand-over says in a part (`strategies`, `targets` …) that another does not, and the other way round.

    >>> HandOverChange(part="triggers", added=("Being called on",), gone=())
    ‹HandOverChange added=1 gone=0›
    """

    part: str
    added: tuple[_Item, ...]
    gone: tuple[_Item, ...]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class HandOver(Discreet):
    """What is handed on about a pupil: the passport, targets, supports that helped, what was agreed, the pupil's words.

    It is made by `HandOver.of` on the day `on`, and numbered. `wants_known` is what the pupil wants those who receive
    them to know, in words that the pupil chose for them. `seen_by_pupil` and `seen_by_family` are the days on which
    they saw this version; until then it cannot be `handed_over`.

    >>> from datetime import date
    >>> bundle = HandOver(
    ...     pupil=PupilId("elm-01"), to=Recipient.RECEIVING_TEACHER, on=date(2026, 11, 20), version=1
    ... )
    >>> [role.value for role in bundle.not_seen_by]
    ['pupil', 'family']
    >>> evolve(bundle, handed_over=date(2026, 11, 24))
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. handed_over: Pupil and family see it first: ...

    Raises `InvalidRecordError` where it was handed over unseen or before it was seen, seen before it was made, or is
    meant for a researcher.
    """

    pupil: PupilId
    to: Recipient
    on: date = field(metadata=EXISTS_SINCE)
    version: int
    passport: Passport | None = None
    targets: tuple[Target, ...] | None = None
    supports: tuple[SupportTried, ...] | None = None
    adjustments: tuple[Adjustment, ...] | None = None
    wants_known: tuple[str, ...] | None = None
    seen_by_pupil: date | None = field(default=None, metadata=KNOWN_SINCE)
    seen_by_family: date | None = field(default=None, metadata=KNOWN_SINCE)
    handed_over: date | None = field(default=None, metadata=KNOWN_SINCE)

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if self.to is Recipient.RESEARCHER:
            remedy = "A researcher receives no pupil: use redact, with a key."
            yield Problem(path="to", kind=ProblemKind.CONTRADICTION, remedy=remedy)
        if self.version < 1:
            yield Problem(path="version", kind=ProblemKind.OUT_OF_RANGE, remedy="Count the versions from 1.")
        seen = {"seen_by_pupil": self.seen_by_pupil, "seen_by_family": self.seen_by_family}
        for name, day in seen.items():
            if day is not None and day < self.on:
                remedy = "It was seen before it was made: look both days up, and correct the wrong one."
                yield Problem(path=name, kind=ProblemKind.OUT_OF_ORDER, remedy=remedy)
        if self.handed_over is None:
            return
        if self.not_seen_by:
            remedy = (
                "Pupil and family see it first: go through it with them, and record the days in seen_by_pupil and "
                "seen_by_family."
            )
            yield Problem(path="handed_over", kind=ProblemKind.CONTRADICTION, remedy=remedy)
        elif self.handed_over < max(day for day in seen.values() if day is not None):
            remedy = (
                "It was handed over before both had seen it: look the days up, and correct the wrong one."
            )
            yield Problem(path="handed_over", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy)

    @classmethod
    def of(
        cls,
        journey: Journey,
        *,
        to: Recipient,
        on: date,
        wants_known: Iterable[str] | None = None,
        last: "HandOver | None" = None,
    ) -> "HandOver":
        """The hand-over of a journey as it stood on a day, out of what the recipient is shown of it.

        The passport and what was agreed are those of the latest placement; supports are those that helped, wholly or
        partly. `last` is the version before: its `wants_known` stands until another is given. Where nothing has
        changed since, it is `last` itself that comes back, with the days on which it was seen.

        >>> from iapcore import Pupil
        >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), targets=())
        >>> first = HandOver.of(journey, to=Recipient.RECEIVING_TEACHER, on=date(2026, 11, 20))
        >>> later = HandOver.of(
        ...     journey,
        ...     to=Recipient.RECEIVING_TEACHER,
        ...     on=date(2026, 12, 4),
        ...     wants_known=("I like to sit at the back",),
        ...     last=first,
        ... )
        >>> later.version, later.diff(first)[0].part
        (2, 'wants_known')

        Raises `InvalidRecordError` where `last` is of another pupil or for another recipient.
        """
        stop_unless_a_day(on)
        if to is Recipient.RESEARCHER:  # told by the value itself
            return cls(pupil=journey.pupil.id, to=to, on=on, version=1)
        if last is not None and (last.pupil, last.to) != (journey.pupil.id, to):
            remedy = "The last version is of another pupil or for another recipient: give theirs, or none."
            raise InvalidRecordError(Problem(path="last", kind=ProblemKind.CONTRADICTION, remedy=remedy))
        stood = journey.as_of(on)
        stay = stood.latest_placement()
        stood = evolve(stood, placements=None if stay is None else (stay,))
        seen = redact(stood, to=to).journey
        moves = [one.transition for one in seen.placements or () if one.transition]
        move = moves[0] if moves else Transition()
        kept = last.wants_known if last else None
        made = cls(
            pupil=seen.pupil.id,
            to=to,
            on=on,
            version=last.version + 1 if last else 1,
            passport=move.passport,
            targets=seen.targets,
            supports=_that_helped(seen),
            adjustments=move.adjustments,
            wants_known=kept if wants_known is None else tuple(wants_known),
        )
        return last if last is not None and made.says == last.says else made

    @property
    def not_seen_by(self) -> tuple[Role, ...]:
        """Pupil and family, as far as neither is recorded to have seen this version."""
        seen = ((Role.PUPIL, self.seen_by_pupil), (Role.FAMILY, self.seen_by_family))
        return tuple(role for role, day in seen if day is None)

    @property
    def says(self) -> tuple[tuple[str, tuple[_Item, ...] | None], ...]:
        """Every part by name, with what it says; `None` where nothing is recorded."""
        passport = self.passport or Passport()
        return (
            ("wants_known", self.wants_known),
            ("strategies", passport.strategies),
            ("triggers", passport.triggers),
            ("targets", self.targets),
            ("supports", self.supports),
            ("adjustments", self.adjustments),
        )

    def diff(self, last: "HandOver") -> tuple[HandOverChange, ...]:
        """The parts in which this version says something else than the last: what is added, and what is gone."""
        parts = (
            (name, ours or (), theirs or ())
            for (name, ours), (_, theirs) in zip(self.says, last.says, strict=True)
        )
        return tuple(
            HandOverChange(
                part=name,
                added=tuple(one for one in ours if one not in theirs),
                gone=tuple(one for one in theirs if one not in ours),
            )
            for name, ours, theirs in parts
            if {*ours} != {*theirs}
        )


_HELPED = (Extent.YES, Extent.PARTLY)


def _that_helped(journey: Journey) -> tuple[SupportTried, ...] | None:
    """Supports of every referral that were evaluated and helped; `None` where none at all is recorded."""
    lists = [
        tried
        for referral in journey.referrals or ()
        for tried in (referral.supports, referral.support_while_waiting)
        if tried is not None
    ]
    if not lists:
        return None
    return tuple(
        one for tried in lists for one in tried if one.evaluation and one.evaluation.helped in _HELPED
    )
