"""Slow and cut connections to the database: a write is whole or not there, and again gives the same."""

import random
import threading
import time
from collections.abc import Callable

import pytest

from graph.errors import StoreError, UnavailableError
from graph.project import project
from graph.store import Store
from graph.write import write_document

from ..samples import model, saying
from .conftest import KILLS, SILENCE
from .corpus import corrected
from .proxy import Proxy
from .world import World

OLD, NEW = project(model()), project(corrected(model()))
CUTS = max(3, KILLS // 10)


@pytest.mark.timeout(120 + 20 * CUTS)
@pytest.mark.parametrize("where", ["cut_before", "cut_amid", "cut_after"])
def test_a_connection_cut_amid_a_write(world: World, proxy: Proxy, where: str, chance: random.Random) -> None:
    with world.open() as store, world.open(proxy.port) as through:
        write_document(store, OLD)
        old = world.state(store)
        proxy.heal()
        write_document(through, NEW)
        new, every = world.state(store), proxy.bursts
        # The last round trip is the commit, of which nobody knows whether it went well.
        for number in sorted({every, *(chance.randint(1, every) for _ in range(CUTS - 1))}):
            world.wipe()
            write_document(store, OLD)
            proxy.heal()
            setattr(proxy, where, number)
            try:
                write_document(through, NEW)
            except UnavailableError:
                world.rest()
                assert world.state(store) in (old, new)
            else:
                assert world.state(store) == new
            assert world.faults(store, [OLD, NEW]) == []
            proxy.heal()
            write_document(through, NEW)
            assert world.state(store) == new


def test_a_slow_network_only_takes_longer(world: World, proxy: Proxy) -> None:
    with world.open() as store, world.open(proxy.port) as through:
        write_document(store, NEW)
        expected = world.state(store)
        world.wipe()
        proxy.heal()
        proxy.delay, proxy.rate = 0.005, 50_000
        write_document(through, OLD)
        write_document(through, NEW)
        assert world.state(store) == expected


def test_a_network_that_swallows_all_is_given_up(world: World, proxy: Proxy) -> None:
    """The server tells for how long it may be silent, 2 minutes by default; the driver waits no longer."""
    with world.open(proxy.port) as through:
        ids(through)
        proxy.swallowing = True
        assert isinstance(began_to_fail(lambda: ids(through), SILENCE + 15), UnavailableError)
        proxy.cut()
        proxy.heal()
        assert ids(through) == []


def began_to_fail(act: Callable[[], object], seconds: float) -> Exception:
    began = time.monotonic()
    with pytest.raises(StoreError) as caught:
        act()
    assert time.monotonic() - began < seconds
    return caught.value


def test_a_writer_that_vanishes_holds_up_others_no_longer_than_a_write_may_take(
    world: World, proxy: Proxy
) -> None:
    """Its connection stays open, as if its machine had lost power; the server ends what it began."""
    with world.open() as store, world.open(proxy.port, query_timeout=0.5) as through:
        ids(through)
        proxy.heal()

        def vanish() -> None:
            proxy.swallowing = True

        proxy.strike, proxy.strike_at = vanish, 6  # The lock of all writers is taken by then.
        vanished = threading.Thread(target=lambda: began_to_fail(lambda: write_document(through, OLD), 90))
        vanished.start()
        while not proxy.swallowing:
            time.sleep(0.01)
        began = time.monotonic()
        write_document(store, project(saying("asserts", "ada", text="Ada: yes", published="2026-01-01")))
        assert time.monotonic() - began < 5 + 15  # ten times the time of a query, and some
        assert world.faults(store) == []
        proxy.refusing = True
        proxy.cut()
        vanished.join()


def test_reads_recover_when_the_network_does(world: World, proxy: Proxy) -> None:
    with world.open() as store, world.open(proxy.port) as through:
        write_document(store, OLD)
        assert ids(through) == ids(store)
        proxy.refusing = True
        proxy.cut()
        began_to_fail(lambda: ids(through), 25)
        proxy.refusing = False
        assert ids(through) == ids(store)


def ids(store: Store) -> list[str]:
    return [row["id"] for row in store.read("document_ids")]
