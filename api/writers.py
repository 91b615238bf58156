"""Who may write: holders of a key; and without one, programs of this machine, where nobody else can ask.

Any website that you visit can make your browser send requests to your own machine. So a request
without a key counts as yours only when the server listens on loopback alone, the client is on
loopback, the Host is a loopback name (else a foreign name was led here: DNS rebinding), and the
browser, if it is one, says that the request comes from our own page (else: cross-site request
forgery). No key travels by itself, as cookies do, so a request with a key needs none of this.
"""

from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool

from graph import keys
from graph.settings import Settings

from .hosts import host_name, is_loopback

LOCAL = "local"
"""Who writes without a key: whoever sits at this machine."""

_SCHEME = HTTPBearer(
    scheme_name="key",
    description="A key of `counterclaim keys create`; needless on the machine that the service runs on.",
    auto_error=False,
)
_FORWARDED = ("forwarded", "via", "x-forwarded-", "x-real-ip")
"""How the headers begin that proxies add."""


class Allowed:
    """A dependency that gives the name of the key that a request shows, or LOCAL."""

    def __init__(self, scope: keys.Scope) -> None:
        self.scope: keys.Scope = scope

    async def __call__(self, request: Request, _: Annotated[object, Depends(_SCHEME)]) -> str:
        """Return who writes; 401 or 403 if it may not."""
        shown = request.headers.get("authorization")
        if shown is None:
            if reason := _foreign(request):
                raise _unauthorized(f"Writing needs a key here: {reason}.")
            return LOCAL
        scheme, _, secret = shown.partition(" ")
        settings: Settings = request.app.state.settings
        key = await run_in_threadpool(keys.find, settings.home, secret.strip())
        if scheme.lower() != "bearer" or key is None:
            raise _unauthorized("This key is unknown or revoked; send one as Authorization: Bearer KEY.")
        if not key.may(self.scope):
            raise HTTPException(403, f"This key may not do this: it lacks the scope {self.scope!r}.")
        return key.name


Writer = Annotated[str, Depends(Allowed("documents"))]
"""For every route that takes or removes documents: the name of the key, or LOCAL."""

Judge = Annotated[str, Depends(Allowed("judgements"))]
"""For every route that judges, or undoes that."""


def _unauthorized(detail: str) -> HTTPException:
    return HTTPException(401, detail, headers={"WWW-Authenticate": "Bearer"})


def _foreign(request: Request) -> str:
    """Return why a request without a key may not be the wish of this machine's user, or ''."""
    state, headers = request.app.state, request.headers
    host = headers.get("host", "")
    if state.settings.keys_required:
        return "the settings ask for one"
    if not is_loopback(state.bound or ""):
        return "the service listens on more than this machine's own address"
    if request.client is None or not is_loopback(request.client.host):
        return "the request comes from another machine"
    # Neither browsers nor curl speak HTTP/1.0; a proxy that adds no headers often does (nginx).
    if request.scope["http_version"] == "1.0" or any(name.startswith(_FORWARDED) for name in headers):
        return "the request was forwarded"
    if not is_loopback(host_name(host)):
        return "the Host is not this machine's own address"
    origin = headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{host}":
        return "the request comes from another website"
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "the request comes from another website"
    return ""
