// Terms of plans, and who stands where on them.

// name: terms
// Terms with how many statements bear on them, each counted once, but for what was rejected in review; in order of id.
// params: filter = {limit: 25}
MATCH (t:Term)
WHERE t.id > coalesce($filter.after_id, '') AND ($filter.topic IS NULL OR t.topic = $filter.topic)
  AND ($filter.plan IS NULL OR EXISTS { (t)-[:PART_OF*1..2]->(:Plan {id: $filter.plan}) })
  AND ($filter.text IS NULL OR toLower(t.name + ' ' + t.text) CONTAINS toLower($filter.text))
WITH t ORDER BY t.id LIMIT toInteger($filter.limit)
RETURN t.id AS id, t.name AS name, t.text AS text, t.topic AS topic, t.number AS number, t.amount AS amount, t.unit AS unit,
  head(COLLECT { MATCH (t)-[:PART_OF]->(v:PlanVersion) RETURN {id: v.id, name: v.name} ORDER BY v.id }) AS draft,
  COLLECT { MATCH (t)-[:BINDS]->(a:Actor) RETURN a.name ORDER BY a.id } AS binds,
  COUNT {
    MATCH (t)<-[:ABOUT*0..1]-()<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)
    WHERE s.review <> 'rejected'
    RETURN DISTINCT s
  } AS statements;

// name: term
// One term: its text, whom it binds, where it belongs.
// params: term = ''
MATCH (t:Term {id: $term})
RETURN t.id AS id, t.name AS name, t.text AS text, t.topic AS topic, t.number AS number, t.amount AS amount, t.unit AS unit,
  coalesce(t.otherValue, []) AS other_values, t.deadline AS deadline, t.exception AS exception, t.place AS place,
  COLLECT { MATCH (t)-[:BINDS]->(a:Actor) RETURN {id: a.id, name: a.name} ORDER BY a.id } AS binds,
  COLLECT { MATCH (t)-[:PART_OF*1..2]->(p:Plan|PlanVersion) RETURN {id: p.id, name: p.name} ORDER BY p.id } AS part_of;

// name: term_statements
// What is said of one term, directly or of claims about it, oldest first.
// filter holds as_of: only what was published by then.
// params: term = '', limit = 500, filter = {}
MATCH (term:Term {id: $term})
MATCH (term)<-[:ABOUT*0..1]-(t)<-[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)
MATCH (s)-[:IN]->(d:Document)
WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
  AND left(d.published, size($filter.as_of)) <= $filter.as_of AND (t = term OR EXISTS {
    MATCH (t)<-[m:MENTIONS]-(e:Document)
    WHERE 'about=term/' + term.id IN m.states
      AND size(e.published) >= size($filter.as_of) AND left(e.published, size($filter.as_of)) <= $filter.as_of })
RETURN s.id AS statement, COLLECT { MATCH (s)-[:SPOKEN_BY]->(a:Actor) RETURN a.name ORDER BY a.id } AS speakers,
  toLower(type(act)) AS act, coalesce(t.name, t.text) AS target, s.exact AS words, d.title AS document, d.published AS published
ORDER BY published, statement, act, target LIMIT $limit;

// name: topics
// What the terms of all plans are about.
// params:
MATCH (t:Term)
WHERE t.topic IS NOT NULL
RETURN DISTINCT t.topic AS topic ORDER BY topic;
