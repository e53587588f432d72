"""The tests. A package, so that no other `tests` that some dependency installs can stand in their place."""
