"""The answer to a saved question, entry by entry, each with the words that prove it."""

from collections.abc import Iterable

from .. import ask
from ..answers import Dispute, Evidence, Moment, Stance
from ..answers.watch import Finding
from ..ask.lineage import lineage, plan_of
from ..ask.pages import whole
from ..errors import InputError, NotFoundError, UnknownFilterError
from ..store import Store
from .entries import MOST, finding, ordered
from .noticing import noticed
from .questions import (
    Board,
    Contradictions,
    Disputes,
    FirstSpeakers,
    Question,
    Shifts,
    Sides,
    Silences,
    Stances,
    Statements,
)

_ACTS = {"accepts_if": "accepts under a condition"}


def findings(store: Store, question: Question) -> list[Finding]:
    """Return the entries of the answer, in order of key; what the graph does not hold yet has none.

    InputError when there are too many.
    """
    try:
        found = _found(store, question)
    except UnknownFilterError:  # No document has named it yet: one asks before there is an answer.
        found = []
    if len(found) > MOST:
        raise InputError(f"question {question.id!r} has more than {MOST} entries; ask for less by filters")
    return sorted(found, key=lambda finding: finding.key)


def _found(store: Store, question: Question) -> list[Finding]:
    match question:
        case Disputes():
            return _disputes(store, question)
        case Stances():
            return _stances(store, question)
        case Board():
            return _board(store, question)
        case FirstSpeakers():
            return _first_speakers(store, question)
        case Sides():
            return _sides(store, question)
        case Statements():
            return _statements(store, question)
        case Shifts() | Contradictions() | Silences():
            return noticed(store, question)


def _disputes(store: Store, question: Disputes) -> list[Finding]:
    filters = question.model_dump(exclude={"id", "title", "ask"})
    found = whole(lambda after: ask.disputes(store, **filters, after=after, limit=100), MOST)
    return [finding(dispute.id, dispute.claim, _both(dispute)) for dispute in found]


def _both(dispute: Dispute) -> list[Evidence]:
    """Return the words of both camps, in turn: neither may push the other out of what is told."""
    camps = (dispute.asserting, dispute.denying)
    longest = max(map(len, camps))
    return [camp[n] for n in range(longest) for camp in camps if n < len(camp)]


def _stances(store: Store, question: Stances) -> list[Finding]:
    terms = {question.term}
    plan = plan_of(store, question.term)
    if question.drafts == "any" and plan is not None:
        terms |= lineage(store, plan).same(question.term)
    taken = [stance for term in sorted(terms) for stance in _on(store, term, question.actor)]
    return _by_stance(store, taken)


def _on(store: Store, term: str, actor: str | None) -> list[Stance]:
    """Return the stances on a provision itself: one on a claim about it is not for or against it."""
    try:
        found = whole(lambda after: ask.stances(store, term, actor=actor, after=after, limit=500), MOST)
    except NotFoundError:  # no document has named it yet
        return []
    return [stance for stance in found if stance.target_kind == "Term"]


def _board(store: Store, question: Board) -> list[Finding]:
    try:
        board = ask.board(store, question.plan, topic=question.topic, actor=question.actor)
    except NotFoundError:
        return []
    return _by_stance(store, [s for cell in board.cells for s in cell.stances if s.target_kind == "Term"])


def _by_stance(store: Store, taken: Iterable[Stance]) -> list[Finding]:
    grouped: dict[tuple[str, str, str], list[Stance]] = {}
    for stance in taken:
        grouped.setdefault((stance.actor_id, stance.stance, stance.target_id), []).append(stance)
    words = ask.evidence(store, [s.statement for stances in grouped.values() for s in stances])
    terms = sorted({target for _, _, target in grouped})
    of = {row["term"]: row["name"] for row in store.read("names_of_places", terms=terms)}
    return [
        finding(
            " ".join(key),
            f"{stances[0].actor} {_ACTS.get(key[1], key[1])}: {stances[0].target} ({of[key[2]]})",
            ordered(words[stance.statement] for stance in stances),
        )
        for key, stances in grouped.items()
    ]


def _first_speakers(store: Store, question: FirstSpeakers) -> list[Finding]:
    try:
        found = ask.chains(store, question.claim)
    except NotFoundError:
        return []
    said: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for chain in found.chains:
        if not chain.inference:  # the writer's own conclusion is nobody's word
            names[chain.hops[0].id] = chain.hops[0].name
            said.setdefault(chain.hops[0].id, []).append(chain.statement)
    words = ask.evidence(store, [id_ for ids in said.values() for id_ in ids])
    return [
        finding(actor, f"{names[actor]} says first-hand: {found.claim.name}", ordered(words[i] for i in ids))
        for actor, ids in said.items()
    ]


def _sides(store: Store, question: Sides) -> list[Finding]:
    try:
        found = ask.claim(store, question.claim)
    except NotFoundError:
        return []
    said: dict[tuple[str, str], list[Evidence]] = {}
    for side, words in (("asserts", found.asserting), ("denies", found.denying)):
        for each in words:
            for speaker in each.speakers:
                said.setdefault((f"{speaker.id} {side}", f"{speaker.name} {side}"), []).append(each)
    return [finding(key, f"{told}: {found.claim}", ordered(words)) for (key, told), words in said.items()]


def _statements(store: Store, question: Statements) -> list[Finding]:
    filters = question.model_dump(exclude={"id", "title", "ask"})
    found = whole(lambda after: ask.timeline(store, **filters, after=after, limit=500), MOST)
    return [_said(moment.evidence) for moment in found if _counts(moment) and moment.evidence]


def _counts(moment: Moment) -> bool:
    return moment.kind == "statement"


def _said(said: Evidence) -> Finding:
    who = ", ".join(speaker.name for speaker in said.speakers) or "Somebody"
    acts = "; ".join(f"{deed.act.replace('_', ' ')}: {deed.text}" for deed in said.acts)
    return finding(said.id, f"{who} {acts}" if acts else who, [said])
