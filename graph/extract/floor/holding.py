"""The statements that plain sentences make where somebody holds the floor."""

from dataclasses import replace

from spacy.tokens import Span, Token

from ..actors.cast import Cast
from ..actors.phrases import Phrases, Voice
from ..acts.framed import framed_of
from ..acts.pointing import points_back
from ..acts.verdicts import verdict_of
from ..attribution.attributions import Attribution
from ..attribution.contents import Content
from ..attribution.cueforms import addressee
from ..sentences import child, in_quotes
from .correcting import corrects, own_text
from .declaring import SUBJECTS, declares
from .floor import Floor
from .mainclauses import main_clauses, mains
from .ownacts import advises, calling, in_my_view, noted, taking_back, thought
from .releases import editors_note

_FAR = frozenset(
    ("claim", "suggest", "allege", "accuse", "insinuate", "imply", "call", "describe", "complain")
)


def hold(sentence: Span, floor: Floor, acts: list[Attribution], phrases: Phrases) -> list[Attribution]:
    """Return the acts of a sentence with those of the holder, outer ones before what they hold."""
    tokens = [t for t in sentence if not (t.is_space or t.text == '"')]
    if floor.speaks:
        for act in acts:
            act.voice = _full(act.voice, floor, phrases.cast)
            if floor.kind == "outlet" and own_text(act.voice):
                act.voice = replace(act.voice, actors=floor.actors)
            act.own = act.own or (floor.own and _is_own(act, floor))
    if not tokens or floor.kind == "question":
        return acts
    if floor.kind == "author" and (view := in_my_view(sentence, floor)) is not None:
        return [*acts, view]
    if floor.kind == "author":
        taken = {a.verb for a in acts}
        plain = (c for c in main_clauses(sentence) if _denies_plainly(c, taken) or advises(c, taken))
        acts = [*acts, *(attribution(c, floor) for c in plain)]
        thoughts = (t for c in main_clauses(sentence) if c.root not in taken and (t := thought(c, floor)))
        return [*acts, *thoughts]
    if (note := editors_note(tokens)) is not None:
        return [*acts, *noted(sentence, note, phrases)]
    if _asks(tokens) or all(in_quotes(t) for t in tokens if t.is_alpha):
        return acts
    if floor.own:
        acts = [a for a in acts if not _to_you(a) and not _tells_only(a, sentence, floor, phrases.cast)]
    if back := taking_back(sentence, floor):
        return back
    made: list[Attribution] = []
    for content in main_clauses(sentence):
        found = _plain(content, floor, acts, phrases.cast)
        if found is not None:
            made.append(found)
    for act in acts:
        if act.parent is None:
            act.parent = next((m for m in made if m.bare and _holds(m, act)), None)
    return sorted(
        [*made, *acts], key=lambda a: (a.act == "retracts", a.contents[0].first.i if a.bare else a.verb.i)
    )


def _denies_plainly(content: Content, taken: set[Token]) -> bool:
    """Say whether an author says outright that it is not so: 'It is not true that P'."""
    if content.root in taken or in_quotes(content.first):
        return False
    framed = framed_of(content)
    if framed is not None and framed.act == "denies":
        return True
    subject, verdict = child(content.root, "nsubj"), verdict_of(content)
    mine = subject is not None and subject.lower_ in ("i", "we")
    return mine and verdict is not None and verdict.act == "denies" and verdict.target is None


def _asks(tokens: list[Token]) -> bool:
    """'Is it shut?', and 'Let's begin': what tells nothing."""
    first = tokens[0]
    inverted = first.pos_ == "AUX" and any(c.dep_ == "nsubj" and c.i > first.i for c in first.head.children)
    let = first.lower_ == "let" or (len(tokens) > 2 and tokens[1].text == "," and tokens[2].lower_ == "let")
    return inverted or let or any(t.text == "?" for t in tokens[-3:])


def _to_you(act: Attribution) -> bool:
    """'I ask you to open it': whom a letter or an answer addresses is not known."""
    whom = addressee(act.verb) if act.act == "demands" else None
    return whom is not None and whom.lower_ == "you"


def _kin(act: Attribution, floor: Floor, cast: Cast) -> bool:
    """Say whether an act is that of the holder's own state or government, in the third person."""
    homes = {h for a in floor.actors for h in (a, cast.known(a).of) if h}
    return all(a in homes or cast.known(a).of in homes for a in act.voice.actors)


_TENSED = ("ROOT", "auxpass", "conj", "ccomp")


def _tells_only(act: Attribution, sentence: Span, floor: Floor, cast: Cast) -> bool:
    """'We have told them', 'Chile approved nothing': what the holder tells of deeds, not of words."""
    if act.contents or act.verb.pos_ not in ("VERB", "AUX") or act.verb not in mains(sentence.root):
        return False
    back = act.target is not None and points_back(act.target)
    now = any(t.tag_ in ("VBZ", "VBP") for t in (act.verb, *act.verb.children) if t.dep_ in _TENSED)
    stands = floor.kind == "statement" and now and act.act != "asserts"
    return (act.act == "asserts" and not back) or not (stands or _kin(act, floor, cast))


def _full(voice: Voice, floor: Floor, cast: Cast) -> Voice:
    """'MSR welcomes it' in the text of Marland State Railways is its own act."""
    for holder in floor.actors:
        initials = "".join(w[0] for w in cast.known(holder).name.split() if w[0].isupper())
        if len(initials) > 1 and [cast.known(a).name for a in voice.actors] == [initials]:
            return replace(voice, actors=floor.actors)
    return voice


def _is_own(act: Attribution, floor: Floor) -> bool:
    return bool(set(act.voice.actors) & set(floor.actors)) and act.voice.first.lower_ in (
        "i",
        "we",
        "our",
        "my",
    )


def _holds(outer: Attribution, act: Attribution) -> bool:
    return any(act.verb in c.tokens for c in outer.contents)


def _plain(content: Content, floor: Floor, acts: list[Attribution], cast: Cast) -> Attribution | None:
    """Return the holder's own statement in a clause, unless it is somebody else's or is made by a cue."""
    root = content.root
    verdict = verdict_of(content)
    if floor.kind == "outlet" and not corrects(content, verdict is not None):
        return None
    if verdict is None and not declares(content):
        return None
    for act in acts:
        if act.parent is not None:
            continue
        if _is_by(act, floor) and (act.verb == root or _near(act.verb, root)):
            return None
        if any(root in c.tokens for c in act.contents) and act.verb != root:
            return None
        if act.verb == root and not _is_by(act, floor) and not _passed_on(act, floor, cast):
            return None
    return calling(content, floor) or thought(content, floor) or attribution(content, floor)


def attribution(content: Content, floor: Floor) -> Attribution:
    """Return a plain clause as the holder's statement: with no cue, and with the label for a speaker."""
    doc, last = content.root.doc, content.root.sent[-1]
    first, end = floor.label or (content.first, content.last)
    anchor = last if last.is_punct else doc[content.root.sent.start]
    return Attribution(
        "asserts",
        (anchor, anchor),
        Voice(floor.actors, first, end),
        [content],
        anchor,
        confidence=0.75,
        own=floor.own,
        bare=True,
        named=floor.label is not None,
    )


def _is_by(act: Attribution, floor: Floor) -> bool:
    return bool(set(act.voice.actors) & set(floor.actors))


def _near(verb: Token, root: Token) -> bool:
    """Say whether an act hangs right on the main verb: 'can only repeat', 'is our belief'."""
    if verb.head != root or (verb.dep_ == "conj" and child(verb, *SUBJECTS) is not None):
        return False
    return verb.dep_ in ("xcomp", "attr", "acomp", "conj", "dobj", "nsubjpass")


def _passed_on(act: Attribution, floor: Floor, cast: Cast) -> bool:
    """Say whether the holder vouches that another said so: not for a claim, nor for his own people."""
    if act.verb.lemma_.lower() in _FAR or act.act not in ("asserts", "retracts", "denies", "questions"):
        return False
    if any(in_quotes(c.first) for c in act.contents):
        return False
    if not act.contents:
        return False
    ours = {a for a in act.voice.actors if cast.known(a).of in floor.actors}
    return not ours and (floor.kind == "turn" or any(t.lower_ in _US for t in act.verb.subtree))


_US = frozenset(("we", "us", "our", "i", "me", "my"))
