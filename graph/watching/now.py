"""The answers now, held against what the last run saw; the state is read and never written."""

from pathlib import Path

from ..answers.watch import Entry, Finding, Watched, Watching
from ..store import Store
from .asking import findings
from .questions import Board, Contradictions, Disputes, Question, Silences, Stances, Statements, Watch, mark
from .state import State

REPORTS = 10
"""Reports that are told beside the answers; the feed has all that are kept."""


def state_of(file: Path) -> Path:
    """Return where the state of a file of saved questions is, unless said otherwise."""
    return file.with_name(f"{file.name}.state.json")


def watching(store: Store, watch: Watch, state: State) -> Watching:
    """Return each question with its entries now, and what came and went since the last run."""
    return Watching(
        watch=watch.watch,
        questions=[_watched(store, question, state) for question in watch.questions],
        reports=list(state.news[: -REPORTS - 1 : -1]),
    )


def _watched(store: Store, question: Question, state: State) -> Watched:
    last = state.seen.get(question.id)
    before = last.entries if last and last.mark == mark(question) else None
    old = {each.key for each in before or ()}
    now = findings(store, question)
    keys = {each.key for each in now}
    fields = question.model_dump(exclude={"id", "title", "ask"}, exclude_none=True)
    return Watched(
        id=question.id,
        title=question.title or question.id,
        ask=question.ask,
        fields=fields,
        seen=before is not None,
        entries=[_entry(question, each, new=before is not None and each.key not in old) for each in now],
        gone=[each for each in before or () if each.key not in keys],
    )


def _entry(question: Question, found: Finding, *, new: bool) -> Entry:
    kind, id_ = _lead(question, found)
    return Entry(**dict(found), kind=kind, id=id_, new=new)


def _lead(question: Question, found: Finding) -> tuple[str, str]:
    """Return what an entry is about most: its key begins or ends with it."""
    first, last = found.key.split()[0], found.key.split()[-1]
    match question:
        case Disputes():
            return "Claim", first
        case Stances() | Board():
            return "Term", last
        case Silences():
            return "Claim", last
        case Statements():
            return "Statement", first
        case Contradictions():
            if found.words:
                return "Statement", found.words[0].id
            return "Document", found.quotes[0].document.id
        case _:
            return "Actor", first
