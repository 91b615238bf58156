"""What is checked of a pack as a whole: that its answer, and its list of ids, are what its documents say."""

from collections.abc import Iterable

from ..judgements import Judgement
from .answer import Answer
from .camps import check_camps
from .evidence import check_item
from .judged import Judged
from .manifest import Manifest
from .report import Check
from .stated import Stated


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
) -> list[str]:
    """Work the answer out anew from documents and judgements; return notes on what these cannot settle."""
    claim = answer.claim
    check.require(claim.id == manifest.claim, "answer.json: answers on another claim than the manifest names")
    check.require(answer.chains.claim.id == claim.id, "answer.json: the chains are those of another claim")
    known = Judged(stated, judged)
    notes = list[str]()
    for item in answer.evidence:
        notes += check_item(item, known, check)
    check_camps(answer, known, check)
    return notes
