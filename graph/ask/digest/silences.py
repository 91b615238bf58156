"""Who is silent at the end of the period: bound and said nothing, spoken of and did not answer."""

from collections.abc import Iterable

from ... import judge
from ...answers import Bound, Row, Source, Unanswered
from ...answers.common import span_of
from ...answers.digest import Citation, Piece, Sentence
from ...citing import day
from ...project import digest
from ..pages import whole
from ..silence import bound, unanswered
from .period import Period, places
from .wording import fullest, joined, piece, within


def silences(period: Period) -> list[Sentence]:
    """Return all silences that are open at the end, but for those that a person dismissed."""
    away = {each.judgement.finding for each in judge.judgements(period.store, act="dismiss")}
    return [each for each in (*_bound(period), *_unanswered(period)) if each.finding not in away]


def _bound(period: Period) -> list[Sentence]:
    found = [
        each
        for plan in period.plans()
        for each in whole(
            lambda after, plan=plan: bound(period.store, plan, as_of=period.until, after=after, limit=500)
        )
    ]
    terms = sorted({each.term.id for each in found})
    cited = citations(period, terms)
    of = places(period.store, terms)
    return [_silent(each, of.get(each.term.id, ""), cited[each.term.id]) for each in found]


def _silent(found: Bound, of: str, cited: Citation) -> Sentence:
    since = f" since {day(found.since)}" if found.since else ""
    text = f"{found.actor.name}, bound{since}, has not spoken of “{found.term.name}” ({of})"
    return Sentence(
        pieces=[Piece(text=text, citations=[cited])],
        actor=found.actor,
        term=found.term,
        finding=digest("silence", found.actor.id, found.term.id),
    )


def citations(period: Period, terms: Iterable[str]) -> dict[str, Citation]:
    """Return the words of provisions, where a document has them: the earliest that has all of them."""
    wanted = sorted(set(terms))
    rows = period.store.read("words_of_terms", terms=wanted, filter=_until(period))
    documents = period.store.read("documents_cited", documents=sorted({row["document"] for row in rows}))
    texts = {row["id"]: row for row in documents}
    return {row["term"]: _words(row, texts[row["document"]]) for row in rows}


def _until(period: Period) -> dict[str, str]:
    return {"until": period.until} if period.until else {}


def _words(row: Row, document: Row) -> Citation:
    """Return the whole text of the provision, else the words by which the document names it."""
    text, source = str(document["text"]), Source.model_validate(document)
    start = text.find(row["text"])
    end = start + len(row["text"])
    if start < 0:
        spans = sorted(map(span_of, row["spans"]))
        if not spans:
            return Citation(document=source, quote=None)
        start, end = spans[0]
    return Citation(document=source, quote=text[start:end], start=start, end=end)


def _unanswered(period: Period) -> list[Sentence]:
    found = whole(
        lambda after: unanswered(period.store, plan=period.plan, as_of=period.until, after=after, limit=500)
    )
    return [_waiting(each) for each in found]


def _waiting(found: Unanswered) -> Sentence:
    since = f" since {day(found.since)}" if found.since else ""
    others = f" (though {joined(s.name for s in found.denied_by)} denied it)" if found.denied_by else ""
    words = fullest(found.first)
    says = joined(speaker.name for speaker in words.speakers)
    claim = within(found.claim.name)
    text = f"{found.actor.name} has not answered{since}{others} what {says} said first: that {claim}"
    return Sentence(
        pieces=[piece(text, words)],
        actor=found.actor,
        claim=found.claim,
        finding=digest("silence", found.actor.id, found.claim.id),
    )
