"""The process that holds the triples, seen from outside: started, loaded, asked, ended."""

import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..errors import BusyError, CounterclaimError, InputError, QueryTimeoutError, StoreError
from .fill import Changes
from .holder import HEAD
from .mistakes import mistake

MEMORY = 1_000_000_000
"""Bytes that one query may use beside the triples."""
MOST_BYTES = 20_000_000
"""Bytes of an answer."""
_GRACE = 5.0
_LOADING = 60.0
"""Seconds that any file may take to be loaded, beside those for its size."""
_SLOWEST = 1_000_000
"""Bytes in a second that are loaded at least, on the slowest machine."""
_SMALLEST: dict[str, Any] = {
    "query": "ASK {}", "form": "json", "prefixes": {}, "default_graphs": None, "named_graphs": None,
    "memory": MEMORY, "most": MOST_BYTES,
}  # fmt: skip
_HOLDER = Path(__file__).with_name("holder.py")


class Holder:
    """The process that holds the triples, seen from outside."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        self._control.settimeout(_GRACE)
        self._sending = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, str(_HOLDER), str(theirs.fileno())],
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            )  # fmt: skip

    def load(self, found: Changes) -> None:
        """Let it take a file; StoreError, OSError when it is lost, or takes far longer than it ever does."""
        size = os.fstat(found.file.fileno()).st_size
        with self._sending:
            self._control.settimeout(_LOADING + size / _SLOWEST)
            with self._control.makefile("rb") as replies:
                socket.send_fds(self._control, [b"L"], [found.file.fileno()])
                line = replies.readline()
            self._control.settimeout(_GRACE)
        if not line:
            raise OSError("its process ended")
        reply = json.loads(line)
        if "error" in reply:
            raise StoreError(reply["error"])

    def ask(self, request: dict[str, Any]) -> bytes:
        """Return an answer; errors as for `Endpoint.answer`."""
        ours, theirs = socket.socketpair()
        with ours:
            with theirs, self._sending:
                socket.send_fds(self._control, [b"Q"], [theirs.fileno()])
            ours.settimeout(request["seconds"] + _GRACE)
            ours.sendall(json.dumps(request).encode())
            ours.shutdown(socket.SHUT_WR)
            with ours.makefile("rb") as file:
                (length,) = HEAD.unpack(_exactly(file.read(HEAD.size), HEAD.size))
                head = json.loads(_exactly(file.read(length), length))
                body = _exactly(file.read(head["size"]), head["size"])
        if "error" in head:
            raise _error(head, request)
        return body

    def answers(self) -> bool:
        """Return whether it answers the smallest query; one that hangs does not."""
        try:
            self.ask({**_SMALLEST, "seconds": _GRACE})
        except OSError:
            return False
        except CounterclaimError:
            return True
        return True

    def end(self) -> None:
        """End it, and wait until it has ended."""
        self._control.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
            return
        self._process.kill()
        self._process.wait()


def _exactly(data: bytes, size: int) -> bytes:
    if len(data) != size:
        raise OSError("the answer broke off")
    return data


def _error(head: dict[str, Any], request: dict[str, Any]) -> Exception:
    match head["error"]:
        case "time":
            return QueryTimeoutError(f"the query ran longer than {request['seconds']:g} seconds")
        case "syntax":
            told = mistake(head["told"], request["query"], request["prefixes"])
            return InputError(f"not a SPARQL query: {told}")
        case "query":
            return InputError(f"the query cannot be answered: {head['told']}")
        case "size":
            return InputError(f"the answer has more than {request['most']:,} bytes; ask for less, by LIMIT")
        case "memory":
            return InputError(
                f"the query needs more than {request['memory']:,} bytes of memory; ask for less"
            )
        case "depth":
            return InputError("the query is nested too deeply")
        case _:
            return BusyError("the process that evaluated the query was ended from outside; try again")
