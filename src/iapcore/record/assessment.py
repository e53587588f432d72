"""Questionnaires filled in about a pupil: totals only, with everything needed to know what compares."""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from iapcore.errors import Problem, ProblemKind
from iapcore.vocabulary.instruments import Band, BandScheme, Instrument, OwnInstrument, scale_of
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, stop_if_any

__all__ = ["Assessment", "ScaleScore"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class ScaleScore(Discreet):
    """The points on one scale of an instrument, and the band in which its publisher's norms put them, if known.

    >>> ScaleScore(scale="total", points=14)
    ‹ScaleScore›
    """

    scale: str
    points: int
    band: Band | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Assessment(Discreet):
    """One filled-in instrument: which, which edition, by whom, and its scores.

    >>> from datetime import date
    >>> from iapcore import Informant, Instrument
    >>> Assessment(
    ...     day=date(2026, 11, 4),
    ...     instrument=Instrument.SDQ,
    ...     edition="2014",
    ...     informant=Informant.TEACHER,
    ...     scores=(ScaleScore(scale="total", points=14),),
    ... )
    ‹Assessment scores=1›

    Raises `InvalidRecordError` for a scale that the instrument has not, or points outside its range.
    """

    day: date = field(metadata=EXISTS_SINCE)
    instrument: Instrument | OwnInstrument
    edition: str | None = None
    bands: BandScheme | None = None
    informant: Informant | None = None
    scores: tuple[ScaleScore, ...]
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        seen: set[str] = set()
        for position, score in enumerate(self.scores):
            scale = scale_of(self.instrument, score.scale)
            place = f"scores[{position}]"
            if scale is None:
                known = ", ".join(one.name for one in self.instrument.scales)
                remedy = (
                    f"The instrument has no scale of this name. It has: {known}."
                    if known
                    else "No open source gives the scales of this instrument: declare it as an OwnInstrument."
                )
                yield Problem(path=f"{place}.scale", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy)
            elif not scale.low <= score.points <= scale.high:
                remedy = f"This scale runs from {scale.low} to {scale.high}."
                yield Problem(path=f"{place}.points", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)
            if score.scale in seen:
                remedy = "This scale stands here already: keep one score."
                yield Problem(path=f"{place}.scale", kind=ProblemKind.DUPLICATE, remedy=remedy)
            seen.add(score.scale)
