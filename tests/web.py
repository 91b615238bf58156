"""A website on loopback that answers as a test wishes, and remembers what it was asked."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from typing import Any

Answering = Callable[[BaseHTTPRequestHandler], None]

PAGE = (
    "<!doctype html><html><head><title>Kestrel says the dam will stay</title>"
    '<link rel="canonical" href="https://elsewhere.example/dam"></head><body><article>'
    "<h1>Kestrel says the dam will stay</h1>"
    "<p>Foreign minister Ada Kestrel said on Monday that Norvale would not remove the dam.</p>"
    "<p>She denied that the café at the river had been promised to anybody.</p></article></body></html>"
)


def sent(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    for name, value in {**given, **{k.replace("_", "-"): v for k, v in headers.items()}}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def website(pages: dict[str, Answering]) -> Iterator[tuple[str, list[Any]]]:
    """Serve pages by their path; give the address, and the list of (path, headers) that were asked."""
    asked: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers)))
            with suppress(BrokenPipeError, ConnectionResetError):
                pages[self.path](self)

        def log_message(self, *_: Any) -> None:
            pass

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", asked
        finally:
            server.shutdown()
            thread.join()
