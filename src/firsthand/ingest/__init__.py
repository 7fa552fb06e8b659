"""Taking things in: addresses, feeds, archives, files and pasted text become pages; what cannot is named with the way out."""

from firsthand.ingest.fetch import Fetcher, FetchOptions
from firsthand.ingest.gather import gather
from firsthand.ingest.options import Fetch, IngestOptions

__all__ = ["Fetch", "FetchOptions", "Fetcher", "IngestOptions", "gather"]
