"""From a page to its article. `extract` reads what ingest hands over; `from_text` makes an article of bare text.

A page that holds no article is a finding: the answer is then None, with an Omission that says why.
"""

from firsthand.article.extract import extract, from_text

__all__ = ["extract", "from_text"]
