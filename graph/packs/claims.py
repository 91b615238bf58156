"""What is checked of a pack as a whole: that its answer, and its list of ids, are what its documents say."""

from collections.abc import Iterable

from ..answers import Evidence
from ..judgements import Judgement
from ..subgraph import Node, Ref, Subgraph
from .answer import Answer
from .documents import ACTS
from .manifest import Manifest
from .report import Check


class Stated:
    """What the documents of a pack state, gathered one by one: statements, acts and parts, not texts."""

    def __init__(self) -> None:
        self.statements = dict[str, tuple[Node, str]]()
        self.acts = dict[str, set[tuple[str, Ref]]]()
        self.speakers = dict[str, set[str]]()
        self.documents = dict[str, Node]()
        self.actors = set[str]()
        self._wholes = dict[str, set[str]]()

    def add(self, subgraph: Subgraph) -> None:
        """Take what one document states; of the document all but its text."""
        document = subgraph.document
        bare = {k: v for k, v in document.properties.items() if k != "text"}
        self.documents[document.id] = Node("Document", document.id, bare)
        self.actors |= {node.id for node in subgraph.labelled("Actor")}
        for node in subgraph.labelled("Statement"):
            self.statements[node.id] = node, document.id
            edges = list(subgraph.out(node.ref))
            self.acts[node.id] = {(ACTS[e.name], e.end) for e in edges if e.name in ACTS}
            self.speakers[node.id] = {e.end[1] for e in edges if e.name == "spokenBy"}
        for claim in subgraph.labelled("Claim"):
            wholes = {e.end[1] for e in subgraph.out(claim.ref, "partOf")}
            self._wholes[claim.id] = self._wholes.get(claim.id, set()) | wholes

    def family(self, claim: str) -> set[str]:
        """Return a claim with its parts, and the larger claims that hold it."""
        parts = dict[str, set[str]]()
        for part, wholes in self._wholes.items():
            for whole in wholes:
                parts.setdefault(whole, set()).add(part)
        return _reached(claim, self._wholes) | _reached(claim, parts)


def _reached(start: str, steps: dict[str, set[str]]) -> set[str]:
    seen, ahead = set[str](), [start]
    while ahead:
        at = ahead.pop()
        if at not in seen:
            seen.add(at)
            ahead += steps.get(at, ())
    return seen


def check_manifest(manifest: Manifest, stated: Stated, judged: Iterable[Judgement], check: Check) -> None:
    """Check that the manifest lists what there is: the claim's family, its statements, judgements, actors."""
    check.require(
        stated.family(manifest.claim) == set(manifest.claims),
        "manifest.json: claims are not those of the claim",
    )
    family = set(manifest.claims)
    acting = {id_ for id_, acts in stated.acts.items() if any(end[1] in family for _, end in acts)}
    listed = set(manifest.statements)
    for id_ in sorted(acting - listed):
        check.require(False, f"manifest.json: statement {id_} is on the claim and not listed")
    for id_ in sorted(listed):
        check.require(
            id_ in stated.statements, f"manifest.json: statement {id_} is in no document of the pack"
        )
    held = {judgement.id for judgement in judged}
    check.require(
        held == set(manifest.judgements), "manifest.json: judgements are not those of judgements.ttl"
    )
    check.require(
        stated.actors <= set(manifest.actors), "manifest.json: actors of the documents are not listed"
    )


def check_answer(
    answer: Answer, manifest: Manifest, stated: Stated, judged: list[Judgement], check: Check
) -> None:
    """Check the answer against the documents: every quote, where it stands, who says it and what it does."""
    claim = answer.claim
    check.require(claim.id == manifest.claim, "answer.json: answers on another claim than the manifest names")
    check.require(answer.chains.claim.id == claim.id, "answer.json: the chains are those of another claim")
    listed = set(manifest.statements)
    for item in answer.evidence:
        _check_item(item, stated, judged, check)
        check.require(item.id in listed, f"answer.json: statement {item.id} is not on the claim")
    for side, act in ((claim.asserting, "asserts"), (claim.denying, "denies")):
        for item in side:
            acts = any(deed.act == act and deed.id in manifest.claims for deed in item.acts)
            check.require(acts, f"answer.json: statement {item.id} {act} nothing of the claim")
    for part in claim.parts:
        check.require(part.id in manifest.claims, f"answer.json: {part.id} is no part of the claim")
        for id_ in part.by:
            check.require(id_ in listed, f"answer.json: part {part.id}: statement {id_} is not on the claim")
    for chain in answer.chains.chains:
        check.require(chain.statement in listed, f"answer.json: chain of {chain.statement}: not on the claim")


def _check_item(item: Evidence, stated: Stated, judged: list[Judgement], check: Check) -> None:
    where = f"answer.json: statement {item.id}"
    node, document = stated.statements.get(item.id, (None, ""))
    if node is None:
        check.require(False, f"{where}: no document of the pack holds it")
        return
    for name in (
        "exact",
        "start",
        "end",
        "prefix",
        "suffix",
        "cue",
        "mode",
        "certainty",
        "said",
        "condition",
    ):
        said, given = getattr(item, name), node.properties.get(name)
        check.require(
            (said or None) == (given or None), f"{where}: {name} is {said!r}, the document has {given!r}"
        )
    check.require(
        item.qualification == node.properties.get("qualification"), f"{where}: another qualification"
    )
    check.require(item.document.id == document, f"{where}: stands in document {document}")
    for name in ("title", "url", "published", "source"):
        given = stated.documents[document].properties.get(name)
        check.require(getattr(item.document, name) == given, f"{where}: {name} of its document is {given!r}")
    into = {judgement.into for judgement in judged}
    for speaker in item.speakers:
        known = speaker.id in stated.speakers[item.id] or speaker.id in into
        check.require(known, f"{where}: {speaker.id} does not say it")
    linked = item.link_basis is not None or item.judged
    for deed in item.acts:
        meant = any(deed.act == act and deed.id == end[1] for act, end in stated.acts[item.id])
        check.require(meant or bool(linked), f"{where}: does not {deed.act} {deed.id}")
