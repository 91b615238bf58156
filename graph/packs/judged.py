"""What the documents of a pack mean under the judgements in it: speakers, reviews, ways, links."""

from ..answers import Evidence
from ..judgements import REVIEWS, Judgement
from ..resolution import Held, Resolution
from ..subgraph import Node
from .stated import Stated

Deed = tuple[str, str]
"""What a statement does, and the id of what it does that to."""

_MOST_WAYS = 1000


class Judged:
    """The documents of a pack, read as its judgements say."""

    def __init__(self, stated: Stated, judgements: list[Judgement]) -> None:
        self.stated = stated
        self.judgements = judgements
        held = {id_: Held(min(kinds), id_) for id_, kinds in stated.kinds.items()}
        actors = [j for j in judgements if j.kind in ("merge", "split")]
        self._actors = Resolution(actors, held, places=stated.places)
        self._linked = dict[str, set[Deed]]()

    def node(self, statement: str) -> Node:
        """Return a statement as its document gives it."""
        return self.stated.statements[statement][0]

    def document(self, statement: str) -> Node:
        """Return the document of a statement."""
        return self.stated.documents[self.stated.statements[statement][1]]

    def speakers(self, statement: str, edge: str = "spokenBy") -> set[str]:
        """Return who speaks in a statement, or to whom it refers."""
        document = self.stated.statements[statement][1]
        raw = self.stated.ends(edge, statement)
        return {self._actors.resolve(actor, document, statement) for actor in raw}

    def publishers(self, document: str) -> set[str]:
        """Return who published a document."""
        return {self._actors.resolve(actor, document) for actor in self.stated.ends("publishedBy", document)}

    def affiliated(self, actor: str) -> set[str]:
        """Return with whom an actor is, as documents of the pack state it."""
        found = self.stated.edges.get("affiliatedWith", {})
        lead = self._actors.resolve
        return {lead(end) for raw, ends in found.items() if lead(raw) == actor for end in ends}

    def review(self, statement: str) -> str:
        """Return the review: that of the judgement on it, or else of its document."""
        for judgement in self.judgements:
            if judgement.kind in REVIEWS and judgement.statement == statement:
                return f"{judgement.kind}ed"
        return str(self.node(statement).properties["review"])

    def links(self, statement: str) -> list[Judgement]:
        """Return the judgements that link a statement, or say that it means no claim."""
        return [j for j in self.judgements if j.kind == "link" and j.statement == statement]

    def link(self, item: Evidence, deeds: set[Deed]) -> None:
        """Take links, once they are checked."""
        self._linked[item.id] = deeds

    def acts(self, statement: str) -> set[Deed]:
        """Return what a statement does: by its document, by judgement, and by links that were checked."""
        unlinked = str(self.node(statement).properties.get("unlinked", ""))
        given = {(act, end[1]) for act, end in self.stated.acts[statement]}
        judged = {(unlinked, j.claim) for j in self.links(statement) if unlinked and j.claim}
        return given | judged | self._linked.get(statement, set())

    def passed_on(self, statement: str) -> list[str]:
        """Return the statements that pass one on, outward, once for each way."""
        found, ahead = list[str](), [(statement,)]
        # Forged documents may hold more ways than can be walked; no article has so many.
        while ahead and len(found) < _MOST_WAYS:
            ahead = [
                (*way, outer)
                for way in ahead
                for outer in sorted(self.stated.ends("reportedBy", way[-1]) & self.stated.statements.keys())
                if outer not in way
            ]
            found += [way[-1] for way in ahead]
        return found

    def chain(self, statement: str) -> list[str]:
        """Return who passes a statement on."""
        return [actor for outer in self.passed_on(statement) for actor in sorted(self.speakers(outer))]
