"""What each provision of a plan became, draft by draft: what stances on it are carried by, or stale for."""

from collections.abc import Iterable
from typing import NamedTuple

from ..answers.common import span_of
from ..answers.plans import Status
from ..drafts import Alignment, Pair, Provision, Relation, align
from ..judge import judgements
from ..store import Row, Store
from .filters import filtered_by
from .plans import in_numbered_order
from .stated import Stated, stated


class Draft(NamedTuple):
    """A draft with its provisions, in their order, and the documents that state each."""

    id: str
    name: str
    dated: str | None
    published: str | None
    provisions: tuple[Provision, ...]
    documents: dict[str, list[Row]]


class Fate(NamedTuple):
    """What became of a provision by a later draft, and by which relation it first changed."""

    status: Status
    step: Relation | None = None


class Lineage:
    """The drafts of a plan, and what each provision became from one to the next."""

    def __init__(self, drafts: Iterable[Draft], judged: Iterable[Alignment] = ()) -> None:
        self.drafts = tuple(drafts)
        self.versions = tuple(draft.id for draft in self.drafts)
        self._draft = {p.id: n for n, draft in enumerate(self.drafts) for p in draft.provisions}
        put = list(judged)
        self.steps: tuple[tuple[Pair, ...], ...] = tuple(
            tuple(align(old.provisions, new.provisions, put))
            for old, new in zip(self.drafts, self.drafts[1:], strict=False)
        )
        self._after = {id_: pair for pairs in self.steps for pair in pairs for id_ in pair.old}
        self._before = {id_: pair for pairs in self.steps for pair in pairs for id_ in pair.new}

    def version_of(self, term: str) -> str | None:
        """Return the draft that a provision is of, None if the lineage does not know it."""
        return self.versions[self._draft[term]] if term in self._draft else None

    def later(self, term: str) -> frozenset[str]:
        """Return what a provision became, in any later draft; itself excluded."""
        return self._reached({term}, forward=True, back=False)

    def earlier(self, term: str) -> frozenset[str]:
        """Return what a provision came from, in any earlier draft; itself excluded."""
        return self._reached({term}, forward=False, back=True)

    def same(self, term: str) -> frozenset[str]:
        """Return the provision with all that is linked to it through the drafts, by split or merger too."""
        return self._reached({term}, forward=True, back=True) | {term}

    def together(self, terms: Iterable[str]) -> list[str]:
        """Return terms as given, but those that the drafts link side by side, oldest first."""
        place = {term: n for n, term in enumerate(terms)}
        first = {term: min(place.get(each, n) for each in self.same(term)) for term, n in place.items()}
        return sorted(place, key=lambda term: (first[term], self._draft.get(term, -1), place[term]))

    def at(self, term: str, version: str) -> Fate:
        """Return what became of a provision by a draft: carried only if every step to it is `kept`."""
        if term not in self._draft or self._draft[term] >= self.versions.index(version):
            return Fate("current")
        for _ in range(self._draft[term], self.versions.index(version)):
            pair = self._after[term]
            if pair.relation != "kept":
                return Fate("stale", pair.relation)
            (term,) = pair.new
        return Fate("carried")

    def status(self, term: str) -> Status:
        """Return whether a provision is of the newest draft, carried into it unchanged, or stale."""
        return self.at(term, self.versions[-1]).status if self.versions else "current"

    def step(self, term: str) -> Relation | None:
        """Return the relation of the first step that is not `kept`, of a stale provision."""
        return self.at(term, self.versions[-1]).step if self.versions else None

    def _reached(self, start: set[str], *, forward: bool, back: bool) -> frozenset[str]:
        found, todo = set(start), list(start)
        while todo:
            term = todo.pop()
            pairs = [self._after.get(term) if forward else None, self._before.get(term) if back else None]
            for pair in filter(None, pairs):
                # Both ways, those that went into one provision are linked as well.
                near = {*pair.old, *pair.new} if forward and back else {*(pair.new if forward else pair.old)}
                todo += near - found
                found |= near
        return frozenset(found - start)


def lineage(store: Store, plan: str, *, as_of: str | None = None) -> Lineage:
    """Return the lineage of a plan's provisions; `as_of`: by what was published then.

    A draft without provisions is known by its name only: it is no step.
    """
    return Lineage(drafts(store, plan, as_of=as_of), alignments(store))


def alignments(store: Store) -> list[Alignment]:
    """Return what persons judged of what became of provisions."""
    made = [standing.judgement for standing in judgements(store, act="align")]
    return [Alignment(each.id, each.older, each.newer) for each in made]


def drafts(store: Store, plan: str, *, as_of: str | None = None) -> list[Draft]:
    """Return the drafts of a plan that have provisions, oldest first."""
    filter_ = filtered_by(as_of=as_of)
    rows = [row for row in store.read("plan_versions", plan=plan, filter=filter_) if row["terms"]]
    terms: dict[str, list[Row]] = {}
    provisions = store.read("version_terms", versions=[row["id"] for row in rows], filter=filter_)
    known = stated(store, (row["id"] for row in provisions), as_of) if as_of else {}
    for row in provisions:
        told = _as_stated(row, known[row["id"]]) if as_of else row
        terms.setdefault(row["version"], []).append(told)
    return [_draft(row, terms[row["id"]]) for row in rows]


def _as_stated(row: Row, known: Stated) -> Row:
    """Return a provision with what documents of then state of it."""
    binds = known.ends("binds", "actor", ({"id": id_} for id_ in row["binds"]))
    told = known.without_unknown(row, ("topic", "number", "amount", "unit"))
    return {**told, "binds": [each["id"] for each in binds]}


def plan_of(store: Store, term: str) -> str | None:
    """Return the plan that a provision belongs to, None if the graph does not know it."""
    rows = store.read("plan_of_term", term=term)
    return rows[0]["plan"] if rows else None


def _draft(row: Row, terms: list[Row]) -> Draft:
    ordered = sorted(terms, key=_place)
    provisions = tuple(
        Provision(
            t["id"], t["text"], t["name"], t["number"], t["topic"], tuple(t["binds"]), t["amount"], t["unit"]
        )
        for t in ordered
    )
    documents = {term["id"]: term["documents"] for term in ordered}
    return Draft(row["id"], row["name"], row["dated"], row["published"], provisions, documents)


def _place(term: Row) -> tuple[bool, int, str, str]:
    """Sort key of the provisions of a draft: by number, else by where they stand in the first document."""
    spans = [span_of(fragment) for fragment in term["documents"][0]["spans"]]
    start = min((start for start, _ in spans), default=10**9)
    return in_numbered_order(term["number"], f"{start:010} {term['id']}")
