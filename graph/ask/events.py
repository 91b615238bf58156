"""The event list: the statements beneath a network, with all that is told of them."""

from ..answers import Row as Found
from ..errors import InputError
from ..networks import Options, distinct
from ..networks.rows import in_time
from ..store import Store
from .filters import meant, require_period
from .networks import doings_for
from .series import Filters
from .spoken import row_of

MOST = 200_000
"""Statements of one answer."""


def events(store: Store, options: Options, filters: Filters) -> list[Found]:
    """Return a row for each actor, statement and what it acts on, oldest first, those undated last.

    Equal statements count as `options` say; with "concepts", all are told. The sign is 1 for what is
    asserted, supported, demanded or accepted under a condition, -1 for what is denied or rejected.
    InputError when there are more than MOST.
    """
    require_period(filters.since, filters.until)
    actor = meant(store, filters.actor)
    doings = doings_for(
        store, options, plan=filters.plan, topic=filters.topic, term=filters.term, actor=actor,
        since=filters.since, until=filters.until,
    )  # fmt: skip
    doings = [doing for doing in doings if actor is None or doing.actor == actor]
    duplicates = "include" if options.duplicates == "concepts" else options.duplicates
    kept = set(distinct(map(row_of, doings), duplicates))
    told = sorted(
        (doing for doing in doings if row_of(doing) in kept), key=lambda d: (in_time(row_of(d)), d.act)
    )
    if len(told) > MOST:
        raise InputError(
            f"more than {MOST} statements; ask for those of one plan, topic or actor, or for less time"
        )
    words = {
        row["statement"]: row
        for row in store.read("network_rows", statements=sorted({d.statement for d in told}))
    }
    return [
        words.get(doing.statement, {}) | {
            "actor_id": doing.actor, "actor": doing.speaker[1], "actor_kind": doing.speaker[2],
            "act": doing.act, "sign": 1 if row_of(doing).positive else -1, "target_kind": doing.target[0],
            "target_id": doing.target[1], "target": doing.name,
        }
        for doing in told
    ]  # fmt: skip
