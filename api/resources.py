"""What every route of the API shares, given to each as it is included: strict parameters, forms, problems."""

from typing import Any, get_args, get_origin

from fastapi import APIRouter, Depends, FastAPI
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Query
from fastapi.routing import APIRoute
from pydantic import BaseModel

from graph.answers import Page

from .connection import asked
from .formats import Offer, described
from .params import Known
from .problems import responses


def include(app: FastAPI, router: APIRouter, *, tagged: bool = True) -> None:
    """Add the routes of a router, each with what it shares with all of its sort.

    Answers from the graph have a tag, unless they are not `tagged`.
    """
    for route in router.routes:
        assert isinstance(route, APIRoute)
        reads = route.methods == {"GET"}
        offer = _offer(route) if reads else None
        own = [] if offer is None or _own_offer(route) else [Depends(offer)]
        queries = [f for f in get_flat_params(route.dependant) if isinstance(f.field_info, Query)]
        known = {f.alias for f in queries} | ({"format"} if reads else set[str]())
        lists = {f.alias for f in queries if _is_list(f.field_info.annotation)}
        alone = APIRouter()
        alone.routes.append(route)
        told = _told(route, offer, tagged=tagged and _asks_the_graph(route))
        app.include_router(alone, dependencies=[Depends(Known(known, lists)), *own], responses=told)


def _told(route: APIRoute, offer: Offer | None, *, tagged: bool) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI says of the answers that routes of a sort share."""
    if offer is None:
        return responses(413, 414, 422, 500, 503, 504)
    if route.status_code is not None:  # It leads elsewhere, and holds nothing to be kept.
        return _OF_READS
    return _OF_READS | _ok(offer, tagged=tagged) | (_KEPT if tagged else {})


def _asks_the_graph(route: APIRoute) -> bool:
    return any(each.call is asked for each in route.dependant.dependencies)


def _is_list(annotation: Any) -> bool:
    """Return whether a parameter may be given several times."""
    return any(get_origin(each) is list for each in (annotation, *get_args(annotation)))


def _own_offer(route: APIRoute) -> Offer | None:
    calls = (each.call for each in route.dependant.dependencies)
    return next((call for call in calls if isinstance(call, Offer)), None)


def _offer(route: APIRoute) -> Offer:
    """Return the forms that a route offers: its own, or JSON, and CSV if it is a list."""
    item = _item(route.response_model)
    default = Offer("json", "csv", table=item) if item else Offer("json")
    return _own_offer(route) or default


def _item(model: Any) -> type[BaseModel] | None:
    """Return the model of the items of a list."""
    if not (isinstance(model, type) and issubclass(model, Page)):
        return None
    (item,) = model.__pydantic_generic_metadata__["args"] or (None,)
    return item if isinstance(item, type) and issubclass(item, BaseModel) else None


_OF_READS = responses(406, 414, 422, 500, 503, 504)
_KEPT: dict[int | str, dict[str, Any]] = {
    304: {"description": "What If-None-Match names is still the answer"}
}
_TAG: dict[str, Any] = {
    "ETag": {
        "description": "Send it as If-None-Match: 304 tells that the answer has not changed.",
        "schema": {"type": "string"},
    }
}


def _ok(offer: Offer, *, tagged: bool) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI says of an answer: its other forms, its tag and, of a list, the next page."""
    headers: dict[str, Any] = dict(_TAG) if tagged else {}
    if offer.table:
        headers["Link"] = {
            "description": 'Address of the next page, rel="next"; absent on the last page.',
            "schema": {"type": "string"},
            "example": '</terms?limit=25&after=WyJhIl0>; rel="next"',
        }
    content = described(*(form for form in offer.forms if form != "json"))
    return {200: {"content": content} | ({"headers": headers} if headers else {})}
