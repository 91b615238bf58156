"""Entries of what the graph itself notices: shifts, contradictions, silences."""

from .. import ask
from ..answers import Citation, Contradiction, Footing, GivenBy, Shift, Source, Unanswered
from ..answers.watch import Finding
from ..ask.pages import whole
from ..store import Store
from .entries import MOST, WORDS, finding, ordered
from .questions import Contradictions, Shifts, Silences

_ASIDE = {"id", "title", "ask"}


def noticed(store: Store, question: Shifts | Contradictions | Silences) -> list[Finding]:
    """Return the entries of such a question."""
    filters = question.model_dump(exclude=_ASIDE)
    match question:
        case Shifts():
            found = whole(lambda after: ask.shifts(store, **filters, after=after, limit=500), MOST)
            return [_shift(store, each) for each in found]
        case Contradictions():
            found = whole(lambda after: ask.contradictions(store, **filters, after=after, limit=100), MOST)
            return [_contradiction(each) for each in found]
        case Silences():
            found = whole(lambda after: ask.unanswered(store, **filters, after=after, limit=500), MOST)
            return [_silence(each) for each in found]


def _shift(store: Store, shift: Shift) -> Finding:
    key = f"{shift.actor.id} {_place(shift.before)} {_place(shift.after)}"
    words = [stance.statement for footing in (shift.before, shift.after) for stance in footing.words]
    text = f"{shift.actor.name}: {_told(shift.before)}, then {_told(shift.after)}"
    return finding(key, text, ordered(ask.evidence(store, words).values()))


def _place(footing: Footing) -> str:
    return " ".join([footing.day, *footing.acts, *(target.id for target in footing.targets)])


def _told(footing: Footing) -> str:
    acts = " and ".join(act.replace("accepts_if", "accepts under a condition") for act in footing.acts)
    return f"{acts} {'; '.join(target.name for target in footing.targets)} ({footing.day})"


def _contradiction(found: Contradiction) -> Finding:
    about = [x.name for x in (found.actor, found.term) if x] + [claim.name for claim in found.claims]
    values = " or ".join(f"{given.value} {given.unit or ''}".strip() for given in found.values)
    text = ": ".join(part for part in (found.kind, "; ".join(about), values) if part)
    quotes = [_quote(document) for given in found.values for document in given.documents]
    return finding(found.id, text, ordered(found.statements)).model_copy(update={"quotes": quotes[:WORDS]})


def _quote(given: GivenBy) -> Citation:
    source = Source(id=given.id, title=given.title, published=given.published)
    words = given.quote.model_dump() if given.quote else {"words": None, "start": None, "end": None}
    return Citation(document=source, quote=words["words"], start=words["start"], end=words["end"])


def _silence(found: Unanswered) -> Finding:
    text = f"{found.actor.name} has not answered: {found.claim.name}"
    return finding(f"{found.actor.id} {found.claim.id}", text, ordered(found.first))
