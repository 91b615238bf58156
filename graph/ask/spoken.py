"""What is spoken, as the table that discourse networks are made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..networks import Row
from ..networks.options import Conditional
from ..store import Store
from .deeds import Doing, Target, deeds
from .filters import filtered
from .relations import around

# To claim a thing, to want it and to accept it under a condition are three matters: who asserts a thing
# does not contradict who does not want it. A concept is one matter of one claim, term or plan.
_MATTERS = {
    "asserts": ("", True), "denies": ("", False),
    "supports": ("wanted", True), "demands": ("wanted", True), "rejects": ("wanted", False),
    "accepts_if": ("conditional", True),
}  # fmt: skip
_TOLD = {"wanted": "wanted", "conditional": "accepted under a condition"}


def spoken(
    store: Store,
    *,
    plan: str | None = None,
    topic: str | None = None,
    term: str | None = None,
    around_actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Doing]:
    """Return what live statements do: to all, to what is on a plan, topic or term, or one actor speaks of."""
    if around_actor is not None and plan is None and topic is None and term is None:
        targets, _ = around(store, around_actor)
        return deeds(store, targets, since=since, until=until)
    rows = filtered(store, "network_statements", plan=plan, topic=topic, term=term, since=since, until=until)
    speakers = {row["id"]: (row["id"], row["name"], row["kind"]) for row in store.read("network_actors")}
    return [
        Doing((row["kind"], row["target"]), row["name"], act, speakers[actor], said, "", published, document)
        for row in rows
        for act, actor, said, document, published in row["said"]
        if actor in speakers
    ]


def considered(doings: Iterable[Doing], conditional: Conditional) -> list[Doing]:
    """Return the doings with acceptance under a condition taken as support, left out, or as it is."""
    if conditional == "apart":
        return list(doings)
    kept = (doing for doing in doings if conditional == "support" or doing.act != "accepts_if")
    return [replace(doing, act="supports") if doing.act == "accepts_if" else doing for doing in kept]


def organised(store: Store, doings: Iterable[Doing]) -> list[Doing]:
    """Return the doings as those of organisations, where it is known for whom the actor spoke then."""
    known = {row["id"]: row["organisations"] for row in store.read("network_actors")}
    return [
        replace(doing, speaker=found)
        if (found := _with(known.get(doing.actor, []), doing.published))
        else doing
        for doing in doings
    ]


def _with(organisations: Sequence[Mapping[str, str | None]], at: str | None) -> tuple[str, str, str] | None:
    """Return the one organisation that an actor was with on a date; None if there is none, or several.

    A post whose time is known goes before those whose time is not.
    """
    held = [one for one in organisations if during(one["since"], one["until"], at)]
    timed = [one for one in held if one["since"] or one["until"]]
    found = {(str(one["id"]), str(one["name"]), str(one["kind"])) for one in timed or held}
    return found.pop() if len(found) == 1 else None


def during(since: str | None, until: str | None, at: str | None) -> bool:
    """Return whether a date lies in an interval, as far as both are known; one less precise does not."""
    if since is None and until is None:
        return True
    if at is None or len(at) < max(len((since or "")[:10]), len((until or "")[:10])):
        return False
    return (since or "")[:10] <= at[: len((since or "")[:10])] and (
        until is None or at[: len(until[:10])] <= until[:10]
    )


def concept_of(doing: Doing) -> str:
    """Return the id of what an actor takes a side on: that of the target, and in what matter."""
    matter, _ = _MATTERS[doing.act]
    own = doing.target[0] in ("Term", "Plan", "PlanVersion") and matter == "wanted"
    return doing.target[1] if own or not matter else f"{doing.target[1]}#{matter}"


def row_of(doing: Doing) -> Row:
    """Return the row of the table that a doing is."""
    _, positive = _MATTERS[doing.act]
    return Row(doing.actor, concept_of(doing), positive, doing.document, doing.statement, doing.published)


def concepts(doings: Iterable[Doing]) -> dict[str, tuple[Target, str]]:
    """Return, by id of the concept, what it is about and its name."""
    found: dict[str, tuple[Target, str]] = {}
    for doing in doings:
        concept = concept_of(doing)
        _, _, matter = concept.partition("#")
        found[concept] = (doing.target, f"{doing.name} ({_TOLD[matter]})" if matter else doing.name)
    return found


def denied_claims(doings: Iterable[Doing]) -> list[str]:
    """Return the ids of the claims that are denied: only their wholes and parts matter to a network."""
    return sorted({doing.target[1] for doing in doings if doing.act == "denies"})
