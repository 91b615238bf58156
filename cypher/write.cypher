// Derived from ontology/*.ttl by `counterclaim derive`; do not edit.

// name: merge_anonymoussource
// Merge nodes of kind AnonymousSource; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Actor', 'AnonymousSource']] AS kinds
SET n:AnonymousSource, n += row.scalars, n.aliases = CASE
  WHEN row.lists.aliases IS NULL THEN n.aliases
  ELSE COLLECT {
    UNWIND coalesce(n.aliases, []) + row.lists.aliases AS item
    RETURN DISTINCT item ORDER BY item }
  END, n.misspellings = CASE
  WHEN row.lists.misspellings IS NULL THEN n.misspellings
  ELSE COLLECT {
    UNWIND coalesce(n.misspellings, []) + row.lists.misspellings AS item
    RETURN DISTINCT item ORDER BY item }
  END
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_claim
// Merge nodes of kind Claim; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Claim {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Claim']] AS kinds
SET n += row.scalars
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_collective
// Merge nodes of kind Collective; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Actor', 'Collective']] AS kinds
SET n:Collective, n += row.scalars, n.aliases = CASE
  WHEN row.lists.aliases IS NULL THEN n.aliases
  ELSE COLLECT {
    UNWIND coalesce(n.aliases, []) + row.lists.aliases AS item
    RETURN DISTINCT item ORDER BY item }
  END, n.misspellings = CASE
  WHEN row.lists.misspellings IS NULL THEN n.misspellings
  ELSE COLLECT {
    UNWIND coalesce(n.misspellings, []) + row.lists.misspellings AS item
    RETURN DISTINCT item ORDER BY item }
  END
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_document
// Write nodes of kind Document, which no two documents share, in place of what stood there.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n = row.scalars, n.id = row.id;

// name: merge_event
// Merge nodes of kind Event; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Event {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Event']] AS kinds
SET n += row.scalars
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_extraction
// Merge nodes of kind Extraction; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Extraction {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Extraction']] AS kinds
SET n += row.scalars
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_judgement
// Write nodes of kind Judgement, which no two documents share, in place of what stood there.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Judgement {id: row.id})
SET n = row.scalars, n.id = row.id;

// name: merge_organization
// Merge nodes of kind Organization; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Actor', 'Organization']] AS kinds
SET n:Organization, n += row.scalars, n.aliases = CASE
  WHEN row.lists.aliases IS NULL THEN n.aliases
  ELSE COLLECT {
    UNWIND coalesce(n.aliases, []) + row.lists.aliases AS item
    RETURN DISTINCT item ORDER BY item }
  END, n.misspellings = CASE
  WHEN row.lists.misspellings IS NULL THEN n.misspellings
  ELSE COLLECT {
    UNWIND coalesce(n.misspellings, []) + row.lists.misspellings AS item
    RETURN DISTINCT item ORDER BY item }
  END
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_person
// Merge nodes of kind Person; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Actor', 'Person']] AS kinds
SET n:Person, n += row.scalars, n.aliases = CASE
  WHEN row.lists.aliases IS NULL THEN n.aliases
  ELSE COLLECT {
    UNWIND coalesce(n.aliases, []) + row.lists.aliases AS item
    RETURN DISTINCT item ORDER BY item }
  END, n.misspellings = CASE
  WHEN row.lists.misspellings IS NULL THEN n.misspellings
  ELSE COLLECT {
    UNWIND coalesce(n.misspellings, []) + row.lists.misspellings AS item
    RETURN DISTINCT item ORDER BY item }
  END
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_plan
// Merge nodes of kind Plan; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Plan {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Plan']] AS kinds
SET n += row.scalars, n.aliases = CASE
  WHEN row.lists.aliases IS NULL THEN n.aliases
  ELSE COLLECT {
    UNWIND coalesce(n.aliases, []) + row.lists.aliases AS item
    RETURN DISTINCT item ORDER BY item }
  END
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_planversion
// Merge nodes of kind PlanVersion; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:PlanVersion {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['PlanVersion']] AS kinds
SET n += row.scalars
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_revision
// Write nodes of kind Revision, which no two documents share, in place of what stood there.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Revision {id: row.id})
SET n = row.scalars, n.id = row.id;

// name: merge_role
// Merge nodes of kind Role; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Role {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Role']] AS kinds
SET n += row.scalars
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_state
// Merge nodes of kind State; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Actor', 'State']] AS kinds
SET n:State, n += row.scalars, n.aliases = CASE
  WHEN row.lists.aliases IS NULL THEN n.aliases
  ELSE COLLECT {
    UNWIND coalesce(n.aliases, []) + row.lists.aliases AS item
    RETURN DISTINCT item ORDER BY item }
  END, n.misspellings = CASE
  WHEN row.lists.misspellings IS NULL THEN n.misspellings
  ELSE COLLECT {
    UNWIND coalesce(n.misspellings, []) + row.lists.misspellings AS item
    RETURN DISTINCT item ORDER BY item }
  END
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: create_statement
// Make nodes of kind Statement; the database refuses one under whose id another stands.
// params: rows = []
UNWIND $rows AS row
CREATE (n:Statement {id: row.id})
SET n += row.scalars;

// name: merge_term
// Merge nodes of kind Term; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Term {id: row.id})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {key: key, held: n[key], given: row.scalars[key]}] AS values,
  [label IN labels(n) WHERE NOT label IN ['Term']] AS kinds
SET n += row.scalars, n.otherValue = CASE
  WHEN row.lists.otherValue IS NULL THEN n.otherValue
  ELSE COLLECT {
    UNWIND coalesce(n.otherValue, []) + row.lists.otherValue AS item
    RETURN DISTINCT item ORDER BY item }
  END
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT { MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 } AS titles;

// name: merge_about_claim_actor
// Merge edges Claim ABOUT Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:ABOUT]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_about_claim_event
// Merge edges Claim ABOUT Event; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:Event {id: row.end})
MERGE (a)-[r:ABOUT]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_about_claim_plan
// Merge edges Claim ABOUT Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:ABOUT]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_about_claim_planversion
// Merge edges Claim ABOUT PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:ABOUT]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_about_claim_term
// Merge edges Claim ABOUT Term; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:Term {id: row.end})
MERGE (a)-[r:ABOUT]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: create_acceptsif_statement_claim
// Make edges Statement ACCEPTS_IF Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:ACCEPTS_IF]->(b)
RETURN count(*) AS merged;

// name: create_acceptsif_statement_plan
// Make edges Statement ACCEPTS_IF Plan where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
CREATE (a)-[:ACCEPTS_IF]->(b)
RETURN count(*) AS merged;

// name: create_acceptsif_statement_planversion
// Make edges Statement ACCEPTS_IF PlanVersion where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
CREATE (a)-[:ACCEPTS_IF]->(b)
RETURN count(*) AS merged;

// name: create_acceptsif_statement_term
// Make edges Statement ACCEPTS_IF Term where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
CREATE (a)-[:ACCEPTS_IF]->(b)
RETURN count(*) AS merged;

// name: merge_affiliatedwith_actor_actor
// Merge edges Actor AFFILIATED_WITH Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Actor {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:AFFILIATED_WITH]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: create_asserts_statement_claim
// Make edges Statement ASSERTS Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:ASSERTS]->(b)
RETURN count(*) AS merged;

// name: merge_at_role_actor
// Merge edges Role AT Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Role {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:AT]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_binds_term_actor
// Merge edges Term BINDS Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Term {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:BINDS]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: create_demands_statement_claim
// Make edges Statement DEMANDS Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: create_demands_statement_plan
// Make edges Statement DEMANDS Plan where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
CREATE (a)-[:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: create_demands_statement_planversion
// Make edges Statement DEMANDS PlanVersion where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
CREATE (a)-[:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: create_demands_statement_term
// Make edges Statement DEMANDS Term where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
CREATE (a)-[:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: create_denies_statement_claim
// Make edges Statement DENIES Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:DENIES {basis: row.properties.basis, sureness: row.properties.sureness}]->(b)
RETURN count(*) AS merged;

// name: merge_holds_actor_role
// Merge edges Actor HOLDS Role; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Actor {id: row.start})
MATCH (b:Role {id: row.end})
MERGE (a)-[r:HOLDS]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: create_in_statement_document
// Make edges Statement IN Document where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Document {id: row.end})
CREATE (a)-[:IN]->(b)
RETURN count(*) AS merged;

// name: create_mentions_document_actor
// Make edges Document MENTIONS Actor where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Actor {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_actor
// Merge edges Document MENTIONS Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: create_mentions_document_claim
// Make edges Document MENTIONS Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_claim
// Merge edges Document MENTIONS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: create_mentions_document_event
// Make edges Document MENTIONS Event where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Event {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_event
// Merge edges Document MENTIONS Event; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Event {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: create_mentions_document_extraction
// Make edges Document MENTIONS Extraction where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Extraction {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_extraction
// Merge edges Document MENTIONS Extraction; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Extraction {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: create_mentions_document_plan
// Make edges Document MENTIONS Plan where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Plan {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_plan
// Merge edges Document MENTIONS Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: create_mentions_document_planversion
// Make edges Document MENTIONS PlanVersion where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:PlanVersion {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_planversion
// Merge edges Document MENTIONS PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: create_mentions_document_role
// Make edges Document MENTIONS Role where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Role {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_role
// Merge edges Document MENTIONS Role; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Role {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: create_mentions_document_term
// Make edges Document MENTIONS Term where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Term {id: row.end})
CREATE (a)-[:MENTIONS {spans: row.properties.spans, states: row.properties.states}]->(b)
RETURN count(*) AS merged;

// name: merge_mentions_document_term
// Merge edges Document MENTIONS Term; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Term {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
RETURN count(*) AS merged;

// name: merge_partof_actor_actor
// Merge edges Actor PART_OF Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Actor {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:PART_OF]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_partof_claim_claim
// Merge edges Claim PART_OF Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Claim {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:PART_OF]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_partof_planversion_plan
// Merge edges PlanVersion PART_OF Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:PlanVersion {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:PART_OF]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_partof_term_plan
// Merge edges Term PART_OF Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Term {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:PART_OF]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_partof_term_planversion
// Merge edges Term PART_OF PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Term {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:PART_OF]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: create_publishedby_document_actor
// Make edges Document PUBLISHED_BY Actor where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Actor {id: row.end})
CREATE (a)-[:PUBLISHED_BY {as: row.properties.as}]->(b)
RETURN count(*) AS merged;

// name: merge_publishedby_document_actor
// Merge edges Document PUBLISHED_BY Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:PUBLISHED_BY]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: create_questions_statement_claim
// Make edges Statement QUESTIONS Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:QUESTIONS {basis: row.properties.basis, sureness: row.properties.sureness}]->(b)
RETURN count(*) AS merged;

// name: create_recordedby_statement_extraction
// Make edges Statement RECORDED_BY Extraction where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Extraction {id: row.end})
CREATE (a)-[:RECORDED_BY]->(b)
RETURN count(*) AS merged;

// name: create_refersto_statement_actor
// Make edges Statement REFERS_TO Actor where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Actor {id: row.end})
CREATE (a)-[:REFERS_TO {as: row.properties.as}]->(b)
RETURN count(*) AS merged;

// name: create_rejects_statement_claim
// Make edges Statement REJECTS Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:REJECTS]->(b)
RETURN count(*) AS merged;

// name: create_rejects_statement_plan
// Make edges Statement REJECTS Plan where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
CREATE (a)-[:REJECTS]->(b)
RETURN count(*) AS merged;

// name: create_rejects_statement_planversion
// Make edges Statement REJECTS PlanVersion where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
CREATE (a)-[:REJECTS]->(b)
RETURN count(*) AS merged;

// name: create_rejects_statement_term
// Make edges Statement REJECTS Term where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
CREATE (a)-[:REJECTS]->(b)
RETURN count(*) AS merged;

// name: create_reportedby_statement_document
// Make edges Statement REPORTED_BY Document where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Document {id: row.end})
CREATE (a)-[:REPORTED_BY]->(b)
RETURN count(*) AS merged;

// name: create_reportedby_statement_statement
// Make edges Statement REPORTED_BY Statement where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Statement {id: row.end})
CREATE (a)-[:REPORTED_BY]->(b)
RETURN count(*) AS merged;

// name: create_retracts_statement_claim
// Make edges Statement RETRACTS Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:RETRACTS {basis: row.properties.basis, sureness: row.properties.sureness}]->(b)
RETURN count(*) AS merged;

// name: create_spokenby_statement_actor
// Make edges Statement SPOKEN_BY Actor where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Actor {id: row.end})
CREATE (a)-[:SPOKEN_BY {as: row.properties.as}]->(b)
RETURN count(*) AS merged;

// name: create_supports_statement_claim
// Make edges Statement SUPPORTS Claim where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
CREATE (a)-[:SUPPORTS]->(b)
RETURN count(*) AS merged;

// name: create_supports_statement_plan
// Make edges Statement SUPPORTS Plan where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
CREATE (a)-[:SUPPORTS]->(b)
RETURN count(*) AS merged;

// name: create_supports_statement_planversion
// Make edges Statement SUPPORTS PlanVersion where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
CREATE (a)-[:SUPPORTS]->(b)
RETURN count(*) AS merged;

// name: create_supports_statement_term
// Make edges Statement SUPPORTS Term where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
CREATE (a)-[:SUPPORTS]->(b)
RETURN count(*) AS merged;
