"""Turn a hand-written draft, which gives words, into an annotation, which gives offsets.

    python -m evaluation.draft FOLDER [NAME ...]

Reads `FOLDER/drafts/NAME.yaml` and `FOLDER/articles/NAME.txt`, writes `FOLDER/annotations/NAME.yaml`.
A draft is an annotation without `document.text` and `extraction`; its statements have `words`
(and `who`, `cue`, `after`) where the annotation has spans.
"""

import sys
from pathlib import Path
from typing import Any

import yaml

from graph.check import problems
from graph.models import Annotation, Span
from graph.read import read_article
from graph.read.annotation import dump_annotation


class DraftError(ValueError):
    """Words of a draft that do not stand in the article, or stand there twice."""


def complete(draft: dict[str, Any], text: str, source: str) -> Annotation:
    """Return the annotation that a draft means, with the offsets of its words in `text`."""
    statements = [_statement(s, text) for s in draft.get("statements", [])]
    document = {**draft["document"], "text": text, "source": source}
    return Annotation.model_validate(
        {
            "extraction": {"reader": "hand", "version": "1"},
            **draft,
            "document": document,
            "statements": statements,
        }
    )


def _statement(draft: dict[str, Any], text: str) -> dict[str, Any]:
    fields = dict(draft)
    where = f"statement {draft.get('id')}"
    after = fields.pop("after", None)
    begin = _only(text, after, where) if after else Span(start=0, end=1, exact=text[0])
    words = _only(text, fields.pop("words"), where, begin.start)
    fields["span"] = words.model_dump()
    for short, name in (("cue", "cue"), ("who", "speaker_span")):
        if (given := fields.pop(short, None)) is not None:
            fields[name] = _nearest(text, given, words, where).model_dump()
    return fields


def _only(text: str, words: str, where: str, begin: int = 0) -> Span:
    at = text.find(words, begin)
    if at < 0:
        raise DraftError(f"{where}: {words!r} is not in the article")
    if not begin and text.find(words, at + 1) >= 0:
        raise DraftError(f"{where}: {words!r} stands twice in the article; say `after` which words")
    return Span(start=at, end=at + len(words), exact=words)


def _nearest(text: str, words: str, to: Span, where: str) -> Span:
    spots: list[int] = []
    at = text.find(words)
    while at >= 0:
        ends = at + len(words)
        whole = (
            not (text[at - 1 : at].isalnum() and text[at].isalnum()) and not text[ends : ends + 1].isalnum()
        )
        if whole:
            spots.append(at)
        at = text.find(words, at + 1)
    outside = [s for s in spots if s + len(words) <= to.start or s >= to.end] or spots
    if not outside:
        raise DraftError(f"{where}: {words!r} is not in the article")
    best = min(outside, key=lambda s: (max(to.start - s - len(words), s - to.end), s))
    return Span(start=best, end=best + len(words), exact=words)


def main() -> int:
    """Complete the drafts of a folder; print what is wrong, and return 1 if anything is."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    paths = sorted((folder / "drafts").glob("*.yaml"))
    failed = False
    for path in paths:
        if names and path.stem not in names:
            continue
        article = folder / "articles" / f"{path.stem}.txt"
        try:
            draft = yaml.safe_load(path.read_text(encoding="utf-8"))
            annotation = complete(draft, read_article(article).text, article.name)
        except (DraftError, ValueError, KeyError, yaml.YAMLError) as error:
            print(f"{path.name}: {error}")
            failed = True
            continue
        wrong = problems(annotation)
        failed |= bool(wrong)
        for problem in wrong:
            print(f"{path.name}: {'.'.join(map(str, problem.path))}: {problem.message}")
        output = folder / "annotations" / f"{path.stem}.yaml"
        output.parent.mkdir(exist_ok=True)
        output.write_text(
            "# Gold annotation, made by hand: see evaluation/README.md\n" + dump_annotation(annotation),
            "utf-8",
        )
        print(f"{path.name}: {len(annotation.statements)} statements, {len(annotation.claims)} claims")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
