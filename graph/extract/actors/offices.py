"""A post as a phrase says it: "Norvale's former foreign minister", 'press secretary to President Ann Poe'."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..lexicon import words
from .cast import Cast, Member
from .names import is_calendar
from .titles import capital, is_post, singular

_OF = frozenset(("of", "to", "for", "at"))
_DROPPED = frozenset(
    ("other", "new", "own", "then", "longtime", "outgoing", "the", "a", "an", "top", "first")
)
_MAX = 10


@dataclass(frozen=True)
class Office:
    """A post: its noun, its other words, whose state or body it serves, from its first to its last word."""

    head: Token
    words: tuple[Token, ...]
    of: tuple[str, ...]
    person: str | None
    owner: Token | None
    first: int
    last: int
    names: frozenset[int] = frozenset()

    @property
    def post(self) -> str:
        """The post in words, without the state: 'former foreign minister'."""
        parts: list[str] = []
        for token in self.words:
            glued = parts and token.i and not token.nbor(-1).whitespace_ and token.nbor(-1) in self.words
            written = singular(token) if token == self.head else token.text
            parts.append(written if glued or not parts else f" {written}")
        return "".join(parts)

    @property
    def gender(self) -> str | None:
        """The pronoun that the noun settles: 'she' of 'spokeswoman'."""
        noun = self.head.lower_
        return "she" if noun in words("female") else "he" if noun in words("male") else None

    @property
    def lowered(self) -> set[str]:
        """The words of the post in lower case, nouns in the singular too."""
        return {t.lower_ for t in self.words} | {t.lemma_.lower() for t in self.words}


def home(member: Member) -> str:
    """Return whom somebody at a state or body works for: the state, or the body itself."""
    return member.id if member.kind == "State" else member.of or member.id


def office_at(noun: Token, cast: Cast, end: int | None = None) -> Office:
    """Return the office that a phrase around a post noun names, read by its words and not by its parse.

    Words from the index `end` on are no part of it.
    """
    doc = noun.doc[: end if end is not None else len(noun.doc)]
    head = noun
    for at in range(noun.i + 1, min(noun.i + 5, len(doc))):
        word = doc[at]
        if cast.at(word) is not None or not (word.text == "-" or word.pos_ in ("NOUN", "ADJ", "PROPN")):
            break
        if is_post(word):
            head = word
    first = _first(noun, cast)
    last, aside = _last(head, cast, len(doc))
    return _made(noun.doc, first, head, last, aside, cast)


def _first(noun: Token, cast: Cast) -> int:
    at = noun.i
    while at > 0 and noun.i - at < _MAX:
        word = noun.doc[at - 1]
        if word.tag_ == "PRP$" or word.lower_ == "whose":
            return at - 1
        if cast.kind(noun.doc[at]) == "State" and cast.kind(word) != "State" and word.pos_ != "ADJ":
            return at  # 'After the vote | Norvale's envoy'
        part = word.text in ("'s", "'", "-", "&")
        if part and at > 1:
            at -= 1
            continue
        joins = word.text == "and" and cast.at(word) is not None
        if is_calendar(word.text) or word.ent_type_ in ("DATE", "TIME") or word.pos_ in ("NUM", "DET"):
            break
        if cast.kind(word) == "Person" and noun.doc[at].text not in ("'s", "'"):
            break
        if not (word.pos_ in ("ADJ", "NOUN", "PROPN") or cast.at(word) is not None or joins):
            break
        at -= 1
    return at


def _last(head: Token, cast: Cast, size: int) -> tuple[int, int]:
    """Return where the phrase ends, and where its 'of the ...' begins (or its end again)."""
    doc = head.doc
    at = head.i + 1
    if at >= size or doc[at].lower_ not in _OF:
        return head.i, head.i
    end, at = head.i, at + 1
    while at < size and at - head.i < _MAX:
        word = doc[at]
        if cast.kind(word) == "Person":
            mention = cast.at(word)
            return (mention.last.i if mention else at), head.i + 1
        noun = word.pos_ in ("NOUN", "PROPN") or cast.at(word) is not None
        link = word.pos_ in ("DET", "ADJ", "PART") or word.tag_ == "PRP$" or word.text == "-"
        both = word.text in ("and", "of", "for") and at + 1 < size and _goes_on(doc[at + 1], word, cast)
        if not (noun or link or both):
            break
        end = at if noun else end
        at += 1
    return (end, head.i + 1) if end > head.i else (head.i, head.i)


def _goes_on(word: Token, link: Token, cast: Cast) -> bool:
    if link.text == "and":
        return cast.at(word) is not None and cast.at(word) == cast.at(link)
    return capital(word) or word.pos_ in ("DET", "NOUN", "PROPN")


def _made(doc: Doc, first: int, head: Token, last: int, aside: int, cast: Cast) -> Office:
    of: list[str] = []
    person: str | None = None
    owner: Token | None = None
    kept: list[Token] = []
    for token in doc[first : head.i + 1]:
        mention = cast.at(token)
        kind = cast.kind(token)
        if mention is not None and kind == "Person":
            person = mention.of
        elif mention is not None and kind in ("State", "Organization"):
            of += [mention.of] if mention.of not in of else []
            nation = token.text in cast.gazetteer.demonyms
            if kind == "Organization" and not nation and not _owns(token, head):
                kept.append(token)
        elif token.tag_ == "PRP$" or token.lower_ == "whose":
            owner = token
        elif token.text not in ("'s", "'") and (kept or token.lower_ not in _DROPPED):
            kept.append(token)
    if last > head.i:
        rest = list(doc[aside : last + 1])
        named = [t for t in rest if cast.kind(t) in ("State", "Organization")]
        person = next((m.of for t in rest if (m := cast.at(t)) and cast.kind(t) == "Person"), person)
        bodies = [t for t in named if cast.kind(t) == "Organization"]
        for token in (*bodies, *named):
            mention = cast.at(token)
            if mention is not None and mention.of not in of:
                of.append(mention.of)
        plain = [t for t in rest[1:] if t.pos_ in ("NOUN", "PROPN", "ADJ") and cast.at(t) is None]
        if plain and person is None:
            states = {t.i for t in named if cast.kind(t) == "State"}
            kept += [t for t in rest if t.i not in states and t.text not in ("'s", "'")]
    names = frozenset(t.i for t in kept if cast.at(t) is not None)
    return Office(head, tuple(kept), tuple(of), person, owner, first, last, names)


def _owns(token: Token, head: Token) -> bool:
    """Say whether a name is followed by 's before the post: "the council's chair"."""
    at = token.i
    while at < head.i and token.doc[at].pos_ in ("PROPN", "NOUN", "ADJ", "ADP", "CCONJ"):
        at += 1
    return token.doc[at].text in ("'s", "'")
