"""Denials in a headline: 'Karsk denies offering land swap' is what Karsk says, not the outlet."""

from spacy.tokens import Token

from ..attribution.attributions import Attribution
from ..claims.claimwords import verb_of
from ..lexicon import words
from ..sentences import child
from .drafts import Draft
from .links import Link
from .statements import Statements

_TOLD = frozenset(("deny", "dispute", "refute", "rebut", "reject", "dismiss", "contradict"))


_ABSENT = frozenset(("deny", "refute", "rebut"))


def head_denials(acts: list[Attribution], statements: Statements) -> bool:
    """Let those whom a headline names deny what it tells; say whether all of it is read so."""
    made = False
    for act in acts:
        if (
            act.act not in ("denies", "rejects")
            or act.verb.lemma_ not in _TOLD
            or not _known(act, statements)
        ):
            continue
        before = len(statements.drafts)
        if act.contents and act.act == "denies":
            statements.add([act])
        elif act.target is not None:
            _of_noun(act, statements)
        made = made or len(statements.drafts) > before
    return made


def _known(act: Attribution, statements: Statements) -> bool:
    """Say whether those who deny are known by name, or said something in the text below."""
    subject = child(act.verb, "nsubj") or (child(act.verb.head, "nsubj") if act.verb.tag_ == "VBG" else None)
    if subject is None or any(t.text == ":" for t in act.verb.doc[subject.i : act.verb.i]):
        return False
    body = {s for d in statements.drafts for s in d.speakers}
    named = all(statements.cast.members[s].kind != "AnonymousSource" for s in act.voice.actors)
    return bool(act.voice.actors) and (named or set(act.voice.actors) <= body)


def _of_noun(act: Attribution, statements: Statements) -> None:
    """'Karsk disputes prisoner lists': of such claims as Karsk denies below, or as others make there."""
    target = act.target
    noun = target.lemma_.lower() if target is not None else ""
    if target is None or (act.act != "denies" and noun not in words("said_before")):
        return
    told = {t.lemma_.lower() for t in target.subtree if t.pos_ in ("NOUN", "PROPN", "NUM")} - {noun}
    told |= set() if noun in words("said_before") else {noun}
    whose = statements.links.owners.of(target) - set(act.voice.actors)
    denied = _disputed_below(act, whose, statements) or _denied_below(act, told, noun, statements)
    claims = denied or _claimed_below(act, told, whose, statements)
    draft = statements.draft(act, target.left_edge, target.right_edge)
    if claims:
        draft.link("denies", Link(claims[:1], "told in the text below", 0.8 if denied else 0.7))
    elif not _told_anew(act, target, draft, statements):
        draft.leave("denies", ())
    draft.confidence *= 0.8


def _told_anew(act: Attribution, target: Token, draft: Draft, statements: Statements) -> bool:
    """'Karsk denies ongoing talks' and 'rejects claims of fraud' tell themselves what there is not."""
    speakers, noun = act.voice.actors, target.lemma_.lower()
    if noun in words("said_before"):
        of = next((c for c in target.children if c.lower_ == "of"), None)
        thing = child(of, "pobj") if of is not None else None
        if thing is None or (thing.tag_ != "NNS" and verb_of(thing.lemma_.lower()) is None):
            return False  # without articles, 'role' may be a role or the role
        return statements.alleged(draft, "denies", target, speakers)
    if act.verb.lemma_ not in _ABSENT or verb_of(noun) is None:
        return False
    claim = statements.happened(target, speakers)
    if claim is not None:
        draft.point("denies", claim.id)
    return claim is not None


def _disputed_below(act: Attribution, whose: set[str], statements: Statements) -> tuple[str, ...]:
    """Return the one claim of those whom a headline names that those who deny it deny in the text below."""
    if not whose:
        return ()
    owners, theirs = statements.links.owners, set(act.voice.actors)
    made = {
        c
        for d in statements.drafts
        if owners.speak_for(d.speakers, whose)
        for c in d.edges.get("asserts", ())
    }
    mine = [d for d in statements.drafts if owners.speak_for(d.speakers, theirs)]
    both = dict.fromkeys(c for d in mine for c in d.edges.get("denies", ()) if c in made)
    return tuple(both) if len(both) == 1 else ()


def _denied_below(act: Attribution, told: set[str], noun: str, statements: Statements) -> tuple[str, ...]:
    """Return what those who deny, or who speak for them, deny in the text, of the thing that is named."""
    theirs = set(act.voice.actors)
    mine = [d for d in statements.drafts if statements.links.owners.speak_for(d.speakers, theirs)]
    claims = [c for d in mine for c in d.edges.get("denies", ())]
    shared = {c: told & _words(c, statements) for c in claims}
    plan = noun in words("plans")  # 'denies plan to cede it' is of no claim that tells of the plan alone
    return tuple(c for c in shared if len(shared[c]) > 1 or (noun in shared[c] and not plan))


def _claimed_below(
    act: Attribution, told: set[str], whose: set[str], statements: Statements
) -> tuple[str, ...]:
    """Return the one claim of others, or of those who are named, that has all the words of what is denied."""
    others = [d for d in statements.drafts if not set(d.speakers) & set(act.voice.actors)]
    if whose:
        others = [d for d in others if statements.links.owners.speak_for(d.speakers, whose)]
    made = dict.fromkeys(c for d in others for c in d.edges.get("asserts", ()))
    fits = tuple(c for c in made if told and told <= _words(c, statements))
    return fits if len(fits) == 1 else ()


def _words(claim: str, statements: Statements) -> set[str]:
    known = statements.claims.all.get(claim)
    return {w.strip(".,").removesuffix("s") for w in known.text.casefold().split()} if known else set()
