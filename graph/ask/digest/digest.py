"""All sections of a digest."""

from collections.abc import Callable

from ...answers import Named
from ...answers.digest import Digest, Section, SectionId, Sentence
from ...store import Store
from ..filters import require_period
from ..pages import one
from .conflicts import contradictions
from .drafts import drafts
from .moves import retractions, shifts
from .period import Period
from .sayings import new_claims, new_denials
from .silences import silences

_SECTIONS: tuple[tuple[SectionId, str, Callable[[Period], list[Sentence]]], ...] = (
    ("drafts", "New drafts", drafts),
    ("new_claims", "New claims", new_claims),
    ("new_denials", "New denials", new_denials),
    ("shifts", "Shifts", shifts),
    ("retractions", "Taken back", retractions),
    ("contradictions", "Contradictions", contradictions),
    ("silences", "Silent so far", silences),
)


def digest(store: Store, since: str, *, until: str | None = None, plan: str | None = None) -> Digest:
    """Return what is new since a date, each sentence with the words that prove it.

    All of it as published by `until`. NotFoundError if there is no such plan.
    """
    require_period(since, until)
    about = Named.model_validate(one(store.read("plan", plan=plan), "plan", plan)) if plan else None
    period = Period(store, since, until, plan)
    (row,) = period.read("period")
    return Digest(
        plan=about,
        since=since,
        until=until or row["newest"],
        documents=row["documents"],
        outlets=row["outlets"],
        sections=[
            Section(id=id_, title=title, sentences=[_begun(each) for each in find(period)])
            for id_, title, find in _SECTIONS
        ],
    )


def _begun(sentence: Sentence) -> Sentence:
    """Return a sentence that begins with a capital letter."""
    first = sentence.pieces[0]
    first.text = first.text[:1].upper() + first.text[1:]
    return sentence
