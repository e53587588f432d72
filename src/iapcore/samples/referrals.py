"""The made-up referral: why, what was tried first, who was asked, what people decided."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from iapcore.record.referral import Consultation, Decided, Referral, ReferralDecision, RiskGround
from iapcore.record.support import Evaluation, SupportTried
from iapcore.samples.luck import Luck
from iapcore.samples.schools import RECORDED, room
from iapcore.samples.story import Story
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import DataSet, Ground, PriorSupport, Time
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.tiers import AlternativeProvisionTier

__all__ = ["referrals"]

_DAY: Final = timedelta(days=1)
_GROUNDS: Final = tuple(ground for ground in Ground if ground is not Ground.OTHER)


def referrals(story: Story) -> tuple[Referral, ...]:
    """The one referral of a made-up journey."""
    chance = story.chance("referral")
    decisions = tuple(_decisions(story, chance))
    waits = next((one.day for one in decisions if one.decided is Decided.WAITING_LIST), None)
    offered = next((one.day for one in decisions if one.decided is Decided.PLACE_OFFERED), None)
    return (
        Referral(
            ref="r1",
            day=story.referred,
            provision=room(story.model, story.school),
            purpose=story.model.purpose,
            asked_by=chance.choice((Role.PASTORAL, Role.SENCO, Role.CLASS_TEACHER)),
            grounds=_grounds(chance),
            data_considered=tuple(one for one in DataSet if chance.happens(95)),
            supports=_supports(story, chance),
            consultations=_consultations(story, chance),
            instead_of_sanction=chance.happens(2),
            waiting_would_harm=chance.happens(10),
            decisions=decisions,
            waiting_since=waits,
            waited_until=waits and offered,
            support_while_waiting=_meanwhile(waits is not None, story, chance),
        ),
    )


def _grounds(chance: Luck) -> tuple[RiskGround, ...]:
    return tuple(
        RiskGround(ground=ground, time=chance.choice(tuple(Time)))
        for ground in chance.sample(_GROUNDS, chance.randint(1, 3))
    )


def _supports(story: Story, chance: Luck) -> tuple[SupportTried, ...]:
    """What was tried in the months before, and mostly evaluated."""
    found: list[SupportTried] = []
    for support in chance.sample(tuple(PriorSupport), chance.randint(2, 5)):
        ended = story.referred - _DAY * chance.randint(5, 40)
        evaluation = Evaluation(day=ended, helped=chance.one(tuple(Extent), 10, 50, 40), by=Role.PASTORAL)
        found.append(
            SupportTried(
                support=support,
                tier=AlternativeProvisionTier.TARGETED_SUPPORT,
                started=ended - _DAY * chance.randint(28, 84),
                ended=ended,
                evaluation=evaluation if chance.happens(85) else None,
            )
        )
    return tuple(found)


def _consultations(story: Story, chance: Luck) -> tuple[Consultation, ...]:
    return tuple(
        Consultation(
            role=role,
            day=story.referred + _DAY * chance.randint(1, 9),
            view=chance.one(tuple(View), 92, 3, 5),
        )
        for role in story.model.asked
        if chance.happens(95)
    )


def _decisions(story: Story, chance: Luck) -> Iterator[ReferralDecision]:
    """A place at once, a place after waiting, or none."""
    by = (Role.PROVISION_LEAD, Role.SENIOR_LEADER)
    first = story.referred + _DAY * chance.randint(10, 14)
    waits = story.began is not None and chance.happens(20)
    yield ReferralDecision(day=first, decided=Decided.WAITING_LIST if waits else story.decided, by=by)
    if waits:
        yield ReferralDecision(day=story.start - _DAY * 7, decided=Decided.PLACE_OFFERED, by=by)


def _meanwhile(waited: bool, story: Story, chance: Luck) -> tuple[SupportTried, ...]:  # noqa: FBT001
    started = story.referred + _DAY * 15
    if not waited or started > RECORDED:
        return ()
    return (
        SupportTried(
            support=chance.choice((PriorSupport.MENTORING, PriorSupport.SMALL_GROUP)), started=started
        ),
    )
