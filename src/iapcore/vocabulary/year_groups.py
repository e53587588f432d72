"""National curriculum years, key stages, and sex as the school census records it.

Source: Department for Education published data columns (`nc_reception`, `nc_year_1` … `nc_not_followed`);
Common Basic Data Set (May 2026) for the early years codes and for sex.
"""

from iapcore.vocabulary.value import Word

__all__ = ["KeyStage", "Sex", "YearGroup"]


class KeyStage(Word):
    """A key stage.

    >>> KeyStage("ks3").name
    'KS3'
    """

    EARLY_YEARS = "eyfs"
    KS1 = "ks1"
    KS2 = "ks2"
    KS3 = "ks3"
    KS4 = "ks4"
    KS5 = "ks5"


_KEY_STAGES = {
    **dict.fromkeys(("E1", "E2", "N1", "N2", "R"), KeyStage.EARLY_YEARS),
    **dict.fromkeys(("1", "2"), KeyStage.KS1),
    **dict.fromkeys(("3", "4", "5", "6"), KeyStage.KS2),
    **dict.fromkeys(("7", "8", "9"), KeyStage.KS3),
    **dict.fromkeys(("10", "11"), KeyStage.KS4),
    **dict.fromkeys(("12", "13", "14"), KeyStage.KS5),
}


class YearGroup(Word):
    """The year in which a pupil is taught. Reception is `R`, not 0; some pupils follow no year.

    >>> YearGroup("R").key_stage.name
    'EARLY_YEARS'
    >>> YearGroup("9").key_stage.name
    'KS3'
    >>> YearGroup("not_followed").key_stage is None
    True
    """

    EARLY_1 = "E1"
    EARLY_2 = "E2"
    NURSERY_1 = "N1"
    NURSERY_2 = "N2"
    RECEPTION = "R"
    YEAR_1 = "1"
    YEAR_2 = "2"
    YEAR_3 = "3"
    YEAR_4 = "4"
    YEAR_5 = "5"
    YEAR_6 = "6"
    YEAR_7 = "7"
    YEAR_8 = "8"
    YEAR_9 = "9"
    YEAR_10 = "10"
    YEAR_11 = "11"
    YEAR_12 = "12"
    YEAR_13 = "13"
    YEAR_14 = "14"
    NOT_FOLLOWED = "not_followed"

    @property
    def key_stage(self) -> KeyStage | None:
        """The key stage of the year; `None` where the national curriculum years are not followed."""
        return _KEY_STAGES.get(self.value)


class Sex(Word):
    """Sex as the school census records it (Common Basic Data Set CS119).

    >>> Sex("F").name
    'FEMALE'
    """

    MALE = "M"
    FEMALE = "F"
    UNKNOWN = "U"
