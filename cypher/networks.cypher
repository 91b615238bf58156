// Networks: the table of statements that discourse networks are made of, and whom actors are with.

// name: network_statements
// Live statements, by each speaker of their own, that assert, deny, support, reject, demand or accept under a
// condition: all, or those on a term, a plan or a topic with the claims about it. Live: not rejected in review, not
// retracted by its own speaker. A row for each of what they act on, for there are many statements.
// filter holds any of: term, plan (ids), topic, since, until (publication).
// params: filter = {topic: 'armed-forces'}
CALL () {
  WITH $filter AS f WHERE f.term IS NOT NULL
  MATCH (x:Term {id: f.term})<-[:ABOUT*0..1]-(t)
  WHERE (f.topic IS NULL OR x.topic = f.topic) AND (f.plan IS NULL OR EXISTS { (x)-[:PART_OF*1..2]->(:Plan {id: f.plan}) })
  RETURN t
  UNION
  WITH $filter AS f WHERE f.term IS NULL AND f.topic IS NOT NULL
  MATCH (x:Term {topic: f.topic})<-[:ABOUT*0..1]-(t)
  WHERE f.plan IS NULL OR EXISTS { (x)-[:PART_OF*1..2]->(:Plan {id: f.plan}) }
  RETURN t
  UNION
  WITH $filter AS f WHERE coalesce(f.term, f.topic) IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-(x:Plan|PlanVersion|Term)<-[:ABOUT*0..1]-(t)
  RETURN t
  UNION
  WITH $filter AS f WHERE coalesce(f.term, f.topic, f.plan) IS NULL
  MATCH (t:Claim|Plan|PlanVersion|Term)
  RETURN t
}
WITH DISTINCT t
MATCH (t)<-[act:ASSERTS|DENIES|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
WHERE s.review <> 'rejected' AND NOT s.inference
  AND ($filter.since IS NULL OR left(d.published, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until)
    AND left(d.published, size($filter.until)) <= $filter.until)
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WHERE NOT EXISTS {
  MATCH (t)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
  WHERE r <> s AND r.review <> 'rejected'
    AND CASE WHEN later = d THEN r.start > s.start
      ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
    AND ($filter.until IS NULL OR size(later.published) >= size($filter.until)
      AND left(later.published, size($filter.until)) <= $filter.until)
}
RETURN head(labels(t)) AS kind, t.id AS target, coalesce(t.name, t.text) AS name,
  collect([toLower(type(act)), a.id, s.id, d.id, d.published]) AS said
ORDER BY kind, target;

// name: network_actors
// Everybody who speaks, with the organisations and states that posts or an affiliation tell they are with, and
// since and until when.
// params:
MATCH (a:Actor)
WHERE EXISTS { (a)<-[:SPOKEN_BY]-(:Statement) }
RETURN a.id AS id, a.name AS name, head([l IN labels(a) WHERE l <> 'Actor']) AS kind,
  COLLECT {
    MATCH (b:Actor)-[:MERGED_INTO*0..1]->(a)
    CALL (b) {
      MATCH (b)-[:HOLDS]->(r:Role)-[:AT]->(x:Actor) RETURN x, r.since AS since, r.until AS until
      UNION
      MATCH (b)-[:AFFILIATED_WITH]->(x:Actor) RETURN x, null AS since, null AS until
    }
    WITH coalesce(head([(x)-[:MERGED_INTO]->(root) | root]), x) AS o, since, until
    WITH DISTINCT o, since, until ORDER BY o.id, since, until
    RETURN {id: o.id, name: o.name, kind: head([l IN labels(o) WHERE l <> 'Actor']), since: since, until: until}
  } AS organisations
ORDER BY id;

// name: network_rows
// Statements with all that is told of them: words, place, document.
// params: statements = []
UNWIND $statements AS id
MATCH (s:Statement {id: id})-[:IN]->(d:Document)
RETURN s.id AS statement, s.exact AS words, s.start AS start, s.end AS end, s.mode AS mode, s.said AS said,
  s.certainty AS certainty, s.condition AS condition, s.qualification AS qualification,
  s.confidence AS confidence, s.review AS review, d.id AS document, d.title AS title, d.url AS url,
  d.author AS author, d.published AS published,
  head(COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name ORDER BY p.id }) AS publisher
ORDER BY statement;
