"""The case in the browser: HTML made on this machine, for this machine, with nothing loaded from anywhere else."""

from firsthand.web.app import make_app
from firsthand.web.door import TICKET, Door

__all__ = ["TICKET", "Door", "make_app"]
