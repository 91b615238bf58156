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

// name: merge_statement
// Write nodes of kind Statement, which no two documents share, in place of what stood there.
// params: rows = []
UNWIND $rows AS row
MERGE (n:Statement {id: row.id})
SET n = row.scalars, n.id = row.id;

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

// name: merge_acceptsif_statement_claim
// Merge edges Statement ACCEPTS_IF Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:ACCEPTS_IF]->(b)
RETURN count(*) AS merged;

// name: merge_acceptsif_statement_plan
// Merge edges Statement ACCEPTS_IF Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:ACCEPTS_IF]->(b)
RETURN count(*) AS merged;

// name: merge_acceptsif_statement_planversion
// Merge edges Statement ACCEPTS_IF PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:ACCEPTS_IF]->(b)
RETURN count(*) AS merged;

// name: merge_acceptsif_statement_term
// Merge edges Statement ACCEPTS_IF Term; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
MERGE (a)-[r:ACCEPTS_IF]->(b)
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

// name: merge_asserts_statement_claim
// Merge edges Statement ASSERTS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:ASSERTS]->(b)
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

// name: merge_demands_statement_claim
// Merge edges Statement DEMANDS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: merge_demands_statement_plan
// Merge edges Statement DEMANDS Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: merge_demands_statement_planversion
// Merge edges Statement DEMANDS PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: merge_demands_statement_term
// Merge edges Statement DEMANDS Term; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
MERGE (a)-[r:DEMANDS]->(b)
RETURN count(*) AS merged;

// name: merge_denies_statement_claim
// Merge edges Statement DENIES Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:DENIES]->(b)
SET r.basis = row.properties.basis, r.sureness = row.properties.sureness
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

// name: merge_in_statement_document
// Merge edges Statement IN Document; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Document {id: row.end})
MERGE (a)-[r:IN]->(b)
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

// name: merge_mentions_document_claim
// Merge edges Document MENTIONS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
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

// name: merge_mentions_document_extraction
// Merge edges Document MENTIONS Extraction; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Extraction {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
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

// name: merge_mentions_document_planversion
// Merge edges Document MENTIONS PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:MENTIONS]->(b)
SET r.spans = row.properties.spans, r.states = row.properties.states
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

// name: merge_publishedby_document_actor
// Merge edges Document PUBLISHED_BY Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Document {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:PUBLISHED_BY]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_questions_statement_claim
// Merge edges Statement QUESTIONS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:QUESTIONS]->(b)
SET r.basis = row.properties.basis, r.sureness = row.properties.sureness
RETURN count(*) AS merged;

// name: merge_recordedby_statement_extraction
// Merge edges Statement RECORDED_BY Extraction; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Extraction {id: row.end})
MERGE (a)-[r:RECORDED_BY]->(b)
RETURN count(*) AS merged;

// name: merge_refersto_statement_actor
// Merge edges Statement REFERS_TO Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:REFERS_TO]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_rejects_statement_claim
// Merge edges Statement REJECTS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:REJECTS]->(b)
RETURN count(*) AS merged;

// name: merge_rejects_statement_plan
// Merge edges Statement REJECTS Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:REJECTS]->(b)
RETURN count(*) AS merged;

// name: merge_rejects_statement_planversion
// Merge edges Statement REJECTS PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:REJECTS]->(b)
RETURN count(*) AS merged;

// name: merge_rejects_statement_term
// Merge edges Statement REJECTS Term; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
MERGE (a)-[r:REJECTS]->(b)
RETURN count(*) AS merged;

// name: merge_reportedby_statement_document
// Merge edges Statement REPORTED_BY Document; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Document {id: row.end})
MERGE (a)-[r:REPORTED_BY]->(b)
RETURN count(*) AS merged;

// name: merge_reportedby_statement_statement
// Merge edges Statement REPORTED_BY Statement; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Statement {id: row.end})
MERGE (a)-[r:REPORTED_BY]->(b)
RETURN count(*) AS merged;

// name: merge_retracts_statement_claim
// Merge edges Statement RETRACTS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:RETRACTS]->(b)
SET r.basis = row.properties.basis, r.sureness = row.properties.sureness
RETURN count(*) AS merged;

// name: merge_spokenby_statement_actor
// Merge edges Statement SPOKEN_BY Actor; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Actor {id: row.end})
MERGE (a)-[r:SPOKEN_BY]->(b)
SET r.as = row.properties.as
RETURN count(*) AS merged;

// name: merge_supports_statement_claim
// Merge edges Statement SUPPORTS Claim; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Claim {id: row.end})
MERGE (a)-[r:SUPPORTS]->(b)
RETURN count(*) AS merged;

// name: merge_supports_statement_plan
// Merge edges Statement SUPPORTS Plan; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Plan {id: row.end})
MERGE (a)-[r:SUPPORTS]->(b)
RETURN count(*) AS merged;

// name: merge_supports_statement_planversion
// Merge edges Statement SUPPORTS PlanVersion; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:PlanVersion {id: row.end})
MERGE (a)-[r:SUPPORTS]->(b)
RETURN count(*) AS merged;

// name: merge_supports_statement_term
// Merge edges Statement SUPPORTS Term; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Statement {id: row.start})
MATCH (b:Term {id: row.end})
MERGE (a)-[r:SUPPORTS]->(b)
RETURN count(*) AS merged;
