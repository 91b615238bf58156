"""Who moved: shifts, and what was taken back."""

from ...answers import Evidence, Footing, Named, Retraction, Shift
from ...answers.digest import Sentence
from ..evidence import evidence
from ..pages import whole
from ..shifts import shifts as ask_shifts
from ..takings import retractions as ask_retractions
from .period import Period, places
from .wording import DOING, fullest, joined, piece, within


def shifts(period: Period) -> list[Sentence]:
    """Return who did otherwise than before, oldest first; the second piece was published in the period."""
    found = whole(
        lambda after: ask_shifts(
            period.store, plan=period.plan, since=period.since, until=period.until, after=after, limit=500
        )
    )[::-1]
    terms = [t.id for s in found if s.kind == "Term" for f in (s.before, s.after) for t in f.targets]
    of = places(period.store, terms)
    words = evidence(period.store, [w.statement for s in found for f in (s.before, s.after) for w in f.words])
    return [_shift(shift, of, words) for shift in found]


def _shift(shift: Shift, of: dict[str, str], words: dict[str, Evidence]) -> Sentence:
    target = shift.after.targets[0]
    same = shift.kind == "Claim"
    return Sentence(
        pieces=[
            piece(f"{shift.actor.name} moved from {_doing(shift.before, of)}", *_proof(shift.before, words)),
            piece(f"to {_doing(shift.after, of, same=same)}", *_proof(shift.after, words)),
        ],
        actor=shift.actor,
        claim=target if shift.kind == "Claim" else None,
        term=target if shift.kind == "Term" else None,
    )


def _proof(footing: Footing, words: dict[str, Evidence]) -> list[Evidence]:
    """Return the fullest words of each act."""
    of = {act: [words[w.statement] for w in footing.words if w.stance == act] for act in footing.acts}
    return list({found.id: found for found in map(fullest, of.values())}.values())


def _doing(footing: Footing, of: dict[str, str], *, same: bool = False) -> str:
    """Return what was done to what: acts on a claim take a clause, acts on a provision its name."""
    if same:
        return f"{joined(DOING.get(act, act).removesuffix(' that') for act in footing.acts)} it"
    acts = joined(DOING.get(act, act) for act in footing.acts)
    return f"{acts} {joined(_target(target, of) for target in footing.targets)}"


def _target(target: Named, of: dict[str, str]) -> str:
    return f"“{target.name}” ({of[target.id]})" if target.id in of else within(target.name)


def retractions(period: Period) -> list[Sentence]:
    """Return what speakers took back in the period, oldest first, with what they had said."""
    found = whole(
        lambda after: ask_retractions(
            period.store, plan=period.plan, since=period.since, until=period.until, after=after, limit=500
        )
    )[::-1]
    return [_retraction(each) for each in found]


def _retraction(found: Retraction) -> Sentence:
    claim = within(found.claim.name)
    if found.of:
        pieces = [
            piece(f"{found.actor.name}, who had said that {claim}", found.of[0]),
            piece("took it back", found.retraction),
        ]
    else:
        pieces = [piece(f"{found.actor.name} took back that {claim}", found.retraction)]
    return Sentence(pieces=pieces, actor=found.actor, claim=found.claim)
