"""The words of noun phrases, apart from who they mean."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..afterthoughts import after_opening
from ..sentences import position
from .cast import Cast


def demonyms(noun: Token, cast: Cast) -> list[Token]:
    """Return the adjectives of 'British, French and German leaders', however parsed."""
    found: list[Token] = []
    at = noun.i - 1
    while at >= 0:
        token = noun.doc[at]
        mention = cast.at(token)
        if mention is not None and mention.how == "demonym":
            found.insert(0, token)
        elif not (found and (token.text == "," or token.lower_ == "and")):
            break
        at -= 1
    return found


def count(number: Token) -> int:
    """Return the number that a word names, or -1."""
    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return names.index(number.lower_) if number.lower_ in names else -1


def coordinated(head: Token) -> Iterator[Token]:
    """Yield a noun and those joined to it by "and"."""
    yield head
    for token in head.children:
        if token.dep_ == "conj" and token.i > head.i and token.pos_ != "VERB":
            yield from coordinated(token)


def phrase(noun: Token) -> list[Token]:
    """Return the words of a noun phrase without articles, clauses and coordinated nouns."""
    since = after_opening(noun)
    return [
        token
        for token in noun.subtree
        if token.i >= since
        and not (token.dep_ == "det" and token.head == noun)
        and not _is_aside(token, noun)
    ]


def _is_aside(token: Token, noun: Token) -> bool:
    """Say whether a token stands in a clause, an apposition or another noun below `noun`."""
    while token != noun:
        if token.dep_ in _ASIDES and token.text != "-":
            return True
        if token.head == noun and token.i > noun.i and token.dep_ in ("conj", "cc"):
            return True
        prep = token.head == noun and token.dep_ == "prep"
        if prep and (token.lower_ not in _OF or (token.i > noun.i and token.nbor(-1).text == ",")):
            return True
        token = token.head
    return False


_ASIDES = frozenset(
    ["relcl", "acl", "ccomp", "appos", "advcl", "punct", "advmod", "dep", "parataxis", "predet"]
)
_OF = frozenset(("of", "at", "from", "for", "in", "with", "to"))


def edges(nouns: list[Token]) -> tuple[Token, Token]:
    """Return the first and the last word of noun phrases."""
    tokens = [t for noun in nouns for t in (*phrase(noun), noun)]
    for noun in nouns:
        tokens += [c for c in noun.children if c.dep_ == "det" and c.i < noun.i]
    return min(tokens, key=position), max(tokens, key=position)


def listed(names: list[str]) -> str:
    """Return 'a, b and c'."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def part_of(number: Token) -> Token | None:
    """Return 'them' of 'two of them'."""
    of = next((c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def bare_name(noun: Token) -> bool:
    """Say whether 'Reyes' of 'Reyes denied it' is a name that the tagger takes for a noun.

    It opens its sentence, has no word of its own, and is nowhere in its paragraph a plain word.
    """
    single = noun.tag_ == "NN" and noun.dep_ in ("nsubj", "nsubjpass") and not any(noun.children)
    opens = noun.i == noun.sent.start and noun.text.istitle()
    return single and opens and not any(t.text == noun.lower_ for t in noun.doc)
