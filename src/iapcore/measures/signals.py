"""What the sources warn of, as questions for people about the provision: no label on a pupil, and no total.

Rules of the room: each signal asks one question of the stays that began. A stay shows it, does not show it, or nobody
knows; a single stay that shows it is enough to ask, because no source gives a number. It proves nothing: what people
find when they ask is the answer. A pupil's own word raises a question whatever the other data say. Learning is never
inferred from hours of subjects or from enrichment, and a long stay only beside the provision's own model.

Sources: Simpson and O'Brien, *Four Tenets* (2025), where staff name what such a place must not be; the judgements that
each signal is built on cite their own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from attrs import frozen

from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import FOUR_TENETS, IAP_FINDINGS, INCLUSION_BASES
from iapcore.guidance.policy import Policy
from iapcore.measures.counting import BASE, HIT, NOT_BEGUN, NOT_KNOWN, count, stays_of, unbegun
from iapcore.measures.looks import (
    AFTER_THE_STAY,
    FELT_AS_SUPPORT,
    LEARNING,
    LED_ELSEWHERE,
    WAY_BACK,
    LeftOut,
    Look,
    any_of,
    nothing_left_out,
    under_rules,
    unless_ended,
    unless_open_for_return,
)
from iapcore.measures.measure import Definition, Measure
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Word
from iapcore.vocabulary.wording import spelt

__all__ = ["SIGNALS", "Evidence", "Signal", "SignalQuestion", "find_signals"]


class Signal(Word):
    """What such a place must not be, in the words of those who warn of it.

    >>> Signal("revolving_door").asks
    'Do pupils come back after a stay only where that was planned?'
    """

    HOLDING_PEN = "holding_pen"
    REVOLVING_DOOR = "revolving_door"
    DUMPING_GROUND = "dumping_ground"
    LAST_CHANCE_SALOON = "last_chance_saloon"
    NO_SERIOUS_LEARNING = "no_serious_learning"
    PUNISHMENT = "punishment"
    CUT_OFF = "cut_off"

    @property
    def asks(self) -> str:
        """The question, for people."""
        return _ASKS[self]


_ASKS: Final = {
    Signal.HOLDING_PEN: "Is a pupil who is to go back on the way, once the model's own length is over?",
    Signal.REVOLVING_DOOR: "Do pupils come back after a stay only where that was planned?",
    Signal.DUMPING_GROUND: "Does a stay follow from a planned referral, and from other support before?",
    Signal.LAST_CHANCE_SALOON: "Do stays lead elsewhere than to exclusion and the exits that the sources warn of?",
    Signal.NO_SERIOUS_LEARNING: "Is there learning here that pupils and adults can point to?",
    Signal.PUNISHMENT: "Is the place support, and does the pupil feel it as support?",
    Signal.CUT_OFF: "Do pupils share times of the day and lessons with everybody?",
}

_STAFF: Final = FOUR_TENETS.at("tenet 1, common challenges")
_CITES: Final = {
    Signal.HOLDING_PEN: (_STAFF, IAP_FINDINGS.at("what is working well, length")),
    Signal.REVOLVING_DOOR: (FOUR_TENETS.at("tenet 4, common challenges"),),
    Signal.DUMPING_GROUND: (FOUR_TENETS.at("tenet 2, common challenges, referral"),),
    Signal.LAST_CHANCE_SALOON: (_STAFF, FOUR_TENETS.at("tenet 4, common challenges")),
    Signal.NO_SERIOUS_LEARNING: (FOUR_TENETS.at("tenet 2, common challenges, staff and child perception"),),
    Signal.PUNISHMENT: (FOUR_TENETS.at("tenet 2, a place of support, not sanction"),),
    Signal.CUT_OFF: (
        FOUR_TENETS.at("tenet 1, table of strategies, pupils"),
        INCLUSION_BASES.at("use of a base"),
    ),
}

SIGNALS: Final = {
    signal: Definition(
        key=f"signal-{signal.value.replace('_', '-')}",
        numerator="stays that raise the question",
        base="looked at",
        unit="stays that began",
        cites=cites,
        caution="It is asked of the provision. One stay is enough to ask, and none of them proves anything.",
        counts_pupils=True,
    )
    for signal, cites in _CITES.items()
}
"""The definition of each."""


@frozen(kw_only=True, field_transformer=shaped)
class Evidence:
    """One thing that a signal looks at, and of how many stays it is so, is not so, and is not known."""

    asks: str
    met: int
    not_met: int
    not_known: int


@frozen(kw_only=True, field_transformer=shaped)
class SignalQuestion:
    """A question for people about a provision, with what is recorded about it: **internal**.

    `measure` can be published. Its numerator are the stays that raise the question, of those that could be looked at.
    """

    signal: Signal
    measure: Measure
    evidence: tuple[Evidence, ...]

    @property
    def asks(self) -> str:
        """The question."""
        return self.signal.asks

    @property
    def verdict(self) -> Verdict:
        """Not met where a stay raises the question; not known where one is not known, or none could be looked at."""
        if self.measure.numerator:
            return Verdict.NOT_MET
        return Verdict.NOT_KNOWN if self.measure.not_known or not self.measure.base else Verdict.MET

    def __str__(self) -> str:
        return f"{self.asks} {spelt(self.verdict.value)}: {self.measure}"


def find_signals(
    journeys: Iterable[Journey], *, policy: Policy, on: date, provision: Provision | None = None
) -> tuple[SignalQuestion, ...]:
    """The seven questions, of all stays or of those in one provision, as they stood on a day.

    >>> from iapcore import Experience, Extent, Informant, Pupil, PupilId, profile
    >>> stay = Placement(began=date(2026, 11, 2))
    >>> said = Experience(day=date(2026, 11, 18), by=Informant.PUPIL, feels_supported=Extent.NO)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,), experiences=(said,))
    >>> asked = {one.signal: one for one in find_signals([journey], policy=profile(), on=date(2026, 11, 20))}
    >>> print(asked[Signal.PUNISHMENT])
    Is the place support, and does the pupil feel it as support? not met: 1 of 1 looked at
    >>> asked[Signal.CUT_OFF].verdict.value
    'not_known'

    Raises `OutOfScopeError` for a day before the guidance on suspensions that is held.
    """
    seen = [
        _begun(journey, stay, policy, on)
        for journey, stay, _ in stays_of(journeys, on=on, by=None)
        if stay is None or (_is_in(stay, provision) and unbegun(stay, on) != NOT_BEGUN)
    ]
    return tuple(_question(signal, seen, on) for signal in Signal)


def _begun(journey: Journey, stay: Placement | None, policy: Policy, on: date) -> Situation | None:
    """The situation of a stay that began; `None` where it is not known whether there was one."""
    if stay is None or stay.began is None:
        return None
    return Situation.of(journey, policy=policy, on=on, placement=stay)


def _is_in(stay: Placement, provision: Provision | None) -> bool:
    """Whether a stay is in a provision; where its own is not recorded, it may be."""
    return provision is None or stay.provision is None or stay.provision.key == provision.key


class _Asked(NamedTuple):
    """What a signal looks at, how the looks make one answer, and of which stays it does not ask."""

    looks: Mapping[str, Look]
    together: Callable[[Iterable[Verdict]], Verdict] = Verdict.all_of
    left_out: LeftOut = nothing_left_out


_ASKED: Final = {
    Signal.HOLDING_PEN: _Asked(WAY_BACK, any_of, unless_open_for_return),
    Signal.REVOLVING_DOOR: _Asked(AFTER_THE_STAY, left_out=unless_ended),
    Signal.DUMPING_GROUND: _Asked(under_rules("SAFE-1", "SAFE-2", "SAFE-5", "SAFE-7")),
    Signal.LAST_CHANCE_SALOON: _Asked(LED_ELSEWHERE, left_out=unless_ended),
    Signal.NO_SERIOUS_LEARNING: _Asked(LEARNING),
    Signal.PUNISHMENT: _Asked({**FELT_AS_SUPPORT, **under_rules("SAFE-3", "SAFE-4")}),
    Signal.CUT_OFF: _Asked(under_rules("SAFE-11", "SAFE-12")),
}


def _question(signal: Signal, seen: list[Situation | None], on: date) -> SignalQuestion:
    asked = _ASKED[signal]
    places: list[tuple[str, object]] = []
    found: dict[str, Counter[Verdict]] = {asks: Counter() for asks in asked.looks}
    for situation in seen:
        left_out = NOT_KNOWN if situation is None else asked.left_out(situation)
        if situation is None or left_out is not None:
            places.append((left_out or NOT_KNOWN, None))
            continue
        verdicts = {asks: look(situation) for asks, look in asked.looks.items()}
        for asks, verdict in verdicts.items():
            found[asks][verdict] += 1
        places.append((_PLACES[asked.together(verdicts.values())], None))
    return SignalQuestion(
        signal=signal,
        measure=count(SIGNALS[signal], places, on=on, grouped=False),
        evidence=tuple(_evidence(asks, verdicts) for asks, verdicts in found.items()),
    )


_PLACES: Final = {Verdict.MET: BASE, Verdict.NOT_MET: HIT, Verdict.NOT_KNOWN: NOT_KNOWN}


def _evidence(asks: str, found: Counter[Verdict]) -> Evidence:
    return Evidence(
        asks=asks,
        met=found[Verdict.MET],
        not_met=found[Verdict.NOT_MET],
        not_known=found[Verdict.NOT_KNOWN],
    )
