"""The IRIs of exports, answered: 303 to the page or the data of what an IRI stands for, by negotiation."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request, Response

from graph.export import FLAT
from graph.exporting.things import located

from ..connection import ConnectionDep
from ..formats import Offer
from ..formats import described as content
from ..problems import responses
from ..triples import thing_as_rdf

HOME = "/id"
"""Where IRIs are answered, whatever their base is."""

_PAGES = {segment: f"#/{segment}s" for segment in ("actor", "claim", "document", "plan", "statement", "term")}
_JSON = {**{segment: f"{segment}s" for segment in _PAGES}, "judgement": "judgements"}
"""The page and the resource of each thing that has one."""

_IDS = Offer(*FLAT, "json", "html")
_FORMS = Offer(*FLAT)

Segment = Annotated[str, Path(description="Kind of thing.", openapi_examples={"sample": {"value": "actor"}})]
Id = Annotated[str, Path(description="Its id.", openapi_examples={"sample": {"value": "rustem-umerov"}})]

_SEE_OTHER: dict[int | str, dict[str, Any]] = {
    303: {
        "description": "Where the page or the data of the thing are",
        "headers": {"Location": {"schema": {"type": "string"}}},
    }
}
_OK: dict[int | str, dict[str, Any]] = {
    200: {"description": "What the graph holds of the thing itself", "content": content(*FLAT)}
}


def _see(request: Request, connection: ConnectionDep, segment: Segment, id: Id, form: str) -> Response:
    segment, id = located(connection.store(), segment, id)
    up = "../" * (request.scope["route"].path.count("/") - 1)  # Relative, to work behind a prefix.
    return Response(
        status_code=303, headers={"Location": f"{up}{_place(segment, quote(id, safe=':'), form)}"}
    )


def _place(segment: str, id_: str, form: str) -> str:
    """Return where a thing is told in a form; RDF where there is no page, or no JSON of it."""
    if form == "html" and segment in _PAGES:
        return f"{_PAGES[segment]}/{id_}"
    if form == "json" and segment in _JSON:
        return f"{_JSON[segment]}/{id_}"
    form = form if form in FLAT else next(iter(FLAT))
    return f"documents/{id_}?format={form}" if segment == "document" else f"rdf/{segment}/{id_}?format={form}"


def under(path: str, *, told: bool) -> APIRouter:
    """Return a router that answers IRIs below a path."""
    router = APIRouter(tags=["export"], include_in_schema=told)

    @router.get(
        f"{path}/{{segment}}/{{id}}",
        summary="What an IRI stands for",
        status_code=303,
        response_class=Response,
        responses=_SEE_OTHER | responses(404),
    )
    def get_id(
        request: Request,
        connection: ConnectionDep,
        segment: Segment,
        id: Id,
        form: Annotated[str, Depends(_IDS)],
    ) -> Response:
        """Answer an IRI of an export: 303 to the page of the thing for browsers, to its data for others."""
        return _see(request, connection, segment, id, form)

    return router


router = under(HOME, told=True)


@router.get("/rdf/{segment}/{id}", summary="One thing as RDF", response_class=Response,
            responses=_OK | responses(404))  # fmt: skip
def get_thing(
    request: Request,
    connection: ConnectionDep,
    segment: Segment,
    id: Id,
    form: Annotated[str, Depends(_FORMS)],
) -> Response:
    """Return what documents state of one thing: its classes, properties, and where its edges lead."""
    return thing_as_rdf(request, connection.store(), form, segment, id)
