"""The provision: the room and its people, as they are described."""

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.grounds import DataSet, Purpose
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.settings import Phase
from iapcore.vocabulary.value import Discreet, Word, a_tuple, some_text, some_texts
from iapcore.vocabulary.year_groups import KeyStage

__all__ = ["Provenance", "Provision", "Standing"]


class Standing(Word):
    """Where a statement in a described record comes from.

    >>> Standing("filled_in").name
    'FILLED_IN'
    """

    PUBLISHED = "published"
    FILLED_IN = "filled_in"


@frozen(kw_only=True, repr=False)
class Provenance(Discreet):
    """Where parts of a record come from: published, with its source and the place in it, or filled in.

    `of` names the fields, in the record's own words.

    >>> Provenance(of=("places",), standing=Standing.FILLED_IN)
    ‹Provenance of=1›
    """

    of: tuple[str, ...] = field(validator=some_texts)
    standing: Standing
    source: str | None = field(default=None, validator=some_text)
    place: str | None = field(default=None, validator=some_text)


@frozen(kw_only=True, repr=False)
class Provision(Discreet):
    """A provision, known by its `key`. `None` is *not recorded* or *not published*.

    `places` is how many pupils the room takes at one time; `weeks` the planned length of a stay in school
    weeks, shortest and longest; `settling_weeks` for how many weeks all lessons are in the base at first (0
    where a stay is part-week from the start); `review_weeks` how often progress is reviewed.

    >>> from iapcore import ProvisionKind
    >>> hive = Provision(key="hive", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, places=8)
    >>> hive.places
    8

    Raises `InvalidRecordError` where a number is negative or the weeks stand in the wrong order.
    """

    key: str = field(validator=some_text)
    kind: ProvisionKind
    name: str | None = field(default=None, validator=some_text)
    school: str | None = field(default=None, validator=some_text)
    is_fictional: bool | None = None
    phase: Phase | None = None
    key_stages: tuple[KeyStage, ...] | None = field(default=None, validator=a_tuple)
    opened: int | None = None
    places: int | None = None
    soft_start_places: int | None = None
    teachers: int | None = None
    assistants: int | None = None
    purposes: tuple[Purpose, ...] | None = field(default=None, validator=a_tuple)
    weeks: tuple[int, int] | None = field(default=None, validator=a_tuple)
    settling_weeks: int | None = None
    review_weeks: int | None = None
    schedule: str | None = field(default=None, validator=some_text)
    space: str | None = field(default=None, validator=some_text)
    referral_roles: tuple[Role, ...] | None = field(default=None, validator=a_tuple)
    data_sets: tuple[DataSet, ...] | None = field(default=None, validator=a_tuple)
    instruments: tuple[Instrument, ...] | None = field(default=None, validator=a_tuple)
    provenance: tuple[Provenance, ...] | None = field(default=None, validator=a_tuple)

    def __attrs_post_init__(self) -> None:
        counts = (
            "opened",
            "places",
            "soft_start_places",
            "teachers",
            "assistants",
            "settling_weeks",
            "review_weeks",
        )
        remedy = "Give a number that is not negative, or nothing."
        problems = [
            Problem(path=name, kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)
            for name in counts
            if (getattr(self, name) or 0) < 0
        ]
        if self.weeks is not None and not 0 < self.weeks[0] <= self.weeks[1]:
            remedy = "Give the shortest stay first, then the longest, in school weeks."
            problems.append(Problem(path="weeks", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))
        if problems:
            raise InvalidRecordError(*problems)
