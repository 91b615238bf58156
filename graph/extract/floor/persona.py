"""Whom the label of a turn names: by the names of the text, by a post, or by the label alone."""

from spacy.tokens import Doc, Token

from ..actors.cast import Cast, Member
from ..actors.names import actor_words, fold
from ..actors.phrases import Phrases
from ..actors.titles import is_post
from ..sentences import position, written


def name_words(doc: Doc) -> list[Token]:
    """Return the words of a label, without what stands in brackets."""
    end = next((t.i for t in doc if t.text == "("), len(doc))
    return [t for t in doc[:end] if t.text[0].isalpha() and "@" not in t.text]


def named_by(doc: Doc, phrases: Phrases) -> str | None:
    """Return the actor whom a label names, or None if the words do not tell."""
    cast = phrases.cast
    words = name_words(doc)
    if not words:
        return None
    for token in reversed(words):
        mention = cast.at(token)
        if mention is not None and mention.how == "name" and cast.members[mention.of].kind != "Place":
            return mention.of
    if (member := _by_words(words, cast)) is not None:
        return member.id
    if is_post(words[-1]):
        voice = phrases.voice(words[-1])
        sure = voice is not None and len(voice.actors) == 1 and voice.confidence > 0.8
        return voice.actors[0] if voice is not None and sure else None
    return _new(words, cast)


def _untitled(words: list[Token]) -> list[Token]:
    """Return the words of a label without titles before the name: 'DUNMORE' of 'LT. COL. DUNMORE'."""
    first = next(
        (i for i, t in enumerate(words) if t.lower_.rstrip(".") not in _SKIPPED and not is_post(t)), 0
    )
    return words[first:]


def _by_words(words: list[Token], cast: Cast) -> Member | None:
    """Return the one person of this surname, or the one body whose name holds all words of the label."""
    plain = [fold(t.text) for t in _untitled(words)]
    people = [m for m in cast.members.values() if m.kind == "Person" and m.surname]
    fits = [m for m in people if plain and fold(m.surname) == " ".join(plain)]
    fits = fits or [m for m in people if plain and fold(m.name) == " ".join(plain)]
    if not fits:
        bodies = [m for m in cast.members.values() if m.kind in ("Organization", "State")]
        fits = [m for m in bodies if plain and set(plain) <= set(fold(m.name).split())]
        fits = fits or [m for m in bodies if " ".join(plain) in {fold(s) for s in m.spellings}]
    return fits[0] if len(fits) == 1 else None


def _new(words: list[Token], cast: Cast) -> str | None:
    """Make a person of a label that is a name and stands nowhere else: 'ANA QUISPE:', 'Mr Rojas:'."""
    plain = _untitled(words)
    titled = len(plain) < len(words) and words[0].lower_ != "the"
    given = plain[0].lower_ in actor_words("men") | actor_words("women") if plain else False
    if not plain or len(plain) > 4 or not (titled or (len(plain) > 1 and given)):
        return None
    name = " ".join(t.text.title() if t.is_upper else t.text for t in plain)
    member = cast.join("Person", name)
    if titled and words[0].lower_.rstrip(".") not in actor_words("honorifics"):
        member.spellings.add(words[0].doc[words[0].i : words[-1].i + 1].text.title())
    cast.bear(member, member.surname or name.split()[-1])
    return member.id


def guest(docs: list[Doc], first: int, cast: Cast) -> str | None:
    """Return the one person whom an interview is with: the only one of the lines before its first turn."""
    before = [m for m in cast.mentions if position(m.first) < first and cast.members[m.of].kind == "Person"]
    title = {m.of for m in before if m.first.doc is docs[0]}
    people = {m.of for m in before}
    if len(people) != 1 and len(title) != 1:
        return None
    return next(iter(people if len(people) == 1 else title))


def addressee_of(docs: list[Doc], phrases: Phrases) -> tuple[str, ...]:
    """Return the one person whom a letter opens with: 'Dear Minister Rojas,'."""
    opening = [d for d in docs if d[0].lower_ == "dear" and len(d) < 9 and written(d).rstrip()[-1] in ",:"]
    if len(opening) != 1:
        return ()
    mentions = [m for t in opening[0] if (m := phrases.cast.at(t)) is not None and m.how == "name"]
    people = {m.of for m in mentions if phrases.cast.members[m.of].kind == "Person"}
    return tuple(people) if len(people) == 1 else ()


_SKIPPED = actor_words("honorifics") | actor_words("short_ranks") | {"the", "madam"}
