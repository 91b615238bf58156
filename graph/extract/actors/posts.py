"""Who holds a post that the text names without its holder: 'the minister', "Norvale's envoy"."""

from spacy.tokens import Token

from ...models import Role, is_slug, slug
from ..lexicon import words
from ..sentences import base, child, position
from .cast import Cast, Member
from .names import actor_words, synonyms
from .offices import Office, home, office_at
from .pronouns import Recent, salient

_ONE = frozenset(("a", "an", "another", "any", "every", "each", "some", "no", "one"))
_NEAR = 400
_LOOSE = frozenset(
    ("senior", "special", "top", "veteran", "presidential", "chief", "former", "acting", "then")
)
_FEW = 6
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def holder(noun: Token, cast: Cast, recent: Recent) -> tuple[str, float] | None:
    """Return who holds the post of a noun phrase, and how sure; two who fit equally well are nobody."""
    office = office_at(noun, cast)
    if is_indefinite(office):
        return None
    people = [m for m in list(cast.members.values()) if m.kind == "Person"]
    ranks = {m.id: _may_hold(m, office, cast) for m in people}
    for rank in (2, 1):
        fits = [m for m in people if ranks[m.id] == rank]
        if rank == 1 and office.of and fits and (found := told_by_context(noun, cast, recent)) is not None:
            return found
        if rank == 1 and any(cast.known(o).kind == "Organization" for o in office.of):
            fits = [m for m in fits if _may_serve(m, noun, office, cast)]
        if fits:
            best = _latest(fits, noun, cast, recent)
            return (best.id, 0.9) if best is not None else None
    return None


def _may_serve(member: Member, noun: Token, office: Office, cast: Cast) -> bool:
    """Say whether 'the Harbour Union leader' may be somebody just named of whom no body is known."""
    seen = cast.places.last(member.id, position(noun))
    posts = [post.lower() for post, _ in cast.posts(member)]
    bodies = " ".join(cast.known(o).name.lower() for o in office.of).split()
    others = any(" of " in p or " for " in p or p.startswith("co-") for p in posts)
    near = seen is not None and position(noun) - seen < _NEAR
    return near and (not others or any(w in p.split() for p in posts for w in bodies if len(w) > 3))


def is_indefinite(office: Office) -> bool:
    """Say whether the phrase brings in somebody new: 'a minister', 'one envoy'."""
    before = office.head.doc[office.first - 1] if office.first else None
    return before is not None and (before.lower_ in _ONE or before.pos_ == "NUM")


def post_forms(office: Office) -> frozenset[str]:
    """Return the posts that the noun of an office stands for: 'premier' is 'prime minister'."""
    head = office.head.lemma_.lower()
    before = [t.lower_ for t in office.words if t.i < office.head.i]
    both = f"{before[-1]} {head}" if before else head
    tight = actor_words("tight_kinds") | {"press"}
    if head == "minister" and not before:
        return frozenset(("minister", "secretary of state"))
    return synonyms(both) if before and before[-1] in tight else synonyms(head) | synonyms(both)


def match_post(office: Office, post: str, place: str) -> bool:
    """Say whether an office can be a post: its noun, its kind and its other nouns fit."""
    known = post.lower().replace("-", " - ").split()
    core = next((known[:i] for i, w in enumerate(known) if w in ("of", "to", "for", "at") and i), known)
    forms = post_forms(office)
    if _elsewhere(office, {*known, *place.lower().split()}):
        return False
    if post.lower() in forms:
        return True
    if core[-1] not in forms and " ".join(core[-2:]) not in forms:
        return False
    asked = {t.lower_ for t in office.words if t != office.head}
    kinds = actor_words("post_kinds")
    tight = (set(core) & actor_words("tight_kinds")) - asked
    if tight and " ".join(core[-2:]) not in forms:
        return False
    nouns = {
        t.lower_
        for t in office.words
        if t.pos_ in ("NOUN", "PROPN") and t != office.head and t.i not in office.names
    } - _LOOSE
    nouns |= asked & kinds
    before = [t.lower_ for t in office.words if t.i < office.head.i][-1:]
    paired = set(before) & (actor_words("tight_kinds") | {"press", "-"})
    have = set(known) | set(place.lower().split())
    return all(_among(n, have) for n in nouns - paired - {"secretary"})


def _elsewhere(office: Office, have: set[str]) -> bool:
    """'The dockers' union spokeswoman' serves a body that the posts of another do not name."""
    serves = [t for t in office.words if t.i < office.head.i and t.i not in office.names]
    bodies = words("institution") - words("post_words")
    return any(
        not _among(t.lower_, have) and not _among(t.lemma_.lower(), have)
        for t in serves
        if t.lemma_.lower() in bodies or (t.pos_ == "NOUN" and t.nbor().text in ("'s", "'"))
    )


def _among(noun: str, have: set[str]) -> bool:
    return noun in have or (len(noun) > 5 and any(h.startswith(noun[:-1]) for h in have))


def _may_hold(member: Member, office: Office, cast: Cast) -> int:
    """Say how well somebody's posts fit: 2 with the same state, 1 where none is known, 0 not at all."""
    if member.gender and office.gender not in (None, member.gender):
        return 0
    best = 0
    for post, at in cast.posts(member):
        place = cast.known(at).name if at else ""
        former = post.lower().startswith(("former", "ex-"))
        if former != ("former" in office.lowered) and former:
            continue
        if match_post(office, post.lower().removeprefix("former "), place) or _leads(office, post, cast):
            best = max(best, _same_place(office, at, member, cast))
    return best


def _leads(office: Office, post: str, cast: Cast) -> bool:
    """Say whether a post is that of 'the Galtian leader' or 'the head of state'."""
    own = [t.lower_ for t in office.words if t.i not in office.names]
    state = own in (["head", "of", "state"], ["head", "of", "government"])
    states = bool(office.of) and all(cast.known(home(cast.known(o))).kind == "State" for o in office.of)
    held = post.lower().split()
    first = held[-1] in actor_words("rulers") or held[-2:] == ["prime", "minister"]
    return (state or (own == ["leader"] and states)) and first and held[0] not in ("vice", "deputy")


def _same_place(office: Office, at: str | None, member: Member, cast: Cast) -> int:
    if not office.of:
        return 2
    places = {p for p in (at, member.of) if p}
    places |= {home(cast.known(at))} if at else set()
    if places & {*office.of, *(home(cast.known(o)) for o in office.of)}:
        return 2
    return 0 if places else 1


def _told_in_full(noun: Token, member: Member, cast: Cast) -> bool:
    """Say whether a post tells as much as that of who is named later: 'the Secretary' may be another one."""
    told = {t.lower_ for t in noun.subtree}
    posts = [post.lower().replace("-", " ").split(" of ")[0].split() for post, _ in cast.posts(member)]
    longest = max([[], *(post for post in posts if post[-1:] == [noun.lemma_.lower()])], key=len)
    return set(longest) <= told | {"former", "acting"}


def _latest(fits: list[Member], noun: Token, cast: Cast, recent: Recent) -> Member | None:
    """Return who of several was named or heard last before a place; nobody if two were in one breath."""
    here, ids = position(noun), {m.id for m in fits}
    named = ((m.id, cast.places.last(m.id, here)) for m in fits)
    seen = {id_: at for id_, at in named if at is not None}
    for at, actors in recent:
        if at < here and len(actors) == 1 and actors[0] in ids:
            seen[actors[0]] = max(seen.get(actors[0], -1), at)
    if not seen:
        later = [m for m in fits if cast.places.named(m.id)]
        sure = len(later) == 1 and (base(noun) == 0 or _told_in_full(noun, later[0], cast))
        return later[0] if sure else None
    order = sorted(fits, key=lambda m: seen.get(m.id, -1), reverse=True)
    if len(order) > 1 and seen[order[0].id] - seen.get(order[1].id, -1000) < 40:
        return None
    return order[0]


def told_by_context(noun: Token, cast: Cast, recent: Recent) -> tuple[str, float] | None:
    """'Ann Poe spoke first. The envoy said': the last person, if nothing is known of their posts yet."""
    office = office_at(noun, cast)
    if is_indefinite(office) or office.owner is not None or "former" in office.lowered:
        return None
    before = noun.doc[office.first - 1].lower_ if office.first else ""
    if not office.of and (before not in ("the", "this") or _of_others(noun)):
        return None
    id_ = salient(noun, cast, recent, office.gender, own_labels=False)
    if id_ is None:
        return None
    member = cast.known(id_)
    if member.kind != "Person" or cast.posts(member) or (member.entry and member.entry.tenures):
        return None
    if _only_signs(id_, cast):
        return None
    if office.of and member.of and not _same_place(office, None, member, cast):
        return None
    if noun.lemma_.lower() in words("anonymous"):
        return id_, 0.6
    if is_slug(slug(office.post)):
        member.roles.append(Role(post=office.post, organization=office.of[0] if office.of else None))
    member.of = member.of or (home(cast.known(office.of[0])) if office.of else None)
    return id_, 0.7


def _only_signs(id_: str, cast: Cast) -> bool:
    """Say whether a person stands only in lines of a few words without a verb, as an author does."""
    docs = [m.first.doc for m in cast.mentions if m.of == id_]
    return all(len(doc) <= _FEW and not any(t.tag_ in _FINITE for t in doc) for doc in docs)


def _of_others(noun: Token) -> bool:
    """Say whether a phrase tells by itself whose post it is: 'the other envoy', 'the head of the fleet'."""
    whose = any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in noun.children)
    of = (child(c, "pobj") for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "for", "at"))
    return whose or any(of) or any(c.lower_ == "other" for c in noun.children)
