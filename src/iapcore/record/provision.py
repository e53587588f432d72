"""The provision: the room and its people, as they are described."""

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.school import School
from iapcore.vocabulary.grounds import DataSet, Ground, NeedKind, Purpose
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import Role, StaffKind
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.settings import Phase
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.unification import Unification
from iapcore.vocabulary.value import Discreet, Word
from iapcore.vocabulary.year_groups import KeyStage

__all__ = ["Provenance", "Provision", "Staffing", "Standing"]


class Standing(Word):
    """Where a statement in a described record comes from.

    >>> Standing("filled_in").name
    'FILLED_IN'
    """

    PUBLISHED = "published"
    FILLED_IN = "filled_in"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Provenance(Discreet):
    """Where parts of a record come from: published, with its source and the place in it, or filled in.

    `of` names the fields, in the record's own words.

    >>> Provenance(of=("places",), standing=Standing.FILLED_IN)
    ‹Provenance of=1›
    """

    of: tuple[str, ...]
    standing: Standing
    source: str | None = None
    place: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Staffing(Discreet):
    """How many people of a kind work in a provision; `None` where there are some and the number is not recorded.

    >>> Staffing(kind=StaffKind.QUALIFIED_TEACHER, count=1).count
    1

    Raises `InvalidRecordError` where the number is negative.
    """

    kind: StaffKind
    count: int | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.count or 0) < 0:
            remedy = "Give a number that is not negative, or nothing."
            raise InvalidRecordError(Problem(path="count", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Provision(Discreet):
    """A provision, known by its `key`. `None` is *not recorded* or *not published*.

    `places` is how many pupils the room takes at one time, and `usually_on_roll` how many usually have a place; `weeks`
    the planned length of a stay in school weeks, shortest and longest, or `terms` where it is told in terms;
    `settling_weeks` for how many weeks all lessons are in the base at first (0 where a stay is part-week from the
    start); `review_weeks` how often progress is reviewed. `teachers` and `assistants` are the numbers in the room;
    `staffing` says more of who they are. Soft start and drop-in have places of their own, because they are access
    without a placement. `grounds` and `needs` say whom it is for, `host` which school it is in, and
    `other_schools_by_early_help` whether pupils of other schools come by way of Early Help. `other_approaches` are
    instruments and approaches, by name, beside the `instruments` that are known here.

    >>> from iapcore import ProvisionKind
    >>> hive = Provision(key="hive", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, places=8)
    >>> hive.places
    8

    Raises `InvalidRecordError` where a number is negative or weeks or terms stand in the wrong order.
    """

    key: str
    kind: ProvisionKind
    name: str | None = None
    school: str | None = None
    is_fictional: bool | None = None
    phase: Phase | None = None
    key_stages: tuple[KeyStage, ...] | None = None
    opened: int | None = None
    places: int | None = None
    usually_on_roll: int | None = None
    soft_start_places: int | None = None
    drop_in_places: int | None = None
    teachers: int | None = None
    assistants: int | None = None
    staffing: tuple[Staffing, ...] | None = None
    purposes: tuple[Purpose, ...] | None = None
    grounds: tuple[Ground, ...] | None = None
    needs: tuple[NeedKind, ...] | None = None
    core_offer: tuple[CoreOffer, ...] | None = None
    additional_offer: tuple[AdditionalOffer, ...] | None = None
    session_types: tuple[SessionType, ...] | None = None
    unification: tuple[Unification, ...] | None = None
    takes_from_other_schools: bool | None = None
    other_schools_by_early_help: bool | None = None
    host: School | None = None
    weeks: tuple[int, int] | None = None
    terms: tuple[int, int] | None = None
    settling_weeks: int | None = None
    review_weeks: int | None = None
    schedule: str | None = None
    space: str | None = None
    referral_roles: tuple[Role, ...] | None = None
    data_sets: tuple[DataSet, ...] | None = None
    instruments: tuple[Instrument, ...] | None = None
    other_approaches: tuple[str, ...] | None = None
    provenance: tuple[Provenance, ...] | None = None

    def __attrs_post_init__(self) -> None:
        counts = (
            "opened",
            "places",
            "usually_on_roll",
            "soft_start_places",
            "drop_in_places",
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
        for name, unit in (("weeks", "school weeks"), ("terms", "terms")):
            shortest, longest = getattr(self, name) or (1, 1)
            if not 0 < shortest <= longest:
                remedy = f"Give the shortest stay first, then the longest, in {unit}."
                problems.append(Problem(path=name, kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))
        if problems:
            raise InvalidRecordError(*problems)
