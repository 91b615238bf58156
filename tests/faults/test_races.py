"""Writers at once: the graph is one that some order of them, one after the other, would give."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest

from graph.errors import ConflictError, NotFoundError
from graph.judge import merge, reject, undo
from graph.judgements import Judgement
from graph.models import Annotation
from graph.project import project
from graph.store import Store
from graph.write import forget_document, write_document, write_documents

from ..samples import model, saying
from ..test_judge import unlinked
from .corpus import corrected, judgements, stories
from .proxy import Proxy
from .world import World

WRITERS = 16
BLOCKED = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status"
Act = Callable[[Store], object]


@pytest.fixture
def store(world: World) -> Iterator[Store]:
    with world.open() as store:
        yield store


def refused(act: Act, store: Store) -> None:
    """Do it; what is not there, or is judged otherwise by then, is refused as in any order."""
    try:
        act(store)
    except (NotFoundError, ConflictError):
        return


def serial(world: World, store: Store, ready: list[Act], acts: list[Act]) -> list[tuple[str, ...]]:
    """The graphs that the acts give in each order."""
    found: list[tuple[str, ...]] = []
    for order in permutations(acts):
        world.wipe()
        for act in (*ready, *order):
            refused(act, store)
        found.append(world.state(store).everything)
    world.wipe()
    return found


def put(annotation: Annotation) -> Act:
    return lambda store: write_document(store, project(annotation))


def away(annotation: Annotation) -> Act:
    return lambda store: forget_document(store, project(annotation).document.id)


FIRST = saying("asserts", "ada", text="Ada: it rains", published="2026-01-01")
SECOND = corrected(FIRST)
ABOUT_BO = {"actors": [{"id": n, "kind": "Person", "name": n.title()} for n in ("ada", "bo")]}
CLAIM = {"claims": [{"id": "c", "text": "It rains", "about": ["bo"]}]}
ADA_ON_BO = Annotation.model_validate({**FIRST.model_dump(), **ABOUT_BO, **CLAIM})
# What the link of the denial to the claim rests on, so that claim and denial have nothing in common.
GROUND = Annotation.model_validate(
    {
        **saying("asserts", "voices", text="Voices: it may rain", published="2026-01-01").model_dump(),
        "actors": [
            {"id": "voices", "kind": "AnonymousSource", "name": "Voices", "affiliation": "town"},
            {"id": "town", "kind": "Organization", "name": "Town"},
            {"id": "bo", "kind": "Person", "name": "Bo"},
        ],
        "claims": [{"id": "c", "text": "It rains", "about": ["bo"]}, {"id": "m", "text": "It may rain"}],
        "statements": [
            {"id": "s", "speakers": ["voices"], "asserts": ["m"],
             "span": {"start": 0, "end": 19, "exact": "Voices: it may rain"}},
        ],
    }
)  # fmt: skip
CLAIMED = Annotation.model_validate(
    {
        **saying("asserts", "voices", text="The voices: it rains", published="2026-01-01").model_dump(),
        "actors": [{"id": "voices", "kind": "AnonymousSource", "name": "Voices"}],
        "extraction": {"reader": "hand", "version": "2"},
    }
)
DENIAL = Annotation.model_validate(
    {
        **unlinked("Bo denied what the town claims", "2026-01-02", refers_to=["town"]).model_dump(),
        "actors": [
            {"id": "bo", "kind": "Person", "name": "Bo"},
            {"id": "town", "kind": "Organization", "name": "Town"},
        ],
    }
)
PART = [{"id": "c", "text": "It rains", "part_of": "w"}, {"id": "w", "text": "It rains and snows"}]
TREE = Annotation.model_validate(
    {**saying("asserts", "cy", text="Cy on all", published="2026-01-01").model_dump(), "claims": PART}
)
TAKEN_BACK = saying(
    "retracts", "ada", text="Ada: sorry", published="2026-01-03", claim="It rains and snows"
)  # of the whole, which takes the part back too
OF_BO = saying("asserts", "bo", text="Bo: so", published="2026-01-02")
SAID = project(FIRST).labelled("Statement")[0].id
MERGED = Judgement("merge", "ada", "bo").id

RACES: dict[str, tuple[list[Act], list[Act]]] = {
    "a correction and its original": ([], [put(FIRST), put(SECOND)]),
    "a correction and another one": ([put(model())], [put(corrected(model())), put(model())]),
    "one document twice": ([], [put(model()), put(model())]),
    "a document comes and goes": ([put(FIRST)], [put(SECOND), away(FIRST)]),
    "it goes twice": ([put(FIRST)], [away(FIRST), away(FIRST)]),
    "what is shared goes and comes": (
        [put(FIRST)],
        [away(FIRST), put(saying("denies", "ada", text="Ada: no", published="2026-01-02"))],
    ),
    "a claim, and a denial that means it": ([put(GROUND)], [put(CLAIMED), put(DENIAL)]),
    "a claim, and its whole is taken back": ([put(TREE)], [put(FIRST), put(TAKEN_BACK)]),
    "two judgements of the same": (
        [put(ADA_ON_BO)],
        [lambda s: merge(s, "ada", "bo"), lambda s: merge(s, "bo", "ada")],
    ),
    "a judgement, and a document that names whom it means": (
        [put(ADA_ON_BO)],
        [lambda s: merge(s, "ada", "bo"), put(OF_BO)],
    ),
    "a judgement is undone, and a document names whom it means": (
        [put(ADA_ON_BO), lambda s: merge(s, "ada", "bo")],
        [lambda s: undo(s, MERGED), put(saying("asserts", "ada", text="Ada: so", published="2026-01-02"))],
    ),
    "a judgement, and its actors go": ([put(ADA_ON_BO)], [lambda s: merge(s, "ada", "bo"), away(ADA_ON_BO)]),
    "a review, and its statement is written anew": (
        [put(FIRST)],
        [lambda s: reject(s, SAID), put(SECOND)],
    ),
    "a judgement is undone twice": (
        [put(ADA_ON_BO), lambda s: merge(s, "ada", "bo")],
        [lambda s: undo(s, MERGED), lambda s: undo(s, MERGED)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RACES)
def test_two_writers_meet_at_every_round_trip(world: World, store: Store, proxy: Proxy, name: str) -> None:
    ready, acts = RACES[name]
    expected = serial(world, store, ready, acts)
    one, other = acts
    with world.open(proxy.port) as slow, ThreadPoolExecutor(2) as pool:
        proxy.heal()
        begin(world, store, ready)
        refused(one, slow)
        for number in steps(proxy.bursts):
            begin(world, store, ready)
            proxy.heal()
            reached, on = threading.Event(), threading.Event()
            proxy.strike = lambda reached=reached, on=on: (reached.set(), on.wait(30))
            proxy.strike_at = number
            first = pool.submit(refused, one, slow)
            assert reached.wait(10)
            second = pool.submit(refused, other, store)
            # It ends, or it waits for the first: then no longer than until that one goes on.
            while not second.done() and not world.cypher(BLOCKED):
                time.sleep(0.01)
            on.set()
            first.result(60)
            second.result(60)
            assert world.state(store).everything in expected, f"{name}, at round trip {number}"
            assert world.faults(store) == []


def begin(world: World, store: Store, ready: list[Act]) -> None:
    world.wipe()
    for act in ready:
        act(store)


def steps(bursts: int) -> list[int]:
    """The round trips at which the other writer comes: the first ones, the last, and some between."""
    return sorted({*range(1, min(5, bursts) + 1), *range(6, bursts, max(1, bursts // 4)), bursts})


@pytest.mark.timeout(600)
def test_sixteen_writers_of_overlapping_documents(
    world: World, store: Store, chance: random.Random, caplog: pytest.LogCaptureFixture
) -> None:
    told = stories(12)
    corrections = [corrected(story) for story in told[::3]]
    versions = [project(each) for each in (*told, *corrections)]
    for judged in (write_documents(store, versions), [write_documents(store, [], judgements(told))]):
        assert judged
    expected = world.state(store)
    world.wipe()
    seeds = [chance.random() for _ in range(WRITERS)]

    def work(seed: float) -> None:
        own = random.Random(seed)
        for _ in range(6):
            some = own.sample(versions, own.choice((1, 1, 2, 4)))
            act = own.random()
            if act < 0.6:
                refused(lambda s, some=some: write_documents(s, some), store)
            elif act < 0.8:
                refused(lambda s, id_=some[0].document.id: forget_document(s, id_), store)
            elif act < 0.9:
                refused(lambda s: write_documents(s, [], own.sample(judgements(told), 2)), store)
            else:
                refused(lambda s: undo(s, own.choice(judgements(told)).id), store)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, seeds))
    assert "DeadlockDetected" not in caplog.text
    assert world.faults(store, versions) == []
    # Whatever they left behind, the same files give the same graph.
    write_documents(store, versions)
    for judgement in judgements(told):
        refused(lambda s, j=judgement: write_documents(s, [], [j]), store)
    assert world.state(store) == expected
