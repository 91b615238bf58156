// Positions: what actors assert, deny and want, each from live statements of their own. Live: not rejected
// in review, not retracted by its own speaker. The writer's inferences are nobody's position.

// name: deeds
// Who asserts, denies, supports, rejects, demands or accepts under a condition the given claims, terms and plans.
// filter holds any of: actor (id), since, until (publication, cut to a day, month or year), as_of (the graph as
// published by then, so without later retractions), wanting (true: no assertions and denials).
// params: targets = ['28-point-plan:ukraine-armed-forces'], filter = {}
UNWIND $targets AS id
MATCH (t:Claim|Plan|PlanVersion|Term {id: id})
WITH t, COLLECT {
  MATCH (t)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(by:Actor), (r)-[:IN]->(later:Document)
  WHERE r.review <> 'rejected'
    AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
      AND left(later.published, size($filter.as_of)) <= $filter.as_of)
  RETURN {statement: r, start: r.start, by: by, document: later, day: left(coalesce(later.published, '9'), 10)}
} AS retractions
MATCH (t)<-[act:ASSERTS|DENIES|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
WHERE s.review <> 'rejected' AND NOT s.inference
  AND ($filter.wanting IS NULL OR NOT type(act) IN ['ASSERTS', 'DENIES'])
  AND ($filter.since IS NULL OR left(d.published, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until)
    AND left(d.published, size($filter.until)) <= $filter.until)
  AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of)
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WHERE ($filter.actor IS NULL OR a.id = $filter.actor) AND none(r IN retractions WHERE r.by = a AND r.statement <> s
  AND CASE WHEN r.document = d THEN r.start > s.start ELSE r.day >= left(coalesce(d.published, ''), 10) END)
RETURN head(labels(t)) AS kind, t.id AS target, coalesce(t.name, t.text) AS name, toLower(type(act)) AS act,
  a.id AS actor_id, a.name AS actor, head([l IN labels(a) WHERE l <> 'Actor']) AS actor_kind,
  s.id AS statement, s.mode AS mode, d.published AS published, d.id AS document
ORDER BY kind, target, actor_id, published, statement, act;

// name: deeds_of_actor
// What one actor supports, rejects, demands or accepts under a condition, as `deeds` tells it: read from the actor's
// own statements, not from all that others did to the same.
// filter holds any of: since, until, as_of, as in `deeds`.
// params: actor = 'rustem-umerov', filter = {}
MATCH (a:Actor {id: $actor})<-[:SPOKEN_BY]-(s:Statement)-[act:SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t:Claim|Plan|PlanVersion|Term)
WHERE s.review <> 'rejected' AND NOT s.inference
MATCH (s)-[:IN]->(d:Document)
WHERE ($filter.since IS NULL OR left(d.published, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until)
    AND left(d.published, size($filter.until)) <= $filter.until)
  AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of)
WITH a, t, collect({statement: s, act: toLower(type(act)), document: d}) AS done
WITH a, t, done, COLLECT {
  MATCH (t)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
  WHERE r.review <> 'rejected'
    AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
      AND left(later.published, size($filter.as_of)) <= $filter.as_of)
  RETURN {statement: r, start: r.start, document: later, day: left(coalesce(later.published, '9'), 10)}
} AS retractions
UNWIND done AS one
WITH a, t, retractions, one.statement AS s, one.act AS act, one.document AS d
WHERE none(r IN retractions WHERE r.statement <> s
  AND CASE WHEN r.document = d THEN r.start > s.start ELSE r.day >= left(coalesce(d.published, ''), 10) END)
RETURN head(labels(t)) AS kind, t.id AS target, coalesce(t.name, t.text) AS name, act,
  a.id AS actor_id, a.name AS actor, head([l IN labels(a) WHERE l <> 'Actor']) AS actor_kind,
  s.id AS statement, s.mode AS mode, d.published AS published, d.id AS document
ORDER BY kind, target, actor_id, published, statement, act;

// name: sides
// Which actors take which side on the given claims, terms and plans: of all that `deeds` tells without a filter one row
// for each actor, act and target, with the first statement by id. Shortcuts tell it, but that they count the writer's
// inferences too; for demands and acceptance there are none. In no order: to sort them takes memory for each row.
// params: targets = ['28-point-plan:ukraine-armed-forces']
UNWIND $targets AS id
MATCH (t:Claim|Plan|PlanVersion|Term {id: id})
WITH t, head(labels(t)) AS kind, id, coalesce(t.name, t.text) AS name
CALL (t) {
  MATCH (t)<-[side:CLAIMS|DISPUTES|BACKS|OPPOSES]-(a:Actor)
  CALL (side) {
    UNWIND side.statements AS said
    MATCH (s:Statement {id: said}) WHERE NOT s.inference
    RETURN s.id AS statement LIMIT 1
  }
  RETURN a, {CLAIMS: 'asserts', DISPUTES: 'denies', BACKS: 'supports', OPPOSES: 'rejects'}[type(side)] AS act, statement
  UNION ALL
  WITH t, COLLECT {
    MATCH (t)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(by:Actor), (r)-[:IN]->(later:Document)
    WHERE r.review <> 'rejected'
    RETURN {statement: r, start: r.start, by: by, document: later, day: left(coalesce(later.published, '9'), 10)}
  } AS retractions
  MATCH (t)<-[wants:DEMANDS|ACCEPTS_IF]-(s:Statement)-[:SPOKEN_BY]->(a:Actor)
  WHERE s.review <> 'rejected' AND NOT s.inference AND (retractions = [] OR EXISTS {
    MATCH (s)-[:IN]->(d:Document)
    WHERE none(r IN retractions WHERE r.by = a AND r.statement <> s
      AND CASE WHEN r.document = d THEN r.start > s.start ELSE r.day >= left(coalesce(d.published, ''), 10) END) })
  RETURN a, toLower(type(wants)) AS act, min(s.id) AS statement
}
RETURN kind, id AS target, name, act, a.id AS actor_id, a.name AS actor,
  head([l IN labels(a) WHERE l <> 'Actor']) AS actor_kind, statement;

// name: stance_words
// The words of statements, and where they stand.
// params: statements = []
UNWIND $statements AS id
MATCH (s:Statement {id: id})-[:IN]->(d:Document)
RETURN s.id AS statement, s.exact AS words, s.said AS said, s.condition AS condition, s.qualification AS qualification,
  s.start AS start, s.end AS end, d.id AS document_id, d.title AS document
ORDER BY statement;

// name: targets_of_actor
// What one actor's statements act on.
// params: actor = 'rustem-umerov'
MATCH (:Actor {id: $actor})<-[:SPOKEN_BY]-(:Statement)-[:ASSERTS|DENIES|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t)
RETURN DISTINCT t.id AS id ORDER BY id;

// name: targets_of_terms
// The terms of a plan, or the one given, each with itself and the claims about it.
// filter holds plan or term (ids), and perhaps as_of: claims that a document published by then says are about it.
// params: filter = {plan: '28-point-plan'}
CALL () {
  WITH $filter AS f WHERE f.term IS NOT NULL
  MATCH (term:Term {id: f.term}) RETURN term
  UNION
  WITH $filter AS f WHERE f.term IS NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*1..2]-(term:Term) RETURN term
}
MATCH (term)<-[:ABOUT*0..1]-(t)
WHERE $filter.as_of IS NULL OR t = term OR EXISTS {
  MATCH (t)<-[m:MENTIONS]-(d:Document)
  WHERE 'about=term/' + term.id IN m.states
    AND size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of }
RETURN DISTINCT term.id AS term, head(labels(t)) AS kind, t.id AS id ORDER BY term, kind, id;

// name: targets_of_plan
// A plan with its drafts, and the claims about these.
// params: plan = '28-point-plan'
MATCH (:Plan {id: $plan})<-[:PART_OF*0..1]-(x:Plan|PlanVersion)<-[:ABOUT*0..1]-(t)
RETURN DISTINCT t.id AS id, head(labels(t)) AS kind ORDER BY id, kind;

// name: claims_around
// Claims with the larger claims that hold them and with their parts: each pair of a part and a whole.
// params: claims = []
UNWIND $claims AS id
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)-[:PART_OF*1..]->(whole:Claim) RETURN c AS part, whole
  UNION
  MATCH (c)<-[:PART_OF*1..]-(part:Claim) RETURN part, c AS whole
}
RETURN DISTINCT part.id AS part, whole.id AS whole ORDER BY part, whole;
