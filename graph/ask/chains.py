"""How a claim comes to the reader."""

from ..answers import Chain, Chains, Named, Row
from ..store import Store
from .filters import filtered_by, require_dates
from .pages import one
from .stated import stated_of

_FALLING = ("plain", "hedged", "rumoured")


def chains(store: Store, claim: str, *, as_of: str | None = None) -> Chains:
    """Return the ways of a claim from its speakers to documents; NotFoundError if there is no such claim.

    As for disputes, who asserts a part, or a larger claim that holds it, counts as asserting it.
    """
    require_dates(as_of)
    row = one(store.read("claim_text", claim=claim), "claim", claim)
    if as_of:
        stated_of(store, [claim], "claim", as_of)
    rows = store.read("chains", claim=claim, filter=filtered_by(as_of=as_of))
    found = [_chain(each) for each in rows]
    return Chains(
        claim=Named(**row),
        anonymous_only=bool(found) and all(chain.anonymous for chain in found),
        first_speakers=len({chain.hops[0].id for chain in found}),
        outlets=len({outlet for each in rows for outlet in each["outlets"]}),
        chains=found,
    )


def _chain(row: Row) -> Chain:
    anonymous = all(hop["kind"] == "AnonymousSource" for hop in row["hops"])
    weakest = max(row["certainties"], key=_FALLING.index)
    return Chain.model_validate({**row, "anonymous": anonymous, "certainty": weakest})
