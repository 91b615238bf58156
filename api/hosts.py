"""Under which names the service answers: on loopback only under this machine's own.

A website can give its own name the address 127.0.0.1 (DNS rebinding); the browser then takes what we
answer for an answer of that website, and shows it to its scripts. The Host header tells.
"""

import re
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from .problems import of_status

_HOST = re.compile(r"(?:([A-Za-z0-9._-]+)|\[([0-9A-Fa-f:.]+)\])(?::[0-9]+)?")


class KnownHosts:
    """Refuses requests for other names than those of this machine and the given ones."""

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self.app = app
        self.names = {_plain(name) for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse."""
        if scope["type"] == "http" and not self._known(Headers(scope=scope).getlist("host")):
            detail = "This is not the service's name; COUNTERCLAIM_HOSTS allows others than this machine's."
            return await of_status(scope, 421, detail)(scope, receive, send)
        return await self.app(scope, receive, send)

    def _known(self, hosts: list[str]) -> bool:
        name = host_name(hosts[0]) if len(hosts) == 1 else ""
        return is_loopback(name) or _plain(name) in self.names


def host_name(header: str) -> str:
    """Return a Host header without its port; '' if it is malformed."""
    found = _HOST.fullmatch(header)
    return (found[1] or found[2]) if found else ""


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine and nothing else."""
    if _plain(host) == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _plain(name: str) -> str:
    return name.rstrip(".").lower()
