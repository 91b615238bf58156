"""Who a pronoun means: speakers before subjects, subjects before others, near before far."""

from spacy.tokens import Token

from ..lexicon import verb_act
from ..sentences import in_quotes, position, quoted_of
from .barred import barred, thrown_in
from .cast import Cast, Member, Mention
from .names import actor_words
from .subjects import last_subjects

Recent = list[tuple[int, tuple[str, ...]]]

_MALE, _FEMALE = ("he", "him", "himself", "his"), ("she", "herself", "her", "hers")
HE = dict.fromkeys(_MALE, "he") | dict.fromkeys(_FEMALE, "she")
THEY = frozenset(("they", "them", "themselves", "both", "their"))
_REACH = 900
_TIE = 0.04
_WITHIN = 80
"""How near one verb of saying stands to another in whose words it is: 'the Post reported that Peru asked'."""
_SUBJECT = 1.2
"""How much it weighs that the sentence before is about somebody: more than to have spoken earlier."""


def he_or_she(token: Token, cast: Cast, recent: Recent) -> str | None:
    """Return the person that 'he' or 'she' means; nobody if two are equally likely."""
    gender = HE[token.lower_]
    never, here = barred(token, cast), position(token)
    likely = (_above(token, cast, gender), _other_here(token, cast, gender))
    found = next((id_ for id_ in likely if id_ is not None and id_ not in never), None)
    if found is None:
        since = max((at for at in cast.unclear if at < here), default=0) if thrown_in(token) else 0
        found = salient(token, cast, recent, gender, reach=min(_REACH, here - since), never=never)
    if found is None and thrown_in(token):
        cast.unclear.add(here)
    if found is not None:
        member = cast.known(found)
        if member.kind == "Person":
            member.gender = member.gender or gender
    return found


def _above(token: Token, cast: Cast, gender: str) -> str | None:
    """'Y lied when he denied it', 'Y praised Z, but he left': the subject of what his clause hangs on."""
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.dep_ not in ("advcl", "conj"):
        return None
    subject = next((c for c in token.head.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    mention = _named(subject, cast) if subject is not None and subject.i < token.i else None
    fits = mention is not None and _may_be(cast.known(mention.of), gender)
    return mention.of if mention is not None and fits else None


def _other_here(token: Token, cast: Cast, gender: str) -> str | None:
    """'She said that her deputy, Tom Ash, had it because he asked': the one other person of the sentence."""
    named = dict.fromkeys(
        m.of
        for t in token.sent
        if t.i < token.i and (m := cast.at(t)) is not None and cast.kind(t) == "Person" and not in_quotes(t)
    )
    people = [cast.known(id_) for id_ in named]
    no = [p for p in people if not _may_be(p, gender)]
    fits = [p.id for p in people if p not in no and _leaning(p, gender) >= 0]
    return fits[0] if len(no) == 1 and len(people) == 2 and fits and not in_quotes(token) else None


def _named(subject: Token, cast: Cast) -> Mention | None:
    """Return who a subject is: by its own words, or by the name beside them, 'his spokeswoman, Lena Korr'."""
    beside = (c for c in subject.children if c.dep_ == "appos")
    return next((found for t in (subject, *beside) if (found := cast.at(t)) is not None), None)


def salient(
    token: Token,
    cast: Cast,
    recent: Recent,
    gender: str | None,
    *,
    reach: int = 350,
    own_labels: bool = True,
    never: frozenset[str] = frozenset(),
) -> str | None:
    """Return the person whom the text before a word puts first, or nobody if it is a tie."""
    scores = {id_: n for id_, n in _scores(token, cast, recent, reach).items() if id_ not in never}
    for id_ in last_subjects(token, cast) & scores.keys():
        scores[id_] = max(scores[id_], _SUBJECT)
    for holder in (*token.doc.user_data.get("holders", ()), *quoted_of(token)):
        scores.pop(holder, None)  # who speaks says 'I'
    if (label := _label(token, cast)) is not None and not own_labels:
        scores.pop(label, None)
    fits = [
        (score + _leaning(cast.known(id_), gender), id_)
        for id_, score in scores.items()
        if _may_be(cast.known(id_), gender) and _leaning(cast.known(id_), gender) >= 0
    ]
    fits.sort(reverse=True)
    if not fits or (len(fits) > 1 and fits[0][0] - fits[1][0] < _TIE):
        return None
    return fits[0][1]


def _label(token: Token, cast: Cast) -> str | None:
    """Return whose words the paragraph is by its label: 'MS POE: ...'."""
    colon = next((t for t in token.doc[:6] if t.text == ":"), None)
    mention = cast.at(token.doc[colon.i - 1]) if colon is not None and colon.i else None
    return mention.of if mention is not None else None


def _scores(token: Token, cast: Cast, recent: Recent, reach: int) -> dict[str, float]:
    here = position(token)
    scores: dict[str, float] = {}

    start = here - token.idx

    def add(id_: str, at: int, weight: float) -> None:
        if here - reach < at < here:
            away = 0.15 if at < start else 0.0
            scores[id_] = max(scores.get(id_, -9.0), weight - away - (here - at) / 600)

    for at, actors in reversed(recent):
        if at <= here - reach:
            break
        for id_ in actors:
            add(id_, at, 1.0 if len(actors) == 1 else 0.5)
    for mention in cast.places.between(here - reach, here):
        quoted = in_quotes(mention.first) and not in_quotes(token)
        add(mention.of, position(mention.first), 0.3 if quoted else _weight(mention.first, mention.last))
    return scores


def _weight(first: Token, last: Token) -> float:
    tokens = last.doc[first.i : last.i + 1]
    if any(t.dep_ in ("nsubj", "nsubjpass", "ROOT") for t in tokens):
        return 0.9
    follows = last.nbor() if last.i + 1 < len(last.doc) else None
    if follows is not None and follows.tag_ in ("VBD", "VBZ", "VBP", "MD") and first.dep_ != "pobj":
        return 0.9
    after = follows.text if follows is not None else ""
    return 0.3 if after in ("'s", "'") or in_quotes(first) else 0.45


def _may_be(member: Member, gender: str | None) -> bool:
    person = member.kind in ("Person", "AnonymousSource") and not member.many and not member.thing
    return person and (gender is None or member.gender in (None, gender))


def _leaning(member: Member, gender: str | None) -> float:
    """A settled gender speaks for somebody, and so does a given name that only one gender bears."""
    if gender is None or member.kind != "Person":
        return 0.0
    if member.gender == gender:
        return 0.1
    given = member.given.lower().split(" ")[0]
    names = {"she": actor_words("women"), "he": actor_words("men")}
    other = "he" if gender == "she" else "she"
    return 0.1 if given in names[gender] else -0.4 if given in names[other] else 0.0


def _spoke_last(token: Token, cast: Cast, recent: Recent) -> str | None:
    """Return the body that spoke last before 'It said', and reported what others said: it goes on."""
    here = position(token)
    bodies = [
        (at, actors[0])
        for at, actors in recent
        if here - 500 < at < here
        and len(actors) == 1
        and cast.known(actors[0]).kind in ("State", "Organization")
    ]
    return next((id_ for at, id_ in bodies if at > bodies[-1][0] - _WITHIN), None)


def they(token: Token, cast: Cast, recent: Recent) -> tuple[str, ...] | None:
    """Return the several speakers, or the group or body, that spoke last."""
    here = position(token)
    for at, actors in reversed(recent):
        if at <= here - _REACH:
            return None
        if at >= here:
            continue
        members = [cast.known(a) for a in actors]
        if len(members) > 1 or members[0].many or members[0].kind in ("Collective", "Organization"):
            return actors
    return None


def it(token: Token, cast: Cast, recent: Recent) -> str | None:
    """Return the state or body that the text before puts first: who spoke, then subjects, then others."""
    if token.dep_ == "nsubj" and token.i == token.sent.start and verb_act(token.head.lemma_) == "asserts":
        if (same := _spoke_last(token, cast, recent)) is not None:
            return same
    fits = [
        (score, id_)
        for id_, score in _scores(token, cast, recent, 500).items()
        if cast.known(id_).kind in ("State", "Organization")
    ]
    fits.sort(reverse=True)
    if not fits or (len(fits) > 1 and fits[0][0] - fits[1][0] < _TIE):
        return None
    return fits[0][1]
