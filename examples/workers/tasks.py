"""Ingestion by many stateless workers: a Celery task over the `ingest` function of the command line.

A worker keeps nothing but an open store; all state is in Neo4j and the broker. A file may be handed out
twice, as after a worker died: storing it again changes nothing, because ids follow from what is stored.

    pip install 'celery>=5.4,<6'
    export BROKER_URL=redis://…             (without it: a folder of this machine, for trials)
    export NEO4J_URI=neo4j://… NEO4J_PASSWORD=…
    celery --app examples.workers.tasks worker --concurrency 2
    python -m examples.workers.send FOLDER
"""

import os
from pathlib import Path

from celery import Celery
from celery.signals import worker_process_init, worker_process_shutdown

from graph.errors import UnavailableError
from graph.ingest import ingest
from graph.settings import Settings
from graph.store import Store, open_store

FOLDER = Path(os.environ.get("BROKER_FOLDER", "/tmp/counterclaim-queue"))
app = Celery("counterclaim", broker=os.environ.get("BROKER_URL", "filesystem://"))
app.conf.update(
    task_acks_late=True,  # a task is done when it is stored, not when it is begun
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_ignore_result=True,
)
if app.conf.broker_url == "filesystem://":
    (FOLDER / "queue").mkdir(parents=True, exist_ok=True)
    queue = str(FOLDER / "queue")
    app.conf.broker_transport_options = {
        "data_folder_in": queue,
        "data_folder_out": queue,
        "control_folder": str(FOLDER / "control"),
    }

_settings = Settings()
_stores: list[Store] = []


@worker_process_init.connect
def _open(**_: object) -> None:
    _stores.append(open_store(_settings))


@worker_process_shutdown.connect
def _close(**_: object) -> None:
    while _stores:
        _stores.pop().close()


@app.task(autoretry_for=(UnavailableError,), retry_backoff=True, max_retries=8)
def store_file(path: str) -> None:
    """Read a file and store it; what cannot be read is told in the worker's log and not tried again."""
    for report in ingest(Path(path), _settings, _stores[0]):
        outcome = report.written.outcome if report.written else "nothing"
        print(f"{path}: {outcome}", flush=True)
