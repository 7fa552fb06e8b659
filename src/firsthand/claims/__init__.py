"""Document + annotations → claims: one statement under one cue, with its speaker, its chain of hands, and how firmly it is put."""

from firsthand.claims.assemble import assemble

__all__ = ["assemble"]
