"""Terms of other vocabularies that say what ours say; of several, the one looked for first stands first."""

from rdflib import RDF, RDFS, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SKOS
from rdflib.term import Node

from ..models import Act, ActorKind

CITO = Namespace("http://purl.org/spar/cito/")
_SCHEMA = (Namespace("https://schema.org/"), Namespace("http://schema.org/"))
_CNT = Namespace("http://www.w3.org/2011/content#")


def schema(*names: str) -> tuple[URIRef, ...]:
    """Return terms of schema.org, each at both addresses that it has."""
    return tuple(namespace[name] for name in names for namespace in _SCHEMA)


ACTS: dict[URIRef, Act] = {
    CITO.agreesWith: "asserts",
    CITO.confirms: "asserts",
    CITO.disputes: "denies",
    CITO.refutes: "denies",
    CITO.retracts: "retracts",
    CITO.supports: "supports",
    CITO.disagreesWith: "rejects",
}
"""What a statement does, by the property of CiTO that ours is aligned with."""

TEXT = (*schema("text", "articleBody"), RDF.value, _CNT.chars)
NAMES = (FOAF.name, *schema("name"), SKOS.prefLabel, RDFS.label)
TITLES = (DCTERMS.title, *schema("headline", "name"), RDFS.label)
SENTENCES = (*schema("text"), RDF.value, *schema("name"), SKOS.prefLabel, RDFS.label)
SPEAKERS = (PROV.wasAttributedTo, *schema("author"))
PUBLISHED = (DCTERMS.issued, *schema("datePublished"), DCTERMS.date)
PUBLISHERS = (DCTERMS.publisher, *schema("publisher"))
AUTHORS = (*schema("author"), DCTERMS.creator)
LANGUAGES = (DCTERMS.language, *schema("inLanguage"))
KINDS: dict[Node, ActorKind] = {
    FOAF.Person: "Person", PROV.Person: "Person", ORG.Organization: "Organization",
    FOAF.Organization: "Organization", PROV.Organization: "Organization", FOAF.Group: "Collective",
    **dict.fromkeys(schema("Person"), "Person"),
    **dict.fromkeys(schema("Organization", "GovernmentOrganization"), "Organization"),
    **dict.fromkeys(schema("NewsMediaOrganization", "PoliticalParty"), "Organization"),
    **dict.fromkeys(schema("Country"), "State"),
}  # fmt: skip
