"""The case in the browser: HTML made on this machine, for this machine, with nothing loaded from anywhere else."""

from firsthand.web.app import make_app

__all__ = ["make_app"]
