// Silence: who is bound or spoken of and says nothing, and how long claims waited for their denial. Who speaks for
// an organisation or a state is itself, or a person with a post at it; for a person only the person.

// name: bindings
// Whom the provisions of a plan bind, as the draft itself has it: as documents that state the provision and report
// no statement do; where there is none, as all documents do. document is the first of these.
// filter holds any of: as_of (published by then).
// params: plan = '28-point-plan', filter = {}
MATCH (:Plan {id: $plan})<-[:PART_OF*1..2]-(t:Term)
CALL (t) {
  MATCH (t)<-[m:MENTIONS]-(d:Document)
  WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of
  WITH m, d, NOT EXISTS { (d)<-[:IN]-(:Statement) } AS draft
  ORDER BY draft DESC, coalesce(d.published, '9'), d.id
  WITH collect({draft: draft, document: d, states: m.states}) AS told
  UNWIND [x IN told WHERE x.draft = told[0].draft] AS one
  UNWIND [fact IN one.states WHERE fact STARTS WITH 'binds=actor/' | substring(fact, 12)] AS bound
  WITH one.document AS d, bound
  WITH d, bound, head(COLLECT {
    MATCH (j:Judgement {act: 'split', actor: bound}) WHERE d.id IN j.inDocuments RETURN j.into ORDER BY j.id
  }) AS meant
  MATCH (found:Actor {id: coalesce(meant, bound)})
  WITH d, coalesce(head(COLLECT { MATCH (found)-[:MERGED_INTO]->(root:Actor) RETURN root }), found) AS a
  RETURN a, head(collect(d)) AS document
}
OPTIONAL MATCH (t)-[:PART_OF]->(v:PlanVersion)
RETURN t.id AS term, t.name AS name, t.text AS text, v.id AS version, coalesce(v.date, document.published) AS dated,
  {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])} AS actor,
  {id: document.id, title: document.title, url: document.url, source: document.source, published: document.published,
    publisher: head(COLLECT { MATCH (document)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name ORDER BY p.id })} AS document
ORDER BY term, a.id;

// name: voices
// Who speaks for actors: each itself, and for an organisation or a state the people with a post at it, and since and
// until when.
// params: actors = []
UNWIND $actors AS id
MATCH (a:Actor {id: id})
CALL (a) {
  RETURN a AS voice, null AS since, null AS until
  UNION
  MATCH (x:Actor)-[:MERGED_INTO*0..1]->(a)
  MATCH (x)<-[:AT]-(r:Role)<-[:HOLDS]-(b:Person)
  RETURN coalesce(head([(b)-[:MERGED_INTO]->(root) | root]), b) AS voice, r.since AS since, r.until AS until
}
RETURN id AS actor, voice.id AS voice, since, until ORDER BY actor, voice, since, until;

// name: said_on
// Who says anything of claims, terms and plans, and when it was said, or else published; the writer's inferences are nobody's.
// filter holds any of: as_of (published by then).
// params: targets = [], filter = {}
UNWIND $targets AS id
MATCH (t:Claim|Plan|PlanVersion|Term {id: id})
MATCH (t)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
WHERE s.review <> 'rejected' AND NOT s.inference AND ($filter.as_of IS NULL
  OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
RETURN DISTINCT id AS target, a.id AS speaker, coalesce(s.said, d.published) AS day ORDER BY target, speaker, day;

// name: unanswered_claims
// Claims about a person, an organisation or a state that a live statement of somebody else asserts, itself or by a
// larger claim, and of which, of a part or a larger claim nobody who speaks for the actor says anything; the latest
// first asserted first. first are the statements of the first document to do so: of one day's, one that names no other
// outlet that printed it. denied_by are those who denied it all the same.
// filter holds any of: actor, plan, from and before (first asserted from the one on and before the other) or undated,
// as_of (published by then), after_since, after_claim and after_actor (the last row of the page before).
// params: filter = {limit: 25}
CALL () {
  WITH $filter AS f WHERE f.actor IS NOT NULL
  MATCH (x:Actor {id: f.actor})<-[:ABOUT]-(c:Claim) WHERE x:Person OR x:Organization OR x:State RETURN c, x
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-()<-[:ABOUT]-(:Claim)-[:PART_OF*0..]->(c:Claim)
  WITH DISTINCT c
  MATCH (c)-[:ABOUT]->(x:Person|Organization|State) RETURN c, x
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.plan IS NULL AND f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A')
  MATCH (d)<-[:IN]-(:Statement)-[:ASSERTS]->(w:Claim)
  WITH DISTINCT w
  MATCH (w)<-[:PART_OF*0..]-(c:Claim)-[:ABOUT]->(x:Person|Organization|State) RETURN c, x
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.plan IS NULL AND f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL
  WITH DISTINCT d
  MATCH (d)<-[:IN]-(:Statement)-[:ASSERTS]->(w:Claim)
  WITH DISTINCT w
  MATCH (w)<-[:PART_OF*0..]-(c:Claim)-[:ABOUT]->(x:Person|Organization|State) RETURN c, x
}
WITH x, collect(DISTINCT c) AS claims
WITH x, claims, [{id: x.id, since: null, until: null}] + COLLECT {
  MATCH (o:Actor)-[:MERGED_INTO*0..1]->(x)
  MATCH (o)<-[:AT]-(r:Role)<-[:HOLDS]-(b:Person)
  WITH coalesce(head([(b)-[:MERGED_INTO]->(root) | root]), b) AS voice, r
  RETURN {id: voice.id, since: r.since, until: r.until}
} AS voices
UNWIND claims AS c
WITH c, x, voices
WHERE ($filter.plan IS NULL OR EXISTS {
    MATCH (c)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(y)-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
  AND NOT EXISTS {
    CALL (c) {
      MATCH (c)-[:PART_OF*0..]->(k:Claim) RETURN k
      UNION
      MATCH (c)<-[:PART_OF*1..]-(k:Claim) RETURN k
    }
    MATCH (k)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
    WHERE s.review <> 'rejected' AND NOT s.inference AND ($filter.as_of IS NULL
      OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
    MATCH (s)-[:SPOKEN_BY]->(a:Actor)
    WHERE any(v IN voices WHERE v.id = a.id AND (v.since IS NULL OR left(v.since, 10) <= left(coalesce(s.said, d.published, '9'), 10))
      AND (v.until IS NULL OR left(coalesce(s.said, d.published, ''), size(left(v.until, 10))) <= left(v.until, 10)))
  }
WITH DISTINCT c, x, voices
CALL (c, voices) {
  MATCH (c)-[:PART_OF*0..]->(w:Claim)<-[:ASSERTS]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND NOT s.inference AND ($filter.as_of IS NULL
    OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  MATCH (s)-[:SPOKEN_BY]->(a:Actor)
  WHERE NOT any(v IN voices WHERE v.id = a.id AND (v.since IS NULL OR left(v.since, 10) <= left(coalesce(s.said, d.published, '9'), 10))
    AND (v.until IS NULL OR left(coalesce(s.said, d.published, ''), size(left(v.until, 10))) <= left(v.until, 10))) AND NOT EXISTS {
    MATCH (w)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
    WHERE r <> s AND r.review <> 'rejected'
      AND CASE WHEN later = d THEN r.start > s.start
        ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
      AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
        AND left(later.published, size($filter.as_of)) <= $filter.as_of)
  }
  WITH DISTINCT s, d ORDER BY coalesce(d.published, '9'), d.id, s.start, s.id
  WITH collect(s) AS saids, collect(DISTINCT d) AS documents
  WITH saids, documents, [d IN documents WHERE left(coalesce(d.published, '9'), 10)
    = left(coalesce(documents[0].published, '9'), 10)] AS early
  WITH saids, documents, early, COLLECT { UNWIND early AS d MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN DISTINCT p.id } AS outlets
  CALL (early, outlets) {
    UNWIND early AS d
    RETURN d ORDER BY EXISTS {
      MATCH (d)-[:MENTIONS]->(p:Actor) WHERE p.id IN outlets AND NOT EXISTS { (d)-[:PUBLISHED_BY]->(p) }
    }, d.published, d.id LIMIT 1
  }
  RETURN size(saids) AS statements, size(documents) AS documents,
    [s IN saids WHERE EXISTS { (s)-[:IN]->(d) } | s.id] AS first,
    coalesce(d.published, '') AS since
}
WITH c, x, statements, since, documents, first
WHERE statements > 0 AND ($filter.before IS NULL OR (since >= $filter.from AND since < $filter.before))
  AND ($filter.undated IS NULL OR since = '') AND ($filter.after_claim IS NULL OR since < $filter.after_since
  OR (since = $filter.after_since AND (c.id > $filter.after_claim
    OR (c.id = $filter.after_claim AND x.id > $filter.after_actor))))
WITH c, x, statements, since, documents, first ORDER BY since DESC, c.id, x.id LIMIT toInteger($filter.limit)
RETURN c.id AS claim, c.text AS text, x.id AS actor_id, since, documents, first, statements,
  {id: x.id, name: x.name, kind: head([l IN labels(x) WHERE l <> 'Actor'])} AS actor,
  COLLECT {
    CALL (c) {
      MATCH (c)-[:PART_OF*0..]->(k:Claim) RETURN k
      UNION
      MATCH (c)<-[:PART_OF*1..]-(k:Claim) RETURN k
    }
    MATCH (k)<-[:DENIES]-(s:Statement)-[:IN]->(d:Document)
    WHERE s.review <> 'rejected' AND NOT s.inference AND ($filter.as_of IS NULL
      OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
    MATCH (s)-[:SPOKEN_BY]->(a:Actor)
    WITH DISTINCT a ORDER BY a.id
    RETURN {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])}
  } AS denied_by
ORDER BY since DESC, claim, actor_id;

// name: first_denials
// Claims with the statements of the first document that asserts them, inferences too, and of the first that denies
// them, a part or a larger claim, by somebody else: the latest asserted first. What was retracted later counts.
// filter holds any of: actor (who denies), plan, from and before (first asserted from the one on and before the other)
// or undated, as_of (published by then), after_since and after_id (the last row of the page before).
// params: filter = {limit: 25}
CALL () {
  WITH $filter AS f WHERE f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(:Statement)-[:DENIES]->(k:Claim)
  WITH DISTINCT k
  CALL (k) {
    MATCH (k)-[:PART_OF*0..]->(c:Claim) RETURN c
    UNION
    MATCH (k)<-[:PART_OF*1..]-(c:Claim) RETURN c
  }
  RETURN c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-()<-[:ABOUT]-(:Claim)-[:PART_OF*0..]->(c:Claim) RETURN c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.plan IS NULL AND f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A')
  MATCH (d)<-[:IN]-(:Statement)-[:ASSERTS]->(c:Claim) RETURN c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.plan IS NULL AND f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL
  WITH DISTINCT d
  MATCH (d)<-[:IN]-(:Statement)-[:ASSERTS]->(c:Claim) RETURN c
}
WITH DISTINCT c
WHERE ($filter.plan IS NULL OR EXISTS {
    MATCH (c)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(y)-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
CALL (c) {
  MATCH (c)<-[:ASSERTS]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND ($filter.as_of IS NULL
    OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  WITH s, d ORDER BY coalesce(d.published, '9'), d.id, s.start, s.id
  WITH collect(s) AS saids, collect(DISTINCT d) AS documents
  WITH saids, [d IN documents WHERE left(coalesce(d.published, '9'), 10)
    = left(coalesce(documents[0].published, '9'), 10)] AS early
  WITH saids, early, COLLECT { UNWIND early AS d MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN DISTINCT p.id } AS outlets
  CALL (early, outlets) {
    UNWIND early AS d
    RETURN d ORDER BY EXISTS {
      MATCH (d)-[:MENTIONS]->(p:Actor) WHERE p.id IN outlets AND NOT EXISTS { (d)-[:PUBLISHED_BY]->(p) }
    }, d.published, d.id LIMIT 1
  }
  WITH d, [s IN saids WHERE EXISTS { (s)-[:IN]->(d) }] AS first
  RETURN [s IN first | s.id] AS asserted, d.published AS since,
    COLLECT { UNWIND first AS s MATCH (s)-[:SPOKEN_BY]->(a:Actor) RETURN DISTINCT a.id } AS speakers
}
CALL (c, speakers) {
  CALL (c) {
    MATCH (c)-[:PART_OF*0..]->(k:Claim) RETURN k
    UNION
    MATCH (c)<-[:PART_OF*1..]-(k:Claim) RETURN k
  }
  MATCH (k)<-[:DENIES]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND NOT s.inference AND ($filter.as_of IS NULL
    OR size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  MATCH (s)-[:SPOKEN_BY]->(a:Actor)
  WHERE any(x IN speakers WHERE x <> a.id) AND ($filter.actor IS NULL OR a.id = $filter.actor)
  WITH DISTINCT s, d ORDER BY coalesce(d.published, '9'), d.id, s.start, s.id
  WITH collect(s.id) AS statements, collect(d) AS documents
  WITH [i IN range(0, size(documents) - 1) WHERE documents[i] = documents[0] | statements[i]] AS denied, documents[0] AS d
  WHERE d IS NOT NULL
  RETURN denied, d.published AS denied_on
}
WITH c, asserted, coalesce(since, '') AS since, denied, denied_on
WHERE ($filter.before IS NULL OR (since >= $filter.from AND since < $filter.before))
  AND ($filter.undated IS NULL OR since = '')
  AND ($filter.after_id IS NULL OR since < $filter.after_since OR (since = $filter.after_since AND c.id > $filter.after_id))
RETURN c.id AS id, c.text AS name, asserted, denied, since, denied_on
ORDER BY since DESC, id LIMIT toInteger($filter.limit);
