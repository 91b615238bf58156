"""Which reader reads an article: the rules, or a language model where the settings ask for one."""

from pydantic import ValidationError

from .errors import ReadError
from .models import Annotation
from .read import RawArticle
from .settings import Settings


def read_with(raw: RawArticle, settings: Settings) -> tuple[Annotation, tuple[str, ...]]:
    """Return what the reader of the settings understands, and what it has to report; ReadError."""
    if settings.reader == "llm":
        # Whoever reads by the rules loads nothing of it.
        from .llm.reader import read

        annotation, usage = read(raw, settings)
        return annotation, (usage.report(settings),)
    from .extract import annotate

    try:
        return annotate(raw, settings), ()
    except ValidationError as error:
        # The rules made something that the model refuses, such as a name of a thousand letters.
        wrong = error.errors(include_url=False)[0]
        what = (
            f"{error.title} {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}: {str(wrong['input'])[:80]!r}"
        )
        raise ReadError(f"{raw.source or raw.url or 'text'}: the rules cannot read this: {what}") from error
