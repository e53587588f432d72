"""The only room that will know a data frame: the same measures on big tables.

Rule of the room: a frame gives the same answer as the journeys it was made from, unknowns included. Until it
has rooms of its own, `to_rows` hands any data frame library what it needs.
"""

__all__: list[str] = []
