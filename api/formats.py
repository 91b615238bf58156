"""Which form an answer takes: that of `?format=`, else what the Accept header likes best, else the first."""

from collections.abc import Mapping
from inspect import Parameter, Signature
from typing import Annotated, Any, Literal

import mimeparse
from fastapi import Header, HTTPException, Query, Request
from pydantic import BaseModel

FORMS = {
    "json": "application/json",
    "csv": "text/csv",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "trig": "application/trig",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "html": "text/html",
    "md": "text/markdown",
    "graphml": "application/graphml+xml",
    "zip": "application/zip",
    "tsv": "text/tab-separated-values",
    "srj": "application/sparql-results+json",
    "srx": "application/sparql-results+xml",
    "gexf": "application/gexf+xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "atom": "application/atom+xml",
}
"""Media types by the names that `format` takes."""


class Offer:
    """A dependency that gives the name of the chosen form; 406 when none suits the client.

    Every route that reads offers JSON, and lists offer CSV besides, without saying so. A route that
    offers other forms takes `form: Annotated[str, Depends(Offer("json", "graphml"))]` and returns a
    Response of its own for what is not JSON.
    """

    def __init__(self, *forms: str, table: type[BaseModel] | None = None) -> None:
        self.forms = forms
        self.table = table
        choice: Any = Literal[forms]
        query = Query(description="Form of the answer; overrides the Accept header.")
        # FastAPI reads this: the choices differ from route to route.
        self.__signature__ = Signature(
            [
                Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request),
                Parameter(
                    "format", Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[choice | None, query]
                ),
                Parameter(
                    "accept",
                    Parameter.KEYWORD_ONLY,
                    default="*/*",
                    annotation=Annotated[str, Header(include_in_schema=False)],
                ),
            ]
        )

    async def __call__(self, *, request: Request, format: str | None, accept: str) -> str:
        """Return the chosen form, and leave it where `freshness` and `tables` find it."""
        request.state.form = form = format or self._negotiated(accept)
        request.state.table = self.table
        return form

    def _negotiated(self, accept: str) -> str:
        return negotiated({FORMS[form]: form for form in self.forms}, accept)


def negotiated(by_type: Mapping[str, str], accept: str) -> str:
    """Return the form that an Accept header likes best, the first of equals; 406 when none suits."""
    # mimeparse prefers the last of equals, and has no types.
    rising = list(by_type)[::-1]
    try:
        best = str(mimeparse.best_match(rising, accept))  # pyright: ignore
    except mimeparse.MimeTypeParseException:
        best = ""
    if not best:
        detail = f"No format suits Accept: {accept!r}; offered are {', '.join(by_type)}."
        raise HTTPException(406, detail, headers={"Vary": "Accept"})
    return by_type[best]


def described(*forms: str) -> dict[str, Any]:
    """Return what OpenAPI says of an answer's content in these forms."""
    return {
        FORMS[form]: {"schema": {"type": "object" if form in ("jsonld", "srj") else "string"}}
        for form in forms
    }
