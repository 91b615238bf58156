"""What was read."""

from ..answers import DocumentAnswer, DocumentSummary, Mention, Page
from ..store import Store
from .evidence import first
from .filters import filtered, meant, require_period
from .naming import naming
from .pages import decode, next_cursor, one
from .stretches import latest

MOST = 2000


@naming
def documents(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    publisher: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[DocumentSummary]:
    """Return documents, newest first; those of unknown date come last."""
    date, id_ = decode(after, "documents", 2)
    require_period(since, until)
    filters = {
        "since": since, "until": until, "publisher": meant(store, publisher),
        "after_date": date, "after_id": id_,
    }  # fmt: skip
    rows = (
        filtered(store, "documents", **filters, limit=limit + 1)
        if publisher
        else latest(store, "documents", filters, limit + 1, since=since, until=until, last=date)
    )
    items = [DocumentSummary.model_validate(row) for row in rows[:limit]]
    return Page[DocumentSummary](items=items, next=next_cursor(rows, limit, "documents", "latest", "id"))


def document(store: Store, id_: str) -> DocumentAnswer:
    """Return one document with its text and statements in the order of the text."""
    row = one(store.read("document", document=id_), "document", id_)
    said, more = first(store, store.read("document_statements", document=id_, limit=MOST + 1), MOST)
    mentions = _mentions(store, id_)
    return DocumentAnswer.model_validate({**row, "mentions": mentions, "statements": said, "more": more})


def _mentions(store: Store, document: str) -> list[Mention]:
    found = [Mention.model_validate(row) for row in store.read("document_mentions", document=document)]
    for mention in found:
        mention.spans.sort()
    return sorted(found, key=lambda mention: (mention.spans, mention.kind, mention.id))
