"""What was read."""

from ..answers import DocumentAnswer, DocumentSummary, Mention, Page
from ..store import Store
from .evidence import first
from .filters import filtered, meant, require_dates, require_period
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
    as_of: str | None = None,
    publisher: str | None = None,
    claim: str | None = None,
    term: str | None = None,
    plan: str | None = None,
    actor: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[DocumentSummary]:
    """Return documents, newest first; those of unknown date come last.

    `claim`, `term` and `plan` are what a document mentions, `actor` is who speaks in it.
    """
    date, id_ = decode(after, "documents", 2)
    require_period(since, until)
    require_dates(as_of)
    of = {
        "publisher": meant(store, publisher), "claim": claim, "term": term, "plan": plan,
        "actor": meant(store, actor),
    }  # fmt: skip
    filters = of | {
        "since": since, "until": until, "as_of": as_of, "after_date": date, "after_id": id_,
    }  # fmt: skip
    rows = (
        filtered(store, "documents", **filters, limit=limit + 1)
        if any(of.values())
        else latest(store, "documents", filters, limit + 1, since=since, until=as_of or until, last=date)
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
