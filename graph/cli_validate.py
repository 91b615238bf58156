"""`counterclaim validate`: whether files, packs and the graph satisfy types, texts and shapes."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from .cli_pack import progress
from .cli_store import given_settings, opened
from .console import say, tell
from .errors import InputError
from .report import Finding, Report, check_file, check_graph

SHOWN = 20
"""Findings of one shape and property that are printed; --json gives all."""


def validate_command(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or packs; without any, the graph.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Check annotations, RDF, packs or the whole graph: types, words, ids, shapes; stores nothing."""
    reports, unread = list[Report](), list[str]()
    for report in _reports(paths or [], unread):
        reports.append(report)
        if not as_json:
            _print(report)
    if as_json:
        valid = not unread and not any(report.findings for report in reports)
        told = {"valid": valid, "reports": [asdict(report) for report in reports], "unread": unread}
        print(json.dumps(told, indent=2, ensure_ascii=False))
    if unread:
        raise typer.Exit(2)
    if any(report.findings for report in reports):
        raise typer.Exit(1)


def _reports(paths: list[Path], unread: list[str]) -> Iterator[Report]:
    if not paths:
        with opened() as (settings, store), progress("documents") as told:
            yield check_graph(store, settings.base_iri, told)
        return
    settings = given_settings()
    for path in paths:
        try:
            yield from check_file(path, settings)
        except InputError as error:
            unread.append(str(error))
            say(f"counterclaim: {error}", style="red")


def _print(report: Report) -> None:
    if not report.findings:
        tell(f"{report.name}: valid")
        return
    number = len(report.findings)
    tell(f"{report.name}: {number} {'finding' if number == 1 else 'findings'}")
    for (shape, name), found in groupby(report.findings, key=lambda f: (f.shape, f.property)):
        group = list(found)
        tell(f"  {' '.join(part for part in (shape, name) if part)}: {len(group)}")
        for finding in group[:SHOWN]:
            tell(f"    {_told(report.name, finding)}")
        if len(group) > SHOWN:
            tell(f"    and {len(group) - SHOWN} more")


def _told(name: str, finding: Finding) -> str:
    where = f"{name}:{finding.line}: " if finding.line else ""
    value = f" (found {finding.value})" if finding.value else ""
    return f"{where}{finding.focus}{': ' if finding.focus else ''}{finding.message}{value}"
