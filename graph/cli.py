"""The command line: `counterclaim`. Data go to standard output, progress and errors to standard error."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from . import (
    ask,
    cli_annotate,
    cli_backup,
    cli_bulk,
    cli_contradictions,
    cli_digest,
    cli_generate,
    cli_import,
    cli_judge,
    cli_keys,
    cli_networks,
    cli_origins,
    cli_over_time,
    cli_pack,
    cli_plans,
    cli_plot,
    cli_positions,
    cli_silence,
    cli_sparql,
    cli_validate,
    cli_watch,
    cli_what_if,
    derive,
    render,
)
from .cli_export import export_command
from .cli_fetch import Sources, ingest_addresses, parted
from .cli_ingest import Replace, Resume, Workers, find_files, ingest_files
from .cli_neo4j import app as neo4j_app
from .cli_positions import AsOf, Json, Limit
from .cli_serve import serve_command
from .cli_store import given_settings, opened
from .console import output, print_json, say, tell_more, write_whole
from .errors import CounterclaimError, InputError, NotFoundError, UnavailableError
from .files import full, write_file
from .read.annotation import require_no_hand
from .write import forget_document

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False,
                  help="Who says what about a negotiation, and who denies which part of it.")  # fmt: skip
app.add_typer(neo4j_app, name="neo4j", help="The local Neo4j: start, stop, look inside.")
app.add_typer(cli_judge.actors, name="actors", help="Merge and split actors by judgement.")
app.add_typer(cli_plans.app, name="plans", help="Drafts of plans: list, compare, align, add.")
app.add_typer(cli_judge.judgements, name="judgements", help="List judgements, and take them back.")
app.add_typer(cli_keys.app, name="keys", help="Keys for writing over HTTP.")
app.add_typer(cli_bulk.app, name="bulk", help="Load millions of statements into a new database, offline.")
app.command("serve")(serve_command)
app.command("import")(cli_import.import_command)
app.command("export")(export_command)
app.command("backup")(cli_backup.backup_command)
app.command("restore")(cli_backup.restore_command)
app.command("migrate")(cli_backup.migrate_command)
app.command("review")(cli_judge.review_command)
app.command("link")(cli_judge.link_command)
app.command("generate")(cli_generate.generate_command)
app.command("accept")(cli_judge.accept_command)
app.command("reject")(cli_judge.reject_command)
app.command("pack")(cli_pack.pack_command)
app.command("verify")(cli_pack.verify_command)
app.command("validate")(cli_validate.validate_command)
app.command("sparql")(cli_sparql.sparql_command)
app.command("board")(cli_positions.board_command)
app.command("changes")(cli_over_time.changes_command)
app.command("shifts")(cli_over_time.shifts_command)
app.command("retractions")(cli_over_time.retractions_command)
app.command("timeline")(cli_positions.timeline_command)
app.command("chains")(cli_positions.chains_command)
app.command("contradictions")(cli_contradictions.contradictions_command)
app.command("dismiss")(cli_contradictions.dismiss_command)
app.command("what-if")(cli_what_if.what_if_command)
app.command("origins")(cli_origins.origins_command)
app.command("silence")(cli_silence.silence_command)
app.command("overreach")(cli_origins.overreach_command)
app.command("network")(cli_networks.network_command)
app.command("backbone")(cli_networks.backbone_command)
app.command("polarisation")(cli_networks.polarisation_command)
app.command("digest")(cli_digest.digest_command)
app.command("watch")(cli_watch.watch_command)
app.add_typer(cli_plot.app, name="plot", help="Boards, networks and timelines as pictures for a report.")

Reader = Literal["rules", "llm"]
Status = Literal["disputed", "unclaimed", "undisputed", "any"]

EXIT_CODES: dict[type[CounterclaimError], int] = {
    InputError: 2,
    NotFoundError: 3,
    UnavailableError: 4,
}
"""What main() exits with; every other error of ours exits with 1."""


def main() -> None:
    """Run the command line; every error of ours becomes one message and an exit code."""
    try:
        write_whole()
        try:
            app()
        finally:
            sys.stdout.flush()  # here, where it is told if that fails
    except CounterclaimError as error:
        _exit(error)
    except BrokenPipeError:
        # The reader (head, less) has gone; Python must not complain about it at exit.
        _silence()
    except OSError as error:
        if (disk := full(error, "the output")) is None:
            raise
        _silence()
        _exit(disk)


def _exit(error: CounterclaimError) -> NoReturn:
    say(f"counterclaim: {error}", style="red")
    sys.exit(next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), 1))


def _silence() -> None:
    """Let go of what is left to print, which Python would try again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@app.command("ingest")
def ingest_command(
    sources: Sources, workers: Workers = None, resume: Resume = False, replace: Replace = False
) -> None:
    """Read articles (.txt .html), annotations (.yaml) or RDF (.ttl .nt .trig .jsonld .rdf) into the graph."""
    addresses, paths = parted(sources)
    files = find_files(paths) if paths else []
    with opened() as (settings, store):
        ingest_addresses(addresses, settings, store, output(), replace)
        if files:
            ingest_files(files, settings, store, output(), workers, resume, replace)


@app.command()
def annotate(
    article: Annotated[str, typer.Argument(help="File, or address that begins with https://.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Default: print.")] = None,
    reader: Annotated[Reader | None, typer.Option(help="Default: COUNTERCLAIM_READER, else rules.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what llm would send.")] = False,
) -> None:
    """Write what a reader understands of an article, as a YAML annotation to review; stores nothing."""
    settings = given_settings()
    settings = settings.model_copy(update={"reader": reader}) if reader else settings
    if output is not None:
        require_no_hand(output)
    text, holds = cli_annotate.result(article, settings, say, dry=dry_run)
    if output is None:
        print(text, end="")
        return
    write_file(output, text)
    say(f"{output}: {holds}")


@app.command()
def forget(document: Annotated[str, typer.Argument(help="Id of the document.")]) -> None:
    """Remove a document, its statements, and all that only it stated."""
    with opened() as (_, store):
        forget_document(store, document)
        print(f"forgot {document}")


@app.command("disputes")
def disputes_command(
    status: Annotated[Status, typer.Option(help="Which claims.")] = "disputed",
    actor: Annotated[str | None, typer.Option(help="Id of a speaker on either side.")] = None,
    text: Annotated[str | None, typer.Option(help="Words in the claim or a part.")] = None,
    term: Annotated[str | None, typer.Option(help="Id of a term the claim is about.")] = None,
    plan: Annotated[str | None, typer.Option(help="Id of a plan the claim is about.")] = None,
    since: Annotated[str | None, typer.Option(help="Published then or later, 2025-11-21.")] = None,
    until: Annotated[str | None, typer.Option(help="Published then or before, 2025-11.")] = None,
    as_of: AsOf = None,
    limit: Limit = 25,
    as_json: Json = False,
) -> None:
    """Who disputes which claim: both camps with their words, part by part."""
    with opened() as (_, store):
        found = ask.disputes(
            store, status=None if status == "any" else status, actor=actor, text=text,
            term=term, plan=plan, since=since, until=until, as_of=as_of, limit=limit,
        )  # fmt: skip
    if as_json:
        print_json(found)
    elif found.items:
        render.disputes(output(), found.items)
        tell_more(found.next, limit)
    else:
        print("No such claims. Try --status any, fewer filters, or `counterclaim ingest` first.")


@app.command("actor")
def actor_command(
    actor: Annotated[str, typer.Argument(help="Id.")], as_of: AsOf = None, as_json: Json = False
) -> None:
    """One actor: names, posts, and all that it claims, denies and wants."""
    with opened() as (_, store):
        found = ask.actor(store, actor, as_of=as_of)
    print_json(found) if as_json else render.actor(output(), found)


@app.command("term")
def term_command(
    term: Annotated[str, typer.Argument(help="Id.")], as_of: AsOf = None, as_json: Json = False
) -> None:
    """One term: its text, and who stands where on it."""
    with opened() as (_, store):
        found = ask.term(store, term, as_of=as_of)
    print_json(found) if as_json else render.term(output(), found)


@app.command("search")
def search_command(words: Annotated[str, typer.Argument()], limit: Limit = 25, as_json: Json = False) -> None:
    """Full-text search over claims, statements, actors, terms and documents."""
    with opened() as (_, store):
        found = ask.search(store, words, limit=limit)
    print_json(found) if as_json else output().print(render.hits(found.items))


@app.command("derive")
def derive_command(
    check: Annotated[bool, typer.Option("--check", help="Only say what is stale.")] = False,
) -> None:
    """Write schema.cypher, write.cypher, context.jsonld and docs/ontology.md from the ontology."""
    if not check:
        for path in derive.derive():
            print(f"wrote {path}")
    elif stale := derive.stale():
        raise InputError(f"not what the ontology says: {', '.join(stale)}; run `counterclaim derive`")
