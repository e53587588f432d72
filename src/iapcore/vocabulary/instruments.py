"""Instruments that schools use to see how a pupil is: names, ranges and polarity only.

Item wordings and norms belong to their publishers and are not held here, nor are the scores at which a band begins.
Sources: nurtureuk on the Boxall Profile (two sections of 34 items scored 0 to 4, opposite polarity, restandardised in
2017); GL Assessment and CORC on PASS (nine factors, national percentiles, higher is more positive); Youth in Mind,
*Scoring the SDQ* (2014); Doyle, British Journal of Special Education 28(3), 2001 (78 items scored 1 to 4); Derrington
(2012), pages 139 to 140, on McSherry's scale as adapted (33 statements scored 0 to 7).

Rule of the room: two scores are comparable only with the same instrument, edition, informant and scale.
"""

from collections.abc import Iterator
from typing import Final

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.shape import a_code, shaped
from iapcore.vocabulary.value import Word, stop_if_any

__all__ = [
    "SCALES",
    "Band",
    "BandScheme",
    "Instrument",
    "OwnInstrument",
    "Polarity",
    "Scale",
    "scale_of",
]


class Instrument(Word):
    """An instrument known here. Of the Boxall Profile for Young People the scales are not: declare an `OwnInstrument`.

    >>> [scale.name for scale in Instrument.BOXALL.scales]
    ['developmental', 'diagnostic']
    >>> Instrument.SDQ.ages(Informant.PUPIL)
    (11, 17)
    >>> Instrument.BOXALL_YOUNG_PEOPLE.scales
    ()
    """

    BOXALL = "boxall"
    BOXALL_YOUNG_PEOPLE = "boxall_young_people"
    PASS = "pass"
    SDQ = "sdq"
    READINESS_DOYLE = "readiness_doyle"
    READINESS_MCSHERRY = "readiness_mcsherry"

    @property
    def scales(self) -> tuple["Scale", ...]:
        """Its scales; empty where no open source gives them."""
        return SCALES[self]

    @property
    def informants(self) -> tuple[Informant, ...]:
        """Who fills it in; empty where the sources do not say."""
        return tuple(_INFORMANTS.get(self, ()))

    def ages(self, informant: Informant) -> tuple[int, int | None] | None:
        """The first and the last age (`None`: open) for which this informant fills it in; `None` where not said."""
        return _INFORMANTS.get(self, {}).get(informant)


_PERCENT: Final = 100


class Polarity(Word):
    """Which way a scale runs.

    >>> Polarity("higher_is_difficulty").name
    'HIGHER_IS_DIFFICULTY'
    """

    HIGHER_IS_STRENGTH = "higher_is_strength"
    HIGHER_IS_DIFFICULTY = "higher_is_difficulty"


@frozen(kw_only=True, field_transformer=shaped)
class Scale:
    """One scale of an instrument: its range, its polarity, and whether its points may be subtracted.

    Percentiles are ranks and not amounts: `is_percentile` scales are compared for order, never averaged. `parts`
    names the scales whose points add up to this one.

    >>> scale_of(Instrument.BOXALL, "diagnostic").polarity.name
    'HIGHER_IS_DIFFICULTY'
    """

    name: str = field(validator=a_code)
    low: int
    high: int
    polarity: Polarity
    is_percentile: bool = False
    parts: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.high <= self.low:
            remedy = "The highest score must lie above the lowest."
            raise InvalidRecordError(Problem(path="high", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))
        if self.is_percentile and not 0 <= self.low < self.high <= _PERCENT:
            remedy = "A percentile lies between 0 and 100."
            raise InvalidRecordError(Problem(path="high", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))


@frozen(kw_only=True, field_transformer=shaped)
class OwnInstrument:
    """An instrument that the caller declares: its scales, and who fills it in.

    >>> ours = OwnInstrument(
    ...     name="boxall_young_people",
    ...     scales=(Scale(name="our_strand", low=0, high=20, polarity=Polarity.HIGHER_IS_STRENGTH),),
    ...     informants=(Informant.STAFF,),
    ... )
    >>> scale_of(ours, "our_strand").high
    20

    Raises `InvalidRecordError` where it has no scale, or two of one name, or bears the name of one that is known here.
    """

    name: str = field(validator=a_code)
    scales: tuple[Scale, ...]
    informants: tuple[Informant, ...] | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not self.scales:
            yield Problem(path="scales", kind=ProblemKind.OUT_OF_RANGE, remedy="Give at least one scale.")
        names = [scale.name for scale in self.scales]
        for position, name in enumerate(names):
            if name in names[:position]:
                remedy = "Another scale has this name: give each its own."
                yield Problem(path=f"scales[{position}].name", kind=ProblemKind.DUPLICATE, remedy=remedy)
            if not set(names) - {name} >= set(self.scales[position].parts):
                remedy = "The parts of a scale are other scales of the same instrument, by name."
                path = f"scales[{position}].parts"
                yield Problem(path=path, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
        if any(known.value == self.name and known.scales for known in Instrument):
            remedy = (
                "The scales of an instrument with this name are known: use it, or give yours another name."
            )
            yield Problem(path="name", kind=ProblemKind.DUPLICATE, remedy=remedy)


class BandScheme(Word):
    """In how many bands an SDQ score is told. The same score can lie in another band by scheme and by informant.

    >>> BandScheme.FOUR_BANDS.bands[0].name
    'CLOSE_TO_AVERAGE'
    >>> BandScheme.THREE_BANDS.bands  # the sources that were read give totals and no names
    ()
    """

    THREE_BANDS = "three_bands"
    FOUR_BANDS = "four_bands"

    @property
    def bands(self) -> tuple["Band", ...]:
        """The bands by name: four of difficulty, then three below *close to average* on the prosocial scale."""
        return tuple(Band) if self is BandScheme.FOUR_BANDS else ()


class Band(Word):
    """A band of the four-band scheme. The last three are those of the prosocial scale, where less is a concern.

    >>> Band("slightly_raised").name
    'SLIGHTLY_RAISED'
    """

    CLOSE_TO_AVERAGE = "close_to_average"
    SLIGHTLY_RAISED = "slightly_raised"
    HIGH = "high"
    VERY_HIGH = "very_high"
    SLIGHTLY_LOWERED = "slightly_lowered"
    LOW = "low"
    VERY_LOW = "very_low"


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


def _difficulty(name: str, low: int, high: int, parts: tuple[str, ...] = ()) -> Scale:
    return Scale(name=name, low=low, high=high, polarity=Polarity.HIGHER_IS_DIFFICULTY, parts=parts)


def _percentile(name: str) -> Scale:
    return Scale(name=name, low=0, high=_PERCENT, polarity=Polarity.HIGHER_IS_STRENGTH, is_percentile=True)


SCALES: Final[dict[Instrument, tuple[Scale, ...]]] = {
    Instrument.BOXALL: (_strength("developmental", 0, 136), _difficulty("diagnostic", 0, 136)),
    Instrument.BOXALL_YOUNG_PEOPLE: (),
    Instrument.PASS: tuple(_percentile(name) for name in _PASS_FACTORS),
    Instrument.SDQ: (
        _difficulty("total", 0, 40, parts=_SDQ_DIFFICULTIES),
        _difficulty("internalising", 0, 20, parts=("emotional", "peer")),
        _difficulty("externalising", 0, 20, parts=("conduct", "hyperactivity")),
        *(_difficulty(name, 0, 10) for name in _SDQ_DIFFICULTIES),
        _strength("prosocial", 0, 10),
    ),
    Instrument.READINESS_DOYLE: (_strength("total", 78, 312),),
    Instrument.READINESS_MCSHERRY: (_strength("total", 0, 231),),
}
"""The scales of each instrument. Doyle's begins at 78: 70 per cent of its highest score is 60 of its range."""

_INFORMANTS: Final[dict[Instrument, dict[Informant, tuple[int, int | None] | None]]] = {
    Instrument.BOXALL: {Informant.STAFF: (4, 11)},
    Instrument.BOXALL_YOUNG_PEOPLE: {Informant.STAFF: None},
    Instrument.PASS: {Informant.PUPIL: (4, None)},
    Instrument.SDQ: {Informant.FAMILY: (4, 17), Informant.TEACHER: (4, 17), Informant.PUPIL: (11, 17)},
    Instrument.READINESS_MCSHERRY: {Informant.TEACHER: None},
}


def scale_of(instrument: Instrument | OwnInstrument, name: str) -> Scale | None:
    """The scale of that name; `None` where the instrument has none.

    >>> scale_of(Instrument.SDQ, "total").high
    40
    """
    return next((scale for scale in instrument.scales if scale.name == name), None)
