"""How a made-up pupil gets on: needs, targets, what answers them, questionnaires, reviews."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.review import Progress, Review, ReviewDecision, Target, TargetProgress, Wish
from iapcore.record.support import Intervention, NeedLookedFor
from iapcore.samples.luck import Luck
from iapcore.samples.schools import last_school_day, weeks_later
from iapcore.samples.story import Story
from iapcore.vocabulary.grounds import DataSet, NeedKind, Purpose
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.offers import SessionType
from iapcore.vocabulary.people import Informant, Role, View
from iapcore.vocabulary.settings import Destination

__all__ = ["assessments", "interventions", "needs", "reviews", "targets"]

_DAY: Final = timedelta(days=1)
_FRIDAY: Final = _DAY * 4


def needs(story: Story) -> tuple[NeedLookedFor, ...]:
    """All three kinds of need are looked for in the first week."""
    if story.began is None:
        return ()
    chance = story.chance("needs")
    often = {NeedKind.LEARNING: 0.7, NeedKind.WELLBEING: 0.9, NeedKind.SAFETY: 0.25}
    return tuple(
        NeedLookedFor(day=story.began + _DAY * place, need=need, found=chance.random() < often[need])
        for place, need in enumerate(NeedKind, start=1)
    )


def targets(story: Story) -> tuple[Target, ...]:
    """Two or three, set with the pupil at the end of the first week."""
    if story.began is None:
        return ()
    chance = story.chance("targets")
    return tuple(
        Target(
            ref=f"t{number}",
            day=story.began + _FRIDAY,
            need=chance.choice((NeedKind.LEARNING, NeedKind.WELLBEING, NeedKind.WELLBEING)),
        )
        for number in range(1, chance.randint(2, 3) + 1)
    )


def interventions(story: Story) -> tuple[Intervention, ...]:
    """One or two, from the second week on."""
    if story.began is None:
        return ()
    chance = story.chance("interventions")
    return tuple(
        Intervention(
            started=weeks_later(story.began, 1),
            ended=story.left if story.left and story.left > weeks_later(story.began, 1) else None,
            needs=(need,),
            session=SessionType.INTERVENTION,
            by=chance.choice((Role.PROVISION_LEAD, Role.TEACHING_ASSISTANT)),
        )
        for need in chance.sample((NeedKind.WELLBEING, NeedKind.LEARNING), chance.randint(1, 2))
    )


_SDQ_PARTS: Final = ("emotional", "conduct", "hyperactivity", "peer")


def assessments(story: Story) -> tuple[Assessment, ...]:
    """The model's instrument in the first week and about the end, by the same informants and in one edition."""
    return tuple(_assessments(story))


def _assessments(story: Story) -> Iterator[Assessment]:
    if story.stay is None:
        return
    chance = story.chance("assessments")
    days = [story.stay.start + _DAY]
    if story.left is not None and story.left - story.stay.start >= _DAY * 21:
        days.append(last_school_day(story.left - _DAY))
    if story.model.instrument is Instrument.BOXALL:
        strength, difficulty = chance.randint(60, 95), chance.randint(45, 90)
        for later, day in enumerate(days):
            scores = _boxall(strength, difficulty, later, chance)
            yield _filled_in(story, day, "2017", Informant.STAFF, scores)
        return
    for informant in (Informant.TEACHER, Informant.FAMILY):
        points = [chance.randint(2, 9) for _ in _SDQ_PARTS]
        for later, day in enumerate(days):
            parts = [max(0, one - later * chance.randint(-1, 3)) for one in points]
            yield _filled_in(story, day, "2014", informant, _sdq(parts, chance.randint(3, 7) + later))


def _filled_in(
    story: Story, day: date, edition: str, informant: Informant, scores: tuple[ScaleScore, ...]
) -> Assessment:
    return Assessment(
        day=day, instrument=story.model.instrument, edition=edition, informant=informant, scores=scores
    )


def _boxall(strength: int, difficulty: int, later: int, chance: Luck) -> tuple[ScaleScore, ...]:
    return (
        ScaleScore(scale="developmental", points=strength + later * chance.randint(-5, 25)),
        ScaleScore(scale="diagnostic", points=difficulty - later * chance.randint(-5, 25)),
    )


def _sdq(parts: list[int], prosocial: int) -> tuple[ScaleScore, ...]:
    points = {"total": sum(parts), **dict(zip(_SDQ_PARTS, parts, strict=True)), "prosocial": prosocial}
    return tuple(ScaleScore(scale=scale, points=one) for scale, one in points.items())


_PROGRESS: Final = (Progress.MET, Progress.SOME, Progress.NONE, Progress.BACK)
_WISHES: Final = (Wish.READY, Wish.NOT_YET, Wish.UNSURE)


def reviews(story: Story) -> tuple[Review, ...]:
    """Every three to six weeks, on a Friday, with pupil, family and staff; each names the next."""
    return tuple(_reviews(story))


def _reviews(story: Story) -> Iterator[Review]:
    stay = story.stay
    if stay is None or stay.end is None:
        return
    chance = story.chance("reviews")
    set_targets = targets(story)
    monday = weeks_later(stay.start, story.model.review_weeks - 1)
    while (day := last_school_day(monday + _FRIDAY)) <= stay.end:
        monday = weeks_later(monday, chance.randint(3, story.model.review_weeks))
        following = last_school_day(monday + _FRIDAY)
        is_last = story.left is not None and following > story.left
        yield Review(
            day=day,
            attended=(Role.PROVISION_LEAD, Role.PUPIL, *_others(chance)),
            targets=tuple(
                TargetProgress(target=one.ref, progress=chance.one(_PROGRESS, 30, 50, 15, 5))
                for one in set_targets
            ),
            looked_at=tuple(one for one in DataSet if chance.happens(80)),
            pupil_wish=chance.one(_WISHES, 60, 20, 20),
            family_view=chance.one(tuple(View), 85, 5, 10),
            staff_view=chance.one(tuple(View), 85, 5, 10),
            decision=_decision(story, is_last=is_last, chance=chance),
            next_review=None if is_last else following,
        )


def _others(chance: Luck) -> tuple[Role, ...]:
    return tuple(role for role in (Role.FAMILY, Role.PASTORAL, Role.SENCO) if chance.happens(80))


def _decision(story: Story, *, is_last: bool, chance: Luck) -> ReviewDecision:
    """At the last review what then came; before it the next step, or to wait."""
    if is_last and story.destination is Destination.MAINSTREAM:
        return ReviewDecision.RETURN
    if is_last and story.destination is Destination.FURTHER_STAY:
        return ReviewDecision.EXTEND
    if story.model.purpose is Purpose.QUALIFICATIONS:
        return ReviewDecision.HOLD
    steps = (ReviewDecision.NEXT_STEP, ReviewDecision.HOLD, ReviewDecision.STEP_BACK)
    return chance.one(steps, 75, 20, 5)
