"""Which reader reads an article: the rules, or a language model where the settings ask for one."""

from .models import Annotation
from .read import RawArticle
from .settings import Settings


def read_with(raw: RawArticle, settings: Settings) -> tuple[Annotation, tuple[str, ...]]:
    """Return what the reader of the settings understands of an article, and what it has to report."""
    if settings.reader == "llm":
        # Whoever reads by the rules loads nothing of it.
        from .llm.reader import read

        annotation, usage = read(raw, settings)
        return annotation, (usage.report(settings),)
    from .extract import annotate

    return annotate(raw, settings), ()
