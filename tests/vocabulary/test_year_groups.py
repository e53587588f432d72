"""Years and key stages: the published columns of the Department for Education."""

import pytest

from iapcore.vocabulary.year_groups import KeyStage, Sex, YearGroup

KEY_STAGES = {
    KeyStage.EARLY_YEARS: ("E1", "E2", "N1", "N2", "R"),
    KeyStage.KS1: ("1", "2"),
    KeyStage.KS2: ("3", "4", "5", "6"),
    KeyStage.KS3: ("7", "8", "9"),
    KeyStage.KS4: ("10", "11"),
    KeyStage.KS5: ("12", "13", "14"),
    None: ("not_followed",),
}


@pytest.mark.parametrize(
    ("year", "key_stage"), [(year, key_stage) for key_stage, years in KEY_STAGES.items() for year in years]
)
def test_each_year_has_its_key_stage(year: str, key_stage: KeyStage | None) -> None:
    assert YearGroup(year).key_stage is key_stage


def test_the_list_is_whole_and_in_order() -> None:
    """Reception is `R`, not 0, and comes before year 1; year 14 and *not followed* exist."""
    assert [year.value for year in YearGroup] == [year for years in KEY_STAGES.values() for year in years]


def test_sex_is_as_in_the_census_and_may_be_unknown() -> None:
    assert [sex.value for sex in Sex] == ["M", "F", "U"]
