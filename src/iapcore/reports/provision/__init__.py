"""The report of a provision: one page of HTML that needs nothing else, for the team or for others.

Rules of the room: no pupil's key, no free text and no text about a pupil; no script, no address that is loaded; the
same data give the same page. For the team it is marked on screen and on each sheet of paper.
"""

from iapcore.reports.provision.page import provision_page

__all__ = ["provision_page"]
