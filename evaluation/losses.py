"""Where the disputes of the gold are lost on the way, and where those come from that are found in vain.

A dispute needs two statements, each with the right act, by different speakers, and a link that leads the
denial to the claim. Each gold dispute is counted at the first of these that is missing.
"""

from collections import Counter

from graph.models import Statement

from .claims import Claims
from .match import Comparison

LOST = (
    "found",
    "claim's statement missed",
    "denial's statement missed",
    "both statements missed",
    "denial's act wrong",
    "claim's act wrong",
    "one speaker for both",
    "left unlinked",
    "linked to nothing that others assert",
    "linked to another claim",
)
"""What becomes of a dispute of the gold, in the order in which it is judged."""

IN_VAIN = (
    "one of its statements is not in the gold",
    "one of its acts is wrong",
    "the gold links the denial to another claim",
    "the gold links the denial to no claim",
)
"""Why a dispute that is found is not in the gold."""

LINKING = LOST[-3:]
"""What a perfect linker would find with the statements as they are."""

Losses = Counter[str]
"""How many disputes go each way."""


def losses(comparison: Comparison) -> Losses:
    """Return how many disputes of one article go each way."""
    gold, found = Claims(comparison.gold), Claims(comparison.found)
    have, counts = found.disputes(), Losses()
    right: set[tuple[str, str]] = set()
    for claim, denial in sorted(gold.disputes()):
        pair = comparison.found_for.get(claim), comparison.found_for.get(denial)
        fate = _fate(found, have, *pair)
        counts[fate] += 1
        if fate == LOST[0]:
            right.add((str(pair[0]), str(pair[1])))
    counts.update(_in_vain(comparison, gold, found, pair) for pair in sorted(have - right))
    return counts


def _fate(found: Claims, have: set[tuple[str, str]], claim: str | None, denial: str | None) -> str:
    by_id = {s.id: s for s in found.statements}
    if claim is None or denial is None:
        return LOST[3] if claim == denial else LOST[1] if claim is None else LOST[2]
    if (claim, denial) in have:
        return LOST[0]
    asserting, denying = by_id[claim], by_id[denial]
    if not denies(denying):
        return LOST[4]
    if not asserting.asserts:
        return LOST[5]
    if set(asserting.speakers) == set(denying.speakers):
        return LOST[6]
    if not denying.denies:
        return LOST[7]
    return LOST[9] if found.asserters(denying) else LOST[8]


def denies(statement: Statement) -> bool:
    """Say whether a statement denies something, be it known what or not."""
    return bool(statement.denies) or statement.unlinked == "denies"


def _in_vain(comparison: Comparison, gold: Claims, found: Claims, pair: tuple[str, str]) -> str:
    of = {p.found.id: p.gold for p in comparison.matched}
    claim, denial = of.get(pair[0]), of.get(pair[1])
    if claim is None or denial is None:
        return IN_VAIN[0]
    if not denies(denial) or not claim.asserts:
        return IN_VAIN[1]
    return IN_VAIN[2] if gold.asserters(denial) else IN_VAIN[3]


def table(counts: Losses) -> str:
    """Return the losses as text, with the recall that perfect links would have."""
    total = sum(counts[name] for name in LOST)
    lines = [f"disputes of the gold: {total}"]
    lines += [f"  {name:44} {counts[name]:4} {_share(counts[name], total)}" for name in LOST]
    reach = counts[LOST[0]] + sum(counts[name] for name in LINKING)
    lines.append(f"  {'recall if every link were right':44} {reach:4} {_share(reach, total)}")
    vain = sum(counts[name] for name in IN_VAIN)
    lines.append(f"disputes found in vain: {vain}")
    lines += [f"  {name:44} {counts[name]:4} {_share(counts[name], vain)}" for name in IN_VAIN]
    return "\n".join(lines)


def _share(count: int, total: int) -> str:
    return f"{count / total:5.2f}" if total else "    –"
