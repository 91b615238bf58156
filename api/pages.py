"""Lists: the RFC 8288 link to the next page."""

from typing import TypeVar
from urllib.parse import quote, urlencode

from fastapi import Request, Response

from graph.answers import Page

T = TypeVar("T")


def linked(request: Request, response: Response, page: Page[T]) -> Page[T]:
    """Return the page, with a Link header to the next one that keeps all other parameters."""
    if page.next is not None:
        kept = [(k, v) for k, v in request.query_params.multi_items() if k != "after"]
        query = urlencode([*kept, ("after", page.next)])
        response.headers["Link"] = f'<{quote(request.scope["path"])}?{query}>; rel="next"'
    return page
