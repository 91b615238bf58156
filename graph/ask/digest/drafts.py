"""New drafts, and what each made of the provisions of the one before."""

from ...answers import Named, ProvisionPair, ProvisionText, Row
from ...answers.digest import Citation, Piece, Sentence
from ...errors import CounterclaimError
from ..lineage import lineage
from ..versions import diff
from .period import Period
from .silences import citations
from .wording import joined


def drafts(period: Period) -> list[Sentence]:
    """Return the drafts whose text was published in the period, oldest first, with all that they changed."""
    return [_draft(period, row) for row in period.read("new_drafts")]


def _draft(period: Period, row: Row) -> Sentence:
    pairs = _pairs(period, row)
    terms = [p.id for pair in pairs for p in (*pair.old, *pair.new)]
    own = lineage(period.store, row["plan_id"], as_of=period.until)
    mine = [p.id for draft in own.drafts if draft.id == row["id"] for p in draft.provisions]
    cited = citations(period, [*terms, *mine])
    first = next(c for c in map(cited.get, mine) if c and c.document.id == row["document"])
    counts = _counts(pairs)
    told = f"The {row['name']} of “{row['plan']}” came out, with {row['terms']} provisions{counts}; the first"
    return Sentence(
        pieces=[Piece(text=told, citations=[first])],
        version=row["id"],
        details=[_change(pair, cited) for pair in pairs if pair.relation != "kept"],
    )


def _pairs(period: Period, row: Row) -> list[ProvisionPair]:
    """Return what became of the provisions of the draft before; nothing of the first draft."""
    try:
        return diff(period.store, new=row["id"], plan=row["plan_id"], as_of=period.until).pairs
    except CounterclaimError:
        return []


def _counts(pairs: list[ProvisionPair]) -> str:
    relations = [pair.relation for pair in pairs]
    told = [f"{relations.count(each)} {each}" for each in dict.fromkeys(relations)]
    return f" (against the draft before: {', '.join(told)})" if told else ""


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
