"""The process that serves: uvicorn with our logs and limits."""

from typing import Any

import uvicorn

from graph.settings import Settings

from .logs import config
from .main import create_app
from .protocol import Bounded


def run(settings: Settings, host: str, port: int) -> None:
    """Serve until SIGTERM or Ctrl-C; then answer what was asked, for as long as the settings allow."""
    uvicorn.run(create_app(settings, bound=host), host=host, port=port, **options(settings))


def options(settings: Settings) -> dict[str, Any]:
    """Return what uvicorn is told besides the app and its address."""
    return {
        "http": Bounded,
        "log_config": config(settings),
        "access_log": False,  # `logs.Access` tells more
        "server_header": False,
        "ws": "none",  # nothing here speaks it
        "timeout_graceful_shutdown": settings.shutdown_timeout,
    }
