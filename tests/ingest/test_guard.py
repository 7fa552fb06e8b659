"""Which addresses are talked to: public ones, and no disguise of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.ingest.guard import checked_addresses, why_refused
from firsthand.ingest.refusals import Refusal


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("93.184.216.34", None),
        ("2606:2800:220:1:248:1893:25c8:1946", None),
        ("127.0.0.1", "loopback"),
        ("127.8.9.1", "loopback"),
        ("::1", "loopback"),
        ("0.0.0.0", "unspecified"),
        ("::", "unspecified"),
        ("10.1.2.3", "private"),
        ("172.31.0.1", "private"),
        ("192.168.1.1", "private"),
        ("fd12:3456::1", "private"),
        ("169.254.169.254", "cloud metadata"),
        ("fd00:ec2::254", "cloud metadata"),
        ("168.63.129.16", "cloud metadata"),
        ("169.254.1.1", "link-local"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("100.64.0.1", "carrier's shared space"),
        ("224.0.0.1", "multicast"),
        ("ff02::1", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("198.18.0.1", "benchmarking or documentation"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:10.0.0.1", "private"),
        ("::127.0.0.1", "loopback"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::a9fe:a9fe", "cloud metadata"),
        ("2002:7f00:1::", "loopback"),
        ("2002:c0a8:101::1", "private"),
        ("2001:0:4136:e378:8000:63bf:3f57:fefe", "private"),
        ("nonsense", "not an address"),
    ],
)
def test_addresses(address: str, why: str | None) -> None:
    assert why_refused(address) == why


def test_loopback_may_be_allowed_and_nothing_else() -> None:
    """For tests; a private network stays closed."""
    assert why_refused("127.0.0.1", allow_loopback=True) is None
    assert why_refused("::ffff:127.0.0.1", allow_loopback=True) is None
    assert why_refused("10.0.0.1", allow_loopback=True) == "private"


@given(st.ip_addresses(v=4))
def test_a_disguise_never_opens_what_is_closed(address: object) -> None:
    """An IPv4 address is refused in every IPv6 form it has when it is refused itself."""
    if why_refused(str(address)):
        high, low = int(address) >> 16, int(address) & 0xFFFF  # type: ignore[call-overload]
        for form in (f"::ffff:{address}", f"64:ff9b::{high:x}:{low:x}", f"2002:{high:x}:{low:x}::1"):
            assert why_refused(form), form


def test_one_closed_address_closes_the_name() -> None:
    """A name with a public and a private address is a trick or a mistake."""
    with pytest.raises(Refusal, match="private"):
        checked_addresses("bay.example", 443, lambda host, port: ["93.184.216.34", "10.0.0.1"], allow_loopback=False)


@pytest.mark.parametrize("port", [22, 25, 445, 0])
def test_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(Refusal, match="port"):
        checked_addresses("bay.example", port, lambda host, port: ["93.184.216.34"], allow_loopback=False)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.0.0.1", "localhost"])
def test_odd_spellings_of_loopback_are_refused(host: str) -> None:
    """What the system's resolver makes of a name is what is checked."""
    from firsthand.ingest.guard import resolve

    with pytest.raises(Refusal):
        checked_addresses(host, 80, resolve, allow_loopback=False)
