"""What needs a person: denials without a claim, links by rule, unsure records, actors that may be one."""

from pydantic import BaseModel, Field

from .alike import alike
from .answers import Alike, Evidence
from .ask import evidence
from .settings import Settings
from .store import Store

UNSURE = 0.75
"""Statements with less confidence than this are shown; the rules give 0.6 to 0.72 to what is least sure."""

WEIGHTS = {"meant": 0.5, "about": 0.3, "before": 0.1, "here": 0.1}
REASONS = {
    "meant": "claimed by whom the words mean",
    "about": "about the speaker",
    "before": "published no later",
    "here": "reported by the same document",
}
"""Why a claim is proposed, and how much each reason weighs."""


class Candidate(BaseModel):
    """A claim that an unlinked statement may mean."""

    claim: str
    text: str
    claimants: list[str]
    first: str | None = Field(
        default=None, description="Publication of the earliest statement that claims it."
    )
    why: list[str] = Field(examples=[["claimed by whom the words mean", "about the speaker"]])
    score: float = Field(description="0 to 1: how many of the reasons hold, by weight.")


class OpenDenial(BaseModel):
    """An unlinked statement, and what it may mean, the likeliest first."""

    statement: Evidence
    candidates: list[Candidate]


class Review(BaseModel):
    """What needs a person."""

    denials: list[OpenDenial] = Field(description="Denials, doubts and retractions whose claim is unknown.")
    linked: list[Evidence] = Field(
        description="Denials that rules linked to a claim, as `link_basis` tells: accept, or dismiss the "
        "link by a judgement that links them to no claim."
    )
    unsure: list[Evidence] = Field(description="Statements of low confidence that nobody reviewed.")
    alike: list[Alike] = Field(description="Actors that may be the same.")


def review(store: Store, settings: Settings, limit: int = 25) -> Review:
    """Return what needs a person, at most `limit` of each sort: first what the reader was least sure of."""
    open_ = [row["statement"] for row in store.read("open_denials", limit=limit)]
    linked = [row["statement"] for row in store.read("linked_denials", limit=limit)]
    unsure = [row["statement"] for row in store.read("unsure_statements", below=UNSURE, limit=limit)]
    found = evidence(store, [*open_, *linked, *unsure])
    candidates = _candidates(store, open_)
    return Review(
        # What was taken back between two questions is left out.
        denials=[
            OpenDenial(statement=found[id_], candidates=candidates.get(id_, []))
            for id_ in open_
            if id_ in found
        ],
        linked=[found[id_] for id_ in linked if id_ in found],
        unsure=[found[id_] for id_ in unsure if id_ in found],
        alike=alike(store.read("names_of_actors"), settings.gazetteer)[:limit],
    )


def _candidates(store: Store, statements: list[str], most: int = 5) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = {}
    for row in store.read("candidates", statements=statements):
        holds = [reason for reason in WEIGHTS if row[reason]]
        score = round(sum(WEIGHTS[reason] for reason in holds), 2)
        why = [REASONS[reason] for reason in holds]
        found.setdefault(row["statement"], []).append(
            Candidate.model_validate({**row, "why": why, "score": score})
        )
    return {id_: sorted(several, key=_rank)[:most] for id_, several in found.items()}


def _rank(candidate: Candidate) -> tuple[float, str]:
    return -candidate.score, candidate.claim
