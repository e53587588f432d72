"""Identifiers of a pupil: checked, and never shown.

Expected (Government Data Standards Catalogue): a check letter, three digits of an authority, four of an
establishment, two of a year, then three digits, or two and a letter in a temporary number; letters without I, O
and S; the letter stands for the weighted sum of the rest, modulo 23. All bodies below are invented.
"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.identifiers import PupilId, UnprovedUpn, Upn

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
EXAMPLES = [
    ("H801200001001", 53, False),
    ("B801200005001", 93, False),
    ("R201100018042", 176, False),
    ("G80120000101A", 52, True),
    ("T20110001804V", 384, True),
    ("G33020792512Z", 535, True),
    ("U909421612345", 316, False),  # Cumbria, abolished: an old number stays valid
    ("N928400015012", 173, False),  # Northamptonshire, abolished
    ("M838211519007", 310, False),  # Dorset since 2019, and so on: no list of authorities is asked
    ("V839400123115", 225, False),
    ("E940212422008", 234, False),
    ("K941405624317", 331, False),
    ("L942330126021", 194, False),
    ("Y943210125999", 458, False),
    ("Q702205123004", 175, False),  # a school for service children
    ("J661210101801", 169, False),  # Wales
]
INVALID = [
    "A801200001001",  # another check letter
    "B80120000500S",
    "B80120000500I",
    "B80120000500O",
    "S801200005001",
    "H80120000100",
    "H8012000010011",
    "h801200001001",
    " H801200001001",
    "H801200001001\n",
    "H80120000100\u0661",  # a digit, but none of ours
    "8H01200001001",
    "HA01200001001",
    "-",
]


def weighted_sum(text: str) -> int:
    total = 0
    for position in range(2, 14):
        sign = text[position - 1]
        total += position * (LETTERS.index(sign) if sign in LETTERS else int(sign))
    return total


@pytest.mark.parametrize(("text", "total", "is_temporary"), EXAMPLES)
def test_the_worked_examples(text: str, total: int, *, is_temporary: bool) -> None:
    assert weighted_sum(text) == total
    assert LETTERS[total % 23] == text[0]
    upn = Upn.parse(text)
    assert upn.format() == text
    assert upn.is_temporary is is_temporary


@pytest.mark.parametrize("text", INVALID)
def test_what_is_no_upn_is_kept_as_unproved(text: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Upn(text)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("", ProblemKind.MALFORMED)
    assert problem.remedy == UnprovedUpn.remedy()
    assert "I, O and S" in problem.remedy
    assert UnprovedUpn(text).format() == text


def test_a_proper_upn_is_not_unproved() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        UnprovedUpn("H801200001001")
    assert caught.value.problems[0].kind is ProblemKind.CONTRADICTION


@given(st.from_type(Upn))
def test_parse_is_the_inverse_of_format(upn: Upn) -> None:
    assert Upn.parse(upn.format()) == upn
    assert hash(Upn.parse(upn.format())) == hash(upn)
    assert LETTERS[weighted_sum(upn.format()) % 23] == upn.format()[0]


@given(st.from_type(Upn), st.integers(1, 12), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_noticed(upn: Upn, position: int, digit: str) -> None:
    text = upn.format()
    assume(text[position].isdigit() and text[position] != digit)
    with pytest.raises(InvalidRecordError):
        Upn(text[:position] + digit + text[position + 1 :])


@given(st.from_type(Upn), st.integers(1, 10))
def test_two_swapped_digits_are_noticed(upn: Upn, position: int) -> None:
    text = upn.format()
    assume(text[position] != text[position + 1])
    swapped = text[:position] + text[position + 1] + text[position] + text[position + 2 :]
    with pytest.raises(InvalidRecordError):
        Upn(swapped)


@pytest.mark.parametrize("kind", [PupilId, Upn, UnprovedUpn])
@pytest.mark.parametrize("wrong", [None, "", "  ", 7, b"H801200001001", "a\x00b", "x" * 10_001])
def test_an_identifier_is_text(kind: type, wrong: object) -> None:
    with pytest.raises(InvalidRecordError):
        kind(wrong)


@pytest.mark.parametrize("one", [PupilId("elm-01"), Upn("H801200001001"), UnprovedUpn("elm-01")])
def test_format_is_the_only_way_out(one: PupilId | Upn | UnprovedUpn) -> None:
    shown = f"{one} {one!r} {[one]} {one!s:>40}"
    assert one.format() not in shown
    assert type(one).__name__ in shown


def test_identifiers_of_different_kinds_are_never_equal() -> None:
    assert PupilId("elm-01") == PupilId("elm-01") != PupilId("elm-02")
    assert PupilId("elm-01") != UnprovedUpn("elm-01")
    assert PupilId("elm-01") != "elm-01"
