"""How much of one provision stands in another."""

from collections import Counter
from collections.abc import Iterable
from math import sqrt

from .provision import Provision
from .tokens import is_function, stem, stems
from .values import is_value

_TOPIC, _NAME, _BOUND = 0.1, 0.15, 0.05
_LEAST = 0.15
_FAINT, _VALUE = 0.05, 0.3

Words = Counter[str]


class Likeness:
    """Compares the provisions of two drafts; a word counts for less the more provisions have it."""

    def __init__(self, provisions: Iterable[Provision]) -> None:
        known = list(provisions)
        told = {p.id: stems(p.text) for p in known}
        self._words = {id_: Counter(words) for id_, words in told.items()}
        self._threes = {
            id_: frozenset(zip(words, words[1:], words[2:], strict=False)) for id_, words in told.items()
        }
        spread = Counter(word for words in self._words.values() for word in words)
        self._worth = {word: _worth(word, spread[word]) for word in spread}
        self._weights = {id_: self.weight(words) for id_, words in self._words.items()}

    def words(self, provision: Provision) -> Words:
        """Return the words of a provision with how often each stands there."""
        return self._words[provision.id]

    def weight(self, words: Words) -> float:
        """Return what words count together."""
        worth = self._worth
        return sum(n * worth[word] for word, n in words.items())

    def share(self, part: Words, whole: Words) -> float:
        """Return how much of `whole` the words of `part` make up."""
        return self.weight(part & whole) / (self.weight(whole) or 1)

    def text(self, one: Provision, other: Provision) -> float:
        """Return how alike two texts are, 0 to 1: twice what they share by what both have."""
        a, b = self.words(one), self.words(other)
        if a.keys().isdisjoint(b):
            return 0.0
        return 2 * self.weight(a & b) / (self._weights[one.id] + self._weights[other.id] or 1)

    def order(self, one: Provision, other: Provision) -> float:
        """Return how far two texts have their words in the same order, 0 to 1."""
        a, b = self._threes[one.id], self._threes[other.id]
        return len(a & b) / (len(a | b) or 1)

    def score(self, one: Provision, other: Provision) -> float:
        """Return how likely two provisions are one: by text, topic, name and who is bound."""
        alike = self.text(one, other)
        if alike < _LEAST:
            return alike
        topic = _TOPIC if one.topic and one.topic == other.topic else 0
        bound = _BOUND * _overlap(set(one.binds), set(other.binds))
        name = _NAME * _overlap({stem(w) for w in one.name.split()}, {stem(w) for w in other.name.split()})
        return min(1.0, alike + topic + bound + name)


def _worth(word: str, spread: int) -> float:
    """Return what a word counts that stands in so many provisions of both drafts."""
    if is_function(word):
        return _FAINT
    # A value is what changes first. A word that is kept stands in both drafts, and tells no less for that.
    return (_VALUE if is_value(word) else 1) / sqrt(max(1.0, spread / 2))


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
