"""What every closed list of the vocabulary has in common, found by importing each of its modules.

Expected: a code stands for one member and a member for one code; what is not in the list is refused without being
repeated; and the same letters in two lists are two things (trap: `DS`, `PA`, `E`, `K`, `P`, `S`, `C`, `N`).
"""

import importlib
import inspect
import itertools
import pkgutil
import traceback
from collections.abc import Iterator

import pytest

from iapcore import vocabulary
from iapcore.errors import UnknownCodeError
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.characteristics import (
    CareHistory,
    EnglishProficiency,
    EnrolmentStatus,
    ServiceChild,
    YoungCarer,
)
from iapcore.vocabulary.grounds import Ground
from iapcore.vocabulary.lost_learning import LostLearning
from iapcore.vocabulary.sen import SenNeed, SenProvision
from iapcore.vocabulary.suspension_codes import SuspensionReason
from iapcore.vocabulary.value import Word

MODULES = [module.name for module in pkgutil.iter_modules(vocabulary.__path__)]


def words() -> Iterator[type[Word]]:
    for name in MODULES:
        module = importlib.import_module(f"{vocabulary.__name__}.{name}")
        for cls in vars(module).values():
            if inspect.isclass(cls) and issubclass(cls, Word) and cls.__module__ == module.__name__:
                yield cls


WORDS = [cls for cls in words() if cls is not Word]
LABELLED = [cls for cls in WORDS if hasattr(cls, "label")]


def test_the_lists_are_found() -> None:
    names = {cls.__name__ for cls in WORDS}
    assert len(names) == len(WORDS)
    assert {"AttendanceCode", "SenNeed", "SuspensionReason", "Ethnicity", "Circumstance", "Access"} < names
    assert {"AttendanceCode", "SenProvision", "SenNeed", "SuspensionReason", "SuspensionCategory"} < {
        cls.__name__ for cls in LABELLED
    }


def test_every_module_of_the_floor_is_announced() -> None:
    assert sorted(vocabulary.__all__) == sorted(MODULES)


@pytest.mark.parametrize("cls", WORDS)
def test_a_value_gives_its_member_back(cls: type[Word]) -> None:
    assert len(cls) > 1
    for name, member in cls.__members__.items():
        assert cls(member.value) is member
        assert cls[name] is member


@pytest.mark.parametrize("cls", WORDS)
def test_no_value_and_no_name_is_shared(cls: type[Word]) -> None:
    assert len(cls.__members__) == len(cls)
    assert [member.name for member in cls] == list(cls.__members__)
    assert len({member.value for member in cls}) == len(cls)


@pytest.mark.parametrize("cls", WORDS)
def test_a_value_is_text_without_blanks_around_it(cls: type[Word]) -> None:
    for member in cls:
        assert type(member.value) is str
        assert member.value
        assert member.value == member.value.strip()


@pytest.mark.parametrize("cls", WORDS)
@pytest.mark.parametrize("unknown", ["Maya ran away on 12/3", 9_271_803, None, ("Maya ran away", 9_271_803)])
def test_an_unknown_value_is_refused_and_not_repeated(cls: type[Word], unknown: object) -> None:
    """Neither in the message nor in what a log writes of it."""
    with pytest.raises(UnknownCodeError) as caught:
        cls(unknown)
    told = str(caught.value)
    assert told.startswith(f"{cls.__name__} has no such code. It has: ")
    assert all(member.value in told for member in cls)
    logged = "".join(traceback.format_exception_only(caught.value)) + repr(caught.value)
    chained = f"{caught.value.__cause__} {caught.value.__context__}"
    for part in ("Maya", "9271803"):
        assert part not in told + logged
        assert part not in chained


@pytest.mark.parametrize("cls", WORDS)
def test_a_value_is_known_in_its_own_spelling_only(cls: type[Word]) -> None:
    """No blank is stripped, and no name of a member is taken for its value."""
    for member in cls:
        for near in (f" {member.value}", f"{member.value}\n", ""):
            with pytest.raises(UnknownCodeError):
                cls(near)


@pytest.mark.parametrize("cls", LABELLED)
def test_every_label_is_there_and_no_other_has_it(cls: type[Word]) -> None:
    labels = [getattr(member, "label") for member in cls]  # noqa: B009  (a `Word` need not have one)
    assert all(isinstance(label, str) and label == label.strip() != "" for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("letters", "members"),
    [
        ("DS", [SenNeed.DOWN_SYNDROME, SuspensionReason.DISABILITY_ABUSE]),
        ("E", [AttendanceCode.EXCLUDED, SenProvision.PLAN, EnglishProficiency.FLUENT]),
        ("K", [AttendanceCode.ARRANGED_BY_LOCAL_AUTHORITY, SenProvision.SUPPORT]),
        (
            "P",
            [
                AttendanceCode.SPORT,
                SenProvision.OLD_ACTION_PLUS,
                EnrolmentStatus.PREVIOUS,
                YoungCarer.SAID_BY_PARENT,
            ],
        ),
        (
            "S",
            [
                AttendanceCode.STUDY_LEAVE,
                SenProvision.OLD_STATEMENT,
                EnrolmentStatus.CURRENT_SUBSIDIARY,
                YoungCarer.SAID_BY_SCHOOL,
            ],
        ),
        (
            "C",
            [
                AttendanceCode.LEAVE,
                EnrolmentStatus.CURRENT,
                CareHistory.CHILD_ARRANGEMENTS_ORDER,
                EnglishProficiency.DEVELOPING,
            ],
        ),
        (
            "N",
            [
                AttendanceCode.NO_REASON_YET,
                SenProvision.NONE,
                CareHistory.NOT_DECLARED,
                YoungCarer.NOT_DECLARED,
                ServiceChild.NO,
                EnglishProficiency.NOT_ASSESSED,
            ],
        ),
        ("persistent_absence", [Ground.PERSISTENT_ABSENCE, LostLearning.PERSISTENT_ABSENCE]),
    ],
)
def test_the_same_letters_in_two_lists_are_two_things(letters: str, members: list[Word]) -> None:
    assert [member.value for member in members] == [letters] * len(members)
    assert len(set(members)) == len(members)
    for one, other in itertools.combinations(members, 2):
        assert one != other


def test_pa_is_a_reason_and_never_persistent_absence() -> None:
    """`PA` means an assault on an adult; absence has words and no letters."""
    assert SuspensionReason("PA") is SuspensionReason.ASSAULT_ON_ADULT
    assert [cls.__name__ for cls in WORDS if "PA" in [member.value for member in cls]] == ["SuspensionReason"]


def test_no_word_equals_a_word_of_another_list_or_its_own_letters() -> None:
    members: list[Word] = [member for cls in WORDS for member in cls]
    assert len(set(members)) == len(members)
    assert not {member.value for member in members} & set(members)
    for one, other in itertools.combinations(members, 2):
        assert one != other


@pytest.mark.parametrize("cls", WORDS)
def test_every_list_tells_what_it_is_with_an_example(cls: type[Word]) -> None:
    assert cls.__doc__ is not None
    assert cls.__doc__ != Word.__doc__
    assert ">>> " in cls.__doc__
