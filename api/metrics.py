"""Figures for Prometheus, where the settings ask for them; `pip install 'counterclaim[metrics]'`."""

import time

from fastapi import APIRouter, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import InputError

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Counts requests and how long they take, by route, method and status; one registry per service."""

    def __init__(self) -> None:
        try:
            from prometheus_client import CollectorRegistry, Histogram, PlatformCollector, ProcessCollector
        except ImportError as error:
            raise InputError(
                "COUNTERCLAIM_METRICS needs prometheus-client: pip install 'counterclaim[metrics]'"
            ) from error
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self.seconds = Histogram(
            "counterclaim_request_seconds", "Time to answer, by route.", ["route", "method", "status"],
            buckets=BUCKETS, registry=self.registry,
        )  # fmt: skip

    def router(self) -> APIRouter:
        """Return the route /metrics."""
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

        router = APIRouter(include_in_schema=False)

        @router.get("/metrics")
        def metrics() -> Response:  # pyright: ignore[reportUnusedFunction]
            return Response(generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

        return router


class Measured:
    """Measures each request."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve and measure."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        began, status = time.perf_counter(), 500

        async def send_noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, send_noted)
        finally:
            # The route as it is declared, never the path, and no method of the client's own: each would make
            # a series that stays.
            route = getattr(scope.get("route"), "path", "none")
            method = scope["method"] if scope["method"] in METHODS else "other"
            labels = self.metrics.seconds.labels(route, method, str(status))
            labels.observe(time.perf_counter() - began)
