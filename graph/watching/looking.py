"""One look: all questions asked again, and what changed since the last look."""

from collections.abc import Iterable

from ..answers.watch import Change, Finding, Report
from ..project import digest
from ..store import Store
from .asking import findings
from .questions import Question, Watch, mark
from .state import NEWS, Seen, State


def look(store: Store, watch: Watch, state: State, *, sent: bool = False) -> tuple[State, Report | None]:
    """Return the new state and what changed; None when nothing did, or nothing was written since.

    With `sent` the report is kept until a webhook has taken it. The revision is read first: what is
    written meanwhile is seen now or at the next look, never missed.
    """
    asked = digest(store.revision(), *map(_told, watch.questions))
    if asked == state.asked:
        return state, None
    seen: dict[str, Seen] = {}
    changes: list[Change] = []
    for question in watch.questions:
        entries = tuple(findings(store, question))
        before = state.seen.get(question.id)
        seen[question.id] = Seen(mark=mark(question), entries=entries)
        if change := _change(question, before, entries):
            changes.append(change)
    state = state.model_copy(update={"asked": asked, "seen": seen})
    if not changes:
        return state, None
    report = _report(store, watch, state.number + 1, changes)
    update = {"number": report.number, "news": (*state.news, report)[-NEWS:]}
    if sent:
        update["unsent"] = (*state.unsent, report)
    return state.model_copy(update=update), report


def _told(question: Question) -> str:
    return f"{question.id} {mark(question)}"


def _change(question: Question, before: Seen | None, entries: Iterable[Finding]) -> Change | None:
    """Return what came and went; a question that is new, or not the same any more, is asked first."""
    first = before is None or before.mark != mark(question)
    old = {} if before is None or first else {each.key: each for each in before.entries}
    new = {each.key: each for each in entries}
    added = [each for key, each in new.items() if key not in old]
    removed = [each for key, each in old.items() if key not in new]
    if not added and not removed:
        return None
    title = question.title or question.id
    return Change(question=question.id, title=title, first=first, added=added, removed=removed)


def _report(store: Store, watch: Watch, number: int, changes: list[Change]) -> Report:
    keys = [
        f"{sign} {change.question} {each.key}"
        for change in changes
        for sign, found in (("+", change.added), ("-", change.removed))
        for each in found
    ]
    rows = store.read("newest_publication")
    return Report(
        id=digest("report", watch.watch, str(number), *keys),
        number=number,
        watch=watch.watch,
        newest=rows[0]["newest"] if rows else None,
        changes=changes,
    )
