"""A picture: its SVG and the same content in words."""

from attrs import field, frozen

__all__ = ["Picture"]


@frozen(kw_only=True)
class Picture:
    """A picture: its SVG and the same content in words. A notebook shows the SVG.

    >>> picture = Picture(svg="<svg/>", words="Nothing")
    >>> print(picture)
    Nothing
    """

    svg: str = field(repr=False)
    words: str = field(repr=False)

    def __str__(self) -> str:
        return self.words

    def _repr_svg_(self) -> str:
        return self.svg
