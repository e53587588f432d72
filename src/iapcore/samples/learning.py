"""What a made-up pupil learns: subjects, and in Key Stage 4 qualifications, a vocational place, the way after 16."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from iapcore.record.learning import (
    PathwayEvent,
    ProviderCheck,
    Qualification,
    SubjectAssessment,
    VocationalPlace,
)
from iapcore.samples.schools import last_school_day, weeks_later
from iapcore.samples.story import Story
from iapcore.samples.weeks import SUBJECTS, Week
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace, PathwayStep, QualificationKind
from iapcore.vocabulary.settings import Destination, Phase
from iapcore.vocabulary.year_groups import YearGroup

__all__ = ["pathway", "qualifications", "subjects", "vocational_places"]

_CORE: Final = SUBJECTS[:3]
_WEEK: Final = timedelta(weeks=1)


def subjects(story: Story) -> tuple[SubjectAssessment, ...]:
    """The core subjects, every six weeks; a primary stay has none."""
    if story.model.phase is Phase.PRIMARY:
        return ()
    chance = story.chance("subjects")
    return tuple(
        SubjectAssessment(
            day=day,
            subject=subject,
            pace=chance.one(tuple(Pace), 5, 55, 40),
            on_mainstream_task=chance.happens(75),
        )
        for day in _every_six_weeks(story)
        for subject in _CORE
    )


def _every_six_weeks(story: Story) -> Iterator[date]:
    if story.stay is None or story.stay.end is None:
        return
    day = story.stay.start + timedelta(days=9)
    while day <= story.stay.end:
        yield last_school_day(day)
        day = weeks_later(day, 6)


def qualifications(story: Story) -> tuple[Qualification, ...]:
    """Three to five that the pupil aims for; entered and gained by those who finish Year 11."""
    if story.model.purpose is not Purpose.QUALIFICATIONS or story.began is None:
        return ()
    chance = story.chance("qualifications")
    kinds = (QualificationKind.FUNCTIONAL, QualificationKind.ACADEMIC, QualificationKind.VOCATIONAL)
    finished = story.destination in (Destination.POST_16, Destination.NO_POST_16_PLACE)
    summer = story.left if finished else None
    return tuple(
        Qualification(
            kind=chance.one(kinds, 40, 40, 20),
            aimed_for=story.began + _WEEK,
            entered=summer and max(story.began + _WEEK, summer - _WEEK * 10),
            gained=date(summer.year, 8, 20) if summer and chance.happens(80) else None,
            subject=subject,
        )
        for subject in SUBJECTS[: chance.randint(3, 5)]
    )


def vocational_places(story: Story, week: Week) -> tuple[VocationalPlace, ...]:
    """Friday afternoons with a provider that was looked at first."""
    if story.began is None or not week.elsewhere:
        return ()
    return (
        VocationalPlace(
            started=story.began + timedelta(days=4),
            ended=story.left if story.left and story.left > story.began + _WEEK else None,
            provider="made-up-workshop",
            slots=week.elsewhere,
            checks=(ProviderCheck(day=story.began - _WEEK, by=Role.PROVISION_LEAD),),
        ),
    )


def pathway(story: Story) -> tuple[PathwayEvent, ...]:
    """Applications in the winter of Year 11, and word of those who went."""
    return tuple(PathwayEvent(day=day, step=step, provider="made-up-college") for day, step in _steps(story))


def _steps(story: Story) -> Iterator[tuple[date, PathwayStep]]:
    is_leaver = story.model.purpose is Purpose.QUALIFICATIONS and story.year_group is YearGroup.YEAR_11
    if not is_leaver or story.stay is None or story.stay.end is None or story.planned is None:
        return
    chance = story.chance("pathway")
    summer = (story.planned.end or story.start).year
    applied = max(story.start, date(summer, 1, 15))
    if applied > story.stay.end:
        return
    yield applied, PathwayStep.APPLIED
    if story.destination is Destination.POST_16:
        yield applied + _WEEK * 8, PathwayStep.OFFERED
        yield date(summer, 9, 7), PathwayStep.STARTED
        yield date(summer, 11, 9), PathwayStep.STILL_THERE if chance.happens(90) else PathwayStep.LEFT
