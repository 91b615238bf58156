"""`counterclaim watch`: saved questions asked again, and what changed."""

import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from .answers.watch import Report
from .cli_store import opened
from .console import say, tell
from .errors import DiskError, InputError, StoreError
from .files import write_file
from .store import Store
from .watching.feed import feed
from .watching.looking import look
from .watching.now import state_of
from .watching.questions import Watch, load_watch
from .watching.state import State, alone, load_state, save_state
from .watching.text import lines
from .watching.webhook import Webhook, send, webhook


def watch_command(
    file: Annotated[Path, typer.Argument(help="Saved questions, a YAML file.")],
    state: Annotated[
        Path | None, typer.Option(help="What was seen last. Default: FILE.state.json, beside it.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Look once; what is done unless --every.")] = False,
    every: Annotated[
        float | None, typer.Option(min=1, help="Look again after so many seconds, until interrupted.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON for each report.")] = False,
    atom: Annotated[Path | None, typer.Option(help="Write an Atom feed of the last reports.")] = None,
    base: Annotated[
        str | None, typer.Option(help="Address of a service, http://…, whose page the feed leads to.")
    ] = None,
    hook: Annotated[
        str | None, typer.Option("--webhook", help="Send each report to this address, signed.")
    ] = None,
    secret_env: Annotated[
        str, typer.Option(help="Variable of the environment that holds the webhook's secret.")
    ] = "COUNTERCLAIM_WEBHOOK_SECRET",
) -> None:
    """Ask saved questions again, and tell what came and went since the last time."""
    if once and every is not None:
        raise InputError("give --once or --every, not both")
    watch = load_watch(file)
    place = state or state_of(file)
    teller = _Teller(place, as_json, atom, base, webhook(hook, _secret(secret_env)) if hook else None)
    with alone(place), opened() as (_, store):
        if every is None:
            teller.once(store, watch)
            return
        with _until_interrupted():
            while True:
                teller.try_once(store, watch)
                time.sleep(every)


def _secret(variable: str) -> str:
    secret = os.environ.get(variable, "")
    if not secret:
        raise InputError(f"--webhook needs a secret: put one into {variable}, or name another --secret-env")
    return secret


@contextmanager
def _until_interrupted() -> Generator[None]:
    try:
        yield
    except KeyboardInterrupt:
        say("stopped")


class _Teller:
    """Looks, and tells what changed in all the ways that were asked for."""

    def __init__(
        self, place: Path, as_json: bool, atom: Path | None, base: str | None, hook: Webhook | None
    ) -> None:
        self.place, self.as_json, self.atom, self.base, self.hook = place, as_json, atom, base, hook

    def try_once(self, store: Store, watch: Watch) -> None:
        """Look once; what fails for now is told and tried again at the next look."""
        try:
            self.once(store, watch)
        except (StoreError, DiskError) as error:
            say(f"counterclaim: {error}", style="red")

    def once(self, store: Store, watch: Watch) -> None:
        """Look once. The state is kept before anything is told: what fails to be sent is sent later."""
        before = load_state(self.place)
        state, report = look(store, watch, before, sent=self.hook is not None)
        if state != before:
            save_state(self.place, state)
        if report:
            _print(report, self.as_json)
        if self.atom:
            write_file(self.atom, feed(watch.watch, state.news, self.base))
        if self.hook:
            self._deliver(self.hook, state)

    def _deliver(self, hook: Webhook, state: State) -> None:
        """Send what is unsent, the oldest first, and remember after each that it was taken."""
        for report in state.unsent:
            send(hook, report)
            state = state.model_copy(update={"unsent": state.unsent[1:]})
            save_state(self.place, state)


def _print(report: Report, as_json: bool) -> None:
    if as_json:
        print(report.model_dump_json(), flush=True)
        return
    for line in lines(report):
        tell(line)
