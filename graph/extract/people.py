"""Find the people, states and organisations that the text names."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ..models import Role
from .cast import Cast, Mention
from .lexicon import noun_act, verb_act, words
from .names import fold, same_surname
from .sentences import position

_PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "da",
        "dos",
        "di",
        "du",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
    ]
)
_JOIN = frozenset(("of", "and", "for", "to", "'s", "&", "-"))


def find_cast(docs: list[Doc], cast: Cast) -> None:
    """Record every mention of an actor or place: known names first, then titles and surnames."""
    for doc in docs:
        _known_names(doc, cast)
    surnames = {token.text for doc in docs for token in doc if _joined(token)}
    for doc in docs:
        _new_states(doc, cast, surnames)
    _spread(docs, cast)
    runs = [run for doc in docs for run in _runs(doc, cast)]
    for run in sorted(runs, key=lambda run: len(run) == 1):
        _name_person(run, cast)
    for mention in list(cast.mentions):
        if cast.members[mention.of].kind == "Person":
            _add_roles(mention, cast)


def _known_names(doc: Doc, cast: Cast) -> None:
    for found in cast.gazetteer.pattern.finditer(doc.text):
        tokens = doc.char_span(*found.span(), alignment_mode="expand")
        name = found[0]
        if tokens is None or (tokens.text != name and not tokens.text.startswith(name)):
            continue
        if name in cast.gazetteer.demonyms:
            member, how = cast.known(cast.gazetteer.demonyms[name]), "demonym"
            cast.mention(Mention(member.id, tokens[0], tokens[-1], how))
            continue
        member = cast.known(cast.gazetteer.phrases[name])
        if member.kind in ("State", "Place") and _in_person_name(tokens[0], tokens[-1]):
            continue
        if member.kind == "Organization" and _another(tokens[0], member.of, cast):
            continue
        if member.entry and name in member.entry.metonyms and _is_place(tokens[0], tokens[-1]):
            member = cast.join("Place", name)
        if name != member.name and member.kind == "Person":
            member.spellings.add(name)
        cast.mention(Mention(member.id, tokens[0], tokens[-1]))


def _is_place(first: Token, last: Token) -> bool:
    """Say whether a capital is where something happens, not who does it."""
    head = last.head
    if last.dep_ == "pobj":
        moves = head.head.lemma_ in _MOVES
        return head.lower_ in _WHERE or (head.lower_ in ("to", "for") and moves)
    return last.dep_ == "dobj" and head.lemma_ in ("visit", "leave", "reach", "shell", "bomb")


_WHERE = frozenset(
    ("in", "near", "at", "outside", "around", "from", "across", "into", "through", "over", "via", "inside")
)
_MOVES = frozenset(
    (
        "fly",
        "travel",
        "go",
        "return",
        "come",
        "move",
        "arrive",
        "head",
        "trip",
        "visit",
        "drive",
        "rush",
        "fled",
        "flee",
        "leave",
    )
)


def _another(first: Token, of: str | None, cast: Cast) -> bool:
    """Say whether the organisation is expressly some other state's: "Chile's Senate"."""
    if not of or first.i < 2 or first.nbor(-1).text != "'s":
        return False
    owner = cast.at(first.nbor(-2))
    return owner is not None and owner.of != of


def _in_person_name(first: Token, last: Token) -> bool:
    """Say whether a place name is somebody's given name: 'Jordan Hill', 'Chad Reyes'."""
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    return bool(
        after is not None
        and last.ent_type_ == "PERSON"
        and after.ent_type_ == "PERSON"
        and after.ent_iob_ == "I"
        and _capital(after)
        and not _is_post(after)
        and first.pos_ == "PROPN"
    )


def _new_states(doc: Doc, cast: Cast, surnames: set[str]) -> None:
    """A name that has a foreign minister or an army is a state, even in a tale."""
    for token in doc:
        if not _nameable(token, cast) or token.i + 2 >= len(doc) or token.text in surnames:
            continue
        owns = token.nbor().text == "'s" and any(
            t.lemma_.lower() in _OWNED for t in doc[token.i + 2 : token.i + 5]
        )
        acts = token.ent_type_ == "GPE" and token.dep_ in ("nsubj", "agent")
        if ((owns and token.head.lemma_.lower() in _OWNED) or acts) and not _joined(token):
            cast.join("State", token.text)


_OWNED = frozenset(
    (
        "minister",
        "president",
        "government",
        "army",
        "envoy",
        "ambassador",
        "parliament",
        "ministry",
        "sovereignty",
        "military",
        "territory",
        "border",
    )
)


def _joined(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return before is not None and before.pos_ == "PROPN" and _capital(before)


def _spread(docs: list[Doc], cast: Cast) -> None:
    names = {m.name: m.id for m in cast.members.values() if m.kind == "State" and not m.entry}
    for doc in docs:
        for token in doc:
            if token.text in names and not _joined(token):
                cast.mention(Mention(names[token.text], token, token))


def _capital(token: Token) -> bool:
    return token.text[0].isupper()


def _nameable(token: Token, cast: Cast) -> bool:
    return (
        _capital(token)
        and token.text[0].isalpha()
        and cast.at(token) is None
        and (
            token.pos_ == "PROPN"
            or token.ent_type_ == "PERSON"
            or fold(token.text) in cast.gazetteer.surnames
        )
    )


def _is_post(token: Token) -> bool:
    return token.lemma_.lower() in words("posts") or token.lower_ in words("posts")


def _is_title(token: Token) -> bool:
    return _is_post(token) or token.lower_ in words("post_words")


def _runs(doc: Doc, cast: Cast) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        hyphen = run and token.text == "-" and not token.nbor(-1).whitespace_
        particle = (
            token.lower_ in _PARTICLES
            and token.i + 1 < len(doc)
            and (token.nbor().lower_ in _PARTICLES or _nameable(token.nbor(), cast))
        )
        inside = run and (hyphen or (particle and not _is_title(run[-1])))
        if _nameable(token, cast) or inside:
            run.append(token)
        else:
            yield from _names_in(run)
            run = []
    yield from _names_in(run)


def _names_in(run: list[Token]) -> Iterator[list[Token]]:
    """Cut the title off a run: of 'Army Secretary Ann Poe' only 'Ann Poe' is the name."""
    while run and run[-1].text == "-":
        run = run[:-1]
    if not run:
        return
    start = 0
    if run[0].i >= 2 and run[0].nbor(-1).lower_ == "of" and _is_post(run[0].nbor(-2)):
        start = 1
    for index, token in enumerate(run[:-1]):
        if _is_title(token):
            start = index + 1
    name = run[start:]
    if name and (len(name) == 1 or not all(_is_title(token) for token in name)):
        yield name


def _name_person(run: list[Token], cast: Cast) -> None:
    title = title_before(run[0], cast)
    member = None
    state = _state_of(title, cast)
    particle = next((i for i, t in enumerate(run) if t.lower_ in _PARTICLES and i), len(run) - 1)
    hyphens = [i for i, t in enumerate(run) if t.text == "-"]
    if hyphens and particle == len(run) - 1:
        particle = hyphens[0] - 1
    given = _text(run[:particle])
    surname = _text(run[particle:])
    if _is_person(run, title, cast) or (not given and _surname_known(surname, cast)):
        member = cast.person(given, surname, state)
        member.gender = member.gender or _gender(title, run[0])
        cast.mention(Mention(member.id, run[0], run[-1]))


def _text(tokens: list[Token]) -> str:
    return "".join(t.text_with_ws for t in tokens).strip()


def _is_person(run: list[Token], title: list[Token], cast: Cast) -> bool:
    last = run[-1]
    if (title and _is_post(title[-1])) or (title and len(title) > 2 and title[-2].text == "of"):
        return True
    if any(_is_post(c) for c in last.children if c.dep_ == "appos" and c.i > last.i):
        return True
    if last.dep_ == "appos" and _is_post(last.head):
        return True
    if len(run) == 1 or any(c.dep_ == "det" for c in last.children):
        return False
    speaks = last.dep_ in ("nsubj", "pobj") and verb_act(last.head.lemma_.lower()) is not None
    return any(t.ent_type_ == "PERSON" for t in run) or speaks


def _surname_known(surname: str, cast: Cast) -> bool:
    people = (m.surname for m in cast.members.values() if m.kind == "Person")
    famous = cast.gazetteer.surnames
    return any(s and same_surname(s, surname) for s in people) or any(
        same_surname(s, surname) for s in famous
    )


def title_before(token: Token, cast: Cast) -> list[Token]:
    """Return the words of the post that stand before a name."""
    title: list[Token] = []
    at = token.i - 1
    while at >= 0:
        word = token.doc[at]
        mention = cast.at(word)
        person = mention is not None and cast.members[mention.of].kind == "Person"
        joined = word.text in _JOIN and title and at and _joins(word, title, cast)
        if person or not (
            _is_title(word) or joined or (_capital(word) and word.pos_ in ("PROPN", "ADJ", "NOUN"))
        ):
            break
        title.insert(0, word)
        at -= 1
    while title and (title[0].text in _JOIN or title[0].pos_ in ("DET", "SCONJ", "CCONJ")):
        title.pop(0)
    return title if any(_is_post(word) for word in title) else []


def _joins(word: Token, title: list[Token], cast: Cast) -> bool:
    before = word.nbor(-1)
    mention = cast.at(before)
    if mention is not None and (mention.how == "name" and word.text != "'s" and word.text != "-"):
        return False
    if word.text == "and":
        return _capital(before) and _capital(title[0]) and not _is_post(title[0])
    return _capital(before) or _is_title(before)


def _state_of(title: list[Token], cast: Cast) -> str | None:
    for token in title:
        if (mention := cast.at(token)) and cast.members[mention.of].kind in (
            "State",
            "Organization",
        ):
            member = cast.members[mention.of]
            return member.id if member.kind == "State" else member.of
    return None


def _gender(title: list[Token], first: Token) -> str | None:
    for token in (*title, *first.doc[max(0, first.i - 2) : first.i]):
        if token.lower_.rstrip(".") in words("female"):
            return "she"
        if token.lower_.rstrip(".") in words("male"):
            return "he"
    return None


def _add_roles(mention: Mention, cast: Cast) -> None:
    titles = [title_before(mention.first, cast)]
    if titles[0]:
        cast.titles[position(mention.first)] = titles[0][0]
    appositions = [
        c
        for t in mention.first.doc[mention.first.i : mention.last.i + 1]
        for c in t.children
        if c.dep_ == "appos" and c.i > mention.last.i
    ]
    if mention.last.dep_ == "appos" and _is_post(mention.last.head):
        post = mention.last.head
        titles.append([t for t in post.doc[post.left_edge.i : post.i + 1] if t.text != ","])
    for noun in appositions:
        if _is_post(noun):
            cut = min(
                (
                    c.left_edge.i
                    for c in noun.children
                    if c.dep_ in ("relcl", "acl", "appos") and c.i > noun.i
                ),
                default=noun.right_edge.i + 1,
            )
            titles.append([t for t in noun.doc[noun.left_edge.i : cut] if t.is_ascii or t.is_alpha])
    for title in titles:
        if title:
            _add_role(title, cast.members[mention.of].roles, cast)
    member = cast.members[mention.of]
    member.of = member.of or _state_of([t for title in titles for t in title], cast)


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
    post = " ".join(_text(title).split())
    if not post or noun_act(post):
        return
    organization = (orgs or states or [None])[0]
    if post.lower() not in {role.post.lower() for role in roles}:
        roles.append(Role(post=post, organization=organization))


def mention_position(mention: Mention) -> int:
    """Return where the mention begins in the text."""
    return position(mention.first)
