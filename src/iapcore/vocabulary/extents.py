"""How far something is so, as a person who sees it judges: three words and no scale.

Source: none of the field's. People say *yes*, *partly* or *no*; no points are made of it.
"""

from iapcore.vocabulary.value import Word

__all__ = ["Extent"]


class Extent(Word):
    """Whether a support helped, a pupil takes part, or somebody feels supported.

    >>> Extent("partly").name
    'PARTLY'
    """

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
