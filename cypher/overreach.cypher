// Overreach: what headlines say, and what the body of the same document has of it. A headline is the title of a
// document where its text begins with it.

// name: headlines
// Statements within headlines, each with what it does to one claim, term or plan, and whether the document says
// it in its own voice: its publisher, or the writer as a conclusion; the latest published first. Documents of whose
// body no statement is known are left out.
// filter holds any of: actor (who speaks there, or publishes), document, plan, from and before (published from the one
// on and before the other, where neither is given) or undated, as_of (published by then),
// after_published, after_statement and after_target (the last row of the batch before).
// params: filter = {limit: 25}
CALL () {
  WITH $filter AS f WHERE f.document IS NOT NULL
  MATCH (d:Document {id: f.document}) RETURN d
  UNION
  WITH $filter AS f WHERE f.document IS NULL AND f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(:Statement)-[:IN]->(d:Document) RETURN d
  UNION
  WITH $filter AS f WHERE f.document IS NULL AND f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:PUBLISHED_BY]-(d:Document) RETURN d
  UNION
  WITH $filter AS f WHERE f.document IS NULL AND f.actor IS NULL AND f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A')
  RETURN d
  UNION
  WITH $filter AS f WHERE f.document IS NULL AND f.actor IS NULL AND f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL
  RETURN d
}
WITH d
WHERE ($filter.document IS NOT NULL OR $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of)
MATCH (d)<-[:IN]-(s:Statement)
WHERE s.review <> 'rejected' AND s.end <= size(d.title)
WITH d, s
WHERE left(d.text, size(d.title)) = d.title AND EXISTS {
    MATCH (d)<-[:IN]-(b:Statement) WHERE b.start >= size(d.title) AND b.review <> 'rejected' }
MATCH (s)-[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t)
WHERE ($filter.plan IS NULL OR EXISTS { (t)-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) }
    OR EXISTS { (t)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->()-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
  AND ($filter.actor IS NULL OR EXISTS { (s)-[:SPOKEN_BY]->(:Actor {id: $filter.actor}) }
    OR EXISTS { (d)-[:PUBLISHED_BY]->(:Actor {id: $filter.actor}) })
WITH d, s, act, t, coalesce(d.published, '') AS published, s.id AS statement, toLower(type(act)) + ' ' + t.id AS target
WHERE $filter.after_statement IS NULL OR published < $filter.after_published
  OR (published = $filter.after_published AND (statement > $filter.after_statement
    OR (statement = $filter.after_statement AND target > $filter.after_target)))
WITH d, s, act, t, published, statement, target ORDER BY published DESC, statement, target LIMIT toInteger($filter.limit)
RETURN statement, target, published, d.id AS document, size(d.title) AS end, toLower(type(act)) AS act, t.id AS id,
  head(labels(t)) AS kind, coalesce(t.name, t.text) AS text,
  COLLECT { MATCH (s)-[:SPOKEN_BY]->(a:Actor)
    RETURN {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])} ORDER BY a.id } AS speakers,
  s.inference OR EXISTS { (s)-[:SPOKEN_BY]->()<-[:PUBLISHED_BY]-(d) } AS own_voice
ORDER BY published DESC, statement, target;

// name: bodies_of
// For what headlines say: statements of the body that bear on the same claim, a part or a larger claim that holds it,
// or on the same term or plan or a claim about it. leaves are the parts that a claim comes down to, itself where it
// has none; of each statement covers are those of them that it speaks of, by itself or by a larger claim.
// params: headlines = [{document: '', id: '', end: 0}]
UNWIND $headlines AS headline
MATCH (d:Document {id: headline.document})
MATCH (t:Claim|Plan|PlanVersion|Term {id: headline.id})
WITH headline, d, t, COLLECT {
  MATCH (leaf:Claim)-[:PART_OF*0..]->(t) WHERE NOT EXISTS { (:Claim)-[:PART_OF]->(leaf) } RETURN DISTINCT {id: leaf.id, name: leaf.text} AS leaf ORDER BY leaf.id
} AS leaves
CALL (t) {
  MATCH (t)-[:PART_OF*0..]->(x:Claim) WHERE t:Claim RETURN x
  UNION
  MATCH (t)<-[:PART_OF*1..]-(x:Claim) WHERE t:Claim RETURN x
  UNION
  MATCH (t)<-[:ABOUT*0..1]-(x) WHERE NOT t:Claim RETURN x
}
OPTIONAL MATCH (d)<-[:IN]-(s:Statement)
  -[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(x)
WHERE s.start >= headline.end AND s.review <> 'rejected'
RETURN headline.document AS document, headline.id AS id, leaves, s.id AS statement, s.inference AS inference,
  toLower(type(act)) AS act,
  COLLECT { UNWIND leaves AS one MATCH (leaf:Claim {id: one.id})-[:PART_OF*0..]->(x) RETURN DISTINCT leaf.id } AS covers,
  COLLECT { MATCH (s)-[:SPOKEN_BY]->(a:Actor)
    RETURN {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])} ORDER BY a.id } AS speakers
ORDER BY document, id, s.start, statement, act;
