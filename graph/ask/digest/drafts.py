"""New drafts, and what each made of the provisions of the one before."""

from ...answers import Named, ProvisionPair, ProvisionText, Row, Source
from ...answers.digest import Citation, Piece, Sentence
from ..lineage import lineage
from ..versions import diff
from .period import Period
from .silences import citations
from .wording import joined

_RELATIONS = {
    "kept": "kept", "amount": "with another value", "reworded": "reworded", "split": "split",
    "merged": "merged", "added": "added", "dropped": "dropped",
}  # fmt: skip


def drafts(period: Period) -> list[Sentence]:
    """Return the drafts whose text was published in the period, oldest first, with all that they changed."""
    return [_draft(period, row) for row in period.read("new_drafts")]


def _draft(period: Period, row: Row) -> Sentence:
    pairs = _pairs(period, row)
    terms = [p.id for pair in pairs for p in (*pair.old, *pair.new)]
    cited = citations(period, terms)
    told = f"{row['plan']}, {row['name']}: {row['terms']} provisions{_counts(pairs)}"
    return Sentence(
        pieces=[Piece(text=told, citations=[_head(period, row["document"])])],
        version=row["id"],
        details=[_change(pair, cited) for pair in pairs if pair.relation != "kept"],
    )


def _pairs(period: Period, row: Row) -> list[ProvisionPair]:
    """Return what became of the provisions of the draft before; nothing of the first draft."""
    versions = lineage(period.store, row["plan_id"], as_of=period.until).versions
    if row["id"] not in versions[1:]:
        return []
    return diff(period.store, new=row["id"], plan=row["plan_id"], as_of=period.until).pairs


def _counts(pairs: list[ProvisionPair]) -> str:
    relations = [pair.relation for pair in pairs]
    told = [f"{relations.count(each)} {words}" for each, words in _RELATIONS.items() if each in relations]
    return f"; against the draft before, {joined(told)}" if told else ""


def _head(period: Period, document: str) -> Citation:
    """Return the first words of a document: its title, or else its first line."""
    (row,) = period.store.read("documents_cited", documents=[document])
    line = str(row["text"]).partition("\n")[0]
    return Citation(document=Source.model_validate(row), quote=line, start=0, end=len(line))


def _change(pair: ProvisionPair, cited: dict[str, Citation]) -> Sentence:
    old, new = _names(pair.old), _names(pair.new)
    match pair.relation:
        case "dropped":
            text = f"Dropped: {old}"
        case "added":
            text = f"Added: {new}"
        case "split":
            text = f"Split: {old} into {new}"
        case "merged":
            text = f"Merged: {old} into {new}"
        case "amount":
            text = f"Changed: {new}, from {pair.old_value} to {pair.new_value}"
        case _:
            text = f"Reworded: {new}"
    shown = pair.new or pair.old
    term = shown[0]
    return Sentence(
        pieces=[Piece(text=text, citations=[cited[p.id] for p in shown])],
        term=Named(id=term.id, name=term.name),
        kind=pair.relation,
    )


def _names(provisions: list[ProvisionText]) -> str:
    return joined(f"“{provision.name}”" for provision in provisions) if provisions else ""
