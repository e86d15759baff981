"""Connections to public addresses alone: a name is looked up once, and what it means is checked and then used.

So no page, redirect or name server can lead to a machine of the user's own network.
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IsAllowed = Callable[[IpAddress], bool]
NOT_PUBLIC = "its address is not public"


class NotPublic(OSError):
    """A name means an address that is not public."""


def is_public(address: IpAddress) -> bool:
    """Whether an address is one of the public internet; what stands for an IPv4 address counts as that."""
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return is_public(mapped) if mapped else address.is_global and not address.is_multicast


def connections(is_allowed: IsAllowed, took_up: Callable[[socket.socket], None]) -> urllib3.PoolManager:
    """Connections to addresses that ``is_allowed``; ``took_up`` gets the socket of each.

    A connection raises NotPublic, as urllib3 wraps it, where any address of a name is not allowed.
    """

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, is_allowed, took_up)

    class Encrypted(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, is_allowed, took_up)

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class EncryptedPool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Encrypted

    manager = urllib3.PoolManager(num_pools=4, retries=False)
    manager.pool_classes_by_scheme = {"http": PlainPool, "https": EncryptedPool}
    return manager


def _connected(connection: Any, is_allowed: IsAllowed, took_up: Callable[[socket.socket], None]) -> socket.socket:
    found = socket.getaddrinfo(connection.host.strip("[]"), connection.port, type=socket.SOCK_STREAM)
    for *_, address in found:
        if not is_allowed(ipaddress.ip_address(str(address[0]).partition("%")[0])):
            raise NotPublic(NOT_PUBLIC)
    family, kind, protocol, _, address = found[0]
    opened = socket.socket(family, kind, protocol)
    try:
        opened.settimeout(connection.timeout)
        opened.connect(address)
    except OSError:
        opened.close()
        raise
    took_up(opened)
    return opened
