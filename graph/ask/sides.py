"""A pair of provisions as it is told: each side with the words that changed, and where they stand."""

from ..answers import ProvisionPair, ProvisionText, Row, Stated, Stretch
from ..answers.common import span_of
from ..drafts import Pair, Provision, pieces
from .lineage import Draft


def paired(pair: Pair, old: Draft, new: Draft) -> ProvisionPair:
    """Return a pair with the words of both sides, in the order of their drafts."""
    before = [p for p in old.provisions if p.id in pair.old]
    after = [p for p in new.provisions if p.id in pair.new]
    return ProvisionPair(
        relation=pair.relation,
        confidence=pair.confidence,
        old=[_side(p, after, old.documents[p.id], pair) for p in before],
        new=[_side(p, before, new.documents[p.id], pair) for p in after],
        old_value=pair.old_value,
        new_value=pair.new_value,
        old_amount=pair.old_amount,
        new_amount=pair.new_amount,
        unit=pair.unit,
        judgement=pair.judgement,
    )


def _side(provision: Provision, others: list[Provision], documents: list[Row], pair: Pair) -> ProvisionText:
    whole = pair.relation == "kept"
    told = [Stretch(text=provision.text, changed=False)] if whole else _stretches(provision, others)
    return ProvisionText(
        id=provision.id, name=provision.name, number=provision.number, text=provision.text, words=told,
        stated=_stated(documents, len(provision.text)),
    )  # fmt: skip


def _stretches(provision: Provision, others: list[Provision]) -> list[Stretch]:
    found = pieces(provision.text, [other.text for other in others])
    return [Stretch(text=piece.text, changed=piece.changed) for piece in found]


def _stated(documents: list[Row], length: int) -> Stated | None:
    """Return the first document that has all the words, else the first that states them in others."""
    for document in documents:
        for start, end in map(span_of, document["spans"]):
            if end - start == length:
                return _place(document, start, end)
    return _place(documents[0]) if documents else None


def _place(document: Row, start: int | None = None, end: int | None = None) -> Stated:
    return Stated(
        document_id=document["id"], document=document["title"], published=document["published"],
        start=start, end=end,
    )  # fmt: skip
