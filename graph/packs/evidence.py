"""What is checked of one statement in the answer: each detail against its document and the judgements."""

from collections.abc import Iterable

from ..answers import Evidence
from ..answers.evidence import Source
from ..project import claim_id
from ..relink import SURENESS
from .judged import Deed, Judged
from .report import Check

PLAIN = (
    "exact", "start", "end", "prefix", "suffix", "cue", "mode", "certainty", "said", "condition",
    "qualification", "inference", "confidence", "unlinked",
)  # fmt: skip


def check_item(item: Evidence, known: Judged, check: Check) -> list[str]:
    """Check a statement; return notes on what the pack cannot settle."""
    where = f"answer.json: statement {item.id}"
    if item.id not in known.stated.statements:
        check.require(False, f"{where}: no document of the pack holds it")
        return []
    given = known.node(item.id).properties
    for name in PLAIN:
        said, meant = getattr(item, name), given.get(name)
        check.require(
            (said or None) == (meant or None), f"{where}: {name} is {said!r}, the document has {meant!r}"
        )
    spans = [[item.cue_span] if item.cue_span else [], item.speaker_spans]
    for name, places in zip(("cueSpan", "speakerSpan"), spans, strict=True):
        told = [f"char={start},{end}" for start, end in places]
        meant = [str(given[name])] if name in given else []
        check.require(told == meant, f"{where}: {name} is another")
    check.require(item.review == known.review(item.id), f"{where}: review is {known.review(item.id)!r}")
    _check_judged(item, known, where, check)
    check_source(item.document, item.id, known, where, check)
    check_actors(item.speakers, known, where, check)
    check_actors(item.chain, known, where, check)
    check_actors(item.refers_to, known, where, check)
    _same(item.speakers, known.speakers(item.id), f"{where}: {{}} does not say it", check)
    _same(item.refers_to, known.speakers(item.id, "refersTo"), f"{where}: does not refer to {{}}", check)
    chain = [speaker.id for speaker in item.chain]
    check.require(sorted(chain) == sorted(known.chain(item.id)), f"{where}: others pass it on")
    return _check_acts(item, known, where, check)


def check_actors(actors: Iterable[object], known: Judged, where: str, check: Check) -> None:
    """Check names and kinds of actors in the answer."""
    for actor in actors:
        id_, name, kind = (getattr(actor, key, None) for key in ("id", "name", "kind"))
        names = known.stated.names.get(("Actor", str(id_)), set())
        check.require(name in names, f"{where}: {id_} is not named {name!r} in the pack")
        kinds = known.stated.kinds.get(str(id_), set())
        check.require(kind is None or kind in kinds, f"{where}: {id_} is no {kind}")


def check_source(source: Source, statement: str, known: Judged, where: str, check: Check) -> None:
    """Check what the answer says of a statement's document."""
    document = known.document(statement)
    check.require(source.id == document.id, f"{where}: stands in document {document.id}")
    for name in ("title", "url", "published", "source"):
        given = document.properties.get(name)
        check.require(getattr(source, name) == given, f"{where}: {name} of its document is {given!r}")
    found = known.publishers(document.id)
    names = {name for actor in found for name in known.stated.names.get(("Actor", actor), ())}
    right = source.publisher in names if names else source.publisher is None
    check.require(right, f"{where}: its publisher is not {source.publisher!r}")


def _same(actors: Iterable[object], meant: set[str], failure: str, check: Check) -> None:
    ids = {str(getattr(actor, "id", "")) for actor in actors}
    for id_ in sorted(ids ^ meant) or [""]:
        check.require(not id_, failure.format(id_))


def _check_judged(item: Evidence, known: Judged, where: str, check: Check) -> None:
    here = {j.id for j in known.judgements if j.statement == item.id}
    possible = here | {j.id for j in known.judgements if item.id in j.statements}
    told = set(item.judged)
    check.require(here <= told <= possible, f"{where}: judgements on it are not those of judgements.ttl")


def _check_acts(item: Evidence, known: Judged, where: str, check: Check) -> list[str]:
    given = {(act, end[1]): end for act, end in known.stated.acts[item.id]}
    done = {(deed.act, deed.id) for deed in item.acts}
    for act, id_ in sorted(given.keys() - done):
        check.require(False, f"{where}: the answer leaves out that it {act} {id_}")
    for deed in item.acts:
        ref = given.get((deed.act, deed.id), ("Claim", deed.id))
        check.require(deed.kind == ref[0], f"{where}: {deed.id} is no {deed.kind}")
        names = known.stated.names.get(ref, set())
        # A claim that no document of the pack states is still told by its id: the hash of its sentence.
        right = deed.text in names or (ref[0] == "Claim" and claim_id(deed.text) == deed.id)
        check.require(right, f"{where}: {deed.id} is not {deed.text!r} in the pack")
    return _check_links(item, done - given.keys(), known, where, check)


def _check_links(item: Evidence, links: set[Deed], known: Judged, where: str, check: Check) -> list[str]:
    """Check what a statement does by no document: by judgement, or as the only claim that it can mean."""
    given = known.node(item.id).properties
    judged = known.links(item.id)
    basis: set[str] = {
        f"judged by {j.by or 'a person'}{': ' + j.reason if j.reason else ''}" for j in judged if j.claim
    }
    meant = {j.claim for j in judged if j.claim}
    sure = 1.0
    notes = list[str]()
    for act, claim in sorted(links):
        right = "unlinked" in given and act == given["unlinked"]
        if claim not in meant:
            right = right and not judged and act == "denies" and len(links) == 1
            right = right and known.review(item.id) != "rejected"
            told, notes = _by_rule(item, claim, known)
            basis, sure, right = told, SURENESS, right and item.link_basis in told
        check.require(right, f"{where}: does not {act} {claim}")
    left_out = (meant & known.stated.wholes.keys()) - {claim for _, claim in links}
    check.require(not left_out or "unlinked" not in given, f"{where}: a judged link is left out")
    told = "; ".join(sorted(basis)) if links else None
    check.require(item.link_basis == given.get("linkBasis", told), f"{where}: link_basis is {told!r}")
    meant_sure = given.get("linkConfidence", sure if links else None)
    check.require(item.link_confidence == meant_sure, f"{where}: link_confidence is {meant_sure!r}")
    known.link(item, links)
    return notes


def _by_rule(item: Evidence, claim: str, known: Judged) -> tuple[set[str], list[str]]:
    """Return how a link that a rule made can be told, and a note where the pack cannot settle it."""
    below = known.stated.below(claim)
    asserting = {
        speaker
        for id_ in known.stated.statements
        for speaker in known.speakers(id_)
        if any(act == "asserts" and end in below for act, end in known.acts(id_))
    }
    referred = known.speakers(item.id, "refersTo")
    asserting -= known.speakers(item.id)
    meant = {a for a in asserting if a in referred or known.affiliated(a) & referred}
    names = known.stated.names
    claimants = [sorted(names.get(("Actor", a), {""}))[0] for a in sorted(meant)]
    deniers = [speaker.name for speaker in sorted(item.speakers, key=lambda s: s.id)]
    if not meant or item.link_basis is None:
        return set(), []
    start, _, end = item.link_basis.removeprefix("the only claim of ").partition(" about ")
    right = (
        item.link_basis.startswith("the only claim of ")
        and set(start.split(" and ")) <= set(claimants)
        and end.endswith(" published by then")
        and set(end.removesuffix(" published by then").split(" and ")) <= set(deniers)
    )
    note = f"statement {item.id} is linked by a rule to {claim}: that no other claim fits is not re-checked"
    return ({item.link_basis} if right else set()), [note]
