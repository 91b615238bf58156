"""The process that holds the triples. Run as a file; it imports nothing of ours.

It does one thing at a time, and evaluates no query itself: for each it forks. The child sees the triples as
they were at that moment, whatever is loaded later; the kernel ends it when its time is up, even amid a
join, and what makes the evaluator run out of memory or stack ends the child alone. A child may open no file
and no socket: pyoxigraph would ask other endpoints for SERVICE, and this way it cannot.

Down the control socket come single bytes, each with a file descriptor: 'Q' with a socket on which the query
comes as JSON and the answer goes; 'L' with a file: a line of JSON with the graphs to remove, then N-Quads. To
'L' it answers on the control socket, by a line of JSON. The end of the control socket ends the process.
"""

import gc
import json
import os
import resource
import selectors
import signal
import socket
import struct
import sys
from io import BytesIO
from typing import Any, BinaryIO

import pyoxigraph as ox

HEAD = struct.Struct(">I")
_TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_DEATHS: dict[int, str] = {
    signal.SIGALRM: "time",
    signal.SIGABRT: "memory",
    signal.SIGSEGV: "depth",
}


class TooLargeError(Exception):
    """The answer has more bytes than were allowed."""


class Bounded(BytesIO):
    """Takes so many bytes and no more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, data: Any, /) -> int:
        """Take them; TooLargeError."""
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        return super().write(data)


def main(control: socket.socket) -> None:
    """Serve until the other end of the control socket is closed."""
    store = ox.Store()
    children = dict[int, socket.socket]()
    woken, wake = socket.socketpair()
    for each in (woken, wake):
        each.setblocking(False)
    signal.signal(signal.SIGCHLD, _woken)
    signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
    null = os.open(os.devnull, os.O_WRONLY)
    selector = selectors.DefaultSelector()
    selector.register(control, selectors.EVENT_READ)
    selector.register(woken, selectors.EVENT_READ)
    while True:
        ready = {key.fileobj for key, _ in selector.select()}
        if woken in ready:
            woken.recv(4096)
            _bury(children)
        if control in ready:
            data, fds, _, _ = socket.recv_fds(control, 1, 1)
            if not data or not fds:
                return
            if data == b"L":
                control.sendall(_load(store, fds[0]))
            else:
                asked = socket.socket(fileno=fds[0])
                if pid := os.fork():
                    children[pid] = asked
                else:
                    _child(store, asked, null, [control, woken, wake, *children.values()])


def _woken(*_: object) -> None:
    """Do nothing: that there is a handler is what wakes the loop."""


def _bury(children: dict[int, socket.socket]) -> None:
    """Tell those whose query was ended why, and let go of those that have their answer."""
    while children:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        asked = children.pop(pid)
        if os.WIFSIGNALED(status):
            _send(asked, {"error": _DEATHS.get(os.WTERMSIG(status), "ended")}, b"")
        asked.close()


def _load(store: ox.Store, fd: int) -> bytes:
    try:
        with open(fd, "rb") as file:
            for name in json.loads(file.readline())["remove"]:
                _remove(store, ox.NamedNode(name))
            store.bulk_load(input=file, format=ox.RdfFormat.N_QUADS)
        store.optimize()
        gc.freeze()
    except Exception as error:
        return json.dumps({"error": str(error)}).encode() + b"\n"
    return json.dumps({"quads": len(store)}).encode() + b"\n"


def _remove(store: ox.Store, name: ox.NamedNode) -> None:
    """Remove a graph, and from the default graph what no other graph holds.

    The default graph holds every triple once. pyoxigraph could make it as a union, but would count a triple
    as often as graphs hold it.
    """
    for quad in list(store.quads_for_pattern(None, None, None, name)):
        store.remove(quad)
        same = quad.subject, quad.predicate, quad.object
        held = (each.graph_name for each in store.quads_for_pattern(*same, None))
        if all(isinstance(graph, ox.DefaultGraph) for graph in held):
            store.remove(ox.Quad(*same, ox.DefaultGraph()))
    store.remove_graph(name)


def _child(store: ox.Store, asked: socket.socket, null: int, others: list[socket.socket]) -> None:
    """Answer one query and exit; with the sockets of others open, the holder's end would go unnoticed."""
    try:
        signal.set_wakeup_fd(-1)
        for other in others:
            other.close()
        os.dup2(null, 2)
        with asked.makefile("rb") as file:
            request = json.load(file)
        _bound(request["memory"])
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, request["seconds"])
        head, body = _answered(store, request)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(asked, head, body)
    finally:
        os._exit(0)


def _bound(memory: int) -> None:
    """Let this process open nothing more, and grow by so many bytes at most (where the system can tell)."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.path.exists("/proc/self/statm"):
        with open("/proc/self/statm", "rb") as file:
            most = int(file.read().split()[0]) * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _answered(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        return {}, _evaluated(store, request)
    except SyntaxError as error:
        return {"error": "syntax", "told": str(error)}, b""
    except TooLargeError:
        return {"error": "size"}, b""
    except MemoryError:
        return {"error": "memory"}, b""
    except Exception as error:
        return {"error": "query", "told": str(error)}, b""


def _evaluated(store: ox.Store, request: dict[str, Any]) -> bytes:
    if request["default_graphs"] is None:
        results = store.query(request["query"], prefixes=request["prefixes"])
    else:
        names = request["default_graphs"], request["named_graphs"]
        default, named = ([ox.NamedNode(name) for name in each] for each in names)
        results = _merged(store, default, named).query(
            request["query"],
            prefixes=request["prefixes"],
            default_graph=[ox.DefaultGraph()],
            named_graphs=[*named],
        )
    out, form = Bounded(request["most"]), request["form"]
    if isinstance(results, ox.QueryTriples):
        _write_graph(results, out, form, request)
    else:
        results.serialize(out, format=_TABLES[form])
    return out.getvalue()


def _merged(store: ox.Store, default: list[ox.NamedNode], named: list[ox.NamedNode]) -> ox.Store:
    """Return a store in which some graphs together are the default graph, each triple once."""
    merged = ox.Store()
    for name in default:
        quads = store.quads_for_pattern(None, None, None, name)
        merged.extend(ox.Quad(q.subject, q.predicate, q.object, ox.DefaultGraph()) for q in quads)
    for name in named:
        merged.extend(store.quads_for_pattern(None, None, None, name))
    return merged


def _write_graph(results: ox.QueryTriples, out: BinaryIO, form: str, request: dict[str, Any]) -> None:
    """Write triples in order, each once, whatever order they were found in."""
    triples, left = dict[str, ox.Triple](), request["most"]
    for triple in results:
        text = str(triple)
        if text not in triples:
            triples[text] = triple
            left -= len(text)
            if left < 0:
                raise TooLargeError
    inorder = [triples[text] for text in sorted(triples)]
    if form == "nt":
        ox.serialize(inorder, out, format=ox.RdfFormat.N_TRIPLES)
        return
    text = ox.serialize(inorder, format=ox.RdfFormat.TURTLE, prefixes=request["prefixes"])
    lines = (text or b"").splitlines(keepends=True)
    heads = [line for line in lines if line.startswith(b"@prefix ")][: len(request["prefixes"])]
    out.writelines([*sorted(heads), *lines[len(heads) :]])  # They come in an order of chance.


def _send(asked: socket.socket, head: dict[str, Any], body: bytes) -> None:
    """Send a length, a head as JSON that tells how long the body is, and the body."""
    data = json.dumps({**head, "size": len(body)}).encode()
    try:
        asked.sendall(HEAD.pack(len(data)) + data)
        asked.sendall(body)
    except OSError:
        pass  # Who asked has gone.


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
