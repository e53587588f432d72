"""Special educational needs: the provision that is recorded, and the types of need.

Sources: Department for Education data dictionary (July 2026) for labels; Common Basic Data Set (May 2026), as a
school information system transcribes it, for the codes; SEN technical document (2018) for the code of 2014.
"""

from typing import Final

from iapcore.vocabulary.value import Word

__all__ = ["SenNeed", "SenProvision"]


class SenProvision(Word):
    """The SEN provision made for a pupil. The last four are read in older records only.

    No date is held for the older codes: the sources that were read give none.

    >>> SenProvision("K").label
    'SEN support'
    >>> SenProvision("A").is_old
    True
    """

    NONE = "N"
    SUPPORT = "K"
    PLAN = "E"
    OLD_ACTION = "A"
    OLD_ACTION_PLUS = "P"
    OLD_STATEMENT = "S"
    OLD_ACTION_PLUS_ASSESSED = "Q"

    @property
    def label(self) -> str:
        """What the code means, for a reader."""
        return _PROVISION[self]

    @property
    def is_old(self) -> bool:
        """Read in older records; not given today."""
        return self not in (SenProvision.NONE, SenProvision.SUPPORT, SenProvision.PLAN)


_PROVISION: Final = {
    SenProvision.NONE: "No SEN provision",
    SenProvision.SUPPORT: "SEN support",
    SenProvision.PLAN: "Education, health and care plan",
    SenProvision.OLD_ACTION: "School or early years action",
    SenProvision.OLD_ACTION_PLUS: "School or early years action plus",
    SenProvision.OLD_STATEMENT: "Statement of special educational needs",
    SenProvision.OLD_ACTION_PLUS_ASSESSED: "School action plus and statutory assessment",
}


class SenNeed(Word):
    """A type of need (Common Basic Data Set CS071). A pupil has one primary and at most one secondary type.

    `DS` here is Down syndrome; in the list of suspension reasons the same letters are another thing.
    `BESD`, which social, emotional and mental health replaced, is read in older records only.

    >>> SenNeed("SEMH").label
    'Social, emotional and mental health'
    >>> SenNeed("NSA").label
    'SEN support but no specialist assessment of type of need'
    """

    SPECIFIC_LEARNING = "SPLD"
    MODERATE_LEARNING = "MLD"
    SEVERE_LEARNING = "SLD"
    PROFOUND_AND_MULTIPLE = "PMLD"
    SOCIAL_EMOTIONAL_MENTAL_HEALTH = "SEMH"
    SPEECH_LANGUAGE_COMMUNICATION = "SLCN"
    HEARING = "HI"
    VISION = "VI"
    MULTI_SENSORY = "MSI"
    PHYSICAL = "PD"
    AUTISM = "ASD"
    DOWN_SYNDROME = "DS"
    OTHER = "OTH"
    NOT_ASSESSED = "NSA"
    OLD_BEHAVIOUR_EMOTIONAL_SOCIAL = "BESD"

    @property
    def label(self) -> str:
        """What the code means, for a reader."""
        return _NEEDS[self]

    @property
    def is_old(self) -> bool:
        """Read in older records; not given today."""
        return self is SenNeed.OLD_BEHAVIOUR_EMOTIONAL_SOCIAL


_NEEDS: Final = {
    SenNeed.SPECIFIC_LEARNING: "Specific learning difficulty",
    SenNeed.MODERATE_LEARNING: "Moderate learning difficulty",
    SenNeed.SEVERE_LEARNING: "Severe learning difficulty",
    SenNeed.PROFOUND_AND_MULTIPLE: "Profound and multiple learning difficulty",
    SenNeed.SOCIAL_EMOTIONAL_MENTAL_HEALTH: "Social, emotional and mental health",
    SenNeed.SPEECH_LANGUAGE_COMMUNICATION: "Speech, language and communication needs",
    SenNeed.HEARING: "Hearing impairment",
    SenNeed.VISION: "Vision impairment",
    SenNeed.MULTI_SENSORY: "Multi-sensory impairment",
    SenNeed.PHYSICAL: "Physical disability",
    SenNeed.AUTISM: "Autistic spectrum disorder",
    SenNeed.DOWN_SYNDROME: "Down syndrome",
    SenNeed.OTHER: "Other difficulty or disability",
    SenNeed.NOT_ASSESSED: "SEN support but no specialist assessment of type of need",
    SenNeed.OLD_BEHAVIOUR_EMOTIONAL_SOCIAL: "Behaviour, emotional and social difficulties",
}
