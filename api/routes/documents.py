"""Documents: the articles and posts that were read."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import DocumentAnswer, DocumentSummary, Page

from ..connection import ConnectionDep
from ..pages import OK, linked
from ..params import After, DocumentId, Limit, Publisher, Since, Until
from ..problems import responses

router = APIRouter(prefix="/documents", tags=["documents"])


@router.get("", summary="All documents", responses=OK | responses(400))
def list_documents(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[DocumentSummary]:
    """Return documents, newest first; those of unknown date come last."""
    page = ask.documents(
        connection.store(), since=since, until=until, publisher=publisher, after=after, limit=limit
    )
    return linked(request, response, page)


@router.get("/{id}", summary="One document", responses=responses(404))
def get_document(connection: ConnectionDep, id: DocumentId) -> DocumentAnswer:
    """Return one document with its text and statements.

    The words of each statement are `text[start:end]`; offsets count Unicode code points, not bytes
    and not UTF-16 units.
    """
    return ask.document(connection.store(), id)
