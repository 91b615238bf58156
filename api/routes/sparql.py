"""SPARQL 1.1 Protocol, queries only."""

from inspect import Parameter, Signature
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Header, HTTPException, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from graph.errors import InputError
from graph.settings import Settings
from graph.sparql import FORMS, Endpoint, read_query
from graph.sparql import Query as Sparql
from graph.store import Store

from ..connection import ConnectionDep
from ..formats import Offer, described, negotiated
from ..problems import responses

router = APIRouter(tags=["export"])

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
EXAMPLE = "SELECT ?claim ?text WHERE { ?claim a cc:Claim ; cc:text ?text } ORDER BY ?text LIMIT 5"

Form = Literal["json", "xml", "csv", "tsv", "ttl", "nt"]
FormQuery = Annotated[
    Form | None,
    Query(
        description="Form of the answer; overrides the Accept header. SELECT and ASK give json, xml, csv "
        "or tsv, CONSTRUCT and DESCRIBE ttl or nt."
    ),
]
_GRAPH = "IRI of a graph of the store, such as that of a document; nothing is ever fetched."
Graphs = list[Annotated[str, Query(min_length=1, max_length=1000)]]
DefaultGraphs = Annotated[
    Graphs, Query(alias="default-graph-uri", max_length=50, description=f"Asked instead of all. {_GRAPH}")
]
NamedGraphs = Annotated[
    Graphs, Query(alias="named-graph-uri", max_length=50, description=f"Asked by GRAPH. {_GRAPH}")
]

_ALIASES = {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
_CONTENT = described("srj", "srx", "csv", "tsv", "ttl", "nt")


def chosen(text: str, form: str | None, accept: str) -> str:
    """Return the form of the answer of a query: InputError for one of the other kind, 406 when none suits."""
    try:
        query = read_query(text)
    except InputError:  # It is told when the query is read for its answer.
        return form or "json"
    if form and form not in query.forms:
        raise InputError(f"{query.kind} gives {', '.join(query.forms)}, not {form}")
    by_type = {media_type.partition(";")[0]: name for name, media_type in query.forms.items()}
    by_type |= {alias: name for alias, name in _ALIASES.items() if name in query.forms}
    return form or negotiated(by_type, accept)


class ByKind(Offer):
    """Offers what the kind of the query in the address has."""

    def __init__(self) -> None:
        super().__init__("srj", "srx", "csv", "tsv", "ttl", "nt")
        accept = Annotated[str, Header(include_in_schema=False)]
        keyword = Parameter.KEYWORD_ONLY
        self.__signature__ = Signature(
            [
                Parameter("request", keyword, annotation=Request),
                Parameter("format", keyword, default=None, annotation=FormQuery),
                Parameter("accept", keyword, default="*/*", annotation=accept),
            ]
        )

    async def __call__(self, *, request: Request, format: str | None, accept: str) -> str:
        """Return the chosen form, and leave it where `freshness` finds it."""
        form = await run_in_threadpool(chosen, request.query_params.get("query", ""), format, accept)
        request.state.form, request.state.table = form, None
        return form


@router.get(
    "/sparql",
    summary="A SPARQL query",
    response_class=Response,
    responses={200: {"description": "The answer", "content": _CONTENT}} | responses(400),
)
def get_sparql(
    request: Request,
    connection: ConnectionDep,
    form: Annotated[str, Depends(ByKind())],
    query: Annotated[
        str,
        Query(min_length=1, description="SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE.", examples=[EXAMPLE]),
    ],
    default_graphs: DefaultGraphs = [],  # noqa: B006
    named_graphs: NamedGraphs = [],  # noqa: B006
) -> Response:
    """Answer a query over what documents state: one named graph per document and per judgement.

    Without FROM the default graph is all of them together. The prefixes `cc`, `rdf`, `xsd` and those of the
    kinds of nodes (`actor`, `claim` …) are known. Updates and SERVICE are refused; nothing is fetched. A
    query has the time of COUNTERCLAIM_QUERY_TIMEOUT (504); an answer of more than 20 MB is 400: use LIMIT.
    """
    asked = _query(request, query, default_graphs, named_graphs)
    return _answered(request, connection.store(), asked, form)


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            DIRECT: {"schema": {"type": "string"}, "examples": {"sample": {"value": EXAMPLE}}},
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "additionalProperties": False,
                    "properties": {
                        "query": {"type": "string"},
                        "default-graph-uri": {"type": "array", "items": {"type": "string"}},
                        "named-graph-uri": {"type": "array", "items": {"type": "string"}},
                    },
                }
            },
        },
    }
}


@router.post(
    "/sparql",
    summary="A SPARQL query, in the body",
    response_class=Response,
    responses={200: {"description": "The answer", "content": _CONTENT}} | responses(400, 406, 415),
    openapi_extra=_BODY,
)
async def post_sparql(
    request: Request,
    connection: ConnectionDep,
    format: FormQuery = None,
    accept: Annotated[str, Header(include_in_schema=False)] = "*/*",
    default_graphs: DefaultGraphs = [],  # noqa: B006
    named_graphs: NamedGraphs = [],  # noqa: B006
) -> Response:
    """Answer a query that stands in the body, alone or as `query` of a form; else as for GET."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in (DIRECT, FORM):
        raise HTTPException(415, f"Content-Type {media_type!r} cannot be read; send one of {DIRECT}, {FORM}.")
    text, default, named = _read(await request.body(), media_type)
    form = chosen(text, format, accept)
    asked = _query(request, text, [*default_graphs, *default], [*named_graphs, *named])
    return await run_in_threadpool(lambda: _answered(request, connection.store(), asked, form))


def _read(body: bytes, media_type: str) -> tuple[str, list[str], list[str]]:
    """Return the query in a body and the graphs it is about; InputError."""
    try:
        text = body.decode()
        if media_type == DIRECT:
            return text, [], []
        fields = parse_qs(text, keep_blank_values=True, max_num_fields=200, errors="strict")
    except ValueError as error:
        raise InputError(f"the body cannot be read: {error}") from error
    if unknown := fields.keys() - {"query", "default-graph-uri", "named-graph-uri"}:
        raise InputError(f"the form has the unknown field {min(unknown)!r}")
    if len(fields.get("query", ())) != 1:
        raise InputError("the form needs one field 'query'")
    return fields["query"][0], fields.get("default-graph-uri", []), fields.get("named-graph-uri", [])


def _query(request: Request, text: str, default: list[str], named: list[str]) -> Sparql:
    door: Endpoint = request.app.state.sparql
    return read_query(text, door.prefixes, tuple(default), tuple(named))


def _answered(request: Request, store: Store, query: Sparql, form: str) -> Response:
    settings: Settings = request.app.state.settings
    door: Endpoint = request.app.state.sparql
    data = door.answer(store, query, form, wait=settings.query_timeout)
    return Response(data, media_type=FORMS[form])
