"""What pictures show, and the tables beside them: the right colour, line and word for each thing."""

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle
from rich.console import Console, RenderableType

from graph import render_networks
from graph.answers import Board, Network, Polarisation
from graph.cli_positions import _board  # pyright: ignore[reportPrivateUsage]
from graph.plots import draw_board, draw_network
from graph.plots.board import LOOK

from .test_cli_positions import run

TERM, CLAIM = ("Term", "Withdrawal"), ("Claim", "Borders must not be changed")


def board(*on: tuple[str, str]) -> Board:
    stances = [
        {
            "actor_id": "ada", "actor": "Ada", "stance": "demands", "target": name, "target_id": name,
            "target_kind": kind, "words": f"words {n}", "mode": "direct", "document": "One",
            "document_id": "one", "start": 0, "end": 7, "published": "2026-01-01", "statement": str(n),
        }
        for n, (kind, name) in enumerate(on)
    ]  # fmt: skip
    cell = {
        "term": "w", "actor": "ada", "stance": "demands", "statements": len(on), "direct": 1,
        "latest": "2026-01-01", "days_old": 0, "stances": stances, "status": "current",
        "own": "demands" if TERM in on else None,
    }  # fmt: skip
    term = {"id": "w", "name": "Withdrawal", "text": "they withdraw"}
    ada = {"id": "ada", "name": "Ada", "kind": "Person", "statements": len(on)}
    plan = {"id": "p", "name": "A plan"}
    given = {"plan": plan, "newest": None, "terms": [term], "actors": [ada], "cells": [cell]}
    return Board.model_validate(given)


def told(shown: RenderableType) -> str:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(shown)
    return captured.get()


def colours_and_legend(found: Board) -> tuple[set[str], list[str]]:
    drawn = draw_board(found, topic=None, since=None, until=None)
    squares = [patch for patch in drawn.axes[0].patches if isinstance(patch, Rectangle)]
    found_colours = (c for s in squares for c in (s.get_facecolor(), s.get_edgecolor()))
    colours = {to_hex(colour).upper() for colour in found_colours}
    return colours, [text.get_text() for text in drawn.legends[0].get_texts()]


def test_a_stance_on_a_claim_about_a_term_is_not_drawn_for_or_against_it() -> None:
    colours, legend = colours_and_legend(board(CLAIM))
    assert not colours & {colour.upper() for colour, _ in LOOK.values()}
    assert legend == ["…  stance on a claim about it"]
    colours, legend = colours_and_legend(board(TERM, CLAIM))
    assert colours == {LOOK["demands"][0].upper()}
    assert legend == ["!  demands", "…  stance on a claim about it"]
    assert len(colours_and_legend(board(TERM))[1]) == 1


def test_the_legend_of_a_board_is_not_cut_off_and_rows_tell_their_draft() -> None:
    given = board(TERM, CLAIM).model_dump(mode="json", by_alias=True)
    given["terms"][0]["draft"] = {"id": "p:d2", "name": "second draft"}
    own = {**given["cells"][0], "status": "stale"}
    given["cells"] = [{**own, "own": each} for each in ("demands", "supports", "rejects", "accepts_if")]
    drawn = draw_board(Board.model_validate(given), topic=None, since=None, until=None)
    drawn.draw_without_rendering()
    right = drawn.legends[0].get_window_extent().x1
    assert 0 < right <= drawn.bbox.width
    assert [label.get_text() for label in drawn.axes[0].get_yticklabels()] == ["Withdrawal (second draft)"]
    assert "pale: the term changed since" in [text.get_text() for text in drawn.legends[0].get_texts()]


def test_a_board_in_the_terminal_tells_what_a_stance_is_on() -> None:
    shown = told(_board(board(CLAIM)))
    assert "on a claim" in shown
    assert "demands, on: Borders must not be changed" in shown
    shown = told(_board(board(TERM)))
    assert "on:" not in shown
    assert "demands" in shown


def network(kind: str, *weights: int, mode: str = "actors") -> Network:
    ids = "abcdef"
    nodes = [{"id": i, "name": i, "kind": "Person", "statements": 1} for i in ids]
    edges = [{"source": ids[n], "target": ids[n + 1], "weight": w} for n, w in enumerate(weights)]
    return Network.model_validate({"kind": kind, "mode": mode, "nodes": nodes, "edges": edges})


def test_a_combined_network_draws_both_unlike_either_and_no_strength() -> None:
    drawn = draw_network(network("combine", 1, 2, 3))
    lines = drawn.axes[0].get_lines()
    assert len({line.get_color() for line in lines}) == 3
    assert len({line.get_linewidth() for line in lines}) == 1
    assert [t.get_text() for t in drawn.legends[0].get_texts()][1:] == ["agreement", "conflict", "both"]
    words = " ".join(text.get_text() for text in drawn.texts)
    assert "wider" not in words
    drawn = draw_network(network("congruence", 1, 2))
    assert len({line.get_linewidth() for line in drawn.axes[0].get_lines()}) == 2
    assert "wider" in " ".join(text.get_text() for text in drawn.texts)


def test_tables_have_no_columns_that_are_always_empty() -> None:
    assert [c.header for c in render_networks.network(network("subtract", 1, mode="twomode")).columns] == [
        "actor", "concept", "number",
    ]  # fmt: skip
    camps = [{"actors": [{"id": i, "name": i}]} for i in ("Ada", "Bo")]
    division = {"modularity": 1, "within": 1, "between": 1, "camps": camps}
    found = {"normalisation": "no", "duplicates": "concepts", "divisions": [division]}
    shown = told(render_networks.polarisation(Polarisation.model_validate(found)))
    assert "camp 1: Ada" in shown
    assert "camp 2: Bo" in shown
    assert "from" not in shown


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["network", "conflict", "--window", "months", "--size", "1"], "take 2 or more"),
        (["polarisation", "--window", "weeks", "--size", "1"], "take 2 or more"),
        (["backbone", "--kind", "combine"], "a backbone takes no combine"),
    ],
)
def test_what_nobody_means_is_refused(words: list[str], message: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
