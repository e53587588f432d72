"""Instruments that schools use to see how a pupil is: names, ranges and polarity only.

Item wordings and norms belong to their publishers and are not held here. Sources: nurtureuk on the Boxall
Profile (two sections of 34 items scored 0 to 4, opposite polarity); GL Assessment on PASS (nine factors,
national percentiles, higher is more positive); Youth in Mind, *Scoring the SDQ* (2014); Doyle, British
Journal of Special Education 28(3), 2001 (78 items scored 1 to 4).

Rule of the room: two scores are comparable only with the same instrument, edition, informant and scale.
"""

from typing import Final

from attrs import frozen

from iapcore.vocabulary.value import Word

__all__ = ["SCALES", "Instrument", "Polarity", "Scale", "scale_of"]


class Instrument(Word):
    """An instrument whose scales are known here.

    >>> Instrument("boxall").name
    'BOXALL'
    """

    BOXALL = "boxall"
    PASS = "pass"
    SDQ = "sdq"
    READINESS_DOYLE = "readiness_doyle"


class Polarity(Word):
    """Which way a scale runs.

    >>> Polarity("higher_is_difficulty").name
    'HIGHER_IS_DIFFICULTY'
    """

    HIGHER_IS_STRENGTH = "higher_is_strength"
    HIGHER_IS_DIFFICULTY = "higher_is_difficulty"


@frozen(kw_only=True)
class Scale:
    """One scale of an instrument: its range, its polarity, and whether its points may be subtracted.

    Percentiles are ranks and not amounts: `is_percentile` scales are compared for order, never averaged.

    >>> scale_of(Instrument.BOXALL, "diagnostic").polarity.name
    'HIGHER_IS_DIFFICULTY'
    """

    name: str
    low: int
    high: int
    polarity: Polarity
    is_percentile: bool = False


_SDQ_DIFFICULTIES: Final = ("emotional", "conduct", "hyperactivity", "peer")
_PASS_FACTORS: Final = (
    "feelings_about_school",
    "perceived_learning_capability",
    "self_regard_as_a_learner",
    "preparedness_for_learning",
    "attitudes_to_teachers",
    "general_work_ethic",
    "confidence_in_learning",
    "attitudes_to_attendance",
    "response_to_curriculum_demands",
)


def _strength(name: str, low: int, high: int) -> Scale:
    return Scale(name=name, low=low, high=high, polarity=Polarity.HIGHER_IS_STRENGTH)


def _difficulty(name: str, low: int, high: int) -> Scale:
    return Scale(name=name, low=low, high=high, polarity=Polarity.HIGHER_IS_DIFFICULTY)


def _percentile(name: str) -> Scale:
    return Scale(name=name, low=0, high=100, polarity=Polarity.HIGHER_IS_STRENGTH, is_percentile=True)


SCALES: Final[dict[Instrument, tuple[Scale, ...]]] = {
    Instrument.BOXALL: (_strength("developmental", 0, 136), _difficulty("diagnostic", 0, 136)),
    Instrument.PASS: tuple(_percentile(name) for name in _PASS_FACTORS),
    Instrument.SDQ: (
        _difficulty("total", 0, 40),
        *(_difficulty(name, 0, 10) for name in _SDQ_DIFFICULTIES),
        _strength("prosocial", 0, 10),
    ),
    Instrument.READINESS_DOYLE: (_strength("total", 78, 312),),
}


def scale_of(instrument: Instrument, name: str) -> Scale | None:
    """The scale of that name; `None` where the instrument has none.

    >>> scale_of(Instrument.SDQ, "total").high
    40
    """
    return next((scale for scale in SCALES.get(instrument, ()) if scale.name == name), None)
