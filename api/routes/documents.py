"""Documents: the articles and posts that were read; handing one in, and taking one back."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from graph import ask
from graph.answers import Copy, DocumentAnswer, DocumentSummary, Page
from graph.answers.received import Received
from graph.export import FORMATS, Choice
from graph.ingest import write_understood
from graph.write import forget_document

from ..connection import ConnectionDep
from ..formats import Offer
from ..pages import linked
from ..params import (
    After,
    AsOf,
    DocumentId,
    Limit,
    MentionedClaim,
    MentionedPlan,
    MentionedTerm,
    Publisher,
    Since,
    SpokenBy,
    Until,
)
from ..problems import responses
from ..receiving import BODY, held_against, media_type_of, told
from ..triples import as_rdf
from ..writers import Writer

router = APIRouter(prefix="/documents", tags=["documents"])


@router.get("", summary="All documents", responses=responses(400, 404))
def list_documents(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    publisher: Publisher = None,
    actor: SpokenBy = None,
    plan: MentionedPlan = None,
    term: MentionedTerm = None,
    claim: MentionedClaim = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[DocumentSummary]:
    """Return documents, newest first; those of unknown date come last."""
    page = ask.documents(
        connection.store(), since=since, until=until, as_of=as_of, publisher=publisher, actor=actor,
        plan=plan, term=term, claim=claim, after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)


@router.get("/{id}/copies", summary="Copies of one document", responses=responses(404))
def list_copies(connection: ConnectionDep, id: DocumentId) -> Page[Copy]:
    """Return the copies that a document is among, as a copy or as the original; all on one page.

    A copy shares most of its runs of words with an earlier report on the same; drafts of one plan are none.
    """
    return Page[Copy](items=ask.copies_of(connection.store(), id))


_FORMS = Offer("json", *FORMATS)


@router.get("/{id}", summary="One document", response_model=DocumentAnswer, responses=responses(404, 507))
def get_document(
    request: Request, connection: ConnectionDep, id: DocumentId, form: Annotated[str, Depends(_FORMS)]
) -> DocumentAnswer | Response:
    """Return one document with its text and statements; or its part of the graph, as RDF.

    The words of each statement are `text[start:end]`; offsets count Unicode code points, not bytes
    and not UTF-16 units.
    """
    if form != "json":
        return as_rdf(request, connection.store(), form, Choice((id,)))
    return ask.document(connection.store(), id)


_RECEIVED: dict[int | str, dict[str, Any]] = {
    200: {"description": "Nothing was new, or with dry_run nothing was to be stored"},
    201: {
        "model": Received,
        "description": "Stored",
        "headers": {"Location": {"description": "Of the one document.", "schema": {"type": "string"}}},
    },
}


@router.post(
    "",
    summary="Hand in a document",
    responses=_RECEIVED | responses(400, 401, 403, 409, 413, 415),
    openapi_extra=BODY,
)
async def add_document(
    request: Request,
    response: Response,
    _: Writer,
    connection: ConnectionDep,
    dry_run: Annotated[bool, Query(description="Only tell what is understood; store nothing.")] = False,
    replace: Annotated[bool, Query(description="Also replace what a person made of the same text.")] = False,
) -> Received:
    """Read an article, an annotation or RDF, and store what was understood: all of it or nothing.

    The answer tells what was understood and what was left out, with its lines. A text that the graph
    holds already is read anew and replaces the first reading; what a person made of it only with `replace`.
    With `dry_run` the answer tells why the graph would refuse it, if it would, such as an id that stands for
    something else; others may change the graph until it is stored.
    """
    state, media_type = request.app.state, media_type_of(request)
    found = await state.reading.understand(await request.body(), media_type, state.settings)
    if dry_run:
        asked, refused = await run_in_threadpool(lambda: held_against(connection, found, replace=replace))
        return told(found, [], stored=False, compared=asked, refused=refused)
    written = await run_in_threadpool(lambda: write_understood(connection.store(), found, replace=replace))
    answer = told(found, written, stored=True)
    if any(each.outcome != "unchanged" for each in written):
        response.status_code = 201
        if len(written) == 1:
            response.headers["Location"] = str(request.url_for("get_document", id=written[0].document).path)
    return answer


@router.delete("/{id}", summary="Take a document back", status_code=204, responses=responses(401, 403, 404))
def delete_document(_: Writer, connection: ConnectionDep, id: DocumentId) -> None:
    """Remove a document, its statements and all that only it stated."""
    forget_document(connection.store(), id)
