"""Our trained weights, one folder a model with its card and its manifest, and the check that they are whole."""

from firsthand.models.store import digest_of_model, verified_folder

__all__ = ["digest_of_model", "verified_folder"]
