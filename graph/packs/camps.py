"""What is checked of the answer's camps, parts and chains: worked out anew, by the rules of the queries."""

from dataclasses import dataclass

from .answer import Answer
from .evidence import check_actors, check_source
from .judged import Judged
from .report import Check

_FALLING = ("plain", "hedged", "rumoured")


@dataclass(frozen=True, order=True)
class _Said:
    """One live deed of one speaker, in the order in which answers give them."""

    date: str
    statement: str
    speaker: str
    claim: str
    act: str


def check_camps(answer: Answer, known: Judged, check: Check) -> None:
    """Check who claims and denies what, the parts, the status and the chains."""
    claim = answer.claim
    family = known.stated.family(claim.id)
    claiming, denying = (_live(known, family, act) for act in ("asserts", "denies"))
    sides = (("asserting", claim.asserting, claiming), ("denying", claim.denying, denying))
    for side, items, said in sides:
        told = {x.statement for x in said}
        given = [item.id for item in items]
        for id_ in sorted(told ^ set(given)):
            check.require(False, f"answer.json: {side}: statement {id_} is {_fault(id_ in told)}")
        check.require(len(given) == len(set(given)), f"answer.json: {side}: a statement stands twice")
    _check_others(answer, known, check)
    names = known.stated.names
    check.require(
        claim.claim in names.get(("Claim", claim.id), set()), "answer.json: claim is another sentence"
    )
    check.require(
        claim.status == _status(claiming, denying), f"answer.json: status is {_status(claiming, denying)}"
    )
    spoken = {s.id: s.name for item in answer.evidence for s in item.speakers}
    for key, given, said in (
        ("claimed_by", claim.claimed_by, claiming),
        ("denied_by", claim.denied_by, denying),
    ):
        meant = {spoken.get(x.speaker, "") for x in said}
        check.require(set(given) == meant, f"answer.json: {key} is {sorted(meant)}")
    latest = max((x.date for x in claiming + denying if x.date != _UNDATED), default=None)
    check.require(claim.latest == latest, f"answer.json: latest is {latest}")
    anonymous = bool(claiming) and all(
        _anonymous(known, [x.speaker, *known.chain(x.statement)]) for x in claiming
    )
    check.require(claim.anonymous_only == anonymous, f"answer.json: anonymous_only is {anonymous}")
    _check_parts(answer, denying, known, check)
    _check_chains(answer, claiming, known, check)


_UNDATED = "9"
"""What is not dated comes last."""


def _fault(missing: bool) -> str:
    return "left out" if missing else "not of this side"


def _date(known: Judged, statement: str) -> str:
    return str(known.document(statement).properties.get("published", _UNDATED))


def _live(known: Judged, claims: set[str], act: str) -> list[_Said]:
    retracting = [
        id_
        for id_ in known.stated.statements
        if known.review(id_) != "rejected" and any(done == "retracts" for done, _ in known.acts(id_))
    ]
    return sorted(
        _Said(_date(known, id_), id_, speaker, claim, act)
        for id_ in known.stated.statements
        if known.review(id_) != "rejected"
        for done, claim in known.acts(id_)
        if done == act and claim in claims
        for speaker in known.speakers(id_)
        if not _retracted(known, id_, speaker, claim, retracting)
    )


def _retracted(known: Judged, statement: str, speaker: str, claim: str, retracting: list[str]) -> bool:
    above = known.stated.above(claim)
    return any(
        other != statement
        and any(act == "retracts" and end in above for act, end in known.acts(other))
        and speaker in known.speakers(other)
        and _later(known, other, statement)
        for other in retracting
    )


def _later(known: Judged, other: str, statement: str) -> bool:
    """Return whether a retraction stands after a statement, as the query has it."""
    if known.document(other).id == known.document(statement).id:
        start, before = (known.node(id_).properties["start"] for id_ in (other, statement))
        return int(str(start)) > int(str(before))
    given = known.document(statement).properties.get("published", "")
    return _date(known, other)[:10] >= str(given)[:10]


def _status(claiming: list[_Said], denying: list[_Said]) -> str:
    if any(x.speaker != y.speaker for x in denying for y in claiming):
        return "disputed"
    if denying and not claiming:
        return "unclaimed"
    return "undisputed" if claiming else "unasserted"


def _check_others(answer: Answer, known: Judged, check: Check) -> None:
    meant = {
        id_
        for id_ in known.stated.statements
        if any(end == answer.claim.id and act not in ("asserts", "denies") for act, end in known.acts(id_))
    }
    for id_ in sorted(meant ^ {item.id for item in answer.claim.others}):
        check.require(False, f"answer.json: others: statement {id_} is {_fault(id_ in meant)}")


def _check_parts(answer: Answer, denying: list[_Said], known: Judged, check: Check) -> None:
    meant = known.stated.below(answer.claim.id) - {answer.claim.id}
    told = sorted(part.id for part in answer.claim.parts)
    check.require(told == sorted(meant), "answer.json: the parts are not those of the claim")
    for part in answer.claim.parts:
        where = f"answer.json: part {part.id}"
        names = known.stated.names.get(("Claim", part.id), set())
        check.require(part.text in names, f"{where}: another sentence")
        above = known.stated.above(part.id) - {part.id}
        here = [x for x in denying if x.claim == part.id]
        over = [x for x in denying if x.claim in above]
        status = "denied" if here else "implied" if over else "unanswered"
        check.require(part.status == status, f"{where}: is {status}")
        by = sorted(x.statement for x in here or over)
        check.require(sorted(part.by) == by, f"{where}: by is {by}")
        implied = {x.claim for x in over} if over and not here else {None}
        check.require(part.implied_from in implied, f"{where}: implied_from is another")


def _anonymous(known: Judged, actors: list[str]) -> bool:
    return all("AnonymousSource" in known.stated.kinds.get(actor, ()) for actor in actors)


def _check_chains(answer: Answer, claiming: list[_Said], known: Judged, check: Check) -> None:
    told = answer.chains
    check.require(told.claim.name == answer.claim.claim, "answer.json: chains: claim is another sentence")
    meant = sorted({(x.statement, x.speaker) for x in claiming})
    given = sorted((chain.statement, chain.hops[0].id if chain.hops else "") for chain in told.chains)
    check.require(given == meant, "answer.json: chains are not those of the statements that claim it")
    for chain in told.chains:
        where = f"answer.json: chain of {chain.statement}"
        if chain.statement not in known.stated.statements:
            check.require(False, f"{where}: no document of the pack holds it")
            continue
        check_actors(chain.hops, known, where, check)
        check_source(chain.document, chain.statement, known, where, check)
        hops = [hop.id for hop in chain.hops]
        right = sorted(hops[1:]) == sorted(known.chain(chain.statement))
        check.require(right, f"{where}: others pass it on")
        check.require(chain.anonymous == _anonymous(known, hops), f"{where}: anonymous is wrong")
        way = [chain.statement, *known.passed_on(chain.statement)]
        weakest = max((str(known.node(id_).properties["certainty"]) for id_ in way), key=_FALLING.index)
        check.require(chain.certainty == weakest, f"{where}: certainty is {weakest}")
        inference = bool(known.node(chain.statement).properties.get("inference"))
        check.require(chain.inference == inference, f"{where}: inference is {inference}")
    outlets = {p for id_, _ in meant for p in known.publishers(known.document(id_).id)}
    counted = (told.first_speakers, told.outlets, told.anonymous_only)
    alone = bool(meant) and all(_anonymous(known, [a, *known.chain(id_)]) for id_, a in meant)
    right = counted == (len({a for _, a in meant}), len(outlets), alone)
    check.require(right, "answer.json: chains: first_speakers, outlets or anonymous_only is wrong")
