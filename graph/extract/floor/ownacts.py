"""Acts of who holds the floor in a form of their own: 'I am sure that', 'We call on', 'Our claim'."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ..actors.phrases import Phrases, Voice
from ..attribution.attributions import Attribution
from ..attribution.contents import Content, trimmed
from ..attribution.cueforms import act_of, addressee, cue_of
from ..lexicon import verb_act, words
from ..sentences import child, in_quotes
from .floor import Floor

_THINKS = frozenset(("think", "hope", "know", "mean", "suppose", "feel", "trust"))
_CALLS = frozenset(("call", "urge", "ask", "appeal"))
_SURE = frozenset(("afraid", "sure", "certain", "convinced", "confident", "aware", "clear"))
_NOBODY_ELSE = frozenset(("i", "we", "you", "one", "this", "that", "there", "what", "which", "who", "nobody"))
_FIGURES_OF_SPEECH = frozenset(
    ("be", "come", "know", "note", "remember", "suffice", "help", "surprise", "bear", "say", "prove", "seem",
     "expect", "mention", "add", "stress", "forget", "understand", "mean", "appear", "concede", "point",
     "recall")
)  # fmt: skip
_VIEWS = frozenset(("view", "opinion", "judgment", "judgement", "mind", "eyes", "reading"))
_NOUNS = ("NOUN", "PROPN", "PRON")


def thought(content: Content, floor: Floor) -> Attribution | None:
    """Read 'I think that it leaks', 'I am sure that it leaks' and 'We can only repeat that it leaks'."""
    root = content.root
    sure = child(root, "acomp")
    cue = sure if sure is not None and sure.lemma_.lower() in _SURE else root
    below, subject = child(cue, "ccomp") or child(root, "ccomp"), child(root, "nsubj")
    if below is None or subject is None or subject.lower_ not in ("i", "we"):
        return None
    if verb_act(root.lemma_) != "asserts" and root.lemma_ not in _THINKS and cue == root:
        return None
    inside = [t for t in below.subtree if t in content.tokens and t.dep_ != "mark"]
    if any(c.dep_ == "neg" for c in root.children) or below not in inside:
        return None
    voice = Voice(floor.actors, subject, subject)
    inner = Content(below, tuple(trimmed(inside, below)))
    return Attribution("asserts", (root, cue), voice, [inner], root, confidence=0.75, own=floor.own)


def in_my_view(sentence: Span, floor: Floor) -> Attribution | None:
    """Read 'In my view, the dam leaks'."""
    tokens = [t for t in sentence if not t.is_space]
    opening = [t.lower_ for t in tokens[:3]]
    if len(tokens) < 6 or opening[1] != "my" or opening[2] not in _VIEWS or sentence.root not in tokens[3:]:
        return None
    after = trimmed(tokens[3:], sentence.root)
    voice = Voice(floor.actors, tokens[1], tokens[1])
    content = Content(sentence.root, tuple(after))
    return Attribution("asserts", (tokens[0], tokens[2]), voice, [content], tokens[2], own=floor.own)


def calling(content: Content, floor: Floor) -> Attribution | None:
    """Read 'We call on Chile to open the canal and to close the dam'."""
    verb = content.root
    subject = child(verb, "nsubj")
    if verb.lemma_ not in _CALLS or subject is None or subject.lower_ not in ("i", "we"):
        return None
    wish = next((c for c in verb.children if c.dep_ in ("advcl", "xcomp", "ccomp") and _to(c)), None)
    whom = addressee(verb)
    if wish is None or any(c.dep_ == "neg" for c in verb.children) or whom is None or whom.lower_ == "you":
        return None
    wishes = [
        wish,
        *(c for c in wish.children if c.dep_ == "conj" and any(g.lower_ == "to" for g in c.children)),
    ]
    contents: list[Content] = []
    for one in wishes:
        others = {t for w in wishes if w != one and w in one.subtree for t in w.subtree}
        inside = trimmed([t for t in one.subtree if t not in others], one)
        contents += [Content(one, tuple(inside))] if inside else []
    voice = Voice(floor.actors, subject, subject)
    return Attribution("demands", cue_of(verb), voice, contents, verb, own=floor.own)


def advises(content: Content, taken: set[Token]) -> bool:
    """Say whether an author says what should be done: 'The quota should be reviewed'."""
    root = content.root
    subject, helpers = child(root, "nsubj", "nsubjpass"), {c.lower_ for c in root.children if c.dep_ == "aux"}
    if root in taken or in_quotes(root) or subject is None or subject.lower_ in _NOBODY_ELSE:
        return False
    if not helpers & {"should", "ought"} or "have" in helpers or root.sent.text.rstrip(' "').endswith("?"):
        return False
    return root.lemma_ not in _FIGURES_OF_SPEECH


def _to(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in verb.children)


def taking_back(sentence: Span, floor: Floor) -> list[Attribution]:
    """Read 'Our claim, of 11 May, that it leaked is withdrawn', however it was parsed."""
    tokens = [t for t in sentence if not t.is_space]
    verb = next((t for t in tokens if t.tag_ == "VBN" and act_of(t) == "retracts"), None)
    if verb is None or len(tokens) < 4 or tokens[0].lower_ not in ("our", "my"):
        return []
    noun = next((t for t in tokens[1:4] if t.lemma_.lower() in words("said_before")), None)
    helper = next((t for t in reversed(tokens) if t.i < verb.i and t.lemma_ in ("be", "have")), None)
    if noun is None or helper is None or child(verb, "agent") is not None:
        return []
    while helper.i and helper.nbor(-1).lemma_ in ("be", "have", "hereby"):
        helper = helper.nbor(-1)
    voice = Voice(floor.actors, tokens[0], tokens[0])
    back = Attribution("retracts", (verb, verb), voice, [], verb, target=noun, own=floor.own, named=False)
    that = next((t for t in tokens if noun.i < t.i < helper.i and t.lower_ == "that"), None)
    said = [t for t in tokens if that is not None and that.i < t.i < helper.i]
    root = next((t for t in said if t.tag_ in ("VBD", "VBZ", "VBP")), None)
    if root is None:
        return [back]
    subject = next((t for t in reversed(said) if t.i < root.i and t.pos_ in _NOUNS), None)
    content = Content(root, tuple(said), subject)
    return [Attribution("asserts", (noun, noun), voice, [content], noun, confidence=0.7), back]


def noted(sentence: Span, noted: tuple[Token, Token, Token], phrases: Phrases) -> Iterator[Attribution]:
    """Read '(Note by the editors: the annex does not mention it.)'."""
    note, last, colon = noted
    after = [t for t in sentence if t.i > colon.i and not t.is_space and t.text != ")"]
    verbs = [t for t in after if t.pos_ in ("VERB", "AUX")]
    top = sentence.root
    root = top if top in verbs else next((t for t in verbs if t.head.i <= colon.i), None)
    tokens = trimmed(after, root) if root is not None else []
    if root is None or not tokens or not phrases.outlet:
        return
    while tokens[-1].is_punct:
        tokens.pop()
    sentence.doc.user_data["aside"] = (note.i, tokens[-1].i)
    voice = Voice((phrases.outlet,), last, last)
    yield Attribution("asserts", (note, note), voice, [Content(root, tuple(tokens))], note, confidence=0.7)
