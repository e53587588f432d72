"""Made-up cohorts, for demonstrations and benchmarks. Nobody in them exists and nothing in them is evidence.

The same seed makes the same cohort, one journey at a time. Each part of a journey is drawn by itself, so leaving one
out changes no other.
"""

from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.provision import Provenance, Standing
from iapcore.samples.days import (
    check_ins,
    contacts,
    incidents,
    lesson_marks,
    register,
    removals,
    session_marks,
    suspensions,
)
from iapcore.samples.learning import pathway, qualifications, subjects, vocational_places
from iapcore.samples.models import MODELS
from iapcore.samples.people import experiences, pupil, trusted_adults
from iapcore.samples.progress import assessments, interventions, needs, reviews, targets
from iapcore.samples.referrals import referrals
from iapcore.samples.schools import CALENDAR, RECORDED, home_school
from iapcore.samples.stays import placements
from iapcore.samples.story import Story, tell_story
from iapcore.samples.way_back import choices, plans
from iapcore.samples.weeks import ratings, timetables, week_of

__all__ = ["cohort"]


def cohort(
    pupils: int, *, seed: int = 1, model: str = "half-term", missing: float = 0.1
) -> Iterator[Journey]:
    """Journeys of made-up pupils, recorded until 20 November 2026, in a provision of one of the ready-made policies.

    Some have long ended by then, some are open, some are planned. `missing` is the share of each collection and of
    each stream that is not recorded.

    >>> first = next(cohort(3))
    >>> first == next(cohort(3))
    True
    >>> len(list(cohort(3)))
    3
    >>> next(cohort(1, model="primary-nurture", missing=0)).subjects  # recorded that there are none
    ()
    >>> next(cohort(1, missing=1)).marks is None
    True

    Raises `InvalidRecordError` for another model, a negative number of pupils, or a share outside 0 to 1.
    """
    known = {one.name: one for one in MODELS}
    if model not in known:
        raise _refused("model", ProblemKind.UNKNOWN_CODE, f"Choose one of {', '.join(known)}.")
    if pupils < 0:
        raise _refused("pupils", ProblemKind.OUT_OF_RANGE, "Give a number that is not negative.")
    if not 0 <= missing <= 1:
        raise _refused("missing", ProblemKind.OUT_OF_RANGE, "Give a share from 0 to 1.")
    return (_with_gaps(tell_story(known[model], seed, number), missing) for number in range(pupils))


def _refused(path: str, kind: ProblemKind, remedy: str) -> InvalidRecordError:
    return InvalidRecordError(Problem(path=path, kind=kind, remedy=remedy))


def _whole(story: Story) -> Journey:
    week = week_of(story)
    days = register(story, week)
    versions = timetables(story, week)
    told = Journey(
        pupil=pupil(story),
        home_school=home_school(story.model, story.school),
        calendar=CALENDAR,
        referrals=referrals(story),
        placements=placements(story, week),
        timetables=versions,
        ratings=ratings(story, week),
        choices=choices(story, versions),
        plans=plans(story, versions),
        targets=targets(story),
        reviews=reviews(story),
        assessments=assessments(story),
        needs=needs(story),
        interventions=interventions(story),
        subjects=subjects(story),
        qualifications=qualifications(story),
        vocational_places=vocational_places(story, week),
        pathway=pathway(story),
        experiences=experiences(story),
        trusted_adults=trusted_adults(story),
        safeguarding=(),
        marks=session_marks(story, days),
        lesson_marks=lesson_marks(story, days, versions),
        check_ins=check_ins(story, days),
        incidents=incidents(story, days),
        removals=removals(story, days),
        suspensions=suspensions(story),
        contacts=contacts(story),
    )
    return told.as_of(RECORDED)


_COLLECTIONS: Final = (
    "referrals",
    "placements",
    "timetables",
    "ratings",
    "targets",
    "reviews",
    "assessments",
    "needs",
    "interventions",
    "subjects",
    "qualifications",
    "vocational_places",
    "pathway",
    "experiences",
    "trusted_adults",
    "safeguarding",
    "marks",
    "lesson_marks",
    "check_ins",
    "incidents",
    "removals",
    "suspensions",
    "contacts",
)
_ADDED: Final = ("choices", "plans")
"""Drawn by themselves: what else is missing stays what it was before they were there."""


def _with_gaps(story: Story, missing: float) -> Journey:
    """The journey with a share of its collections not recorded, and how a share of the stays ended neither."""
    chance = story.chance("gaps")
    whole = _whole(story)
    gaps: dict[str, Any] = {name: None for name in _COLLECTIONS if chance.happens(100 * missing)}
    gaps |= {name: None for name in _ADDED if story.chance(f"gap {name}").happens(100 * missing)}
    kept = tuple(name for name in (*_COLLECTIONS, *_ADDED) if name not in gaps)
    placed, versions = whole.placements, whole.pupil.characteristics
    if chance.happens(100 * missing) and placed:
        placed = (*placed[:-1], evolve(placed[-1], ending=None))
    if chance.happens(100 * missing):
        versions = None
    provenance = Provenance(of=("pupil", "home_school", "calendar", *kept), standing=Standing.FILLED_IN)
    return evolve(
        whole,
        pupil=evolve(whole.pupil, characteristics=versions),
        provenance=(provenance,),
        **{"placements": placed, **gaps},
    )
