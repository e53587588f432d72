"""Where a rule or a number comes from: a text, its standing, and a place in it."""

from attrs import frozen

from iapcore.vocabulary.value import Word

__all__ = ["Basis", "Citation", "Force", "Source", "SourceStanding"]


class SourceStanding(Word):
    """Whether a text binds, guides or only reports.

    >>> SourceStanding("not_commenced").name
    'NOT_COMMENCED'
    """

    IN_FORCE = "in_force"
    GUIDANCE = "guidance"
    RESEARCH = "research"
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


@frozen(kw_only=True)
class Source:
    """A published text.

    >>> from iapcore.guidance.library import FOUR_TENETS
    >>> FOUR_TENETS.year
    2025
    """

    key: str
    title: str
    author: str
    year: int
    standing: SourceStanding
    address: str | None = None

    def format(self) -> str:
        """Author, title and year, for a reader."""
        return f"{self.author}, {self.title} ({self.year})"

    def at(self, place: str) -> "Citation":
        """A citation of a place in this text."""
        return Citation(source=self, place=place)


@frozen(kw_only=True)
class Citation:
    """A place in a source.

    >>> from iapcore.guidance.library import FOUR_TENETS
    >>> print(FOUR_TENETS.at("tenet 2").format())
    Simpson and O'Brien, What works: Four Tenets of Effective Internal Alternative Provision (2025), tenet 2
    """

    source: Source
    place: str

    def format(self) -> str:
        """Author, title, year and place, for a reader."""
        return f"{self.source.format()}, {self.place}"
