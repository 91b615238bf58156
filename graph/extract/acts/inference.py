"""What the writer concludes, and what a headline says: words of the outlet, not of an actor."""

from spacy.tokens import Doc, Span, Token

from ...models import ActorKind
from ..actors.cast import Cast
from ..actors.phrases import Phrases, Voice
from ..attribution.attributions import Attribution, attributions
from ..attribution.contents import Content, contents_of, trimmed
from ..attribution.finder import find_in
from ..attribution.found import by_word
from ..attribution.leadins import quoting_colon
from ..claims.claimwords import listed_words
from ..lexicon import frame_words, words
from ..sentences import child, in_quotes, span
from .drafts import Draft
from .factchecks import fact_checked, judge_headline
from .headdenials import head_denials
from .statements import Statements, whole_sentence

_THIS = frozenset(("this", "that", "it", "which", "these", "all"))


def writer_of(cast: Cast, publisher: str | None, author: str | None) -> str:
    """Return the id of who speaks for the article."""
    kind: ActorKind = "Organization" if publisher else "Person" if author else "AnonymousSource"
    return cast.join(kind, publisher or author or "the writer").id


def conclusion(sentence: Span) -> Token | None:
    """Return the verb of 'this means that', when the writer is who concludes."""
    verb = sentence.root
    for token in (verb, *(t for t in sentence if t.dep_ in ("advcl", "conj"))):
        if token.lemma_ not in words("inference") or child(token, "ccomp") is None or in_quotes(token):
            continue
        if child(token, "neg") is not None:  # 'That does not mean that P' leaves it open whether P
            continue
        subject = child(token, "nsubj")
        if subject is not None and subject.lower_ in _THIS:
            return token
    return None


def conclude(verb: Token, writer: str, statements: Statements) -> None:
    """Record the writer's conclusion as a statement by the outlet."""
    for content in contents_of(verb):
        _concluded(content, verb, writer, statements)


def _concluded(content: Content, verb: Token | None, writer: str, statements: Statements) -> None:
    written = statements.writer.write(content.tokens, content.root, ())
    claim = statements.claims.add_clause(content, written, ())
    claim.about.update(statements.terms.find(claim.text, claim.about)[:3])
    draft = Draft(
        f"s{statements.next_id()}",
        span(statements.text, content.first, content.last),
        (writer,),
        cue=span(statements.text, verb, verb) if verb is not None else None,
        inference=True,
        said=statements.when.today,
        confidence=0.8,
    )
    draft.point("denies" if written.negated else "asserts", claim.id)
    statements.drafts.append(draft)


def summing_up(sentence: Span) -> Content | None:
    """Return what 'In effect, …', 'In other words, …' and ', then,' conclude, as a clause of its own."""
    if _then(sentence):
        return whole_sentence(sentence)
    words_ = [t.lower_ for t in sentence if not t.is_punct and not t.is_space][:6]
    opening = next(
        (o for o in sorted(listed_words("openers")) if words_[: o.count(" ") + 1] == o.split()), None
    )
    first = next((t for t in sentence if t.is_alpha), sentence[0])
    if opening is None or in_quotes(first) or sentence.root.pos_ not in ("VERB", "AUX"):
        return None
    rest = list(whole_sentence(sentence).tokens)
    count = 0
    while rest and (count <= opening.count(" ") or rest[0].is_punct or rest[0].lower_ == "that"):
        count += not rest[0].is_punct
        rest = rest[1:]
    root = sentence.root if sentence.root in rest else next((t for t in rest if t.pos_ == "VERB"), None)
    return Content(root, tuple(rest)) if root is not None and len(rest) > 2 else None


def _then(sentence: Span) -> bool:
    """'What we heard, then, was no offer' concludes; 'He came and, then, she left' does not."""
    inner = sentence[1:-2]
    then = next((t for t in inner if t.lower_ == "then" and t.nbor(-1).text == "," == t.nbor().text), None)
    if (
        then is None
        or in_quotes(then)
        or any(t.text == "?" for t in sentence)
        or any(_time(t) for t in sentence)
    ):
        return False
    return sentence.root.lemma_ == "be" and child(sentence.root, "nsubj", "csubj") is not None


def _time(token: Token) -> bool:
    return token.lower_ in ("since", "until", "by", "before") and token.nbor().lower_ in ("then", ",")


def sum_up(content: Content, writer: str, statements: Statements) -> None:
    """Record what the writer sums up as a statement by the outlet."""
    _concluded(content, None, writer, statements)


_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SHORT = 12
"""Words after which a line that ends with a full stop is a sentence of the text, no headline."""


def has_headline(docs: list[Doc]) -> bool:
    """Say whether the first paragraph is a headline: short, without a dateline, and not all there is."""
    dated = docs[0].text[:1].isspace()  # a dateline or an hour is blank there
    sentence = docs[0].text.rstrip().endswith(".") and len(docs[0]) > _SHORT and not _begins(docs[1:2])
    return len(docs) > 1 and len(docs[0].text) <= 160 and not dated and not sentence


def _begins(after: list[Doc]) -> bool:
    """Say whether the story begins after its first line: with a dateline, or a short line of who wrote it."""
    signed = all(len(doc) <= _SHORT and not any(t.tag_ in _FINITE for t in doc) for doc in after)
    return signed or any(doc.text[:1].isspace() for doc in after)


def headline(doc: Doc, body: list[Doc], writer: str, phrases: Phrases, statements: Statements) -> None:
    """Record what the headline says of an actor, unless the body bears it out or tells it too."""
    layer = by_word(find_in(doc))
    for sentence in doc.sents:
        if (checked := fact_checked(sentence)) is not None:
            judge_headline(checked, writer, statements)
            continue
        if (own := after_colon(sentence, phrases)) is not None:
            statements.add([own])
            continue
        if _announces(sentence):
            continue
        acts = [a for a in attributions(sentence, phrases, layer) if isinstance(a, Attribution)]
        if head_denials(acts, statements):
            continue
        if any(_borne_out(act, statements) for act in acts):
            continue
        verb = acts[0].verb if acts else sentence.root
        stands = any(act.act != "asserts" for act in acts)
        if stands or ((acts or _tells(verb)) and not _repeats(sentence, body)):
            _head(sentence, verb, acts[0].voice.actors if acts else (), writer, statements)


def _announces(sentence: Span) -> bool:
    """'What the plan holds, and who disputes it' names what is to be read, and claims nothing."""
    first = next((t for t in sentence if t.is_alpha), sentence[0])
    verb = first.head if first.head.pos_ in ("VERB", "AUX") else first.head.head
    return first.tag_ in ("WP", "WRB", "WDT", "WP$") and verb == sentence.root


def _tells(verb: Token) -> bool:
    """Say whether a headline is a sentence: 'The canal talks' and 'The deal explained' are none.

    A last word that may as well be a noun or a participle is no verb for sure: 'talks', but not 'collapse'.
    """
    last = next((t for t in reversed(list(verb.sent)) if t.is_alpha), verb)
    forms = ("VBP",) if verb == last else ("VBZ", "VBP", "VBD")
    return verb.tag_ in forms and child(verb, "nsubj") is not None


def _repeats(sentence: Span, body: list[Doc]) -> bool:
    """Say whether one sentence of the body has all the words of a headline that tell something."""
    told = _content_words(sentence)
    return any(told <= _content_words(s) for doc in body for s in doc.sents)


def _content_words(sentence: Span) -> set[str]:
    return {t.lemma_.lower() for t in sentence if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")}


def _borne_out(act: Attribution, statements: Statements) -> bool:
    return any(set(act.voice.actors) & set(d.speakers) and d.edges.get(act.act) for d in statements.drafts)


def _head(sentence: Span, verb: Token, actors: tuple[str, ...], writer: str, statements: Statements) -> None:
    words_ = list(whole_sentence(sentence).tokens if verb.pos_ != "VERB" else verb.subtree)
    tokens = [t for t in words_ if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    written = statements.writer.write(tokens, verb, ())
    claim = statements.claims.add(written.text, written.about | set(actors))
    claim.about.update(statements.terms.find(claim.text, claim.about)[:6])
    statements.claims.give(claim, statements.claims.predicates.frame(verb, ()))
    draft = Draft(
        f"s{statements.next_id()}",
        span(statements.text, tokens[0], tokens[-1]),
        (writer,),
        inference=True,
        said=statements.when.today,
        confidence=0.6,
    )
    draft.point("denies" if written.negated else "asserts", claim.id)
    statements.drafts.append(draft)


def voice_before_colon(sentence: Span, phrases: Phrases) -> tuple[Voice, Token] | None:
    """Return who speaks in 'European leaders: the army must stay', with the colon."""
    colon = next((t for t in sentence if t.text == ":"), None)
    if colon is not None and (found := quoting_colon(colon)) is not None:
        voice = phrases.voice(found)
        return (voice, colon) if voice and voice.confidence > 0.6 else None
    if colon is None or not 0 < colon.i - sentence.start <= 12 or colon.i + 3 > sentence.end:
        return None
    before = sentence.doc[sentence.start : colon.i]
    if any(t.pos_ in ("VERB", "AUX") for t in before) or before[-1].pos_ not in ("NOUN", "PROPN"):
        return None
    voice = phrases.voice(before[-1])
    return (voice, colon) if voice and voice.confidence > 0.7 else None


def after_colon(sentence: Span, phrases: Phrases) -> Attribution | None:
    """Return the act of 'European leaders: the army must stay'."""
    if (found := voice_before_colon(sentence, phrases)) is None:
        return None
    voice, colon = found
    after = [t for t in sentence if t.i > colon.i]
    verbs = [t for t in after if t.pos_ in ("VERB", "AUX") and (t.dep_ == "ROOT" or t.head.i <= colon.i)]
    rubric = {t.lower_ for t in sentence if t.i < colon.i} & frame_words("kinds", "rubric")
    root = (verbs or after)[0]
    if rubric or root.pos_ not in ("VERB", "AUX"):
        return None
    content = Content(root, tuple(trimmed(after, root)))
    own = any(t.lower_ in ("i", "we", "my", "our") for t in content.tokens)
    return Attribution("asserts", (colon, colon), voice, [content], colon, confidence=0.7, own=own, bare=True)
