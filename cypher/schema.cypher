// Derived from ontology/*.ttl by `counterclaim derive`; do not edit.
CREATE CONSTRAINT actor_key IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_key IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_key IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_key IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT extraction_key IF NOT EXISTS FOR (n:Extraction) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT plan_key IF NOT EXISTS FOR (n:Plan) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT planversion_key IF NOT EXISTS FOR (n:PlanVersion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT role_key IF NOT EXISTS FOR (n:Role) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_key IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT term_key IF NOT EXISTS FOR (n:Term) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (n:Actor|Claim|Event|Plan|PlanVersion|Statement|Term) ON EACH [n.aliases, n.exact, n.misspellings, n.name, n.text];
CREATE INDEX document_published IF NOT EXISTS FOR (n:Document) ON (n.published);
