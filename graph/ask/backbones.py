"""The backbone of a network: the claims, terms and plans that carry its structure."""

from dataclasses import replace

from ..answers import BackboneAnswer, BackboneStep, Named
from ..networks import Options
from ..networks.backbone import Method
from ..networks.backbone import backbone as found_by
from ..networks.deadline import ENDLESS, Deadline
from ..store import Store
from .filters import meant, require_period
from .networks import counts_of, doings_for
from .series import Filters
from .spoken import concepts, row_of


def backbone(
    store: Store,
    options: Options,
    filters: Filters,
    method: Method = "nested",
    *,
    penalty: float = 3.5,
    size: int | None = None,
    iterations: int = 1_000,
    seed: int = 0,
    deadline: Deadline = ENDLESS,
) -> BackboneAnswer:
    """Return the backbone of a network of actors; wholes and parts count as concepts of their own.

    The same seed gives the same backbone. InputError for too few concepts, or too much work;
    OverlongError past the deadline.
    """
    require_period(filters.since, filters.until)
    options = replace(options, mode="actors", parts=False, on=False)
    doings = doings_for(
        store, options, plan=filters.plan, topic=filters.topic, term=filters.term,
        actor=meant(store, filters.actor), since=filters.since, until=filters.until,
    )  # fmt: skip
    names = {id_: Named(id=id_, name=name) for id_, (_, name) in concepts(doings).items()}
    counts = counts_of(map(row_of, doings), options)
    found = found_by(
        counts, method, options.kind, options.normalisation,
        penalty=penalty, size=size, iterations=iterations, seed=seed, deadline=deadline,
    )  # fmt: skip
    return BackboneAnswer(
        kind=options.kind, normalisation=options.normalisation, duplicates=options.duplicates,
        since=filters.since, until=filters.until, method=method,
        kept=[names[id_] for id_ in found.kept], redundant=[names[id_] for id_ in found.redundant],
        loss=found.loss, redundant_loss=found.redundant_loss,
        steps=[BackboneStep(concept=names[id_], loss=a, redundant_loss=b) for id_, a, b in found.steps],
    )  # fmt: skip
