"""Score the reader against the gold: `python -m evaluation`, or `scripts/eval`."""

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from . import corpus, floors, losses, polnear
from .brat import read_folder
from .match import OtherTextError
from .report import as_data, report
from .result import Result, mark


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of a part; return 1 if one is below its floor, 2 if they cannot be given."""
    options = _options(arguments)
    folder = options.folder or corpus.PARTS[options.part]
    cases = corpus.cases(folder)
    if not cases:
        print(f"evaluation: no annotated articles in {folder}", file=sys.stderr)
        return 2
    start = time.perf_counter()
    annotations = corpus.read_all(cases, options.jobs)
    print(f"read {len(cases)} articles in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    try:
        result = Result([mark(case, *pair) for case, pair in zip(cases, annotations, strict=True)])
    except OtherTextError as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 2
    if options.json:
        data = {"part": options.part, **as_data(result, verbose=options.verbose, errors=options.errors)}
        data |= {"losses": dict(result.losses)} if options.losses else {}
        print(json.dumps(data, indent=1, ensure_ascii=False))
    else:
        print(report(result, verbose=options.verbose, errors=options.errors))
        if options.losses:
            print(f"\n{losses.table(result.losses)}")
    if options.polnear:
        print("\nPolNeAR, quotations")
        polnear.report(polnear.score(polnear.read_all(list(read_folder(options.polnear)), options.jobs)))
    return _check(result, options.part) if options.check else 0


def _check(result: Result, part: str) -> int:
    fallen = floors.fallen(result.scores, floors.load().get(part, {}))
    for message in fallen:
        print(f"evaluation: {part}: {message}", file=sys.stderr)
    return int(bool(fallen))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="evaluation", description=__doc__)
    parser.add_argument("--part", choices=corpus.PARTS, default="dev", help="which articles (dev)")
    parser.add_argument("--folder", type=Path, help="articles/ and annotations/ elsewhere, as this part")
    parser.add_argument("-v", "--verbose", action="store_true", help="also by genre and article")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="the N worst errors of each kind")
    parser.add_argument("--losses", action="store_true", help="also where disputes are lost on the way")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument(
        "--polnear", type=Path, metavar="DIR", help="also a folder of that corpus, if you have it"
    )
    parser.add_argument("--check", action="store_true", help="exit 1 if a score is below its floor")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (one per core)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
