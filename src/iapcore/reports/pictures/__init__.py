"""Pictures that survive a photocopier, colour blindness and a screen reader.

Rules of the room: every colour has a letter, and the three colours differ in lightness; the content stands in
`<title>` and `<desc>` as text; nothing in a picture names a pupil or a teacher.
"""

from iapcore.reports.pictures.bars import draw_lengths, draw_places, draw_published
from iapcore.reports.pictures.incidence import draw_incidence
from iapcore.reports.pictures.picture import Picture
from iapcore.reports.pictures.share import draw_share
from iapcore.reports.pictures.way_back import draw_way_back
from iapcore.reports.pictures.week import draw_week

__all__ = [
    "Picture",
    "draw_incidence",
    "draw_lengths",
    "draw_places",
    "draw_published",
    "draw_share",
    "draw_way_back",
    "draw_week",
]
