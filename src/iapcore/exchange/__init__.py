"""JSON and TOML in and out: the only place that knows files, formats and cattrs.

Rules of the room: strict at the edge. What is read is checked whole, and every problem is told at once, each
with its path and remedy and none with a child's data. What is written is read back equal.
"""

__all__ = [
    "annotations",
    "converter",
    "csv_text",
    "documents",
    "files",
    "json_text",
    "lines",
    "measures",
    "open_data",
    "own_files",
    "policies",
    "schema",
    "toml_text",
]
