// Plans, and what is said of them.

// name: plans
// Plans with how many terms they have and how many statements bear on them, in order of id. Counting stops at one more
// than `counted`; then nothing tells when the latest of them was published.
// params: filter = {counted: 500, limit: 25}
MATCH (p:Plan)
WHERE p.id > coalesce($filter.after_id, '')
  AND ($filter.text IS NULL OR any(n IN [p.name] + coalesce(p.aliases, []) WHERE toLower(n) CONTAINS toLower($filter.text)))
WITH p ORDER BY p.id LIMIT toInteger($filter.limit)
CALL (p) {
  MATCH (p)<-[:PART_OF*0..2]-(x:Plan|PlanVersion|Term)<-[:ABOUT*0..1]-(t)
  MATCH (t)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected'
  WITH DISTINCT s, d.published AS published LIMIT toInteger($filter.counted) + 1
  RETURN count(s) AS statements, max(published) AS latest
}
RETURN p.id AS id, p.name AS name, COUNT { (p)<-[:PART_OF*1..2]-(:Term) } AS terms,
  CASE WHEN statements > $filter.counted THEN $filter.counted ELSE statements END AS statements,
  statements > $filter.counted AS more, CASE WHEN statements <= $filter.counted THEN latest END AS latest
ORDER BY id;

// name: plan
// One plan by its id.
// params: plan = ''
MATCH (p:Plan {id: $plan})
RETURN p.id AS id, p.name AS name;

// name: plan_statements
// What is said of a plan and its drafts, directly or of claims about them, oldest first.
// filter holds as_of: only what was published by then.
// params: plan = '', limit = 500, filter = {}
MATCH (:Plan {id: $plan})<-[:PART_OF*0..1]-(x:Plan|PlanVersion)<-[:ABOUT*0..1]-(t)
MATCH (t)<-[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
  AND left(d.published, size($filter.as_of)) <= $filter.as_of AND (t = x OR EXISTS {
    MATCH (t)<-[m:MENTIONS]-(e:Document)
    WHERE any(kind IN ['plan', 'version'] WHERE 'about=' + kind + '/' + x.id IN m.states)
      AND size(e.published) >= size($filter.as_of) AND left(e.published, size($filter.as_of)) <= $filter.as_of })
WITH DISTINCT s, d
RETURN s.id AS statement, s.exact AS words, d.title AS document, d.published AS published
ORDER BY published, statement LIMIT $limit;

// name: plan_terms
// The terms of a plan.
// filter holds as_of: those that a document published by then mentions, with what was said by then.
// params: plan = '', filter = {}
MATCH (:Plan {id: $plan})<-[:PART_OF*1..2]-(t:Term)
WHERE $filter.as_of IS NULL OR EXISTS {
  MATCH (t)<-[:MENTIONS]-(d:Document)
  WHERE size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of }
RETURN DISTINCT t.id AS id, t.name AS name, t.text AS text, t.topic AS topic, t.number AS number, t.amount AS amount,
  head(COLLECT { MATCH (t)-[:PART_OF]->(v:PlanVersion) RETURN {id: v.id, name: v.name} ORDER BY v.id }) AS draft,
  t.unit AS unit, COLLECT { MATCH (t)-[:BINDS]->(a:Actor) RETURN a.name ORDER BY a.id } AS binds,
  COLLECT { MATCH (t)-[:BINDS]->(a:Actor) RETURN {id: a.id, name: a.name} ORDER BY a.id } AS bound,
  COUNT {
    MATCH (t)<-[:ABOUT*0..1]-(x)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
    WHERE s.review <> 'rejected' AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
      AND left(d.published, size($filter.as_of)) <= $filter.as_of AND (x = t OR EXISTS {
        MATCH (x)<-[m:MENTIONS]-(e:Document)
        WHERE 'about=term/' + t.id IN m.states
          AND size(e.published) >= size($filter.as_of) AND left(e.published, size($filter.as_of)) <= $filter.as_of }))
    RETURN DISTINCT s
  } AS statements
ORDER BY id;
