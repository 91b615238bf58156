"""Sources and bodies that the text gives no name: 'two Danish diplomats', 'her ministry', 'the other'."""

from spacy.tokens import Token

from ...models import ActorKind
from ..claims.claimwords import verb_of
from ..lexicon import words
from ..sentences import child, position
from .cast import Cast, Member
from .names import actor_words
from .nouns import bare_name, phrase
from .offices import home
from .pronouns import HE, Recent

# What a person has of their own, and no state: 'his office'.
_PERSONAL = frozenset(("office", "team", "staff", "party", "campaign", "company", "delegation"))
_AT = frozenset(("in", "at", "from", "inside", "within", "with"))
_SMALL = frozenset(("own", "the", "a", "an"))


def named(kind: ActorKind, noun: Token, cast: Cast, owner: Member | None = None) -> Member:
    """Return the member that a noun phrase names by its words, taken from the gazetteer if it is there."""
    kept = [t for t in phrase(noun) if not _is_owner(t, noun) and not _is_time(t, noun)]
    kept = kept[:-1] if len(kept) > 1 and kept[-1].dep_ == "case" else kept
    name = "".join(_spaced(t, kept) for t in kept).strip().removeprefix("The ").removeprefix("own ")
    possessor = next((c for c in noun.children if c.dep_ == "poss" and c.tag_ != "PRP$"), None)
    mention = cast.at(possessor) if possessor is not None else None
    who = owner or (cast.members[mention.of] if mention is not None else None)
    if who is not None and who.kind == "Person" and owner is None and possessor is not None:
        own = [t.text for t in kept if t.i > possessor.i and t.dep_ != "case" and t.i <= noun.i]
        name = f"{' '.join(own)} of {who.name}"
    elif owner is not None:
        name = f"{name} of {owner.phrase}"
    name = " ".join(name.replace("U.S.", "US").replace("U.K.", "UK").split()) or noun.text
    entry = cast.gazetteer.phrases.get(name)
    known = entry is not None and name not in cast.gazetteer.generic
    member = cast.known(entry) if entry and known else cast.join(kind, name)
    if who is not None and who.kind == "Person":
        member.owner = who.id
    return member


def happens(noun: Token) -> bool:
    """Say whether a noun tells what happens and says nothing: 'talks', 'a dispute'; not 'senior figures'."""
    lemma = noun.lemma_.lower()
    people = lemma == "figure" and any(c.lower_ in _RANKS for c in noun.children)
    return not people and (verb_of(lemma) is not None or lemma in words("happenings"))


_RANKS = frozenset(("senior", "leading", "prominent", "opposition", "political", "party", "religious", "key"))


def _spaced(token: Token, kept: list[Token]) -> str:
    """Return a word with what parts it from the next: 'Galt, ' where the comma was left out."""
    follows = token.nbor() if token.i + 1 < len(token.doc) else None
    left_out = follows is not None and follows.text == "," and follows not in kept and token != kept[-1]
    return f"{token.text}, " if left_out else token.text_with_ws


def kind_of_name(noun: Token, cast: Cast) -> ActorKind:
    """Guess what an unknown name that speaks is: 'the Russians', 'Ann Poe', or a body."""
    if noun.text.removesuffix("s") in cast.gazetteer.demonyms and noun.text.endswith("s"):
        return "Collective"
    alone = noun.text in cast.speaking and not noun.is_upper and not any(c.is_alpha for c in noun.children)
    if (bare_name(noun) or alone) and any(t.lower_ in HE for t in noun.sent):
        return "Person"
    before = [c for c in noun.children if c.dep_ == "compound" and c.text[0].isupper()]
    org = any(t.lower_ in actor_words("org_words") | actor_words("org_firsts") for t in (*before, noun))
    the = any(c.dep_ == "det" for c in noun.children)
    return "Person" if before and not org and not the and not noun.is_upper else "Organization"


def _is_owner(token: Token, noun: Token) -> bool:
    return token.head == noun and (token.tag_ == "PRP$" or token.lower_ == "whose")


def _is_time(token: Token, noun: Token) -> bool:
    return token.i < noun.i and (token.text[0].isdigit() and (":" in token.text or "." in token.text))


def unnamed(noun: Token, cast: Cast, states: list[str], owner: Member | None = None) -> Member:
    """Return an unnamed source, with the state or body that it is with as far as the text says."""
    member = named("AnonymousSource", noun, cast, owner)
    if member.kind != "AnonymousSource":
        return member
    member.many = noun.tag_ in ("NNS", "NNPS") or noun.lemma_ in ("medium", "people")
    member.thing = noun.lemma_ in actor_words("things")
    if noun.lower_ in words("female") | words("male"):
        member.gender = "she" if noun.lower_ in words("female") else "he"
    if member.of is None:
        member.of = states[0] if states else _with(noun, cast) or (home(owner) if owner is not None else None)
    return member


def speaks(noun: Token) -> bool:
    """Say whether a noun is one for a person or a writing, by its ending or the lists: 'baker', 'clerk'."""
    lemma = noun.lemma_.lower()
    if lemma in actor_words("things"):
        return True
    if lemma in actor_words("no_persons") or noun.tag_ != "NN":
        return False
    ends = len(lemma) > 4 and lemma.endswith(tuple(actor_words("person_endings")))
    return ends or lemma in actor_words("more_persons") | actor_words("persons")


def writer_of(noun: Token) -> Token | None:
    """Return whose a writing is: 'ministry' of "the ministry's letter" or of 'a letter by the ministry'."""
    if noun.lemma_.lower() not in actor_words("writings"):
        return None
    if (owner := child(noun, "poss")) is not None:
        return owner
    by = next((c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from")), None)
    return child(by, "pobj") if by is not None else None


def _with(noun: Token, cast: Cast) -> str | None:
    """Return whom unnamed people are with: 'officials in Paris', 'Minister Poe and other officials'."""
    for token in noun.subtree:
        if token.i > noun.i and token.head.lower_ in _AT and token.head.head == noun:
            mention = cast.at(token)
            if mention is not None and cast.members[mention.of].kind in ("State", "Organization"):
                return mention.of
            id_ = cast.gazetteer.phrases.get(token.text)
            if id_ is not None and cast.gazetteer.entries[id_].kind in ("State", "Organization"):
                return cast.known(id_).id
    other = any(c.lower_ == "other" for c in noun.children)
    if other and noun.dep_ == "conj":
        mention = cast.at(noun.head)
        return cast.members[mention.of].of if mention is not None else None
    return None


def body(noun: Token, cast: Cast, states: list[str], owner: Member | None = None) -> Member:
    """Return an institution: the one of these words and this state, or a new one."""
    kinds = ("NOUN", "ADJ", "PROPN")
    asked = frozenset(t.lower_ for t in phrase(noun) if t.pos_ in kinds and cast.at(t) is None) - _SMALL
    of = states[0] if states else home(owner) if owner is not None else None
    known = [m for m in cast.members.values() if m.kind == "Organization" and m.words and asked <= m.words]
    known = [m for m in known if of is None or (m.of == of and asked == m.words)]
    if known:  # the one that was named last before the noun, or at all
        return max(reversed(known), key=lambda m: cast.places.last(m.id, position(noun)) or -1)
    if of is None and (whole := by_last_word(noun, cast)) is not None:
        return whole
    if noun.lemma_ in _PERSONAL and owner is not None:
        return named("Organization", noun, cast, owner)
    if owner is not None and (state := cast.known(of or owner.id)).kind == "State" and owner.kind == "Person":
        member = _of_state(noun, asked, owner, state, cast)
    else:
        member = named("Organization", noun, cast, owner)
    member.words = member.words or asked
    member.of = member.of or of
    return member


def _of_state(noun: Token, asked: frozenset[str], owner: Member, state: Member, cast: Cast) -> Member:
    """Name 'her ministry' after the state and the post of the minister: 'trade ministry of Norvale'."""
    kept = " ".join(t.text for t in phrase(noun) if t.lower_ in asked)
    posts = [post.lower().split() for post, _ in cast.posts(owner)]
    kinds = [p[-2] for p in posts if len(p) > 1 and p[-1] in ("minister", "secretary")]
    if noun.lemma_ in ("ministry", "department") and len(asked) == 1 and kinds:
        kept = f"{kinds[0]} {kept}"
    return cast.join("Organization", f"{kept} of {state.phrase}")


def by_last_word(noun: Token, cast: Cast) -> Member | None:
    """Return the body whose name ends with a noun: 'the federation' of 'Lake Fishers' Federation'."""
    before = [t for t in noun.doc[max(0, noun.i - 2) : noun.i] if t.lower_ in ("the", "this", "its", "whose")]
    if not before or noun.nbor(-1) not in before:
        return None
    found: dict[str, int] = {}
    for member in cast.members.values():
        at = cast.places.last(member.id, position(noun)) if member.kind == "Organization" else None
        if at is not None and any(_in_name(noun.lemma_, n) for n in (member.name, *member.spellings)):
            found[member.id] = at
    return cast.members[max(found, key=lambda id_: found[id_])] if found else None


def _in_name(lemma: str, name: str) -> bool:
    return lemma.lower() in {w.rstrip("s") for w in name.lower().split()} | set(name.lower().split())


def part_of(word: Token, group: Member, cast: Cast) -> Member:
    """Return 'one of them' or 'the other' as a source of its own, with whom the group is with."""
    if group.name.lower().split()[0] == word.lower_ != "one":
        return group  # 'two of them' of 'two officials' are both
    other = word.lower_ in ("other", "others")
    name = f"{'the other' if other else word.lower_} of {group.name}"
    member = cast.join("AnonymousSource", name)
    member.of = member.of or group.of
    member.many = word.lower_ not in ("one", "another", "other")
    return member


def group_before(token: Token, cast: Cast, recent: Recent) -> Member | None:
    """Return the group of unnamed people that was heard last."""
    for at, actors in reversed(recent):
        if at < position(token) and len(actors) == 1:
            member = cast.known(actors[0])
            if member.kind == "Collective" or (member.kind == "AnonymousSource" and member.many):
                return member
    return None
