"""`counterclaim generate`: a synthetic corpus, for trying out loads."""

from pathlib import Path
from typing import Annotated

import typer

from .console import output
from .errors import InputError
from .files import write_file
from .generate import generate
from .read.annotation import dump_annotation


def generate_command(
    folder: Annotated[Path, typer.Argument(help="Where to write them; made if it is not there.")],
    documents: Annotated[int, typer.Option("--documents", "-n", min=1, help="How many articles.")] = 100,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another corpus.")] = 0,
) -> None:
    """Write synthetic articles of an invented negotiation as annotations; the same for the same seed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, annotation in enumerate(generate(documents, seed)):
            path = folder / f"synthetic-{seed}-{number:07}.yaml"
            write_file(path, dump_annotation(annotation))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written: {error.strerror}") from error
    output().print(f"{documents} annotations in {folder}; read them: counterclaim ingest {folder}")
