"""Telling another program: a signed POST, as Standard Webhooks has it."""

import base64
import hashlib
import hmac
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..answers.watch import Report
from ..errors import InputError, UnavailableError
from ..post import Reply, Unreachable, post

TIMEOUT = 10.0
"""Seconds that one try may take, its answer included."""

TRIES = 3
_PAUSES = (1.0, 4.0)
_TRY_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_LEAST = 24
"""Bytes of a secret: what Standard Webhooks asks for."""


@dataclass(frozen=True)
class Webhook:
    """Where to, and the key that signs."""

    url: str
    key: bytes

    def __repr__(self) -> str:
        return f"Webhook({self.place})"

    @property
    def place(self) -> str:
        """The address as it may be shown: its path and query may hold a secret."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def webhook(url: str, secret: str) -> Webhook:
    """Return where to send; InputError, which never tells the secret, if either will not do."""
    if not re.fullmatch(r"https?://[^\s@#]+", url):
        raise InputError("--webhook: give http://… or https://…, without user and password")
    try:
        key = base64.b64decode(secret[6:], validate=True) if secret.startswith("whsec_") else secret.encode()
    except ValueError as error:
        raise InputError("the webhook's secret: after whsec_ comes base64 (not shown)") from error
    if len(key) < _LEAST:
        raise InputError(f"the webhook's secret: shorter than {_LEAST} bytes (not shown)")
    return Webhook(url, key)


def body_of(report: Report) -> bytes:
    """Return what is sent: the report as JSON."""
    return report.model_dump_json().encode()


def signature(key: bytes, id_: str, timestamp: str, body: bytes) -> str:
    """Return the signature over id, time and body: v1, and base64 of an HMAC-SHA256."""
    made = hmac.new(key, f"{id_}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(made).decode()}"


def send(
    hook: Webhook,
    report: Report,
    *,
    clock: Callable[[], float] = time.time,
    pause: Callable[[float], None] = time.sleep,
    timeout: float = TIMEOUT,
) -> None:
    """Send a report until it is taken (2xx), a few times at most; UnavailableError if it is not."""
    body, reason = body_of(report), ""
    for tried in range(TRIES):
        if tried:
            pause(_PAUSES[tried - 1])
        try:
            reply = post(hook.url, body, _headers(hook, report, body, clock()), timeout, named="--webhook")
        except Unreachable as error:
            reason = str(error)
            continue
        if 200 <= reply.status < 300:
            return
        reason = _refused(reply)
        if reply.status not in _TRY_AGAIN:
            break
    raise UnavailableError(
        f"the webhook at {hook.place} did not take report {report.number}: {reason}; "
        "it is kept, and sent again at the next run"
    )


def _headers(hook: Webhook, report: Report, body: bytes, now: float) -> dict[str, str]:
    """Return the headers; each try is signed anew, for receivers refuse what is old."""
    timestamp = str(int(now))
    return {
        "Content-Type": "application/json",
        "User-Agent": "counterclaim",
        "webhook-id": report.id,
        "webhook-timestamp": timestamp,
        "webhook-signature": signature(hook.key, report.id, timestamp, body),
    }


def _refused(reply: Reply) -> str:
    """Return the status alone: what a receiver says may be anything."""
    moved = " (redirects are not followed)" if 300 <= reply.status < 400 else ""
    return f"it answered {reply.status}{moved}"
