"""Which documents print each other's text."""

from collections.abc import Iterable, Mapping

from ..answers import Copy, Named
from ..copies import CopyOf, Printed, copies
from ..store import Store
from .pages import one

BESIDE = 200
"""Documents, at most, among which the copies of one are looked for."""


def copies_of(store: Store, document: str) -> list[Copy]:
    """Return the copies that a document is among, as a copy or as the original; NotFoundError.

    They are looked for among documents that report on the same; a draft of a plan reports nothing, so
    drafts of one plan are none, however much they have in common.
    """
    one(store.read("document", document=document), "document", document)
    beside = store.read("documents_beside", document=document, limit=BESIDE)
    texts = printed(store, (row["id"] for row in beside))
    found = copies(texts.values())
    top = found[document].original if document in found else document
    return [copy_told(each, texts) for each in found.values() if each.original == top]


def printed(store: Store, documents: Iterable[str]) -> dict[str, Printed]:
    """Return documents with the beginnings of their texts, by id."""
    rows = store.read("document_texts", documents=sorted(set(documents)))
    return {
        row["id"]: Printed(
            row["id"], row["title"], row["text"], row["published"], tuple(row["outlets"]), tuple(row["names"])
        )
        for row in rows
    }


def copy_told(copy: CopyOf, texts: Mapping[str, Printed]) -> Copy:
    """Return a copy as it is told in answers."""
    document, original = (Named(id=id_, name=texts[id_].title) for id_ in (copy.copy, copy.original))
    return Copy(document=document, original=original, share=copy.share)
