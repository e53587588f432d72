"""Reviews, targets and questionnaires that do not fit each other."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from iapcore.errors import Problem
from iapcore.record.assessment import Assessment
from iapcore.record.journey import Journey
from iapcore.record.problems.places import contradiction, duplicate, unknown
from iapcore.vocabulary.instruments import Band, Instrument, OwnInstrument, Polarity, scale_of

__all__ = ["PROGRESS"]


def _reviews(journey: Journey) -> Iterator[Problem]:
    stays = [placement.stay for placement in journey.placements or () if placement.stay]
    for position, review in enumerate(journey.reviews or ()):
        if stays and review.day < min(stay.start for stay in stays):
            remedy = (
                "The review lies before every placement began: look up the day of the review and "
                "the first day of the stay, and correct the wrong one."
            )
            yield contradiction(f"reviews[{position}].day", remedy)
        if stays and all(stay.end and stay.end < review.day for stay in stays):
            remedy = (
                "The review lies after every placement ended: look both days up, and correct the "
                "wrong one, or record it as a follow-up."
            )
            yield contradiction(f"reviews[{position}].day", remedy)
        if review.next_review and review.next_review <= review.day:
            remedy = (
                "The next review does not come after this one: look both days up, and correct the wrong one."
            )
            yield contradiction(f"reviews[{position}].next_review", remedy)


def _targets(journey: Journey) -> Iterator[Problem]:
    known = Counter(target.ref for target in journey.targets or ())
    for position, target in enumerate(journey.targets or ()):
        if known[target.ref] > 1:
            remedy = (
                "Two targets have the same ref: give each its own, and look which of them each review names."
            )
            yield duplicate(f"targets[{position}].ref", remedy)
    if journey.targets is None:
        return
    for position, review in enumerate(journey.reviews or ()):
        for place, progress in enumerate(review.targets or ()):
            if progress.target not in known:
                remedy = "No target here has that ref: look the target up, and add it or correct the ref."
                path = f"reviews[{position}].targets[{place}].target"
                yield unknown(path, remedy)


def _assessments(journey: Journey) -> Iterator[Problem]:
    declared: dict[str, OwnInstrument] = {}
    for position, assessment in enumerate(journey.assessments or ()):
        path = f"assessments[{position}]"
        instrument, informant = assessment.instrument, assessment.informant
        if informant and instrument.informants and informant not in instrument.informants:
            remedy = (
                "Whoever is named does not fill in this instrument: look at the form, and correct who "
                "filled it in, or which instrument it is."
            )
            yield contradiction(f"{path}.informant", remedy)
        if (
            isinstance(instrument, OwnInstrument)
            and declared.setdefault(instrument.name, instrument) != instrument
        ):
            remedy = (
                "Another instrument of this journey has this name and other scales: look both up, "
                "and correct the scales, or give one another name."
            )
            yield duplicate(f"{path}.instrument", remedy)
        points = {score.scale: score.points for score in assessment.scores}
        for place, score in enumerate(assessment.scores):
            scale = scale_of(instrument, score.scale)
            parts = scale.parts if scale else ()
            if parts and points.keys() >= set(parts) and sum(points[part] for part in parts) != score.points:
                remedy = (
                    "The scales that it sums up add up to another score: look at the form, and "
                    "correct the sum or the scale that is wrong."
                )
                yield contradiction(f"{path}.scores[{place}].points", remedy)


_OF_DIFFICULTIES: Final = (Band.SLIGHTLY_RAISED, Band.HIGH, Band.VERY_HIGH)
_OF_STRENGTHS: Final = (Band.SLIGHTLY_LOWERED, Band.LOW, Band.VERY_LOW)


def _bands(journey: Journey) -> Iterator[Problem]:
    for position, assessment in enumerate(journey.assessments or ()):
        for place, score in enumerate(assessment.scores):
            where = f"assessments[{position}].scores[{place}].band"
            if score.band is not None and (remedy := _why_not(score.band, score.scale, assessment)):
                yield contradiction(where, remedy)


def _why_not(band: Band, name: str, assessment: Assessment) -> str | None:
    """What is to be done about a band that cannot be, or nothing."""
    if assessment.bands is None:
        return (
            "The scheme of the bands is not recorded: look at the scoring sheet and add the "
            "scheme, or leave the band out."
        )
    if band not in assessment.bands.bands:
        return (
            "The scheme has no band of that name: look at the scoring sheet, and correct the "
            "scheme or the band."
        )
    scale = scale_of(assessment.instrument, name)
    if assessment.instrument is not Instrument.SDQ or scale is None:
        return None
    others = _OF_DIFFICULTIES if scale.polarity is Polarity.HIGHER_IS_STRENGTH else _OF_STRENGTHS
    if band in others:
        return "The scale has no band of that name: look at the scoring sheet, and correct the band."
    return None


PROGRESS: Final = (_reviews, _targets, _assessments, _bands)
"""What is looked at."""
