"""Identifiers of a pupil: checked, and never shown.

Expected (Government Data Standards Catalogue): a check letter, three digits of an authority, four of an
establishment, two of a year, then three digits, or two and a letter in a temporary number; letters without I, O
and S; the letter stands for the weighted sum of the rest, modulo 23. All bodies below are invented.
"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.identifiers import Laestab, NoUpnReason, PupilId, Uln, UnprovedUpn, Upn, Urn
from iapcore.vocabulary.local_authorities import UPN_AUTHORITIES

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


@pytest.mark.parametrize("text", [text for text, *_ in EXAMPLES])
def test_the_authority_of_every_worked_example_is_known(text: str) -> None:
    """Abolished ones, service schools and Wales too: a UPN is never given out anew."""
    assert Upn(text).has_authority_in(UPN_AUTHORITIES)
    assert not Upn(text).has_authority_in({"000"})


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


ULNS = ["9276308686", "4982597919", "1748337881", "8623286013", "3904047964", "7697251026"]
NO_ULNS = [
    "9999999999",  # stands for none
    "4982597918",
    "0982597919",
    "498259791",
    "49825979190",
    "498259791A",
    " 4982597919",
    "\u0664982597919",
]


@pytest.mark.parametrize("text", ULNS)
def test_the_weighted_sum_of_a_uln_leaves_ten(text: str) -> None:
    assert sum(int(digit) * weight for digit, weight in zip(text, range(10, 0, -1), strict=True)) % 11 == 10
    assert Uln.parse(text).format() == text


@pytest.mark.parametrize("text", NO_ULNS)
def test_what_is_no_uln_is_refused_unseen(text: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Uln(text)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("", ProblemKind.MALFORMED)
    assert text.strip() not in str(caught.value)


@given(st.from_type(Uln), st.integers(0, 9), st.sampled_from("0123456789"))
def test_one_wrong_digit_of_a_uln_is_noticed(uln: Uln, position: int, digit: str) -> None:
    text = uln.format()
    assume(text[position] != digit)
    with pytest.raises(InvalidRecordError):
        Uln(text[:position] + digit + text[position + 1 :])


@given(st.from_type(Urn), st.from_type(Laestab), st.from_type(Uln))
def test_numbers_are_read_as_they_are_written(urn: Urn, laestab: Laestab, uln: Uln) -> None:
    assert Urn.parse(urn.format()) == urn
    assert Laestab.parse(laestab.format()) == laestab
    assert laestab.authority + laestab.establishment == laestab.format()
    assert len(laestab.authority) == 3
    assert Uln.parse(uln.format()) == uln


@pytest.mark.parametrize(
    ("kind", "text"),
    [(Urn, text) for text in ("12345", "1234567", "12345A", "123 456", "")]
    + [(Laestab, text) for text in ("801/2000", "801 2000", "801200", "80120000", "A012000", "")],
)
def test_a_school_number_has_its_digits_and_nothing_else(kind: type, text: str) -> None:
    with pytest.raises(InvalidRecordError):
        kind(text)


def test_there_are_ten_reasons_for_having_no_upn() -> None:
    assert [reason.value for reason in NoUpnReason] == [f"UN{number}" for number in range(1, 11)]


@pytest.mark.parametrize("kind", [PupilId, Uln, Upn, UnprovedUpn])
@pytest.mark.parametrize("wrong", [None, "", "  ", 7, b"H801200001001", "a\x00b", "x" * 10_001])
def test_an_identifier_is_text(kind: type, wrong: object) -> None:
    with pytest.raises(InvalidRecordError):
        kind(wrong)


@pytest.mark.parametrize(
    "one", [PupilId("elm-01"), Uln("4982597919"), Upn("H801200001001"), UnprovedUpn("elm-01")]
)
def test_format_is_the_only_way_out(one: PupilId | Uln | Upn | UnprovedUpn) -> None:
    shown = f"{one} {one!r} {[one]} {one!s:>40}"
    assert one.format() not in shown
    assert type(one).__name__ in shown


def test_identifiers_of_different_kinds_are_never_equal() -> None:
    assert PupilId("elm-01") == PupilId("elm-01") != PupilId("elm-02")
    assert PupilId("elm-01") != UnprovedUpn("elm-01")
    assert PupilId("elm-01") != "elm-01"
