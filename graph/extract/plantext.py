"""Read the text of a draft of a plan: each item of its list, or else each sentence, is a provision."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from .. import models
from ..drafts.tokens import key
from ..models import Annotation
from ..read import RawArticle
from ..settings import Settings
from .actors import gazetteer
from .actors.cast import Cast
from .actors.people import find_cast
from .acts.drafts import Term
from .assembling import reader_version
from .attribution.contents import Content
from .sentences import child, read_paragraphs, span
from .sound import Sound, mended
from .terms.amounts import Amount
from .terms.book import Book
from .terms.bounds import deadline_in, exception_in, without_exception
from .terms.lists import Item, is_line, items
from .terms.parties import bound_by, owner_in, parties_of, place_in
from .terms.topics import topic_of
from .terms.values import main_amount

_LABEL = re.compile(r"[A-Z][\w ]{1,30}: ")
_ARTICLE = re.compile(r"(?:Article|Section|Chapter) ([0-9]+|[IVX]+)\b[^.;]{0,80}", re.I)
_GOES_ON = frozenset(("it", "they", "this", "these", "that", "those", "he", "she"))
_NEVER = frozenset(("i", "we", "you"))
_PER = re.compile(r"\s(?:an?|per|each|every) (?:hour|day|week|month|quarter|year)\b")


@dataclass(frozen=True)
class DraftOf:
    """What a text is a draft of. `known` holds the ids of provisions that the graph has, by their text."""

    plan: models.Plan
    version: models.PlanVersion
    publisher: str | None = None
    known: Mapping[str, str] = field(default_factory=dict[str, str])


def annotate_draft(raw: RawArticle, of: DraftOf, settings: Settings | None = None) -> Annotation:
    """Return the provisions of a draft, each verbatim, with what the rules understand of it."""
    settings = settings or Settings()
    docs = read_paragraphs(raw.text, settings.spacy_model)
    cast = Cast(gazetteer.load(settings.gazetteer), raw.published or of.version.dated)
    find_cast(docs, cast)
    terms = _Provisions(raw.text, cast, of)
    for tokens, number in _found(docs):
        terms.add(tokens, number)
    return _annotation(raw, of, cast, terms, settings)


def _found(docs: list[Doc]) -> Iterator[tuple[list[Token], str | None]]:
    """Yield the words of each provision, with its number where it has one."""
    body = docs[1:]
    listed = [(doc, item) for doc in body for item in items(doc)]
    if len(listed) < 2 and not _alone(body, listed):
        yield from _sentences(body)
        return
    articles = _articles(body)
    above: str | None = None
    for doc, item in listed:
        number = item.number
        if number is not None and number.isdecimal() and (article := articles.get(doc)):
            number = above = f"{article}.{number}"
        elif number is not None and number.isdecimal():
            above = number
        elif number is not None and above is not None:
            number = f"{above}({number})"
        # An item goes on to the end of its paragraph, with all its sentences.
        tokens = list(doc[item.tokens[0].i :]) if is_line(doc) else item.tokens
        yield _trimmed(tokens), number


def _articles(body: list[Doc]) -> dict[Doc, str]:
    """Return the number of the article whose heading is above each numbered paragraph."""
    found: dict[Doc, str] = {}
    article: str | None = None
    for doc in body:
        if is_line(doc):
            found |= {doc: article} if article else {}
        elif heading := _ARTICLE.fullmatch(doc.text.strip()):
            article = heading[1]
    return found


def _alone(body: list[Doc], listed: list[tuple[Doc, Item]]) -> bool:
    """Say whether the one item of a list is all that the text lays down."""
    numbered = [doc for doc, item in listed if item.number is not None and is_line(doc)]
    return len(numbered) == 1 and not any(_sentences([doc for doc in body if doc is not numbered[0]]))


def _sentences(body: list[Doc]) -> Iterator[tuple[list[Token], None]]:
    """Yield each sentence that lays something down, with those after it that go on about it."""
    labelled = [bool(_LABEL.match(doc.text)) for doc in body]
    if labelled and labelled[-1] and sum(labelled) == 1:
        body = body[:-1]  # A note below the text, not one heading of many.
    for doc in body:
        part: list[Token] = []
        for sentence in doc.sents:
            if part and _subject(sentence.root, _GOES_ON):
                part += sentence
                continue
            if part:
                yield _trimmed(part), None
            part = list(sentence) if _lays_down(sentence) else []
        if part:
            yield _trimmed(part), None


def _lays_down(sentence: Span) -> bool:
    root = sentence.root
    ends = sentence.text.rstrip()[-1:] in (".", ";")
    return ends and root.tag_ != "VBD" and not _subject(root, _GOES_ON | _NEVER)


def _subject(verb: Token, words: frozenset[str]) -> bool:
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.lower_ in words


def _trimmed(tokens: list[Token]) -> list[Token]:
    kept = list(tokens)
    while len(kept) > 1 and (kept[-1].text in (".", ";", ",", ":") or kept[-1].is_space):
        kept.pop()
    if len(kept) > 1 and kept[-1].lower_ in ("and", "or") and kept[-2].text in (";", ","):
        kept = kept[:-2]
    return kept


class _Provisions(Book):
    """The provisions of one draft; no two are joined, however alike."""

    def __init__(self, text: str, cast: Cast, of: DraftOf) -> None:
        super().__init__(text, cast)
        self.of = of

    def add(self, tokens: list[Token], number: str | None) -> None:
        """Add a provision in its words."""
        root = next((t for t in tokens if t.dep_ == "ROOT"), tokens[0])
        content, where = Content(root, tuple(tokens)), span(self.text, tokens[0], tokens[-1])
        subject = child(root, "nsubj", "nsubjpass")
        topic = topic_of(without_exception(where.exact)) or topic_of(where.exact)
        about = topic[0] if topic else None
        parties = parties_of(subject, self.cast) or owner_in(tokens, about, self.cast)
        # Named by its words, not by its number: numbers move from draft to draft.
        term = self.new(self.of.version.id, topic, parties, tokens, None, where.exact)
        term.number = number
        term.id = self._id(term)
        term.binds = bound_by(content, subject, about, self.cast)
        term.amount = _per(main_amount(content, where.exact), where.exact)
        term.deadline, term.exception = deadline_in(where.exact), exception_in(where.exact)
        place = place_in(tokens, self.cast)
        term.place = span(self.text, *place).exact if place else None
        term.spans.append(where)
        self.all[term.id] = term

    def _id(self, term: Term) -> str:
        """Return the id under which the graph knows these words, else a free one."""
        known = self.of.known.get(key(term.text))
        if known is not None and known not in self.all:
            return known
        free, n = term.id, 1
        while free in self.all or free in self.of.known.values():
            n += 1
            free = f"{term.id}-{n}"
        return free


def _per(amount: Amount | None, text: str) -> Amount | None:
    """Add 'a year' to the unit of 'twelve visits a year'."""
    if amount is None or not amount.unit or not amount.words.endswith(amount.unit):
        return amount
    after = _PER.match(text, text.find(amount.words) + len(amount.words))
    return amount._replace(unit=amount.unit + after[0]) if after else amount


def _annotation(
    raw: RawArticle, of: DraftOf, cast: Cast, terms: _Provisions, settings: Settings
) -> Annotation:
    name = of.publisher or raw.publisher
    publisher = cast.join("Organization", name).id if name else None
    wanted = {m.of for m in cast.mentions} | {a for t in terms.all.values() for a in (*t.parties, *t.binds)}
    where = {t.id: t.spans[0] for t in terms.all.values()}
    sound = Sound(raw.text, {m.of: span(raw.text, m.first, m.last) for m in reversed(cast.mentions)} | where)
    actors = tuple(cast.actors(wanted | ({publisher} if publisher else set()), sound.made))
    known = {actor.id for actor in actors}
    for term in terms.all.values():
        term.binds = tuple(id_ for id_ in term.binds if id_ in known)
    provisions = sound.all(terms.makers())
    known |= {term.id for term in provisions}
    named = [
        models.Mention(of=m.of, span=span(raw.text, m.first, m.last))
        for m in cast.mentions
        if m.of in known and m.how == "name"
    ]
    stated = [models.Mention(of=t.id, span=at) for t in terms.all.values() if t.id in known for at in t.spans]
    return mended(Annotation(
        document=models.Document(
            title=raw.title, text=raw.text, url=raw.url, author=raw.author,
            publisher=publisher if publisher in known else None,
            published=raw.published or of.version.dated, source=raw.source,
        ),
        extraction=models.Extraction(reader="rules", version=reader_version(), settings=settings.spacy_model),
        actors=actors,
        plans=(of.plan,),
        versions=(of.version,),
        terms=provisions,
        mentions=tuple(sorted([*named, *stated], key=lambda m: (m.span.start, m.span.end, m.of))),
        omissions=tuple(sound.omissions),
    ))  # fmt: skip
