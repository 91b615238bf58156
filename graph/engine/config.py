"""What Neo4j reads when it starts: `neo4j.conf`, and the password on the very first start."""

import hashlib
import os
import re
import secrets
import socket
from pathlib import Path

from .errors import EngineError
from .memory import Memory
from .releases import Release

USER = "neo4j"
HOST = "127.0.0.1"
CONF = """\
# Written by Counterclaim at every start; changes are lost.
server.default_listen_address={host}
server.default_advertised_address={host}
server.bolt.listen_address={host}:{bolt}
server.bolt.advertised_address={host}:{bolt}
server.http.listen_address={host}:{http}
server.http.advertised_address={host}:{http}
server.https.enabled=false
server.config.strict_validation.enabled=true
dbms.usage_report.enabled=false
client.allow_telemetry=false
dbms.security.allow_csv_import_from_file_urls=false
# Logs that grow with the data, not 256 MB per database from the first second.
db.tx_log.preallocate=false
db.tx_log.rotation.size=32m
"""


def free_ports(wanted: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """Return two free loopback ports, for Bolt and for HTTP: those that are wanted, where they are free."""
    with _bound(wanted[0]) as bolt, _bound(wanted[1]) as http:
        return bolt.getsockname()[1], http.getsockname()[1]


def _bound(port: int) -> socket.socket:
    bound = socket.socket()
    # As Neo4j does: connections of the engine that ended may linger on its port.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((HOST, port))
    except OSError:
        bound.bind((HOST, 0))
    return bound


def last_ports(home: Path) -> tuple[int, int]:
    """Return the ports of the last engine here, so that whoever knew it finds the next one; zeros if none."""
    try:
        return read_ports(home)
    except EngineError:
        return 0, 0


def write_conf(home: Path, release: Release, memory: Memory, more: str, bolt: int, http: int) -> None:
    """Write `neo4j.conf`; it is also where `read_ports` and `read_memory` find again what it says.

    `more` are further lines of it.
    """
    (home / "conf").mkdir(exist_ok=True)
    text = CONF.format(host=HOST, bolt=bolt, http=http) + memory.conf + release.conf + more
    _replace(home / "conf" / "neo4j.conf", text)


def read_ports(home: Path) -> tuple[int, int]:
    """Return the ports of the running engine; EngineError when `neo4j.conf` does not tell."""
    path = home / "conf" / "neo4j.conf"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    ports = re.findall(r"^server\.(?:bolt|http)\.listen_address=.*:(\d+)$", text, re.MULTILINE)
    if len(ports) != 2:
        raise EngineError(
            f"A Neo4j runs in {home}, but {path} does not name its ports. "
            "Stop it with `counterclaim neo4j stop` and start again."
        )
    return int(ports[0]), int(ports[1])


def uri(home: Path) -> str:
    """Return the URI of the running engine; errors as for `read_ports`."""
    return f"bolt://{HOST}:{read_ports(home)[0]}"


def read_password(home: Path) -> str:
    """Return the password of the engine; EngineError when its file is missing or empty."""
    path = home / "password"
    password = path.read_text(encoding="utf-8").strip() if path.exists() else ""
    if not password:
        raise EngineError(
            f"The password file {path} is missing or empty. Put the password of the Neo4j user "
            f"{USER} back into it, or delete {home} to begin with an empty graph."
        )
    return password


def prepare_password(home: Path) -> None:
    """Before the first start, generate the password and hand Neo4j its hash; later, do nothing.

    Raises EngineError when there is a graph already and its password file is gone.
    """
    if (home / "data" / "databases" / "system").exists():
        read_password(home)
        return
    path = home / "password"
    password = read_password(home) if path.exists() else secrets.token_urlsafe(24)
    auth = home / "data" / "dbms" / "auth.ini"
    auth.parent.mkdir(parents=True, exist_ok=True)
    _replace(auth, _auth_line(password))
    _replace(path, f"{password}\n")


def _auth_line(password: str) -> str:
    """Return what `neo4j-admin dbms set-initial-password` writes, without starting a JVM for it."""
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(1023):
        digest = hashlib.sha256(digest).digest()
    return f"{USER}:SHA-256,{digest.hex().upper()},{salt.hex().upper()},1024:\n"


def _replace(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    with open(new, "w", encoding="utf-8", opener=_private) as out:
        out.write(text)
    new.replace(path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
