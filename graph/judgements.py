"""What a person judges: who is who, what a denial means, what is recorded rightly, what became of what."""

from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from .project import digest
from .subgraph import Node, Value

Kind = Literal["merge", "split", "link", "accept", "reject", "align", "dismiss"]

OF_ACTORS = ("merge", "split")
REVIEWS = ("accept", "reject")
OF_STATEMENTS = ("link", *REVIEWS)

FIELDS = {
    "kind": "act",
    "actor": "actor",
    "into": "into",
    "name": "newName",
    "documents": "inDocuments",
    "statements": "inStatements",
    "statement": "statement",
    "claim": "claim",
    "older": "older",
    "newer": "newer",
    "finding": "finding",
    "reason": "reason",
    "by": "by",
}
"""The property of the node for each field of a judgement; 'kind' already names a fact of shared nodes."""

LISTS = ("documents", "statements", "older", "newer")


@dataclass(frozen=True)
class Judgement:
    """One judgement. Its id depends on what is judged, not on the reason, the judge or the new name.

    merge: `actor` is merged into `into`. split: where `documents` and `statements` say `actor`, `into`
    is meant, named `name` unless documents name it. link: the unlinked `statement` means `claim`, or
    with no claim, none that the graph holds. accept and reject: `statement` is recorded rightly, or not.
    align: the provisions `older` of one draft became `newer` of a later one; with none on one side they
    were dropped, or added. dismiss: the `finding`, such as a contradiction, is a false alarm.
    """

    kind: Kind
    actor: str = ""
    into: str = ""
    name: str = ""
    documents: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    statement: str = ""
    claim: str = ""
    older: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    finding: str = ""
    reason: str = ""
    by: str = ""

    @property
    def id(self) -> str:
        """16 hexadecimal digits that depend on what is judged."""
        return digest(
            "judgement", self.kind, self.actor, self.into, *self.documents, "/", *self.statements,
            self.statement, self.claim, *self._found,
        )  # fmt: skip

    @property
    def _found(self) -> tuple[str, ...]:
        """What only the kinds have that came last: judgements of the others keep the ids they had."""
        return (*self.older, "/", *self.newer, self.finding) if self.kind in ("align", "dismiss") else ()

    @property
    def node(self) -> Node:
        """The judgement as a node of the graph."""
        values: dict[str, Value] = {name: getattr(self, field) for field, name in FIELDS.items()}
        return Node("Judgement", self.id, {name: value for name, value in values.items() if value})


def judgement_of(properties: dict[str, Any]) -> Judgement:
    """Return the judgement that a node with these properties holds."""
    given = {field: properties[name] for field, name in FIELDS.items() if name in properties}
    lists = {f: tuple(sorted(cast(list[str], given.get(f, ())))) for f in LISTS}
    return replace(Judgement(given["kind"]), **{**given, **lists})


def told(judgement: Judgement) -> str:
    """Return a judgement in words, for messages and tables."""
    match judgement.kind:
        case "merge":
            return f"{judgement.actor} is merged into {judgement.into}"
        case "split":
            places = ", ".join((*judgement.documents, *judgement.statements))
            return f"{judgement.actor} in {places} is {judgement.into}"
        case "link":
            return f"{judgement.statement} means {judgement.claim or 'no claim of the graph'}"
        case "accept" | "reject":
            return f"{judgement.statement} is {judgement.kind}ed"
        case "align":
            return _aligned(judgement.older, judgement.newer)
        case "dismiss":
            return f"finding {judgement.finding} is a false alarm"


def _aligned(older: tuple[str, ...], newer: tuple[str, ...]) -> str:
    if not newer:
        return f"{', '.join(older)} was dropped"
    if not older:
        return f"{', '.join(newer)} was added"
    return f"{', '.join(older)} became {', '.join(newer)}"
