// Documents and what they hold.

// name: revision
// In which state the graph is: what was read before holds as long as this stays.
// params:
MATCH (r:Revision {id: 'graph'})
RETURN r.epoch + '-' + toString(r.writes) AS revision;

// name: documents
// Documents, newest first: those of a publisher, else those that mention a claim, a term or a plan, else those in which an
// actor speaks, else those published from `from` on and before `before`, or with `undated` those of unknown date.
// filter holds any of: since, until, as_of (dates, perhaps cut), publisher, claim, term, plan, actor (ids), from, before, undated,
// after_date and after_id (the last row of the page before).
// params: filter = {limit: 25}
CALL () {
  WITH $filter AS f WHERE f.publisher IS NOT NULL
  MATCH (:Actor {id: f.publisher})<-[:PUBLISHED_BY]-(d:Document)
  RETURN d
  UNION ALL
  WITH $filter AS f WHERE f.publisher IS NULL AND coalesce(f.claim, f.term, f.plan) IS NOT NULL
  MATCH (:Claim|Plan|Term {id: coalesce(f.claim, f.term, f.plan)})<-[:MENTIONS]-(d:Document)
  RETURN DISTINCT d
  UNION ALL
  WITH $filter AS f WHERE coalesce(f.publisher, f.claim, f.term, f.plan) IS NULL AND f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(:Statement)-[:IN]->(d:Document)
  RETURN DISTINCT d
  UNION ALL
  WITH $filter AS f WHERE coalesce(f.publisher, f.claim, f.term, f.plan, f.actor) IS NULL AND f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A')
  RETURN d
  UNION ALL
  WITH $filter AS f WHERE coalesce(f.publisher, f.claim, f.term, f.plan, f.actor) IS NULL AND f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL
  RETURN d
}
WITH d
WHERE ($filter.since IS NULL OR left(d.published, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until)
    AND left(d.published, size($filter.until)) <= $filter.until)
  AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  AND ($filter.claim IS NULL OR EXISTS { (d)-[:MENTIONS]->(:Claim {id: $filter.claim}) })
  AND ($filter.term IS NULL OR EXISTS { (d)-[:MENTIONS]->(:Term {id: $filter.term}) })
  AND ($filter.plan IS NULL OR EXISTS { (d)-[:MENTIONS]->(:Plan {id: $filter.plan}) })
  AND ($filter.actor IS NULL OR EXISTS { (d)<-[:IN]-(:Statement)-[:SPOKEN_BY]->(:Actor {id: $filter.actor}) })
WITH d, coalesce(d.published, '') AS latest
WHERE $filter.after_id IS NULL OR latest < $filter.after_date OR (latest = $filter.after_date AND d.id > $filter.after_id)
WITH d, latest ORDER BY latest DESC, d.id LIMIT toInteger($filter.limit)
RETURN d.id AS id, d.title AS title, d.url AS url, d.source AS source, d.author AS author, d.published AS published,
  head(COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name }) AS publisher,
  COUNT { (d)<-[:IN]-(:Statement) } AS statements, latest;

// name: stretch
// When the first of so many documents was published that were published last before a moment.
// params: before = 'A', documents = 64
MATCH (d:Document)
WHERE d.published < $before
WITH d.published AS published ORDER BY published DESC LIMIT toInteger($documents)
RETURN min(published) AS border, count(*) AS documents;

// name: stretch_after
// When the last of so many documents was published that were published first from a moment on.
// params: from = '', documents = 64
MATCH (d:Document)
WHERE d.published >= $from
WITH d.published AS published ORDER BY published LIMIT toInteger($documents)
RETURN max(published) AS border, count(*) AS documents;

// name: document
// One document with its text.
// params: document = ''
MATCH (d:Document {id: $document})
RETURN d.id AS id, d.title AS title, d.url AS url, d.source AS source, d.author AS author, d.published AS published,
  d.language AS language, d.sha256 AS sha256, d.text AS text,
  head(COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name }) AS publisher,
  COUNT { (d)<-[:IN]-(:Statement) } AS statements;

// name: document_mentions
// Whom and what a document names, and where: an actor that is merged into another, or that a split leads to
// another in this document, as that one.
// params: document = ''
MATCH (d:Document {id: $document})-[m:MENTIONS]->(found)
WHERE size(m.spans) > 0
WITH d, m, found, head(COLLECT {
  MATCH (j:Judgement {act: 'split', actor: found.id})
  WHERE found:Actor AND d.id IN j.inDocuments
  MATCH (a:Actor {id: j.into})
  RETURN a ORDER BY j.id
}) AS meant
WITH m, coalesce(meant, found) AS x
WITH m, coalesce(head(COLLECT { MATCH (x)-[:MERGED_INTO]->(root:Actor) RETURN root }), x) AS x
UNWIND m.spans AS span
WITH x, collect(DISTINCT span) AS spans
RETURN x.id AS id, head([l IN labels(x) WHERE l <> 'Actor']) AS kind, coalesce(x.name, x.text) AS name, spans
ORDER BY kind, id;

// name: document_statements
// What a document reports, in the order of its text.
// params: document = '', limit = 1000
MATCH (s:Statement)-[:IN]->(:Document {id: $document})
RETURN s.id AS statement, s.start AS start, COLLECT { MATCH (s)-[:SPOKEN_BY]->(a:Actor) RETURN a.name ORDER BY a.id } AS speakers,
  COLLECT {
    MATCH (s)-[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t)
    RETURN toLower(type(act)) + ' ' + coalesce(t.name, t.text) ORDER BY type(act), t.id
  } AS acts, s.exact AS words
ORDER BY start, statement LIMIT $limit;

// name: statements
// Statements, those of the newest document first, each document's in the order of its text, whatever was judged of them:
// of a document, else on a claim or its parts, else on a term or claims about it, else of an actor, else on a plan, else
// of the documents published from `from` on and before `before`, or with `undated` of those of unknown date.
// filter holds any of: document, claim, term, actor, plan (ids), act (such as denies, also of a claim that is not known), review
// (unreviewed, accepted or rejected), since, until, as_of (publication), from, before, undated, after_date and after_place
// (the last row of the page before).
// params: filter = {limit: 25}
CALL () {
  WITH $filter AS f WHERE f.document IS NOT NULL
  MATCH (:Document {id: f.document})<-[:IN]-(s:Statement)
  RETURN s
  UNION
  WITH $filter AS f WHERE f.document IS NULL AND f.claim IS NOT NULL
  MATCH (:Claim {id: f.claim})<-[:PART_OF*0..]-(:Claim)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)
  RETURN s
  UNION
  WITH $filter AS f WHERE coalesce(f.document, f.claim) IS NULL AND f.term IS NOT NULL
  MATCH (:Term {id: f.term})<-[:ABOUT*0..1]-()<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)
  RETURN s
  UNION
  WITH $filter AS f WHERE coalesce(f.document, f.claim, f.term) IS NULL AND f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(s:Statement)
  RETURN s
  UNION
  WITH $filter AS f WHERE coalesce(f.document, f.claim, f.term, f.actor) IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-(:Plan|PlanVersion|Term)<-[:ABOUT*0..1]-()
    <-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)
  RETURN s
  UNION
  WITH $filter AS f WHERE coalesce(f.document, f.claim, f.term, f.actor, f.plan) IS NULL AND f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A')
  MATCH (d)<-[:IN]-(s:Statement)
  RETURN s
  UNION
  WITH $filter AS f WHERE coalesce(f.document, f.claim, f.term, f.actor, f.plan) IS NULL AND f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL
  MATCH (d)<-[:IN]-(s:Statement)
  RETURN s
}
MATCH (s)-[:IN]->(d:Document)
WHERE ($filter.since IS NULL OR left(d.published, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until)
    AND left(d.published, size($filter.until)) <= $filter.until)
  AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  AND ($filter.review IS NULL OR s.review = $filter.review)
  AND ($filter.act IS NULL OR s.unlinked = $filter.act OR EXISTS {
    MATCH (s)-[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->()
    WHERE toLower(type(act)) = $filter.act })
  AND ($filter.actor IS NULL OR EXISTS { (s)-[:SPOKEN_BY]->(:Actor {id: $filter.actor}) })
  AND ($filter.claim IS NULL OR EXISTS {
    (s)-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(:Claim)-[:PART_OF*0..]->(:Claim {id: $filter.claim}) })
  AND ($filter.term IS NULL OR EXISTS {
    (s)-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->()-[:ABOUT*0..1]->(:Term {id: $filter.term}) })
  AND ($filter.plan IS NULL OR EXISTS {
    (s)-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->()-[:ABOUT*0..1]->()-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
WITH s, coalesce(d.published, '') AS latest, d.id + ' ' + right('000000' + toString(s.start), 7) + ' ' + s.id AS place
WHERE $filter.after_place IS NULL OR latest < $filter.after_date OR (latest = $filter.after_date AND place > $filter.after_place)
RETURN s.id AS id, latest, place ORDER BY latest DESC, place LIMIT toInteger($filter.limit);
