"""Find the people, states and organisations that the text names."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ..lexicon import verb_act
from ..sentences import written
from .bodies import find_bodies
from .cast import Cast, Member, Mention
from .genders import tell_genders
from .issuers import find_issuer
from .names import actor_words, equal_surname, fold, is_calendar
from .namesakes import person, surname_known
from .places import another, in_longer_name, in_person_name, is_place
from .roles import add_roles, beside
from .states import find_states, is_compass
from .titles import capital, gender, is_post, is_title, state_of, text, title_before

_PARTICLES = actor_words("particles")


def find_cast(docs: list[Doc], cast: Cast) -> None:
    """Record every mention of an actor or place: known names first, then states, bodies and people."""
    for doc in docs:
        _known_names(doc, cast, generic=False)
    find_states(docs, cast)
    for doc in docs:
        _known_names(doc, cast, generic=True)
    find_issuer(docs, cast)
    find_bodies(docs, cast)
    cast.speaking = {t.text for doc in docs for t in doc if _speaks_alone(t)}
    runs = [run for doc in docs for run in _runs(doc, cast)]
    for run in sorted(runs, key=lambda run: len(run) == 1 or run[0].lower_ in _PARTICLES):
        _name_person(run, cast)
    _shouted_names(docs, cast)
    people = [m for m in cast.mentions if cast.members[m.of].kind == "Person"]
    for mention in (
        *people,
        *people,
    ):  # twice: 'press secretary to President Poe' needs to know where Poe presides
        add_roles(mention, cast)
    tell_genders(docs, cast)


def _known_names(doc: Doc, cast: Cast, *, generic: bool) -> None:
    """Record names of the gazetteer; `generic` ones, such as 'Senate', only where their owner is named."""
    for found in cast.gazetteer.pattern.finditer(written(doc)):
        tokens = doc.char_span(*found.span(), alignment_mode="expand")
        name = found[0]
        if tokens is None or (tokens.text != name and not tokens.text.startswith(name)):
            continue
        if (name in cast.gazetteer.generic) != generic:
            continue
        if name in cast.gazetteer.demonyms:
            member, how = cast.known(cast.gazetteer.demonyms[name]), "demonym"
            cast.mention(Mention(member.id, tokens[0], tokens[-1], how))
            continue
        entry = cast.gazetteer.entries[cast.gazetteer.phrases[name]]
        if generic and in_longer_name(tokens[0], tokens[-1], entry.of, cast):
            continue
        if generic and entry.id not in cast.members and entry.of not in cast.members:
            continue
        if entry.kind in ("State", "Place") and in_person_name(tokens[0], tokens[-1]):
            continue
        if entry.kind == "Organization" and another(tokens[0], entry.of, cast):
            continue
        member = cast.known(entry.id)
        if entry.kind == "Person" and not member.surname and " " in name:
            cast.bear(member, name.split()[-1])  # 'Theresa May' named in full makes 'May' a name
        if name in entry.metonyms and is_place(tokens[0], tokens[-1]):
            member = cast.join("Place", name)
        if name != member.name:
            member.spellings.add(name)
        cast.mention(Mention(member.id, _particles_before(tokens[0], member), tokens[-1]))


def _particles_before(token: Token, member: Member) -> Token:
    """Return where the name of a person begins: 'Von der Leyen' opens a sentence."""
    first = token
    while first.i and first.nbor(-1).lower_ in _PARTICLES:
        first = first.nbor(-1)
    longer = token.doc[first.i : token.i + 1].text.lower()
    return first if member.kind == "Person" and f" {longer}" in member.name.lower() else token


def _nameable(token: Token, cast: Cast) -> bool:
    return (
        capital(token)
        and token.text[0].isalpha()
        and cast.at(token) is None
        and not is_calendar(token.text)
        and not _is_may(token)
        and not (token.text.isupper() and len(token.text) > 2)
        and (
            token.pos_ == "PROPN"
            or token.ent_type_ == "PERSON"
            or fold(token.text) in cast.gazetteer.surnames
        )
    )


def _speaks_alone(token: Token) -> bool:
    """Say whether 'Poe' of 'Poe said' is the subject of a verb of saying, by one capital word."""
    alone = token.pos_ == "PROPN" and token.dep_ == "nsubj" and not any(c.is_alpha for c in token.children)
    return alone and capital(token) and verb_act(token.head.lemma_.lower()) is not None


def _is_may(token: Token) -> bool:
    """Say whether 'May' is the month: 'in May', '9 May', 'May 2031'."""
    if token.text != "May":
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    months = frozenset(
        ("in", "on", "since", "until", "by", "of", "from", "last", "next", "early", "late", "mid")
    )
    return any(t is not None and t.like_num for t in (before, after)) or (
        before is not None and before.lower_ in months
    )


def _runs(doc: Doc, cast: Cast) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        hyphen = run and token.text == "-" and not token.nbor(-1).whitespace_
        following = token.nbor() if token.i + 1 < len(doc) else None
        particle = (
            token.lower_ in _PARTICLES
            and following is not None
            and (following.lower_ in _PARTICLES or following.text == "-" or _nameable(following, cast))
        )
        inside = run and (hyphen or (particle and not is_title(run[-1])))
        glued = token.lower_.startswith(("al-", "el-")) and token.text[-1].isalpha() and run
        glued = glued or (len(run) > 2 and _syllable(token))
        if _nameable(token, cast) or inside or glued:
            run.append(token)
        else:
            yield from _names_in(run)
            run = []
    yield from _names_in(run)


def _syllable(token: Token) -> bool:
    """Say whether 'in' of 'Moon Jae-in' goes on with a name: no 'led' of 'Ann Poe-led'."""
    if token.i < 2:
        return False
    hyphen = token.nbor(-1)
    joined = hyphen.text == "-" and not hyphen.whitespace_ and not hyphen.nbor(-1).whitespace_
    return (
        joined and token.text.isalpha() and token.text.islower() and token.tag_ not in ("VBN", "VBD", "VBG")
    )


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
        given = token.lower_ in actor_words("men") and index + 2 >= len(run) - 1 and token.pos_ == "PROPN"
        if is_title(token) and not (given and len(run) - index > 2):
            start = index + 1
    name = run[start:]
    if name and (len(name) == 1 or not all(is_title(token) for token in name)):
        yield name


def _split(run: list[Token], cast: Cast) -> tuple[str, str]:
    """Return given name and surname; a particle or hyphen begins the surname early."""
    last = len(run) - 1
    if last and run[last].lower_.rstrip(".") in ("jr", "sr", "ii", "iii"):
        last -= 1
    if last and run[0].lower_ in _PARTICLES:
        bearers = any(equal_surname(m.surname, text(run)) for m in cast.bearing(text(run)))
        if bearers or run[1].lower_ in _PARTICLES:
            return "", text(run)  # 'De Vries' of Jan de Vries, 'Van der Poel' at the head of a sentence
    particle = next((i for i, t in enumerate(run) if t.lower_ in _PARTICLES and i), last)
    hyphens = [i for i, t in enumerate(run) if t.text == "-"]
    if hyphens and particle == last:
        particle = hyphens[-1] - 1
    return text(run[:particle]), text(run[particle:])


def _name_person(run: list[Token], cast: Cast) -> None:
    title = title_before(run[0], cast)
    given, surname = _split(run, cast)
    if not (_is_person(run, title, cast) or (not given and surname_known(surname, cast))):
        _by_first_name(run, cast)
        return
    pronoun = gender(title, run[0])
    member = person(cast, given, surname, state_of(title, cast), pronoun, run[0], bool(title))
    if member is not None:
        member.gender = member.gender or pronoun
        cast.mention(Mention(member.id, run[0], run[-1]))


def _shouted_names(docs: list[Doc], cast: Cast) -> None:
    """'RUHL: ...' in a transcript is the Ruhl whom the text names elsewhere."""
    people = {m.surname.upper(): m.id for m in cast.members.values() if m.kind == "Person" and m.surname}
    for token in (token for doc in docs for token in doc):
        if token.is_upper and len(token.text) > 2 and token.text in people and cast.at(token) is None:
            cast.mention(Mention(people[token.text], token, token))


def _is_outlet(run: list[Token]) -> bool:
    """Say whether a run is named in 'the Havna Ilbo newspaper'."""
    last = run[-1]
    after = last.nbor() if last.i + 1 < len(last.doc) else last
    the = run[0].i > 0 and run[0].nbor(-1).lower_ == "the"
    return the and last.head == after and after.lemma_.lower() in actor_words("media")


def _by_first_name(run: list[Token], cast: Cast) -> None:
    """'Li' of 'Li Tan': a first name alone, if one person of the article bears it."""
    fits = cast.called(text(run)) or cast.called_first(text(run))
    if len(fits) == 1 and run[0].dep_ != "compound":
        cast.mention(Mention(fits[0].id, run[0], run[-1]))


def _is_person(run: list[Token], title: list[Token], cast: Cast) -> bool:
    last = run[-1]
    if (len(run) == 1 and (is_title(last) or last.text.isupper())) or _is_outlet(run):
        return False
    if (title and is_post(title[-1])) or (title and len(title) > 2 and title[-2].text == "of"):
        return True
    if beside(run[0], last, cast) or (last.dep_ == "appos" and is_post(last.head)):
        return True
    before = run[0].nbor(-1) if run[0].i else None
    if before is not None and before.lower_.rstrip(".") in actor_words("honorifics"):
        return True
    if len(run) == 1 or is_compass(run[0]) or any(c.dep_ == "det" for c in last.children):
        return False
    if run[0].lower_ in actor_words("men") | actor_words("women"):
        return True
    speaks = last.dep_ in ("nsubj", "pobj") and verb_act(last.head.lemma_.lower()) is not None
    speaks = speaks or (last.dep_ == "pobj" and last.head.head.lower_ == "according")
    return any(t.ent_type_ == "PERSON" for t in run) or speaks or last.text in cast.speaking
