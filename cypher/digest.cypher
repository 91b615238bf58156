// What is new within a period. A document of unknown date is in none, and before none; one whose date is known less
// precisely than the period counts as before it.

// name: period
// How many documents were published within a period, by how many publishers.
// filter holds since, and may hold until.
// params: filter = {since: '2025-11-21'}
MATCH (d:Document)
WHERE d.published >= $filter.since AND d.published < coalesce($filter.until + '~', 'A')
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until))
WITH DISTINCT d
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(p:Actor)
RETURN count(DISTINCT d) AS documents, count(DISTINCT p) AS outlets, max(d.published) AS newest;

// name: new_claims
// Claims that were asserted within a period and by nobody before, each with the fullest words of the
// first document that has them. The writer's inferences are none. What was taken back meanwhile was asserted all the same.
// filter holds since, and may hold until, plan (id: the claim, or a part of it, is about it).
// params: filter = {since: '2025-11-21'}
MATCH (d:Document)
WHERE d.published >= $filter.since AND d.published < coalesce($filter.until + '~', 'A')
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until))
WITH DISTINCT d
MATCH (d)<-[:IN]-(s:Statement)-[:ASSERTS]->(c:Claim)
WHERE s.review <> 'rejected' AND NOT s.inference
WITH c, s, d ORDER BY d.published, d.id, size(s.exact) DESC, s.start, s.id
WITH c, head(collect({statement: s.id, published: d.published, start: s.start})) AS first
WHERE NOT EXISTS {
    MATCH (c)<-[:ASSERTS]-(e:Statement)-[:IN]->(before:Document)
    WHERE e.review <> 'rejected' AND NOT e.inference AND left(before.published, size($filter.since)) < $filter.since }
  AND ($filter.plan IS NULL OR EXISTS {
    MATCH (c)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(x)-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
RETURN c.id AS id, c.text AS name, first.statement AS statement
ORDER BY first.published, first.start, id;

// name: new_denials
// Who denied which claim within a period and had not denied it before, each with the fullest words of the
// first document that has them.
// filter holds since, and may hold until, plan (id: the claim, or a part of it, is about it).
// params: filter = {since: '2025-11-21'}
MATCH (d:Document)
WHERE d.published >= $filter.since AND d.published < coalesce($filter.until + '~', 'A')
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until))
WITH DISTINCT d
MATCH (d)<-[:IN]-(s:Statement)-[:DENIES]->(c:Claim)
WHERE s.review <> 'rejected' AND NOT s.inference
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WITH c, a, s, d ORDER BY d.published, d.id, size(s.exact) DESC, s.start, s.id
WITH c, a, head(collect({statement: s.id, published: d.published, start: s.start})) AS first
WHERE NOT EXISTS {
    MATCH (c)<-[:DENIES]-(e:Statement)-[:IN]->(before:Document)
    WHERE e.review <> 'rejected' AND NOT e.inference AND left(before.published, size($filter.since)) < $filter.since
      AND EXISTS { (e)-[:SPOKEN_BY]->(a) } }
  AND ($filter.plan IS NULL OR EXISTS {
    MATCH (c)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(x)-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
RETURN c.id AS id, c.text AS name, first.statement AS statement,
  {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])} AS actor
ORDER BY first.published, first.start, id, a.id;

// name: new_drafts
// Drafts whose text was published within a period: each with the document that states most of its provisions, the
// earliest of such.
// filter holds since, and may hold until, plan (id).
// params: filter = {since: '2025-11-21'}
MATCH (v:PlanVersion)-[:PART_OF]->(p:Plan)
WHERE $filter.plan IS NULL OR p.id = $filter.plan
MATCH (v)<-[:PART_OF]-(t:Term)<-[:MENTIONS]-(d:Document)
WHERE $filter.until IS NULL OR size(d.published) >= size($filter.until)
  AND left(d.published, size($filter.until)) <= $filter.until
WITH p, v, d, count(DISTINCT t) AS terms ORDER BY terms DESC, coalesce(d.published, '9'), d.id
WITH p, v, head(collect({document: d, terms: terms})) AS most
WITH p, v, most.document AS d, most.terms AS terms
WHERE left(d.published, size($filter.since)) >= $filter.since
RETURN v.id AS id, v.name AS name, p.id AS plan_id, p.name AS plan, terms, d.id AS document
ORDER BY d.published, id;

// name: documents_cited
// Documents as they are cited, with their text.
// params: documents = []
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.title AS title, d.url AS url, d.source AS source, d.published AS published, d.text AS text,
  head(COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name ORDER BY p.id }) AS publisher
ORDER BY id;

// name: words_of_terms
// Where documents name provisions: the documents that hold the whole text of one first, then the earliest.
// filter may hold until.
// params: terms = [], filter = {}
UNWIND $terms AS id
MATCH (t:Term {id: id})<-[m:MENTIONS]-(d:Document)
WHERE $filter.until IS NULL OR size(d.published) >= size($filter.until)
  AND left(d.published, size($filter.until)) <= $filter.until
WITH t, m, d ORDER BY d.text CONTAINS t.text DESC, coalesce(d.published, '9'), d.id
WITH t, head(collect({document: d.id, spans: coalesce(m.spans, [])})) AS first
RETURN t.id AS term, t.name AS name, t.text AS text, first.document AS document, first.spans AS spans ORDER BY term;
