"""What pupils, families and staff say of a stay: how many said so to each question, to stand beside the numbers.

Rules of the room: answers are counted for each question and informant apart, and never made into points. Of each stay
the last answer counts. Who was not asked is counted, and never taken for content. The words that people said are not
read here.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet two: children need to feel supported, to learn, and to move on
well.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.guidance.library import FOUR_TENETS
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count, listed, stays_of, unbegun
from iapcore.measures.disclosure import Table
from iapcore.measures.lengths import NO_END, NO_PLACEMENTS, NO_START
from iapcore.measures.measure import By, Definition, Measure
from iapcore.record.experience import Experience
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.shape import shaped, stop_unless_a_day
from iapcore.vocabulary.value import Word
from iapcore.vocabulary.wording import spelt

__all__ = ["SAID_YES", "Answers", "Question", "count_answers"]


class Question(Word):
    """What somebody is asked about a stay; the last is asked once the stay has ended.

    >>> Question("is_learning").name
    'IS_LEARNING'
    """

    FEELS_SUPPORTED = "feels_supported"
    IS_LEARNING = "is_learning"
    TRANSITION_WENT_WELL = "transition_went_well"


_CITES: Final = (
    FOUR_TENETS.at("tenet 2, common challenges, staff and child perception"),
    FOUR_TENETS.at("tenet 4, measurable pupil outcomes"),
)

SAID_YES: Final = {
    question: Definition(
        key=f"said-yes-{question.value.replace('_', '-')}",
        numerator="stays of which the last answer was yes",
        base="answered",
        unit="stays that began, by informant",
        cites=_CITES,
        caution="Who was not asked may think otherwise, and a pupil may say what adults hope to hear.",
        counts_pupils=True,
    )
    for question in Question
}
"""The definition of each."""

_NOT_ASKED: Final = "not asked"
_OPEN: Final = "open"
_DIVIDED: Final = "divided"
_NO_EXPERIENCES: Final = "what people say not recorded"
_UNKNOWN: Final = (NO_PLACEMENTS, NO_START, NO_END, _NO_EXPERIENCES)


@frozen(kw_only=True, field_transformer=shaped)
class Answers:
    """The last answers of one sort of informant to one question: **internal**.

    The `measure` counts who said yes, of the stays of which somebody answered; `partly` and `no` count the others.
    `divided` are stays of which several answered differently on the last day. `not_known` tells by reason.
    """

    question: Question
    informant: Informant
    measure: Measure
    partly: int
    no: int
    divided: int
    not_known: tuple[tuple[str, int], ...] = ()

    @property
    def table(self) -> Table:
        """Yes, partly, no and divided as a table in one way, for `publish_table`."""
        counts = (self.measure.numerator, self.partly, self.no, self.divided)
        return Table(columns=(*(one.value for one in Extent), _DIVIDED), rows=((self._label, counts),))

    @property
    def _label(self) -> str:
        return f"{spelt(self.question.value)}, {spelt(self.informant.value)}"

    def __str__(self) -> str:
        said = zip(self.table.columns, self.table.rows[0][1], strict=True)
        beside = [f"{count} {reason}" for reason, count in (*self.measure.excluded, *self.not_known)]
        told = "; ".join([", ".join(f"{count} {word}" for word, count in said), *beside])
        return f"{self._label}: {told}"


def count_answers(journeys: Iterable[Journey], *, on: date, by: By | None = None) -> tuple[Answers, ...]:
    """How many answered yes, partly and no, for each question and informant, and of how many stays nobody was asked.

    Counted are stays that began, with what was said from the first day until the pupil's next stay began. How a move
    went is asked of stays that ended alone. Where experiences are not recorded, it is not known whether anybody was
    asked.

    >>> from datetime import date
    >>> from iapcore import Pupil, PupilId
    >>> said = Experience(day=date(2026, 10, 2), by=Informant.PUPIL, is_learning=Extent.PARTLY)
    >>> stay = Placement(began=date(2026, 9, 7))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,), experiences=(said,))
    >>> for answers in count_answers([journey], on=date(2026, 11, 20))[4:6]:
    ...     print(answers)
    is learning, pupil: 0 yes, 1 partly, 0 no, 0 divided
    is learning, family: 0 yes, 0 partly, 0 no, 0 divided; 1 not asked
    """
    stop_unless_a_day(on)
    stays = list(stays_of(journeys, on=on, by=by))
    return tuple(
        _answers(
            question,
            informant,
            [(_said(journey, stay, question, informant, on), group) for journey, stay, group in stays],
            on=on,
            grouped=by is not None,
        )
        for question in Question
        for informant in Informant
    )


def _answers(
    question: Question, informant: Informant, said: list[tuple[str, object]], *, on: date, grouped: bool
) -> Answers:
    words = Counter(word for word, _ in said)
    placed = ((_PLACES.get(word, word), group) for word, group in said)
    return Answers(
        question=question,
        informant=informant,
        measure=count(SAID_YES[question], placed, on=on, grouped=grouped),
        partly=words[Extent.PARTLY.value],
        no=words[Extent.NO.value],
        divided=words[_DIVIDED],
        not_known=listed(words.elements(), _UNKNOWN),
    )


_PLACES: Final = {
    Extent.YES.value: HIT,
    Extent.PARTLY.value: BASE,
    Extent.NO.value: BASE,
    _DIVIDED: BASE,
    **dict.fromkeys(_UNKNOWN, NOT_KNOWN),
}


def _said(
    journey: Journey, stay: Placement | None, question: Question, informant: Informant, on: date
) -> str:
    """The last answer of a stay, or where the stay is counted without one."""
    if stay is None:
        return NO_PLACEMENTS
    if (before := unbegun(stay, on)) is not None:
        return NO_START if before == NOT_KNOWN else before
    if question is Question.TRANSITION_WENT_WELL and stay.ending is None:
        return NO_END if stay.overran(on) else _OPEN
    if journey.experiences is None:
        return _NO_EXPERIENCES
    answers = [
        (one.day, answer.value)
        for one in _of_stay(journey, stay)
        if one.by is informant and (answer := _answer(one, question)) is not None
    ]
    last = max((day for day, _ in answers), default=None)
    words = {word for day, word in answers if day == last}
    return _NOT_ASKED if not words else words.pop() if len(words) == 1 else _DIVIDED


def _answer(one: Experience, question: Question) -> Extent | None:
    return {
        Question.FEELS_SUPPORTED: one.feels_supported,
        Question.IS_LEARNING: one.is_learning,
        Question.TRANSITION_WENT_WELL: one.transition_went_well,
    }[question]


def _of_stay(journey: Journey, stay: Placement) -> list[Experience]:
    """What was said from the first day of a stay until the next one began."""
    first = stay.began or date.max
    following = min(
        (one.began for one in journey.placements or () if one.began and one.began > first), default=date.max
    )
    return [one for one in journey.experiences or () if first <= one.day < following]
