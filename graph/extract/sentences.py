"""Paragraphs and sentences as spaCy sees them, with offsets into the whole text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from .. import models
from ..errors import InputError
from ..read.text import shadow
from .afterthat import with_nouns
from .afterthoughts import afterthoughts, denied_in_headline, known_form
from .datelines import undated
from .halves import in_halves
from .headline import headlined
from .knownnames import corrected, surnames_in
from .paragraphs import opened_once, paragraphs
from .reattached import reattached
from .rejoin import rejoined
from .tails import tailed

_PIECE = 20_000
_WORD = re.compile(r"\S{400}")
"""What is no word: spaCy takes a time for it that grows as the square of its length."""
ENDLESS = 300
"""Tokens after which a sentence ends, if it has not: the rules compare its words with each other."""
_KNOWN = {
    "obliges": "requires", "foresees": "envisions", "envisages": "envisions", "allots": "assigns",
}  # fmt: skip
"""Verbs by which plans speak and that are never nouns, with one of the same use."""
_RARE = "counterclaim_rare_verbs"
_SHORT = "counterclaim_short_answers"
_ENDLESS = "counterclaim_endless_sentences"
ANSWERS = frozenset(("no", "yes", "never", "nonsense", "absolutely", "certainly", "exactly", "correct"))
"""Words that answer a question by themselves."""
_WE = frozenset(("i", "we"))
_OURS = frozenset(("our", "us", "my", "me", "ourselves", "myself"))


@cache
def language(model: str) -> Language:
    """Load the spaCy model, once; InputError says what else is installed and how to get more."""
    try:
        pipeline = spacy.load(model)
    # A folder may hold anything: spaCy tells what is wrong with it by errors of several kinds.
    except (OSError, ImportError, ValueError, KeyError, TypeError) as error:
        reason = "not installed" if isinstance(error, OSError) else f"of no use: {str(error)[:200]}"
        raise InputError(f"COUNTERCLAIM_SPACY_MODEL: {model!r} is {reason}. {_other_models()}") from error
    missing = [need for need in ("tagger", "parser", "lemmatizer") if need not in pipeline.pipe_names]
    if pipeline.lang != "en" or missing:
        lacks = f"has no {' and no '.join(missing)}" if missing else f"reads {pipeline.lang!r}, not English"
        raise InputError(f"COUNTERCLAIM_SPACY_MODEL: {model!r} {lacks}. {_other_models()}")
    pipeline.add_pipe(_RARE, first=True)
    pipeline.add_pipe(_SHORT, before="parser")
    pipeline.add_pipe(_ENDLESS, before="parser")
    return pipeline


@Language.component(_RARE)
def _rare_verbs(doc: Doc) -> Doc:
    """Let the model see a verb that it knows in place of one that it takes for a noun."""
    for token in doc:
        if denied_in_headline(token):
            token.norm_ = known_form(token) or token.norm_
        elif (known := _KNOWN.get(token.lower_)) is not None:
            token.norm_ = known
        elif token.lower_ in ("do", "das") and 0 < token.i < len(doc) - 1:
            # 'Correa do Lago' does nothing.
            if token.nbor(-1).is_title and token.nbor().is_title:
                token.norm_ = "de"
    for _, verb in afterthoughts(doc):
        verb.norm_ = known_form(verb) or verb.norm_
    return doc


@Language.component(_SHORT)
def _short_answers(doc: Doc) -> Doc:
    """End the sentence after a paragraph's first 'No.', and before ', a charge Peru disputes'."""
    if len(doc) > 2 and doc[0].lower_ in ANSWERS and doc[1].text in (".", "!"):
        doc[2].is_sent_start = True
    for first, verb in afterthoughts(doc):
        first.is_sent_start = True
        for token in doc[first.i + 1 : verb.i + 1]:
            token.is_sent_start = False
    return doc


@Language.component(_ENDLESS)
def _endless_sentences(doc: Doc) -> Doc:
    """End a sentence that is none: nobody writes so many words without a full stop."""
    since = 0
    for token in doc:
        if token.text in (".", "!", "?"):
            since = token.i + 1
        elif token.i - since >= ENDLESS:
            token.is_sent_start = True
            since = token.i
    return doc


def _other_models() -> str:
    installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
    return (
        f"Installed: {installed}. Leave the variable out for the model that comes with Counterclaim, or get "
        "an English one, such as en_core_web_md: python -m spacy download en_core_web_md"
    )


def read_paragraphs(
    text: str,
    model: str,
    turns: dict[int, int] | None = None,
    names: frozenset[str] = frozenset(),
    *,
    whole: bool = True,
) -> list[Doc]:
    """Parse each paragraph on its own, so that no sentence crosses a blank line.

    `turns` says where the turns of a transcript begin and where their labels end: a label is a paragraph.
    `names` are surnames that are known to be names. A quotation that goes on over a blank line is one
    paragraph, if they are to be `whole`.
    """
    names |= surnames_in(text)
    pipeline = language(model)

    def parse(piece: str) -> Doc:
        return corrected(pipeline(piece), pipeline, names)

    pieces = list(_pieces(text, turns or {}, whole=whole))
    plain = undated(shadow(text))
    docs: list[Doc] = []
    pipe = pipeline.pipe(((opened_once(plain[a:b]), a) for a, b in pieces), as_tuples=True, batch_size=16)
    for parsed, base in pipe:
        named = headlined(corrected(parsed, pipeline, names), parse)
        pieced = in_halves(rejoined(named, parse), parse)
        doc = tailed(reattached(with_nouns(pieced, parse)), parse)
        doc.user_data["base"] = cast("Any", base)
        docs.append(doc)
    return docs


def _pieces(text: str, turns: dict[int, int], *, whole: bool) -> Iterator[tuple[int, int]]:
    for start, end in paragraphs(text, whole=whole):
        if start in turns:
            yield start, turns[start]
            start = turns[start] + 1
        for word in _WORD.finditer(text, start, end):
            yield from _short(text, start, word.end())
            start = word.end()
        yield from _short(text, start, end)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch in pieces of a length that spaCy can hold, cut between words."""
    while end - start > _PIECE:
        cut = text.rfind(" ", start, start + _PIECE)
        cut = cut if cut > start else start + _PIECE
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def base(token: Token) -> int:
    """Return the offset of the token's paragraph in the text."""
    return cast("int", token.doc.user_data["base"])


def position(token: Token) -> int:
    """Return the offset of the token in the text."""
    return base(token) + token.idx


def span(text: str, first: Token, last: Token) -> models.Span:
    """Return the stretch of text from one token to another, both included."""
    first, last = sorted((first, last), key=position)
    start, end = position(first), position(last) + len(last.text)
    return models.Span(start=start, end=end, exact=text[start:end])


def whole(text: str, sentence: Span) -> models.Span:
    """Return the stretch of a sentence."""
    return span(text, sentence[0], sentence[-1])


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child of the token with one of these dependencies."""
    for each in token.children:
        if each.dep_ in deps:
            return each
    return None


def written(doc: Doc) -> str:
    """Return the words of a paragraph; spaCy puts them together anew each time that it is asked."""
    known: str | None = doc.user_data.get("written")
    if known is None:
        known = doc.text
        doc.user_data["written"] = cast("Any", known)
    return known


def in_quotes(token: Token) -> bool:
    """Say whether the token stands inside double quotes within its paragraph."""
    return _quotes(token.doc)[token.i]


def _quotes(doc: Doc) -> list[bool]:
    """Return for each token whether it stands inside double quotes; counted once for all of them."""
    known: list[bool] | None = doc.user_data.get("quotes")
    if known is None:
        counts = accumulate((t.text.count('"') for t in doc), initial=0)
        known = [count % 2 == 1 for count in counts]
        doc.user_data["quotes"] = cast("Any", known)
    return known


def own_words(token: Token, speakers: tuple[str, ...]) -> bool:
    """Say whether a word is one of the speakers' own, as in a transcript, a statement or a quotation."""
    return bool(speakers) and speakers in (token.doc.user_data.get("holders"), quoted_of(token))


def quote(tokens: Iterable[Token], speakers: tuple[str, ...]) -> None:
    """Record whose own words tokens in quotation marks are: no 'he' among them is the speaker."""
    for token in tokens:
        if in_quotes(token):
            token.doc.user_data.setdefault("quoted", {}).setdefault(token.i, speakers)


def quoted_of(token: Token) -> tuple[str, ...]:
    """Return whose words a quotation is that a token stands in, as far as that was recorded."""
    known: dict[int, tuple[str, ...]] = token.doc.user_data.get("quoted", {})
    return known.get(token.i, ())


def address(tokens: Iterable[Token], actors: tuple[str, ...]) -> None:
    """Record whom 'you' means among tokens; what was recorded before stands."""
    for token in tokens:
        token.doc.user_data.setdefault("you", {}).setdefault(token.i, actors)


def addressed(token: Token) -> tuple[str, ...]:
    """Return whom 'you' means at a token; nobody where that is not certain."""
    known: dict[int, tuple[str, ...]] = token.doc.user_data.get("you", {})
    return known.get(token.i, ())


def first_person(doc: Doc, *, ours: bool = True) -> bool:
    """Say whether a paragraph says 'we' or 'I', or `ours` and 'my' too, outside quotation marks."""
    wanted = _WE | (_OURS if ours else frozenset[str]())
    return any(t.lower_ in wanted and not in_quotes(t) for t in doc)
