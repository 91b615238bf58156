"""The posts that stand before and after names: 'Army Secretary Ann Poe, a former envoy'."""

from spacy.tokens import Token

from ..models import Role
from .cast import Cast, Mention
from .lexicon import noun_act, words
from .sentences import position

JOIN = frozenset(("of", "and", "for", "to", "'s", "&", "-"))


def capital(token: Token) -> bool:
    """Say whether a word is capitalised."""
    return token.text[0].isupper()


def is_post(token: Token) -> bool:
    """Say whether a word names a post or rank."""
    return token.lemma_.lower() in words("posts") or token.lower_ in words("posts")


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
        joined = word.text in JOIN and title and at and _joins(word, title, cast)
        if person or not (
            is_title(word) or joined or (capital(word) and word.pos_ in ("PROPN", "ADJ", "NOUN"))
        ):
            break
        title.insert(0, word)
        at -= 1
    while title and (title[0].text in JOIN or title[0].pos_ in ("DET", "SCONJ", "CCONJ")):
        title.pop(0)
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
    for token in (*title, *first.doc[max(0, first.i - 2) : first.i]):
        if token.lower_.rstrip(".") in words("female"):
            return "she"
        if token.lower_.rstrip(".") in words("male"):
            return "he"
    return None


def add_roles(mention: Mention, cast: Cast) -> None:
    """Record the posts that the article gives to the person of a mention."""
    titles = [title_before(mention.first, cast)]
    if titles[0]:
        cast.titles[position(mention.first)] = titles[0][0]
    appositions = [
        c
        for t in mention.first.doc[mention.first.i : mention.last.i + 1]
        for c in t.children
        if c.dep_ == "appos" and c.i > mention.last.i
    ]
    if mention.last.dep_ == "appos" and is_post(mention.last.head):
        post = mention.last.head
        titles.append([t for t in post.doc[post.left_edge.i : post.i + 1] if t.text != ","])
    titles += [_apposition(noun) for noun in appositions if is_post(noun)]
    for title in titles:
        if title:
            _add_role(title, cast.members[mention.of].roles, cast)
    member = cast.members[mention.of]
    member.of = member.of or state_of([t for title in titles for t in title], cast)


def _apposition(noun: Token) -> list[Token]:
    """Return the words of a post after a name, up to the next clause."""
    ends = [c.left_edge.i for c in noun.children if c.dep_ in ("relcl", "acl", "appos") and c.i > noun.i]
    cut = min(ends, default=noun.right_edge.i + 1)
    return [t for t in noun.doc[noun.left_edge.i : cut] if t.is_ascii or t.is_alpha]


def _add_role(title: list[Token], roles: list[Role], cast: Cast) -> None:
    places = [(t, m) for t in title if (m := cast.at(t))]
    orgs = [m.of for _, m in places if cast.members[m.of].kind == "Organization"]
    states = [m.of for _, m in places if cast.members[m.of].kind == "State"]
    while title and (
        title[0].pos_ == "DET"
        or title[0].text in ("'s", ",")
        or ((m := cast.at(title[0])) and cast.members[m.of].kind == "State")
    ):
        title = title[1:]
    while title and title[-1].is_punct:
        title = title[:-1]
    post = " ".join(text(title).split())
    if not post or noun_act(post):
        return
    organization = (orgs or states or [None])[0]
    if post.lower() not in {role.post.lower() for role in roles}:
        roles.append(Role(post=post, organization=organization))
