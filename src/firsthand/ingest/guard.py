"""Which network addresses may be talked to, and a backend that talks to no other.

A name is resolved once, every address it has is checked, and the connection goes to a checked address, not to the name:
a second look-up that answers differently (DNS rebinding) never happens. Host header and TLS name stay those of the site.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import httpcore2

from firsthand.ingest.refusals import Refusal

if TYPE_CHECKING:
    import ssl

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]

_WEB_PORTS = frozenset({80, 443})
_FIRST_FREE_PORT = 1024


def _networks(*written: str) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(network) for network in written)


# (what it is, networks). The first that holds an address names the refusal.
REFUSED: tuple[tuple[str, tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]], ...] = (
    ("cloud metadata", _networks("169.254.169.254/32", "168.63.129.16/32", "100.100.100.200/32", "fd00:ec2::254/128")),
    ("loopback", _networks("127.0.0.0/8", "::1/128")),
    ("unspecified", _networks("0.0.0.0/8", "::/128")),
    ("private", _networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10")),
    ("link-local", _networks("169.254.0.0/16", "fe80::/10")),
    ("carrier's shared space", _networks("100.64.0.0/10")),
    ("multicast", _networks("224.0.0.0/4", "ff00::/8")),
    ("benchmarking or documentation", _networks("192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20")),
    ("reserved", _networks("192.0.0.0/24", "240.0.0.0/4", "100::/64", "5f00::/16")),
)  # fmt: skip
_NAT64 = _networks("64:ff9b::/96", "64:ff9b:1::/48")
_COMPATIBLE = ipaddress.IPv6Network("::/96")


def why_refused(address: str, *, allow_loopback: bool = False) -> str | None:
    """Says what kind of address this is when it must not be talked to; None when it may.

    >>> why_refused("::ffff:10.0.0.1")
    'private'
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "not an address"
    kinds = [kind for inner in (ip, *_inside(ip)) if (kind := _kind(inner, allow_loopback))]
    return kinds[0] if kinds else None


def _kind(ip: IPAddress, allow_loopback: bool) -> str | None:
    for kind, networks in REFUSED:
        if any(ip in network for network in networks if network.version == ip.version):
            return None if kind == "loopback" and allow_loopback else kind
    carries_v4 = ip.version == 6 and bool(_inside(ip))
    return None if ip.is_global or carries_v4 else "not public"


def _inside(ip: IPAddress) -> tuple[IPAddress, ...]:
    """Gives the IPv4 addresses an IPv6 address stands for (mapped, compatible, 6to4, Teredo, NAT64)."""
    if not isinstance(ip, ipaddress.IPv6Address):
        return ()
    found: list[IPAddress | None] = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if any(ip in network for network in _NAT64) or (ip in _COMPATIBLE and int(ip) > 1):
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return tuple(inner for inner in found if inner is not None)


def resolve(host: str, port: int) -> list[str]:
    """Gives the addresses of a host, as the system's resolver orders them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def checked_addresses(host: str, port: int, look_up: Resolve, *, allow_loopback: bool) -> list[str]:
    """Gives the addresses of a host, all of which may be talked to; refuses when one may not, or the port is no web port."""
    if port < _FIRST_FREE_PORT and port not in _WEB_PORTS:
        raise Refusal("address refused", f"port {port} is not for web pages")
    try:
        addresses = look_up(host, port)
    except (OSError, UnicodeError) as error:
        raise Refusal("connection failed", f"{host} is not known ({error})"[:200]) from error
    for address in addresses:
        if why := why_refused(address, allow_loopback=allow_loopback):
            raise Refusal("address refused", f"{host} is at {address}: {why}")
    if not addresses:
        raise Refusal("connection failed", f"{host} has no address")
    return addresses


class Deadline:
    """The moment by which a request must be over, whatever a server does to stretch it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        self._end = self._clock() + seconds

    def shortened(self, timeout: float | None) -> float:
        """Gives a timeout that does not outlast the deadline; raises when there is no time left."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for this request is over")
        return left if timeout is None else min(timeout, left)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects only to checked addresses, and keeps every read within the deadline."""

    def __init__(self, deadline: Deadline, look_up: Resolve, *, allow_loopback: bool = False) -> None:
        self._deadline, self._look_up, self._allow_loopback = deadline, look_up, allow_loopback
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = checked_addresses(host, port, self._look_up, allow_loopback=self._allow_loopback)
        for number, address in enumerate(addresses, start=1):
            try:
                limit = self._deadline.shortened(timeout)
                return _TimedStream(
                    self._inner.connect_tcp(address, port, limit, local_address, socket_options), self._deadline
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise httpcore2.ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        raise Refusal("address refused", "a socket on this machine")


class _TimedStream(httpcore2.NetworkStream):
    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.shortened(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.shortened(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self._inner.start_tls(ssl_context, server_hostname, self._deadline.shortened(timeout))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
