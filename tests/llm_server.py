"""A real HTTP server that answers like an OpenAI-compatible endpoint, well or badly, by script."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Move = Callable[[BaseHTTPRequestHandler], None]


def completion(content: object, finish: str = "stop", **changes: Any) -> Move:
    """Answer as a model would; what is no text is sent as JSON."""
    text = content if isinstance(content, str) else json.dumps(content)
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    usage = {"prompt_tokens": 100, "completion_tokens": 10}
    return reply(200, {"choices": [choice], "usage": usage, **changes})


def reply(status: int, data: object, **headers: str) -> Move:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()

    def move(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return move


def error(status: int, message: str, **headers: str) -> Move:
    return reply(status, {"error": {"message": message}}, **headers)


def hang(seconds: float) -> Move:
    return lambda handler: time.sleep(seconds)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, so that no single read ever times out."""
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.1)


def close(handler: BaseHTTPRequestHandler) -> None:
    """Announce more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


def flood(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        for _ in range(100):
            handler.wfile.write(b"x" * 100_000)


class Endpoint:
    """The moves still to make (the last one is repeated), and the requests that came."""

    def __init__(self, moves: list[Move]) -> None:
        self.moves, self.bodies, self.headers, self.paths = moves, list[Any](), list[Any](), list[str]()
        self.url = ""

    def move(self, handler: BaseHTTPRequestHandler) -> None:
        size = int(handler.headers["Content-Length"])
        self.bodies.append(json.loads(handler.rfile.read(size)))
        self.headers.append(dict(handler.headers.items()))
        self.paths.append(handler.path)
        (self.moves.pop(0) if len(self.moves) > 1 else self.moves[0])(handler)


@contextmanager
def serving(*moves: Move) -> Iterator[Endpoint]:
    endpoint = Endpoint(list(moves))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            endpoint.move(self)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
