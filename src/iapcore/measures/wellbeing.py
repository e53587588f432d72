"""How many pupils had better social and emotional measures in the last questionnaire of a stay than in the first.

Rules of the room: first and last are of the same instrument, edition and informant, and no number goes across them.
Better is better on a scale, by as many points as the policy asks for, and worse on none. Who stood at an end of a scale
at first could not move further that way: both ends are counted beside. Pupils enter at a low point, and nothing is said
about causes.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet three: one school tells this share of the pupils who had been
there for more than three weeks. It names no instrument, and its share is no target.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import evolve, frozen

from iapcore.decisions.before_and_after import compare_wellbeing
from iapcore.decisions.rule import Said, looked_at
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy import Policy
from iapcore.guidance.thresholds import WELLBEING_STAY_WEEKS
from iapcore.measures.before_and_after import LOW_POINT
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count, listed, stays_of, unbegun
from iapcore.measures.lengths import NO_CALENDAR, NO_END, NO_PLACEMENTS, NO_START
from iapcore.measures.measure import By, Definition, Measure
from iapcore.record.assessment import Assessment
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.instruments import Instrument, OwnInstrument, Polarity, scale_of
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.shape import shaped, stop_unless_a_day
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.wording import spelt

__all__ = ["COMPARED", "IMPROVED", "WEEKS", "Improvement", "Wellbeing", "count_improved"]

WEEKS: Final = WELLBEING_STAY_WEEKS.value.versions[-1][1]
"""Stays of more school weeks than this are looked at, unless the caller says otherwise."""

_CITES: Final = (
    *WELLBEING_STAY_WEEKS.cites,
    FOUR_TENETS.at("tenet 4, successful reintegration"),
)
_UNIT: Final = "stays of more than so many school weeks, open or ended"

COMPARED: Final = Definition(
    key="wellbeing-compared",
    numerator="stays with two questionnaires that compare",
    base="stays that were long enough",
    unit=_UNIT,
    cites=_CITES,
    caution="Where nobody filled one in twice, nothing is known of how the pupil is.",
    counts_pupils=True,
)
IMPROVED: Final = Definition(
    key="wellbeing-improved",
    numerator="stays in which the last questionnaire is better than the first, and worse on no scale",
    base="stays with two questionnaires that compare",
    unit=f"{_UNIT}, by instrument, edition and informant",
    cites=_CITES,
    caution=f"{LOW_POINT} Instruments, editions and informants are never added up.",
    counts_pupils=True,
)


@frozen(kw_only=True, field_transformer=shaped)
class Improvement:
    """The share that was better on one instrument, in one edition, as filled in by one informant.

    Of the stays compared, `at_best` stood at the better end of a scale at first and could not have become better on it,
    `at_worst` at the worse end and could not have become worse. An edition or informant that is `None` is not recorded.
    `not_known` tells what the measure does not know by reason.
    """

    instrument: str
    edition: str | None
    informant: Informant | None
    measure: Measure
    at_best: int
    at_worst: int
    not_known: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        who = "informant not recorded" if self.informant is None else spelt(self.informant.value)
        which = "edition not recorded" if self.edition is None else self.edition
        ends = f"{self.at_best} at the better end at first, {self.at_worst} at the worse"
        return f"{spelt(self.instrument)}, {which}, {who}: {self.measure}; {ends}"


@frozen(kw_only=True, field_transformer=shaped)
class Wellbeing:
    """How many stays of more than so many `weeks` can be compared, and on each questionnaire how many were better.

    `not_known` tells what `compared` does not know by reason.
    """

    weeks: int
    compared: Measure
    improvements: tuple[Improvement, ...]
    not_known: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        return "\n".join(map(str, (self.compared, *self.improvements)))


_TOO_SHORT: Final = "not long enough"
_NOT_FILLED_IN: Final = "not filled in"
_NOT_TWICE: Final = "not filled in twice"
_NO_QUESTIONNAIRES: Final = "questionnaires not recorded"
_UNCLEAR: Final = "questionnaires not clear"
_UNKNOWN: Final = (NO_PLACEMENTS, NO_START, NO_END, NO_CALENDAR, _NO_QUESTIONNAIRES, _UNCLEAR)
_BEST: Final = "best"
_WORST: Final = "worst"


@frozen(kw_only=True)
class _Form:
    """What must be alike for two questionnaires to compare."""

    instrument: Instrument | OwnInstrument
    edition: str | None
    informant: Informant | None

    @classmethod
    def of(cls, one: Assessment) -> "_Form":
        return cls(instrument=one.instrument, edition=one.edition, informant=one.informant)

    @property
    def name(self) -> str:
        one = self.instrument
        return one.name if isinstance(one, OwnInstrument) else one.value

    @property
    def order(self) -> tuple[str, str, str, str]:
        return self.name, self.edition or "", self.informant.value if self.informant else "", repr(self)


@frozen(kw_only=True)
class _Stay:
    """A stay that is looked at, or where it is counted instead; with its questionnaires."""

    group: object
    where: str | None = None
    situation: Situation | None = None
    filled_in: tuple[Assessment, ...] = ()


def count_improved(
    journeys: Iterable[Journey], *, policy: Policy, on: date, weeks: int = WEEKS, by: By | None = None
) -> Wellbeing:
    """Of the stays of more than so many school weeks, in how many the last questionnaire was better than the first.

    Both were filled in within the stay, on the same instrument, in the same edition and by the same informant; each of
    these has a measure of its own. How many points count as better is the policy's `improvement`. A stay that outran
    its planned end, and one whose questionnaires do not say clearly, is not known.

    >>> from datetime import date
    >>> from iapcore import Ending, Pupil, PupilId, ScaleScore, SchoolCalendar, Term, profile
    >>> calendar = SchoolCalendar(key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 12, 18))),))
    >>> def sdq(day, points):
    ...     scores = (ScaleScore(scale="total", points=points),)
    ...     who = Informant.TEACHER
    ...     return Assessment(day=day, instrument=Instrument.SDQ, edition="2014", informant=who, scores=scores)
    >>> stay = Placement(began=date(2026, 9, 7), ending=Ending(day=date(2026, 10, 23)))
    >>> filled_in = (sdq(date(2026, 9, 9), 20), sdq(date(2026, 10, 20), 15))
    >>> pupil = Pupil(id=PupilId("elm-01"))
    >>> journey = Journey(pupil=pupil, calendar=calendar, placements=(stay,), assessments=filled_in)
    >>> print(count_improved([journey], policy=profile(), on=date(2026, 11, 20)))
    1 of 1 stays that were long enough
    SDQ, 2014, teacher: 1 of 1 stays with two questionnaires that compare; 0 at the better end at first, 0 at the worse
    """
    stop_unless_a_day(on)
    stays = [
        _stay(journey, stay, group, policy=policy, on=on, weeks=weeks)
        for journey, stay, group in stays_of(journeys, on=on, by=by)
    ]
    forms = {_Form.of(one) for stay in stays for one in stay.filled_in}
    placed = {
        form: [_place(stay, form) for stay in stays] for form in sorted(forms, key=lambda form: form.order)
    }
    compared = [
        _compared(stay, [found[position][0] for found in placed.values()])
        for position, stay in enumerate(stays)
    ]

    def counted(definition: Definition, places: Iterable[str]) -> Measure:
        """Each stay in its place, whatever the reason for which it is not known."""
        known = (NOT_KNOWN if place in _UNKNOWN else place for place in places)
        groups = (stay.group for stay in stays)
        return count(definition, zip(known, groups, strict=True), on=on, grouped=by is not None)

    return Wellbeing(
        weeks=weeks,
        compared=counted(COMPARED, compared),
        improvements=tuple(
            Improvement(
                instrument=form.name,
                edition=form.edition,
                informant=form.informant,
                measure=counted(IMPROVED, [place for place, _ in found]),
                at_best=sum(_BEST in ends for _, ends in found),
                at_worst=sum(_WORST in ends for _, ends in found),
                not_known=listed([place for place, _ in found], _UNKNOWN),
            )
            for form, found in placed.items()
        ),
        not_known=listed(compared, _UNKNOWN),
    )


def _stay(
    journey: Journey, stay: Placement | None, group: object, *, policy: Policy, on: date, weeks: int
) -> _Stay:
    if stay is None:
        return _Stay(group=group, where=NO_PLACEMENTS)
    if (before := unbegun(stay, on)) is not None:
        return _Stay(group=group, where=NO_START if before == NOT_KNOWN else before)
    span = stay.stay and stay.stay.until(on)
    if span is None or stay.overran(on):
        return _Stay(group=group, where=NO_END)
    long_enough = _is_long_enough(journey, span, weeks)
    if not long_enough:
        return _Stay(group=group, where=NO_CALENDAR if long_enough is None else _TOO_SHORT)
    if journey.assessments is None:
        return _Stay(group=group, where=_NO_QUESTIONNAIRES)
    filled_in = tuple(one for one in journey.assessments if one.day in span)
    situation = Situation.of(journey, policy=policy, on=on, placement=stay)
    return _Stay(group=group, situation=situation, filled_in=filled_in)


def _is_long_enough(journey: Journey, span: DateSpan, weeks: int) -> bool | None:
    """Whether more than so many school weeks have passed; `None` where the calendar does not reach."""
    calendar = journey.calendar
    if calendar is None or not calendar.span.covers(span):
        return None
    passed = calendar.weeks_later(span.start, weeks)
    return passed is not None and passed in span


def _place(stay: _Stay, form: _Form) -> tuple[str, frozenset[str]]:
    """Where a stay is counted on one questionnaire, and at which ends of its scales it stood at first."""
    if stay.situation is None:
        return stay.where or NOT_KNOWN, frozenset()
    alike = [one for one in stay.filled_in if _Form.of(one) == form]
    if not alike:
        return _NOT_FILLED_IN, frozenset()
    unclear = [
        one
        for one in stay.filled_in
        if one.instrument == form.instrument and None in (one.edition, one.informant)
    ]
    looked = evolve(
        stay.situation,
        journey=evolve(stay.situation.journey, assessments=tuple(dict.fromkeys((*alike, *unclear)))),
    )
    found = looked_at(looked, compare_wellbeing)
    if found.reason not in ("better", "not_better", "mixed"):
        once = found.reason == "nothing_to_compare"
        return _NOT_TWICE if once else _UNCLEAR, frozenset()
    return HIT if found.reason == "better" else BASE, _ends(alike, found)


def _ends(alike: Iterable[Assessment], found: Said) -> frozenset[str]:
    """At which ends of the scales that were compared the first questionnaire stood."""
    days = dict(found.params)
    last = {score.scale for one in alike if one.day == days["last"] for score in one.scores}
    ends: set[str] = set()
    for one in alike:
        for score in one.scores:
            scale = scale_of(one.instrument, score.scale)
            if one.day != days["first"] or score.scale not in last or scale is None:
                continue
            best, worst = scale.high, scale.low
            if scale.polarity is Polarity.HIGHER_IS_DIFFICULTY:
                best, worst = worst, best
            ends |= {end for end, points in ((_BEST, best), (_WORST, worst)) if points == score.points}
    return frozenset(ends)


def _compared(stay: _Stay, places: Iterable[str]) -> str:
    """Where a stay is counted among those that can be compared on some questionnaire."""
    if stay.situation is None:
        return stay.where or NOT_KNOWN
    found = set(places)
    if found & {HIT, BASE}:
        return HIT
    return _UNCLEAR if _UNCLEAR in found else BASE
