"""`counterclaim keys`: who may write over HTTP."""

from typing import Annotated

import typer

from . import keys
from .cli_store import given_settings
from .console import say

app = typer.Typer(help="Keys for writing over HTTP.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="What the key is called, such as the program that uses it.")]


May = Annotated[
    keys.Scope,
    typer.Option("--scope", help="What it may do: documents (in, and taken back), judgements; write: both."),
]


@app.command()
def create(name: Name, scope: May = "write") -> None:
    """Make a key and print it; it is shown only now."""
    print(keys.create(given_settings().home, name, [scope]))
    say("Keep it safe; it is not shown again. Send it as the header Authorization: Bearer KEY.")


@app.command("list")
def list_command() -> None:
    """Print the name of each key and what it may do."""
    for key in keys.keys(given_settings().home):
        print(key.name, ",".join(key.scopes), sep="\t")


@app.command()
def revoke(name: Name) -> None:
    """Forget a key: what shows it is refused from now on."""
    keys.revoke(given_settings().home, name)
    print(f"revoked {name}")
