"""What the Neo4j Browser loads from the service: a guide, the style of the graph, the queries to keep."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse

from graph import browser

router = APIRouter(prefix="/neo4j", tags=["system"])

# The Browser is served by Neo4j, so it is a foreign origin; what stands here is the same for everybody.
_OPEN = {"Access-Control-Allow-Origin": "*"}
_ASKED = {"Access-Control-Allow-Methods": "GET", "Access-Control-Allow-Headers": "*"}


@router.get("/guide.html", summary="The guide for the Neo4j Browser", response_class=HTMLResponse)
def guide(request: Request) -> HTMLResponse:
    """Return the guide that `counterclaim neo4j browser` opens: every query, to be clicked."""
    return HTMLResponse(browser.guide(str(request.url_for("style"))), headers=_OPEN)


@router.get("/style.grass", summary="How the Neo4j Browser draws it", response_class=PlainTextResponse)
def style() -> PlainTextResponse:
    """Return the style sheet, to be loaded by `:style URL`."""
    return PlainTextResponse(browser.style(), headers=_OPEN)


@router.get(
    "/queries.zip",
    summary="The queries, to be saved in the Neo4j Browser",
    response_class=Response,
    responses={200: {"description": "A zip of .cypher files", "content": {"application/zip": {}}}},
)
def saved() -> Response:
    """Return a zip that becomes saved queries when it is dropped on the Neo4j Browser."""
    headers = {"Content-Disposition": 'attachment; filename="counterclaim-queries.zip"'}
    return Response(browser.saved(), media_type="application/zip", headers=headers)


@router.options("/guide.html", include_in_schema=False)
@router.options("/style.grass", include_in_schema=False)
def preflight() -> Response:
    """Let the Browser send its own headers along."""
    return Response(status_code=204, headers=_OPEN | _ASKED)
