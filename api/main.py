"""The service: `create_app` joins the routers, the errors and the store."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from threading import BoundedSemaphore
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from graph.errors import UnavailableError
from graph.settings import Settings
from graph.sparql import Endpoint
from graph.store import Store

from . import networking
from .connection import Connection
from .cors import Pages
from .description import Service
from .freshness import Fresh, NotModifiedError, fingerprint, not_modified
from .handlers import HANDLERS
from .hosts import KnownHosts, is_loopback
from .logs import Access
from .metrics import Measured, Metrics
from .middleware import BodyLimit, HeadAsGet, LastResort, RequestId, SafeHeaders, UrlLimit
from .receiving import Reading
from .resources import include
from .routes import (
    actors,
    chains,
    changes,
    contradictions,
    digest,
    disputes,
    docs,
    documents,
    export,
    ids,
    judgements,
    neo4j,
    networks,
    ontology,
    origins,
    overreach,
    packs,
    paths,
    plans,
    queries,
    review,
    search,
    shifts,
    silence,
    sparql,
    statements,
    system,
    terms,
    timeline,
    watch,
)
from .tables import Tables

log = logging.getLogger(__name__)

RESOURCES = (
    disputes,
    actors,
    terms,
    plans,
    changes,
    shifts,
    timeline,
    chains,
    origins,
    silence,
    overreach,
    packs,
    paths,
    networks,
    contradictions,
    digest,
    watch,
    documents,
    search,
    statements,
    review,
    judgements,
    queries,
    ontology,
    export,
    sparql,
    ids,
)
"""The routers that answer from the graph, in the order of the documentation."""

TAGS = [
    {"name": "claims", "description": "What is claimed, and who disputes which part of it."},
    {"name": "actors", "description": "Who speaks: people, organisations, states, sources."},
    {"name": "terms", "description": "The provisions of plans, and who stands where on them."},
    {
        "name": "over time",
        "description": "What changed between two moments; who shifted, who took back what.",
    },
    {"name": "documents", "description": "The articles in which all this was said."},
    {"name": "search", "description": "Full text."},
    {"name": "review", "description": "What needs a person."},
    {"name": "export", "description": "RDF, and SPARQL."},
    {"name": "system", "description": "For operators."},
]

DESCRIPTION = """A knowledge graph of actors, terms and claims: who says what, who denies which
part, with the words that prove it.

Lists come in pages: `next` is the cursor of the next page, to be given as `after`; the `Link`
header holds its whole address. `format=csv` gives a list as a table. What is read has an `ETag`:
as long as the graph does not change, `If-None-Match` is answered with 304. Errors are problems
(RFC 9457, `application/problem+json`). Unknown query parameters are refused. Each answer has an
`X-Request-ID`, yours if you send one. Writing needs a key, but for programs on the same machine.
"""


def create_app(
    settings: Settings | None = None, store: Store | None = None, bound: str | None = None
) -> FastAPI:
    """Return the service on the given store, or on one of its own, opened as the settings say.

    `bound` is the address that the server listens on; where it is not told, writing needs a key.
    On loopback, or where the settings name hosts, all other hosts are refused.
    """
    settings = settings or Settings()
    connection = Connection(settings, store)
    metrics = Metrics() if settings.metrics else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        try:
            await run_in_threadpool(connection.store)
        except UnavailableError as error:
            log.warning("started without the database, and will try again: %s", error)
        yield
        await run_in_threadpool(app.state.sparql.close)
        await run_in_threadpool(connection.close)

    app = Service(
        title="Counterclaim",
        summary="Who says what, who denies which part of it, in which words.",
        description=DESCRIPTION,
        version=system.VERSION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_tags=TAGS,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        generate_unique_id_function=_name,
        middleware=_middleware(settings, metrics, bound),
    )
    for class_, handler in HANDLERS.items():
        app.add_exception_handler(class_, handler)
    app.add_exception_handler(NotModifiedError, not_modified)
    app.state.connection = connection
    app.state.fingerprint = fingerprint(settings)
    app.state.settings = settings
    app.state.bound = bound
    app.state.reading = Reading()
    app.state.sparql = Endpoint(settings.base_iri, settings.query_timeout)
    app.state.packing = BoundedSemaphore(packs.AT_ONCE)
    app.state.computing = BoundedSemaphore(networking.AT_ONCE)
    for module in RESOURCES:
        include(app, module.router, tagged=module is not watch)  # What it tells depends on files too.
    app.include_router(system.router)
    app.include_router(neo4j.router)
    app.include_router(docs.router)
    if metrics:
        app.include_router(metrics.router())
    app.mount("/static", docs.static, name="static")
    base = urlsplit(settings.base_iri).path.rstrip("/")
    if base != ids.HOME:
        include(app, ids.under(base, told=False))
    return app


def _middleware(settings: Settings, metrics: Metrics | None, bound: str | None) -> list[Middleware]:
    """Return what happens to every request, the outermost first."""
    origins, hosts = _parted(settings.cors_origins), _parted(settings.hosts)
    return [
        Middleware(RequestId),
        Middleware(Access),
        Middleware(SafeHeaders),
        Middleware(Fresh),
        *([Middleware(KnownHosts, names=hosts)] if hosts or is_loopback(bound or "") else []),
        *([Middleware(Pages, origins=origins)] if origins else []),
        Middleware(LastResort),
        Middleware(UrlLimit),
        Middleware(BodyLimit, most=settings.body_limit),
        Middleware(HeadAsGet),
        *([Middleware(Measured, metrics=metrics)] if metrics else []),
        Middleware(GZipMiddleware, minimum_size=1000),
        Middleware(Tables),
    ]


def _parted(setting: str) -> list[str]:
    return [each.strip() for each in setting.split(",") if each.strip()]


def _name(route: APIRoute) -> str:
    """Return the id of an operation: the name of its function, for generated clients."""
    return route.name
