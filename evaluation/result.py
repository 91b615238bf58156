"""All scores of a part of the gold, and of each article and genre in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.models import Annotation

from .calibration import Bin, Sure, bins, confidences
from .clusters import Item, cluster_scores, items
from .corpus import Case
from .errors import Mistake, mistakes, worst_first
from .links import link_scores
from .losses import Losses, losses
from .match import Comparison
from .score import Scores, total
from .spans import claim_scores, property_scores, span_scores
from .terms import term_scores


@dataclass(frozen=True)
class Marked:
    """One article with all that is scored of it."""

    name: str
    genre: str
    scores: Scores
    speakers: list[Item]
    sure: list[Sure]
    mistakes: list[Mistake]
    losses: Losses


@dataclass(frozen=True)
class Result:
    """The scores of several articles taken together."""

    articles: Sequence[Marked]

    @property
    def scores(self) -> Scores:
        """Return all scores, micro over articles."""
        return _together(self.articles)

    @property
    def calibration(self) -> list[Bin]:
        """Return how right statements are by their confidence."""
        return bins(sure for article in self.articles for sure in article.sure)

    @property
    def mistakes(self) -> list[Mistake]:
        """Return all errors, by kind, the worst of each first."""
        return worst_first([m for article in self.articles for m in article.mistakes])

    @property
    def losses(self) -> Losses:
        """Return what becomes of the disputes of the gold, summed."""
        return sum((article.losses for article in self.articles), Losses())

    def by_genre(self) -> dict[str, Scores]:
        """Return the scores of each genre that is named."""
        genres = sorted({a.genre for a in self.articles if a.genre})
        return {genre: _together([a for a in self.articles if a.genre == genre]) for genre in genres}

    def by_article(self) -> dict[str, Scores]:
        """Return the scores of each article."""
        return {a.name: _together([a]) for a in self.articles}


def _together(articles: Sequence[Marked]) -> Scores:
    speakers = [item for article in articles for item in article.speakers]
    return total(a.scores for a in articles) | cluster_scores(speakers)


def mark(case: Case, gold: Annotation, found: Annotation) -> Marked:
    """Score one article; OtherTextError if its annotation was made of another text."""
    comparison = Comparison(gold, found)
    scores = (
        span_scores(comparison)
        | property_scores(comparison)
        | link_scores(comparison)
        | term_scores(comparison)
        | claim_scores(comparison)
    )
    return Marked(
        case.name,
        case.genre,
        scores,
        items(case.name, comparison),
        confidences(comparison),
        mistakes(case.name, comparison),
        losses(comparison),
    )
