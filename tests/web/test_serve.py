"""`firsthand serve`: it prints an address that opens once, and settles decisions that were left unsettled."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def serving(case: Path) -> Iterator[str]:
    """Gives the address that the command prints."""
    command = [sys.executable, "-u", "-m", "firsthand", "--case", str(case), "serve", "--port", "0", "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield re.search(r"http://127\.0\.0\.1:\d+/\?ticket=[\w-]+", process.stdout.readline()).group()  # type: ignore[union-attr]
    finally:
        process.terminate()
        process.wait(10)


def test_the_printed_address_opens_once(small: Path) -> None:
    """The first to open it is let in; the second is told why not."""
    with serving(small) as address:
        jar = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert b"2 articles" in jar.open(address, timeout=20).read()
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address, timeout=20)
        assert refused.value.code == 403 and b"opened before" in refused.value.read()
