"""A provision's own answers to the practices of the four tenets: what is in place, what is not, what nobody knows.

Rules of the room: practices are talked about and never added up: here is no total, no share and no grade. What was not
answered is not known. A gap is something to talk about, and may have a good reason. Whoever answers says on what the
answer rests; those words are theirs, and shown nowhere else.

Source: the practices in `guidance.practices`, each with its own.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import Attribute, field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.guidance.practices import PRACTICES
from iapcore.guidance.tenets import Practice, Tenet, Topic
from iapcore.record.provision import Provision
from iapcore.vocabulary.grounds import DataSet
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.unification import Unification
from iapcore.vocabulary.value import Discreet, Word, stop_if_any

__all__ = ["Gap", "PracticeAnswer", "Practised", "SelfReview", "answers_of", "find_gaps"]


class Practised(Word):
    """Whether a practice is in place.

    >>> Practised("not_in_place").name
    'NOT_IN_PLACE'
    """

    IN_PLACE = "in_place"
    NOT_IN_PLACE = "not_in_place"
    NOT_KNOWN = "not_known"


_KEYS: Final = frozenset(one.key for one in PRACTICES)


def _a_practice(_: object, attribute: "Attribute[str]", value: str) -> None:
    if value not in _KEYS:
        remedy = "Give the key of a practice, such as UNI-3."
        raise InvalidRecordError(Problem(path=attribute.name, kind=ProblemKind.UNKNOWN_CODE, remedy=remedy))


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class PracticeAnswer(Discreet):
    """An answer to a practice, by its key. `evidence` says on what it rests, in the school's own words.

    >>> PracticeAnswer(practice="UNI-3", answer=Practised.IN_PLACE, evidence="uniform list, autumn")
    ‹PracticeAnswer›

    Raises `InvalidRecordError` for a practice that does not exist.
    """

    practice: str = field(validator=_a_practice)
    answer: Practised
    evidence: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class SelfReview(Discreet):
    """The answers of one sitting, on the day on which people sat together.

    >>> review = SelfReview(
    ...     on=date(2026, 11, 20), answers=(PracticeAnswer(practice="UNI-3", answer=Practised.IN_PLACE),)
    ... )
    >>> review.answer("UNI-3").name, review.answer("UNI-4").name
    ('IN_PLACE', 'NOT_KNOWN')

    Raises `InvalidRecordError` for a practice that was answered twice.
    """

    on: date
    answers: tuple[PracticeAnswer, ...]

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        seen: set[str] = set()
        for position, one in enumerate(self.answers):
            if one.practice in seen:
                path = f"answers[{position}].practice"
                remedy = "This practice was answered already: keep one answer."
                yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)
            seen.add(one.practice)

    def answer(self, practice: str) -> Practised:
        """The answer to a practice; one that was not answered is not known."""
        given = (one.answer for one in self.answers if one.practice == practice)
        return next(given, Practised.NOT_KNOWN)

    def evidence(self, practice: str) -> str | None:
        """On what the answer rests; `None` where nobody said."""
        return next((one.evidence for one in self.answers if one.practice == practice), None)


@frozen(kw_only=True, field_transformer=shaped)
class Gap:
    """What to talk about under one tenet, or under none: what is not in place, and what nobody knows."""

    tenet: Tenet | None
    not_in_place: tuple[Practice, ...]
    not_known: tuple[Practice, ...]

    def __str__(self) -> str:
        title = self.tenet.label if self.tenet else "under all four"
        return "\n".join([title, *(f"- {one.key} {one.asks}" for one in self.not_in_place)])


def find_gaps(review: SelfReview, *, topics: Iterable[Topic] = tuple(Topic)) -> tuple[Gap, ...]:
    """What to talk about, tenet by tenet in the order of the report, then what belongs to none; of some topics or all.

    >>> review = SelfReview(
    ...     on=date(2026, 11, 20), answers=(PracticeAnswer(practice="UNI-3", answer=Practised.NOT_IN_PLACE),)
    ... )
    >>> print(find_gaps(review)[0])
    one with the mainstream school
    - UNI-3 Do pupils wear what everybody at the school wears?
    """
    wanted = set(topics)
    asked = [one for one in PRACTICES if one.topic in wanted]

    def those(tenet: Tenet | None, answer: Practised) -> tuple[Practice, ...]:
        return tuple(one for one in asked if one.tenet is tenet and review.answer(one.key) is answer)

    return tuple(
        Gap(
            tenet=tenet,
            not_in_place=those(tenet, Practised.NOT_IN_PLACE),
            not_known=those(tenet, Practised.NOT_KNOWN),
        )
        for tenet in (*Tenet, None)
    )


_ASKED_ANYWAY: Final = (Role.FAMILY, Role.PUPIL)


def answers_of(provision: Provision) -> tuple[PracticeAnswer, ...]:
    """What the description of a provision answers by itself: a list that somebody wrote down is taken as whole.

    Whether pupil and family are asked it does not answer, because it names the professionals; and how well something is
    done no description says. Take these along as a beginning, and talk.

    >>> from iapcore import ProvisionKind
    >>> base = Provision(
    ...     key="elm", kind=ProvisionKind.SUPPORT_BASE, unification=(Unification.SAME_UNIFORM,)
    ... )
    >>> [(one.practice, one.answer.value) for one in answers_of(base)][:3]
    [('UNI-1', 'not_in_place'), ('UNI-2', 'not_in_place'), ('UNI-3', 'in_place')]
    """
    written: dict[type[Word], tuple[Word, ...] | None] = {
        Unification: provision.unification,
        CoreOffer: provision.core_offer,
        AdditionalOffer: provision.additional_offer,
        SessionType: provision.session_types,
        Role: provision.referral_roles,
        DataSet: provision.data_sets,
    }
    found: list[PracticeAnswer] = []
    for one in PRACTICES:
        held = written.get(type(one.about)) if one.about else None
        if held is not None and one.about not in _ASKED_ANYWAY:
            answer = Practised.IN_PLACE if one.about in held else Practised.NOT_IN_PLACE
            found.append(
                PracticeAnswer(practice=one.key, answer=answer, evidence="the description of the provision")
            )
    return tuple(found)
