"""The product's own Cypher."""

from pydantic import BaseModel, Field


class NamedQuery(BaseModel):
    """One named query, which runs in the Neo4j Browser as it stands."""

    name: str = Field(examples=["who_disputes"])
    file: str = Field(description="In the folder cypher/.", examples=["claims.cypher"])
    doc: str = Field(description="What it answers.")
    params: dict[str, str] = Field(
        description="Its parameters, each with an example value as a Cypher literal.",
        examples=[{"filter": "{status: 'disputed', limit: 25}"}],
    )
    text: str = Field(description="Cypher.")
