// Origins: where claims come from. A way leads from who speaks a claim first, through those who pass it on, to a
// document. Live: not rejected in review, not retracted by its own speaker. The writer's inferences count nowhere.

// name: origin_claims
// Claims that live statements assert, themselves or by a larger claim that holds them: those in most documents first.
// A hop is anonymous when nobody who speaks there has a name; a way with such a hop is anonymous, whoever passes it on.
// filter holds one or more of: among (ids), term, plan, actor (a first speaker); and perhaps anonymous_only (true),
// as_of (published by then),
// after_documents and after_id (the last row of the page before).
// params: filter = {plan: '28-point-plan', limit: 25}
CALL () {
  WITH $filter AS f WHERE f.actor IS NULL AND f.among IS NOT NULL
  UNWIND f.among AS id
  MATCH (c:Claim {id: id}) RETURN c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.among IS NULL AND f.term IS NOT NULL
  MATCH (:Term {id: f.term})<-[:ABOUT]-(:Claim)-[:PART_OF*0..]->(c:Claim) RETURN c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.among IS NULL AND f.term IS NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-()<-[:ABOUT]-(:Claim)-[:PART_OF*0..]->(c:Claim) RETURN c
  UNION
  WITH $filter AS f WHERE f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(:Statement)-[:ASSERTS]->(:Claim)<-[:PART_OF*0..]-(c:Claim) RETURN c
}
WITH c
WHERE ($filter.term IS NULL OR EXISTS { MATCH (c)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(:Term {id: $filter.term}) })
  AND ($filter.plan IS NULL OR EXISTS {
    MATCH (c)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(x)-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
CALL (c) {
  MATCH (c)-[:PART_OF*0..]->(w:Claim)<-[:ASSERTS]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND NOT s.inference AND ($filter.as_of IS NULL
    OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  MATCH (s)-[:SPOKEN_BY]->(a:Actor)
  WHERE NOT EXISTS {
    MATCH (w)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
    WHERE r <> s AND r.review <> 'rejected'
      AND CASE WHEN later = d THEN r.start > s.start
        ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
      AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
        AND left(later.published, size($filter.as_of)) <= $filter.as_of)
  }
  WITH DISTINCT s, d, a.id AS speaker
  WITH d, speaker, EXISTS {
    MATCH (s)-[:REPORTED_BY*0..]->(hop:Statement)
    WHERE NOT EXISTS { MATCH (hop)-[:SPOKEN_BY]->(b:Actor) WHERE NOT b:AnonymousSource }
  } AS anonymous
  RETURN count(DISTINCT d) AS documents, collect(DISTINCT speaker) AS speakers,
    collect(DISTINCT anonymous) = [true] AS anonymous_only
}
WITH c, documents, anonymous_only, speakers
WHERE documents > 0 AND ($filter.anonymous_only IS NULL OR anonymous_only = $filter.anonymous_only)
  AND ($filter.actor IS NULL OR $filter.actor IN speakers)
  AND ($filter.after_id IS NULL OR documents < toInteger($filter.after_documents)
    OR (documents = toInteger($filter.after_documents) AND c.id > $filter.after_id))
RETURN c.id AS id, c.text AS claim, toString(documents) AS documents ORDER BY toInteger(documents) DESC, id
LIMIT toInteger($filter.limit);

// name: claims_by_assertions
// Claims that most statements assert, themselves or by a larger claim that holds them: `most` is how many at most.
// params: skip = 0, limit = 100
MATCH (c:Claim)
CALL (c) {
  MATCH (c)-[:PART_OF*0..]->(w:Claim)
  WITH DISTINCT w
  RETURN sum(COUNT { (w)<-[:ASSERTS]-() }) AS most
}
WITH c, most WHERE most > 0
RETURN c.id AS id, most ORDER BY most DESC, id SKIP toInteger($skip) LIMIT toInteger($limit);

// name: origin_statements
// The live statements that assert claims, themselves or by a larger claim that holds them: who speaks, how sure the
// words are, whether nobody on some hop has a name, and who published it. Oldest first.
// filter holds any of: as_of (published by then).
// params: claims = ['b74322f59e199576'], filter = {}
UNWIND $claims AS id
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)-[:PART_OF*0..]->(w:Claim)<-[:ASSERTS]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND NOT s.inference AND ($filter.as_of IS NULL
    OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  MATCH (s)-[:SPOKEN_BY]->(a:Actor)
  WHERE NOT EXISTS {
    MATCH (w)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
    WHERE r <> s AND r.review <> 'rejected'
      AND CASE WHEN later = d THEN r.start > s.start
        ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
      AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
        AND left(later.published, size($filter.as_of)) <= $filter.as_of)
  }
  RETURN DISTINCT s, d, a
}
RETURN c.id AS claim, s.id AS statement, s.exact AS words, d.id AS document, d.published AS published, coalesce(s.said, d.published) AS day,
  {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])} AS speaker,
  EXISTS {
    MATCH (s)-[:REPORTED_BY*0..]->(hop:Statement)
    WHERE NOT EXISTS { MATCH (hop)-[:SPOKEN_BY]->(b:Actor) WHERE NOT b:AnonymousSource }
  } AS anonymous,
  EXISTS { MATCH (s)-[:REPORTED_BY*0..]->(hop:Statement) WHERE hop.certainty = 'rumoured' } AS rumoured,
  COLLECT {
    MATCH (d)-[:PUBLISHED_BY]->(p:Actor)
    RETURN {id: p.id, name: p.name, kind: head([l IN labels(p) WHERE l <> 'Actor'])} ORDER BY p.id
  } AS outlets
ORDER BY claim, published, document, s.start, statement, a.id;

// name: with_whom
// Of actors, the organisations and states that posts or an affiliation tell they are with, and since and until when.
// filter holds as_of: only what documents published by then say.
// params: actors = ['rustem-umerov'], filter = {}
UNWIND $actors AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, COLLECT {
    MATCH (b:Actor)-[:MERGED_INTO*0..1]->(a)
    CALL (b) {
      MATCH (b)-[:HOLDS]->(r:Role)-[:AT]->(x:Actor) RETURN x, r.since AS since, r.until AS until, 'holds=role/' + r.id AS fact
      UNION
      MATCH (b)-[:AFFILIATED_WITH]->(x:Actor)
      RETURN x, null AS since, null AS until, 'affiliatedWith=actor/' + x.id AS fact
    }
    WITH b, x, since, until, fact
    WHERE $filter.as_of IS NULL OR EXISTS {
      MATCH (b)<-[m:MENTIONS]-(d:Document)
      WHERE fact IN m.states
        AND size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of }
    WITH coalesce(head([(x)-[:MERGED_INTO]->(root) | root]), x) AS o, since, until
    WITH DISTINCT o, since, until ORDER BY o.id, since, until
    RETURN {id: o.id, name: o.name, kind: head([l IN labels(o) WHERE l <> 'Actor']), since: since, until: until}
  } AS organisations
ORDER BY id;

// name: document_texts
// The beginnings of documents, which are enough to tell copies by, who published them, and whom they name.
// params: documents = []
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.title AS title, left(d.text, 20000) AS text, d.published AS published,
  COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.id ORDER BY p.id } AS outlets,
  COLLECT { MATCH (d)-[m:MENTIONS]->(a:Actor) RETURN a.id ORDER BY a.id } AS names
ORDER BY id;

// name: documents_beside
// Documents that report on a claim, term or plan that one document reports on, itself included, those that share
// most first: where copies of it can be.
// params: document = '', limit = 200
MATCH (d:Document {id: $document})<-[:IN]-(:Statement)
  -[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t)
WITH DISTINCT t
MATCH (t)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(:Statement)-[:IN]->(e:Document)
RETURN e.id AS id, count(DISTINCT t) AS shared ORDER BY shared DESC, id LIMIT toInteger($limit);
