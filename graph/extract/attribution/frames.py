"""How a word that may report speech or thought takes what is said: by a clause, an object, a preposition."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..lexicon import frame_words
from ..sentences import child

_PREPOSITIONS = frozenset(
    (
        "about",
        "against",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "over",
        "to",
        "upon",
        "with",
    )
)
_PARTS = {"ccomp": "that", "oprd": "as"}


def slots(word: Token) -> dict[str, Token]:
    """Return the roots of the clauses and phrases that `word` governs, by the name of the slot they fill.

    `that`, `infinitive`, `ing` are clauses, `object` the direct object, `subject` that of a passive; a
    preposition is its own slot. A verb whose clause stands above it ("so it was, he said") has it in `that`.
    """
    found: dict[str, Token] = {}
    for slot, root in _governed(word):
        found.setdefault(slot, root)
    if "that" not in found and (above := clause_above(word)) is not None:
        found["that"] = above
    return found


def _governed(word: Token) -> Iterator[tuple[str, Token]]:
    # A clause after the word goes before one that the parser hangs on it from the left.
    for token in (*word.rights, *word.lefts):
        dep = token.dep_
        if dep in ("ccomp", "oprd"):
            yield _PARTS[dep], token
        elif dep in ("xcomp", "acl", "advcl", "relcl"):
            if slot := _clause(word, token):
                yield slot, token
        elif dep == "dobj" and token.tag_ not in ("WDT", "WP"):
            yield "object", token
        elif dep in ("nsubjpass", "csubjpass"):
            yield "subject", token
        elif dep in ("prep", "dative", "agent") and token.lower_ in _PREPOSITIONS:
            inner = child(token, "pobj", "pcomp", "amod", "acomp")
            if inner is not None and dep != "agent":
                yield ("as" if token.lower_ == "as" else token.lower_), inner
    if relative := relative_of(word):
        yield "object", relative
    for noun in (child(c, "pobj") for c in word.children if c.dep_ == "prep" and c.lower_ in ("in", "on")):
        if noun is not None and noun.lemma_ in frame_words("kinds", "vessel"):
            yield from (
                ("that", c)
                for c in noun.children
                if any(g.lower_ == "that" and g.dep_ == "mark" for g in c.children)
            )


def _clause(word: Token, token: Token) -> str | None:
    """Name the slot of a clause: an infinitive, a gerund, or a finite one with its conjunction."""
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "aux", "advmod")}
    noun = word.pos_ == "NOUN"
    if token.dep_ in ("acl", "relcl") and not noun:
        return None
    if token.dep_ == "xcomp" and token.tag_ not in ("VB", "VBG", "VBN"):
        return "as"
    if "to" in marks and token.tag_ == "VB":
        plain = token.dep_ != "advcl" or word.dep_ != "ROOT" or word.pos_ == "ADJ"
        return "infinitive" if plain else None
    if "that" in marks and any(c.dep_ == "mark" for c in token.children):
        return "that"
    if token.dep_ == "xcomp":
        return "ing" if token.tag_ == "VBG" or "having" in marks else "infinitive"
    if token.dep_ == "advcl" and (
        marks & {"whether"} or (marks & {"if"} and word.lemma_ in ("ask", "wonder"))
    ):
        return "that"
    return None


def relative_of(verb: Token) -> Token | None:
    """Return 'which' of 'the plan, which he supports'."""
    if verb.dep_ not in ("relcl", "ccomp"):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("WDT", "WP")), None)


def clause_above(verb: Token) -> Token | None:
    """Return the clause that 'he said' is thrown into: its head, by parataxis or after a comma."""
    head = verb.head
    if head == verb or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.dep_ == "parataxis":
        return head
    if verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children):
        # 'as the union continues to pay' tells what happens, 'as the union says' who says so.
        return head if child(verb, "xcomp", "ccomp") is None else None
    return None


def passive(verb: Token) -> bool:
    """Say whether a verb is passive: 'was described', 'expected by many'."""
    return any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children)
