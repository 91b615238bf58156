"""Judging and undoing: each in one transaction, whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from . import judge_drafts, judge_statements
from .check import require_slug
from .errors import ConflictError, InputError, NotFoundError
from .judgements import OF_ACTORS, OF_STATEMENTS, Judgement, judgement_of
from .relink import relink
from .repoint import load, make, rejudge, resolution, tie
from .resolution import Resolution, require_tree
from .shortcuts import refresh
from .store import Row, Store, Transaction


@dataclass(frozen=True)
class Standing:
    """A judgement, and whether it has effect: it waits while the graph lacks what it names."""

    judgement: Judgement
    waits: bool


def merge(store: Store, into: str, actor: str, *, reason: str = "", by: str = "") -> Judgement:
    """Judge that `actor` is `into`: what documents say of the one is answered as said of the other.

    NotFoundError for an unknown id; ConflictError when they cannot be the same, or it is judged otherwise.
    """
    return store.write(lambda tx: _judge(tx, Judgement("merge", actor, into, reason=reason, by=by)))


def split(
    store: Store,
    actor: str,
    into: str,
    *,
    name: str = "",
    documents: Iterable[str] = (),
    statements: Iterable[str] = (),
    reason: str = "",
    by: str = "",
) -> Judgement:
    """Judge that some documents or statements, where they name `actor`, mean `into`.

    `into` may be new; then it has the kind of `actor`, and `name`, or else the name of `actor`.
    NotFoundError when one of them is unknown or does not name the actor; ConflictError when `into` is
    known by another name.
    """
    require_slug(into, "an actor", "john-smith-mp")
    judgement = Judgement(
        "split", actor, into, name.strip(), tuple(sorted(set(documents))), tuple(sorted(set(statements))),
        reason=reason, by=by,
    )  # fmt: skip
    if not judgement.documents and not judgement.statements:
        raise InputError("say which documents or statements mean the other actor")
    return store.write(lambda tx: _judge(tx, judgement))


def link(store: Store, statement: str, claim: str, *, reason: str = "", by: str = "") -> Judgement:
    """Judge that an unlinked statement means a claim; with '' for the claim, none that the graph holds.

    NotFoundError for an unknown id; InputError when the statement says itself what it is about.
    """
    judgement = Judgement("link", statement=statement, claim=claim, reason=reason, by=by)
    return store.write(lambda tx: _judge(tx, judgement))


def accept(store: Store, statement: str, *, reason: str = "", by: str = "") -> Judgement:
    """Judge that a statement is recorded rightly.

    NotFoundError for an unknown id; ConflictError when it is rejected by judgement.
    """
    judgement = Judgement("accept", statement=statement, reason=reason, by=by)
    return store.write(lambda tx: _judge(tx, judgement))


def reject(store: Store, statement: str, *, reason: str = "", by: str = "") -> Judgement:
    """Judge that a statement is recorded wrongly: it stays, and counts nowhere.

    NotFoundError for an unknown id; ConflictError when it is accepted by judgement.
    """
    judgement = Judgement("reject", statement=statement, reason=reason, by=by)
    return store.write(lambda tx: _judge(tx, judgement))


def align(
    store: Store, older: Iterable[str], newer: Iterable[str], *, reason: str = "", by: str = ""
) -> Judgement:
    """Judge that provisions of one draft became provisions of another; none on one side: dropped, or added.

    NotFoundError for an unknown id; InputError when they are not of two drafts of one plan; ConflictError
    when it is judged otherwise.
    """
    judgement = Judgement(
        "align", older=tuple(sorted(set(older))), newer=tuple(sorted(set(newer))), reason=reason, by=by
    )
    return store.write(lambda tx: _judge(tx, judgement))


def dismiss(store: Store, finding: str, *, reason: str = "", by: str = "") -> Judgement:
    """Judge that a finding, such as a contradiction, is a false alarm: it is listed no more.

    Findings are worked out when they are asked for; whether there is one of this id is for the asker to see.
    """
    return store.write(lambda tx: _judge(tx, Judgement("dismiss", finding=finding, reason=reason, by=by)))


def undo(store: Store, id_: str) -> Judgement:
    """Take a judgement back; NotFoundError if there is none of this id."""

    def work(tx: Transaction) -> Judgement:
        rows = tx.run("judgement", judgement=id_)
        if not rows:
            raise NotFoundError(f"the graph holds no judgement {id_!r}")
        judgement = judgement_of(rows[0]["judgement"])
        before = load(tx, _named(judgement))
        if judgement.kind in OF_STATEMENTS:
            judge_statements.hold(tx, judgement)
        elif judgement.kind in OF_ACTORS and judgement not in before.judgements:
            raise NotFoundError(f"judgement {id_!r} was undone meanwhile")
        tx.run("delete_judgement", judgement=id_)
        _change(tx, judgement, before, [j for j in before.judgements if j.id != id_])
        return judgement

    return store.write(work)


def judgements(store: Store, **filter_: str | int | list[str] | None) -> list[Standing]:
    """Return judgements, in order of id: all of them, or those that the filter of the query lets through."""
    rows = store.read("judgements", filter=filter_)
    return [Standing(judgement_of(row["judgement"]), row["waits"]) for row in rows]


def apply(tx: Transaction, judgement: Judgement) -> None:
    """Judge within a transaction; what the graph lacks is waited for. ConflictError as for `merge`."""
    if judgement.kind in OF_STATEMENTS:
        judge_statements.require_agreement(tx, judgement)
    elif judgement.kind == "align":
        judge_drafts.require_agreement(tx, judgement)
    elif judgement.kind in OF_ACTORS and judgement.actor == judgement.into:
        raise ConflictError(f"{judgement.actor!r} is the same actor already")
    before = load(tx, _named(judgement))
    after = [*(j for j in before.judgements if j.id != judgement.id), judgement]
    if judgement.kind in OF_ACTORS:
        require_tree(after)
    properties = {k: list(v) if isinstance(v, tuple) else v for k, v in judgement.node.properties.items()}
    tx.run("merge_judgement", rows=[{"id": judgement.id, "scalars": properties}])
    _change(tx, judgement, before, after)


def _judge(tx: Transaction, judgement: Judgement) -> Judgement:
    """Judge what the graph holds; refuse what it does not."""
    if judgement.kind in OF_STATEMENTS:
        judge_statements.require_held(tx, judgement)
    elif judgement.kind == "align":
        judge_drafts.require_held(tx, judgement)
    elif judgement.kind in OF_ACTORS:
        held = {row["id"]: row for row in tx.run("actors_held", actors=_named(judgement))}
        needed = _named(judgement) if judgement.kind == "merge" else [judgement.actor]
        for actor in needed:
            if actor not in held:
                raise NotFoundError(f"the graph holds no actor {actor!r}")
        if judgement.kind == "split":
            _require_scope(tx, judgement)
            judgement = replace(judgement, name=_new_name(tx, judgement, held))
    apply(tx, judgement)
    return judgement


def _new_name(tx: Transaction, judgement: Judgement, held: dict[str, Row]) -> str:
    """Return the name of the actor that a split makes; one that is there already keeps its own."""
    known = held.get(judgement.into)
    if known is None:
        return judgement.name or held[judgement.actor]["name"]
    renamed = not known["documented"] and tx.run("judgement", judgement=judgement.id)
    if judgement.name and judgement.name != known["name"] and not renamed:
        raise ConflictError(
            f"{judgement.into!r} is known already, as {known['name']!r}: leave the name out, or give "
            "another id"
        )
    return judgement.name or known["name"]


def _require_scope(tx: Transaction, judgement: Judgement) -> None:
    raw = [origin.actor for origin in load(tx, [judgement.actor]).origins(judgement.actor)]
    asked = [*judgement.documents, *judgement.statements]
    found = {
        row["id"]
        for row in tx.run(
            "split_scope", documents=list(judgement.documents), statements=list(judgement.statements),
            actors=sorted({*raw, judgement.actor}), actor=judgement.actor,
        )
    }  # fmt: skip
    for place in asked:
        if place not in found:
            raise NotFoundError(
                f"the graph holds no document or statement {place!r} that names {judgement.actor!r}"
            )


def _named(judgement: Judgement) -> list[str]:
    return [actor for actor in (judgement.actor, judgement.into) if actor]


def _change(tx: Transaction, judgement: Judgement, before: Resolution, judgements: list[Judgement]) -> None:
    """Bring the graph from one set of judgements to another that differs in one."""
    if judgement.kind in OF_STATEMENTS:
        judge_statements.follow(tx, judgement)
    if judgement.kind not in OF_ACTORS:
        return
    after = resolution(tx, judgements)
    after.require_sound()
    make(tx, after)
    moved = rejudge(tx, before, after)
    tie(tx, before, after)
    refresh(tx, moved.targets)
    actors = before.actors | after.actors
    relink(tx, speakers=actors, actors=actors, statements=moved.unlinked)
