"""The four tenets as words, and what a practice of a provision is.

Source: Simpson and O'Brien, *Four Tenets* (2025). The practices themselves stand in `practices`, the table of two
purposes in `design_table`. Rule of the room: a practice is a question to talk about. None is required, none weighs
more than another, and nothing here or above adds them up: there is no total, no share and no grade of a provision.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from attrs import frozen

from iapcore.guidance.sources import Basis, Citation
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Word

__all__ = ["Practice", "Tenet", "Topic", "found", "seen"]


class Tenet(Word):
    """One of the four things that the report found where a provision works.

    >>> Tenet("balances").label
    'learning and wellbeing in balance'
    """

    UNIFIED = "unified"
    IDENTIFIES_NEEDS = "identifies_needs"
    BALANCES = "balances"
    OUTCOMES = "outcomes"

    @property
    def label(self) -> str:
        """The tenet in words for a reader."""
        return _LABELS[self]


_LABELS: Final = {
    Tenet.UNIFIED: "one with the mainstream school",
    Tenet.IDENTIFIES_NEEDS: "finds out what pupils need to learn, to be well and to be safe",
    Tenet.BALANCES: "learning and wellbeing in balance",
    Tenet.OUTCOMES: "built around what changes for pupils",
}


class Topic(Word):
    """What a practice is about, in the order in which the report comes to it.

    >>> Topic("needs").name
    'NEEDS'
    """

    RELATIONSHIPS = "relationships"
    FOUNDATIONS = "foundations"
    UNIFICATION = "unification"
    REFERRAL = "referral"
    NEEDS = "needs"
    PERCEPTION = "perception"
    OFFER = "offer"
    ASSESSMENT = "assessment"
    CURRICULUM = "curriculum"
    TEACHING = "teaching"
    STAFFING = "staffing"
    FUNDING = "funding"
    MEASUREMENT = "measurement"
    TRANSITION = "transition"


@frozen(kw_only=True, field_transformer=shaped)
class Practice:
    """Something that schools with a provision were found to do, as a question for those who run one.

    `about` is the word of the vocabulary that a record would hold where the practice is in use. `tenet` is `None` for
    what the report counts to no single tenet: its relationships run through all four and its foundations lie beneath
    them, and a fifth member of `Tenet` would make them a tenet that the report does not have.

    >>> from iapcore.guidance.practices import PRACTICES
    >>> shared = next(one for one in PRACTICES if one.key == "UNI-3")
    >>> shared.asks, shared.about.name
    ('Do pupils wear what everybody at the school wears?', 'SAME_UNIFORM')
    >>> shared.tenet.label, shared.basis.binds
    ('one with the mainstream school', False)
    """

    key: str
    topic: Topic
    tenet: Tenet | None
    asks: str
    basis: Basis
    cites: tuple[Citation, ...]
    about: Word | None = None


_LETTERS: Final = {
    "REL": Topic.RELATIONSHIPS,
    "FOU": Topic.FOUNDATIONS,
    "UNI": Topic.UNIFICATION,
    "REF": Topic.REFERRAL,
    "NEED": Topic.NEEDS,
    "PER": Topic.PERCEPTION,
    "OFF": Topic.OFFER,
    "ASSESS": Topic.ASSESSMENT,
    "CUR": Topic.CURRICULUM,
    "TEACH": Topic.TEACHING,
    "STAFF": Topic.STAFFING,
    "FUND": Topic.FUNDING,
    "MEAS": Topic.MEASUREMENT,
    "TRAN": Topic.TRANSITION,
}
"""The topic of a practice by the letters of its key."""

_Asked: TypeAlias = tuple[str, str] | tuple[str, str, Word]
_Asking: TypeAlias = Callable[[*tuple[_Asked, ...]], Iterator[Practice]]


def found(tenet: Tenet | None, *cites: Citation) -> _Asking:
    """Practices that research found in more than one school, from one place: key, question, and what it is about.

    >>> from iapcore.guidance.library import FOUR_TENETS
    >>> (practice,) = found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4"))(("MEAS-1", "What is it for?"))
    >>> practice.topic.name, practice.basis.label
    ('MEASUREMENT', 'a finding of research, not a limit')
    """
    return _asking(Basis.RESEARCH_FINDING, tenet, cites)


def seen(tenet: Tenet | None, *cites: Citation) -> _Asking:
    """Practices of one school, from one place, given in the same way.

    >>> from iapcore.guidance.library import FOUR_TENETS
    >>> (practice,) = seen(None, FOUR_TENETS.at("case study 3"))(("REL-1", "Who is there to turn to?"))
    >>> practice.topic.name, practice.basis.label
    ('RELATIONSHIPS', "one school's practice, as an example")
    """
    return _asking(Basis.PRACTICE_EXAMPLE, tenet, cites)


def _asking(basis: Basis, tenet: Tenet | None, cites: tuple[Citation, ...]) -> _Asking:
    def practices(*asked: _Asked) -> Iterator[Practice]:
        for key, asks, *about in asked:
            yield Practice(
                key=key,
                topic=_LETTERS[key.partition("-")[0]],
                tenet=tenet,
                asks=asks,
                basis=basis,
                cites=cites,
                about=next(iter(about), None),
            )

    return practices
