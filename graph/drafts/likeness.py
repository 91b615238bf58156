"""How much of one provision stands in another."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
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
        self._all = list(provisions)
        self._words = {p.id: Counter(stems(p.text)) for p in self._all}

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(word for words in self._words.values() for word in words)

    def words(self, provision: Provision) -> Words:
        """Return the words of a provision with how often each stands there."""
        return self._words[provision.id]

    def weight(self, words: Words) -> float:
        """Return what words count together."""
        return sum(n * self._worth(word) for word, n in words.items())

    def share(self, part: Words, whole: Words) -> float:
        """Return how much of `whole` the words of `part` make up."""
        return self.weight(part & whole) / (self.weight(whole) or 1)

    def text(self, one: Provision, other: Provision) -> float:
        """Return how alike two texts are, 0 to 1: twice what they share by what both have."""
        a, b = self.words(one), self.words(other)
        return 2 * self.weight(a & b) / (self.weight(a) + self.weight(b) or 1)

    def score(self, one: Provision, other: Provision) -> float:
        """Return how likely two provisions are one: by text, topic, name and who is bound."""
        alike = self.text(one, other)
        if alike < _LEAST:
            return alike
        topic = _TOPIC if one.topic and one.topic == other.topic else 0
        bound = _BOUND * _overlap(set(one.binds), set(other.binds))
        name = _NAME * _overlap({stem(w) for w in one.name.split()}, {stem(w) for w in other.name.split()})
        return min(1.0, alike + topic + bound + name)

    def _worth(self, word: str) -> float:
        if is_function(word):
            return _FAINT
        # A value is what changes first. And a word that is kept stands in both drafts: that makes it no less
        # telling.
        return (_VALUE if is_value(word) else 1) / sqrt(max(1.0, self._spread[word] / 2))


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
