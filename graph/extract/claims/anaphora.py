"""Words that stand for others: what 'one', 'that number' and 'his predecessor' surely mean."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..actors.cast import Cast
from ..actors.phrases import Phrases
from ..actors.titles import is_post
from ..lexicon import words
from ..sentences import in_quotes, own_words

FIGURES = frozenset(("number", "figure", "sum", "amount", "total", "price", "percentage", "share"))
_AMOUNTS = frozenset(("CARDINAL", "MONEY", "PERCENT", "QUANTITY"))
_ARTICLES = frozenset(("a", "an", "another", "any", "no", "the"))
_WHERE = frozenset(("in", "at", "during", "after", "before", "by", "within", "for", "since", "until", "of"))
_HERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def written_out(tokens: list[Token], new: dict[int, str]) -> None:
    """Write what 'one' and 'that number' mean, where one thing alone in the paragraph fits."""
    for token in _standing(tokens):
        if token.i in new or token.lower_ == "otherwise":
            continue
        found = _indefinite(token) if token.lower_ == "one" else _amount(token)
        if found and token.lower_ == "one":
            new[token.i] = found
        elif found:
            new[token.left_edge.i], new[token.i] = "", f"the {token.text} of {found}"


def left_open(tokens: list[Token], new: dict[int, str]) -> Token | None:
    """Return a word whose meaning stays open, so that the claim cannot be understood alone."""
    return next((t for t in _standing(tokens) if t.i not in new), None)


def owner(
    token: Token, tokens: list[Token], verb: Token, speakers: tuple[str, ...], cast: Cast, *, plural: bool
) -> bool:
    """Say whether 'his' or 'its' before a noun of an indirect clause is surely that of who speaks.

    Nobody else may come before it there, and 'its' must stand in the subject.
    """
    kinds = {cast.known(s).kind for s in speakers}
    pronoun = _HERS.get(token.lower_)
    if pronoun is None or token.tag_ != "PRP$" or len(kinds) != 1 or own_words(token, speakers):
        return False
    before = [t for t in tokens if t.i < token.i]
    rivals = any(t.pos_ in ("NOUN", "PROPN") or is_post(t) for t in before)
    subject = token.i < verb.i and token.head.dep_ in ("nsubj", "nsubjpass") and token.head.head == verb
    if rivals or not subject or in_quotes(token):
        return False
    if pronoun in ("he", "she"):
        one = cast.known(speakers[0])
        return len(speakers) == 1 and one.kind == "Person" and one.gender in (None, pronoun)
    bodies = kinds <= {"State", "Organization"}
    return (len(speakers) == 1 and bodies) if pronoun == "it" else plural


def quoted_owner(token: Token, speakers: tuple[str, ...], phrases: Phrases) -> tuple[str, ...]:
    """Return whom 'his' in the own words of somebody means: another person, or nobody that is certain."""
    if token.lower_ not in ("his", "her") or token.tag_ != "PRP$" or not own_words(token, speakers):
        return ()
    found = phrases.owner(token.head)
    return (found.id,) if found is not None and found.id not in speakers else ()


def _standing(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        alone = not [c for c in token.children if c.dep_ != "punct"]
        pointed = [c.lower_ for c in token.children] in (["that"], ["this"])
        other = token.lower_ == "otherwise" and token.dep_ == "advmod" and token.head.pos_ == "VERB"
        one = token.lower_ == "one" and alone and token.dep_ in ("dobj", "attr", "pobj")
        if other or one or (pointed and token.lower_ in FIGURES):
            yield token


def _before(token: Token) -> Iterator[Token]:
    """Yield the words of the sentence and of the one before it, up to a token."""
    doc, start = token.doc, token.sent.start
    start = doc[start - 1].sent.start if start else start
    yield from doc[start : token.i]


def _indefinite(token: Token) -> str:
    """Return the one thing that 'one' can mean: 'a draft' or 'no draft', else 'the draft'."""
    fits = [t for t in _before(token) if _fits(t, token)]
    first = [t for t in fits if _article(t) != {"the"}]
    here, topic = ([t for t in side if t.sent == token.sent] for side in (first, fits))
    for found in (here, [t for t in topic if _is_topic(t)], first, [t for t in topic if t.dep_ == "dobj"]):
        if found:
            return _a(found[-1]) if len({t.lemma_ for t in found}) == 1 else ""
    return ""


def _fits(noun: Token, one: Token) -> bool:
    """Say whether a noun is a thing of which there may be another: 'a draft', 'no letter', 'the amnesty'."""
    if noun.tag_ != "NN" or noun.lemma_.lower() in _persons() or noun.ent_type_ in ("DATE", "TIME"):
        return False
    where = noun.dep_ == "pobj" and noun.head.lower_ in _WHERE
    doer = noun.dep_ in ("nsubj", "nsubjpass") and noun.head == _verb(one)
    return bool(_article(noun)) and not where and not doer


def _article(noun: Token) -> set[str]:
    return {c.lower_ for c in noun.children} & _ARTICLES


def _is_topic(noun: Token) -> bool:
    """Say whether a sentence opens with the thing: 'On the amnesty, …'."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "about") and noun.head.i == noun.sent.start


def _verb(token: Token) -> Token:
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)


def _persons() -> frozenset[str]:
    return words("posts") | words("collective") | words("institution") | words("anonymous")


def _a(noun: Token) -> str:
    """Return 'a letter' for 'no letter' and 'the amnesty', with the words before the noun."""
    text = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.lower_ not in _ARTICLES]
    rest = "".join(t.text_with_ws for t in text).strip()
    return f"{'an' if rest[:1].lower() in 'aeiou' else 'a'} {rest}"


def _amount(token: Token) -> str:
    """Return the one amount that 'that number' can mean: '40 boats'."""
    words = list(_before(token))
    found = [e for e in token.doc.ents if e.label_ in _AMOUNTS and e[0] in words]
    if len(found) != 1:
        return ""
    first, last = found[0][0], found[0][-1]
    counted = last.head if last.dep_ == "nummod" and last.head.i > last.i else last
    return first.doc[first.i : counted.i + 1].text
