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
from graph.models import Annotation
from graph.read import read_article
from graph.read.annotation import dump_annotation
from graph.words import WordsError, nearest, only


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
    try:
        words = only(text, fields.pop("words"), fields.pop("after", None))
        fields["span"] = words.model_dump()
        for short, name in (("cue", "cue"), ("who", "speaker_span")):
            if (given := fields.pop(short, None)) is not None:
                fields[name] = nearest(text, given, words).model_dump()
    except WordsError as error:
        raise WordsError(f"statement {draft.get('id')}: {error}") from error
    return fields


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
        except (ValueError, KeyError, yaml.YAMLError) as error:
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
