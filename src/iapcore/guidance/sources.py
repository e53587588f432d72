"""Where a rule or a number comes from: a text, what kind it is, how it stands, and a place in it.

Rule of the room: a text that is only announced, or enacted and not commenced, is held so that people can see what
comes; no rule and no number rests on it (`is_in_effect`).
"""

from datetime import date

from attrs import frozen

from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Word

__all__ = ["Basis", "Citation", "Force", "Source", "SourceKind", "SourceStanding"]


class SourceKind(Word):
    """What a text is: whether it binds, guides, counts or reports, or what a school laid down for itself.

    >>> SourceKind("statutory_guidance").name
    'STATUTORY_GUIDANCE'
    """

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory_guidance"
    GUIDANCE = "guidance"
    STATISTICS = "statistics"
    RESEARCH = "research"
    ARTICLE = "article"
    ANNOUNCEMENT = "announcement"
    SCHOOL = "school"


class SourceStanding(Word):
    """How a text stands. Research and articles are published; they are never in force.

    >>> SourceStanding("not_commenced").name
    'NOT_COMMENCED'
    """

    IN_FORCE = "in_force"
    PUBLISHED = "published"
    ANNOUNCED = "announced"
    NOT_COMMENCED = "not_commenced"


class Basis(Word):
    """On what a number or a rule rests.

    >>> Basis("school_choice").label
    'the school chose this; no source gives it'
    """

    LAW = "law"
    STATUTORY_GUIDANCE = "statutory_guidance"
    GUIDANCE = "guidance"
    RESEARCH_FINDING = "research_finding"
    PRACTICE_EXAMPLE = "practice_example"
    SCHOOL_CHOICE = "school_choice"

    @property
    def label(self) -> str:
        """The basis in words for a reader."""
        return _LABELS[self]

    @property
    def binds(self) -> bool:
        """Whether a school may not choose otherwise: law and statutory guidance.

        >>> Basis.LAW.binds, Basis.GUIDANCE.binds
        (True, False)
        """
        return self in (Basis.LAW, Basis.STATUTORY_GUIDANCE)


_LABELS = {
    Basis.LAW: "law",
    Basis.STATUTORY_GUIDANCE: "statutory guidance",
    Basis.GUIDANCE: "guidance, not statutory",
    Basis.RESEARCH_FINDING: "a finding of research, not a limit",
    Basis.PRACTICE_EXAMPLE: "one school's practice, as an example",
    Basis.SCHOOL_CHOICE: "the school chose this; no source gives it",
}


class Force(Word):
    """Whether a rule enters the verdict or is only shown.

    >>> Force("advisory").name
    'ADVISORY'
    """

    REQUIRED = "required"
    ADVISORY = "advisory"


@frozen(kw_only=True, field_transformer=shaped)
class Source:
    """A text, with what a reader needs to find it.

    `year` is when this edition was published, `published` its day where that is known, and `edition` says which one
    was used. `author` wrote it, `publisher` gave it out. Where the text itself could not be read, `read_in` says where
    its content was.

    >>> from iapcore.guidance.library import FOUR_TENETS
    >>> FOUR_TENETS.year, FOUR_TENETS.is_in_effect
    (2025, True)
    """

    key: str
    title: str
    author: str
    publisher: str
    year: int
    kind: SourceKind
    standing: SourceStanding
    edition: str | None = None
    published: date | None = None
    address: str | None = None
    read_in: str | None = None

    @property
    def is_in_effect(self) -> bool:
        """Whether a rule or a number may rest on it today: not where it is only announced or not commenced."""
        return self.standing in (SourceStanding.IN_FORCE, SourceStanding.PUBLISHED)

    def format(self) -> str:
        """Author, title, year and edition, for a reader."""
        edition = f", {self.edition}" if self.edition else ""
        return f"{self.author}, {self.title} ({self.year}{edition})"

    def at(self, place: str) -> "Citation":
        """A citation of a place in this text."""
        return Citation(source=self, place=place)


@frozen(kw_only=True, field_transformer=shaped)
class Citation:
    """A place in a source.

    >>> from iapcore.guidance.library import FOUR_TENETS
    >>> print(FOUR_TENETS.at("tenet 2").format())
    Simpson and O'Brien, What works: Four Tenets of Effective Internal Alternative Provision (2025), tenet 2
    """

    source: Source
    place: str

    def format(self) -> str:
        """Author, title, year, edition and place, for a reader."""
        return f"{self.source.format()}, {self.place}"
