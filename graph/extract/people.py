"""Find the people, states and organisations that the text names."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from .cast import Cast, Mention
from .lexicon import verb_act
from .names import fold, same_surname
from .places import another, in_person_name, is_place
from .sentences import position
from .titles import add_roles, capital, gender, is_post, is_title, state_of, text, title_before

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
            add_roles(mention, cast)


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
        if member.kind in ("State", "Place") and in_person_name(tokens[0], tokens[-1]):
            continue
        if member.kind == "Organization" and another(tokens[0], member.of, cast):
            continue
        if member.entry and name in member.entry.metonyms and is_place(tokens[0], tokens[-1]):
            member = cast.join("Place", name)
        if name != member.name:
            member.spellings.add(name)
        cast.mention(Mention(member.id, tokens[0], tokens[-1]))


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
    return before is not None and before.pos_ == "PROPN" and capital(before)


def _spread(docs: list[Doc], cast: Cast) -> None:
    names = {m.name: m.id for m in cast.members.values() if m.kind == "State" and not m.entry}
    for doc in docs:
        for token in doc:
            if token.text in names and not _joined(token):
                cast.mention(Mention(names[token.text], token, token))


def _nameable(token: Token, cast: Cast) -> bool:
    return (
        capital(token)
        and token.text[0].isalpha()
        and cast.at(token) is None
        and (
            token.pos_ == "PROPN"
            or token.ent_type_ == "PERSON"
            or fold(token.text) in cast.gazetteer.surnames
        )
    )


def _runs(doc: Doc, cast: Cast) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        hyphen = run and token.text == "-" and not token.nbor(-1).whitespace_
        particle = (
            token.lower_ in _PARTICLES
            and token.i + 1 < len(doc)
            and (
                token.nbor().lower_ in _PARTICLES or token.nbor().text == "-" or _nameable(token.nbor(), cast)
            )
        )
        inside = run and (hyphen or (particle and not is_title(run[-1])))
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
    if run[0].i >= 2 and run[0].nbor(-1).lower_ == "of" and is_post(run[0].nbor(-2)):
        start = 1
    for index, token in enumerate(run[:-1]):
        if is_title(token):
            start = index + 1
    name = run[start:]
    if name and (len(name) == 1 or not all(is_title(token) for token in name)):
        yield name


def _name_person(run: list[Token], cast: Cast) -> None:
    title = title_before(run[0], cast)
    member = None
    state = state_of(title, cast)
    particle = next((i for i, t in enumerate(run) if t.lower_ in _PARTICLES and i), len(run) - 1)
    hyphens = [i for i, t in enumerate(run) if t.text == "-"]
    if hyphens and particle == len(run) - 1:
        particle = hyphens[0] - 1
    given = text(run[:particle])
    surname = text(run[particle:])
    if _is_person(run, title, cast) or (not given and _surname_known(surname, cast)):
        member = cast.person(given, surname, state)
        member.gender = member.gender or gender(title, run[0])
        cast.mention(Mention(member.id, run[0], run[-1]))


def _is_person(run: list[Token], title: list[Token], cast: Cast) -> bool:
    last = run[-1]
    if len(run) == 1 and is_title(last):
        return False
    if (title and is_post(title[-1])) or (title and len(title) > 2 and title[-2].text == "of"):
        return True
    if any(is_post(c) for c in last.children if c.dep_ == "appos" and c.i > last.i):
        return True
    if last.dep_ == "appos" and is_post(last.head):
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


def mention_position(mention: Mention) -> int:
    """Return where the mention begins in the text."""
    return position(mention.first)
