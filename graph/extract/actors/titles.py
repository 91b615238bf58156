"""The posts that stand before and after names: 'Army Secretary Ann Poe, a former envoy'."""

from functools import cache

from spacy.tokens import Token

from ..lexicon import words
from .cast import Cast
from .names import actor_words, is_calendar

JOIN = frozenset(("of", "and", "for", "to", "'s", "&", "-"))


@cache
def post_nouns() -> frozenset[str]:
    """Return the nouns that name posts and ranks."""
    return words("posts") | actor_words("more_posts")


def capital(token: Token) -> bool:
    """Say whether a word is capitalised."""
    return token.text[0].isupper()


def singular(token: Token) -> str:
    """Return a post noun in the singular, as written: 'Minister' of 'Ministers'."""
    one = token.text.removesuffix("s")
    many = token.lower_ not in post_nouns() and one.lower() in post_nouns()
    return one if many else token.text


def is_post(token: Token) -> bool:
    """Say whether a word names a post or rank."""
    return bool({token.lemma_.lower(), token.lower_, singular(token).lower()} & post_nouns())


def is_title(token: Token) -> bool:
    """Say whether a word is a part of titles."""
    return is_post(token) or token.lower_ in words("post_words")


def text(tokens: list[Token]) -> str:
    """Return the words of tokens as written."""
    return "".join(t.text_with_ws for t in tokens).strip()


def title_before(token: Token, cast: Cast) -> list[Token]:
    """Return the words of the post that stand before a name."""
    title: list[Token] = []
    at = token.i - 1
    while at >= 0:
        word = token.doc[at]
        mention = cast.at(word)
        person = mention is not None and cast.members[mention.of].kind == "Person"
        inside = mention is not None and mention.first.i < word.i and title
        joined = word.text in JOIN and title and at and _joins(word, title, cast)
        if (
            person
            or is_calendar(word.text)
            or not (
                is_title(word)
                or inside
                or joined
                or (capital(word) and word.pos_ in ("PROPN", "ADJ", "NOUN"))
            )
        ):
            break
        title.insert(0, word)
        at -= 1
    while title and (title[0].text in JOIN or title[0].pos_ in ("DET", "SCONJ", "CCONJ")):
        title.pop(0)
    for index in range(len(title) - 2, 0, -1):
        if title[index].text in ("of", "for", "to") and is_post(title[index + 1]):
            title = title[index + 1 :]  # 'the spokesman of President Karsk'
            break
    return title if any(is_post(word) for word in title) else []


def _joins(word: Token, title: list[Token], cast: Cast) -> bool:
    before = word.nbor(-1)
    mention = cast.at(before)
    if mention is not None and (mention.how == "name" and word.text != "'s" and word.text != "-"):
        return False
    if word.text == "and":
        return capital(before) and capital(title[0]) and not is_post(title[0])
    return capital(before) or is_title(before)


def state_of(title: list[Token], cast: Cast) -> str | None:
    """Return the state that a title serves."""
    for token in title:
        if (mention := cast.at(token)) and cast.members[mention.of].kind in (
            "State",
            "Organization",
        ):
            member = cast.members[mention.of]
            return member.id if member.kind == "State" else member.of
    return None


def gender(title: list[Token], first: Token) -> str | None:
    """Return the pronoun that a title settles."""
    for token in (*title, *first.doc[max(0, first.i - 1) : first.i]):
        if token.lower_.rstrip(".") in words("female"):
            return "she"
        if token.lower_.rstrip(".") in words("male"):
            return "he"
    return None
