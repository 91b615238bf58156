// What contradicts itself or something else: candidates, and the pieces that the answers weigh. filter holds, unless
// said otherwise, any of: actor, plan, term (ids), as_of (published by then: cut to a day, month or year).
// Rejected statements and the writer's inferences count nowhere here.

// name: disowned_claims
// Claims that one actor denies and asserts as well, itself or within a larger claim that holds it.
// params: filter = {}
CALL () {
  WITH $filter AS f WHERE f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(:Statement)-[:DENIES]->(c:Claim) RETURN DISTINCT c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.term IS NOT NULL
  MATCH (:Term {id: f.term})<-[:ABOUT]-(c:Claim) RETURN DISTINCT c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.term IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-(x:Plan|PlanVersion|Term)<-[:ABOUT]-(c:Claim) RETURN DISTINCT c
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND f.term IS NULL AND f.plan IS NULL
  MATCH (c:Claim) RETURN c
}
MATCH (c)<-[:DENIES]-(no:Statement)-[:SPOKEN_BY]->(a:Actor)
WHERE no.review <> 'rejected' AND NOT no.inference AND ($filter.actor IS NULL OR a.id = $filter.actor)
WITH c, collect(DISTINCT a) AS deniers
CALL (c) {
  MATCH (c)-[:PART_OF*0..]->(:Claim)<-[:ASSERTS]-(yes:Statement)-[:SPOKEN_BY]->(b:Actor)
  WHERE yes.review <> 'rejected' AND NOT yes.inference
  RETURN collect(DISTINCT b) AS claimants
}
UNWIND [a IN deniers WHERE a IN claimants] AS a
RETURN a.id AS actor, c.id AS claim ORDER BY actor, claim;

// name: disowned_in
// As disowned_claims, but of those for whom a statement in a stretch of documents is one of the two; with what was taken back.
// filter holds from and before (published from the one on and before the other) or undated.
// params: filter = {}
CALL () {
  WITH $filter AS f WHERE f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A') RETURN d
  UNION
  WITH $filter AS f WHERE f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL RETURN d
}
MATCH (d)<-[:IN]-(s:Statement)-[act:ASSERTS|DENIES]->(w:Claim)
WHERE s.review <> 'rejected' AND NOT s.inference
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WITH DISTINCT a, w, type(act) AS act
CALL (w, act) {
  WITH w, act WHERE act = 'DENIES' RETURN w AS c
  UNION
  WITH w, act WHERE act = 'ASSERTS' MATCH (w)<-[:PART_OF*0..]-(c:Claim) RETURN c
}
WITH DISTINCT a, c
WHERE (EXISTS { (a)-[:DISPUTES]->(c) } AND EXISTS { (c)-[:PART_OF*0..]->(:Claim)<-[:CLAIMS]-(a) })
  OR EXISTS { (c)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(:Statement)-[:SPOKEN_BY]->(a) }
RETURN a.id AS actor, c.id AS claim ORDER BY actor, claim;

// name: claims_with_values
// Claims with a number that publishers assert in documents of their own, in their own voice. pattern matches such claims;
// `provisions` are the terms and drafts that a claim is about.
// params: pattern = '(?s).*[0-9].*', filter = {}
CALL () {
  WITH $filter AS f WHERE f.actor IS NOT NULL
  MATCH (a:Actor {id: f.actor}) RETURN a
  UNION
  WITH $filter AS f WHERE f.actor IS NULL
  MATCH (a:Actor) RETURN a
}
WITH a WHERE EXISTS { (a)<-[:PUBLISHED_BY]-() }
MATCH (a)<-[:SPOKEN_BY]-(s:Statement) WHERE s.review <> 'rejected' AND NOT s.inference
WITH a, s WHERE EXISTS { (s)-[:IN]->(:Document)-[:PUBLISHED_BY]->(a) }
MATCH (s)-[:ASSERTS]->(c:Claim) WHERE c.text =~ $pattern
WITH DISTINCT a, c
RETURN a.id AS actor, c.id AS claim, c.text AS text,
  COLLECT { MATCH (c)-[:ABOUT]->(x:Term|PlanVersion) RETURN x.id ORDER BY x.id } AS provisions
ORDER BY actor, claim;

// name: claims_of_authorship
// Claims with a verb of authorship and the actors that they are about, with all names and with whom these speak for.
// params: verbs = ['wrote']
MATCH (c:Claim) WHERE any(verb IN $verbs WHERE c.text CONTAINS ' ' + verb + ' ')
MATCH (c)-[:ABOUT]->(a:Actor)
RETURN c.id AS claim, c.text AS text, a.id AS actor, [a.name] + coalesce(a.aliases, []) AS names,
  COLLECT { MATCH (a)-[:HOLDS]->()-[:AT]->(o:Actor) RETURN DISTINCT o.id UNION MATCH (a)-[:AFFILIATED_WITH]->(o:Actor) RETURN o.id } AS sides
ORDER BY claim, actor;

// name: claim_pieces
// What asserts or denies claims, a row for each statement and speaker; an assertion of a larger claim asserts its parts.
// `retracted`: publication of the first statement by which the speaker took it back ('' when that is unknown); null if none did.
// `own_voice`: the speaker published the document. `sides`: whom the speaker speaks for. filter holds as_of, and actors
// (ids: only what these say).
// params: claims = [], filter = {}
UNWIND $claims AS id
MATCH (c:Claim {id: id})-[:PART_OF*0..]->(held:Claim)
WITH DISTINCT c, held
MATCH (held)<-[act:ASSERTS|DENIES]-(s:Statement)-[:IN]->(d:Document)
WHERE s.review <> 'rejected' AND NOT s.inference AND (held = c OR type(act) = 'ASSERTS')
  AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of)
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WHERE $filter.actors IS NULL OR a.id IN $filter.actors
RETURN c.id AS claim, c.text AS text, toLower(type(act)) AS act, s.id AS statement, d.published AS published,
  a.id AS actor, a.name AS name, EXISTS { (d)-[:PUBLISHED_BY]->(a) } AS own_voice,
  COLLECT { MATCH (a)-[:HOLDS]->()-[:AT]->(o:Actor) RETURN DISTINCT o.id UNION MATCH (a)-[:AFFILIATED_WITH]->(o:Actor) RETURN o.id } AS sides,
  COLLECT { MATCH (c)-[:ABOUT]->(x:Term|Plan|PlanVersion)-[:PART_OF*0..2]->(p:Plan) RETURN DISTINCT p.id ORDER BY p.id } AS plans,
  COLLECT { MATCH (c)-[:ABOUT]->(t:Term) RETURN t.id ORDER BY t.id } AS terms,
  head(COLLECT {
    MATCH (held)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
    WHERE r <> s AND r.review <> 'rejected'
      AND CASE WHEN later = d THEN r.start > s.start
        ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
      AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
        AND left(later.published, size($filter.as_of)) <= $filter.as_of)
    RETURN coalesce(later.published, '') AS at ORDER BY at
  }) AS retracted
ORDER BY claim, published, statement, actor, act;

// name: given_values
// What documents state of provisions that more than one of them, or one of them twice, gives a value to: amounts,
// numbers, dates and parties. A draft's provision is a term of its own, so drafts are never set against each other.
// filter: an actor is one that publishes.
// params: filter = {}
CALL () {
  WITH $filter AS f WHERE f.term IS NOT NULL
  MATCH (t:Term {id: f.term}) RETURN t
  UNION
  WITH $filter AS f WHERE f.term IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*1..2]-(t:Term) RETURN DISTINCT t
  UNION
  WITH $filter AS f WHERE f.term IS NULL AND f.plan IS NULL
  MATCH (t:Term) RETURN t
}
MATCH (t)<-[m:MENTIONS]-(d:Document)
WHERE ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
  AND left(d.published, size($filter.as_of)) <= $filter.as_of)
WITH t, d, [fact IN m.states WHERE split(fact, '=')[0] IN ['amount', 'unit', 'otherValue', 'number', 'deadline', 'binds']] AS facts
WHERE size(facts) > 0
// Most documents say the same of a provision: then it is read no further.
WITH t, collect(DISTINCT facts) AS versions, collect({d: d, facts: facts}) AS said
WHERE size(versions) > 1 OR any(fact IN versions[0] WHERE fact STARTS WITH 'otherValue=')
UNWIND said AS one
WITH t, one.d AS d, one.facts AS facts
WITH t, d, facts ORDER BY coalesce(d.published, '9'), d.id
WITH t, collect({id: d.id, title: d.title, published: d.published, facts: facts,
  publishers: [(d)-[:PUBLISHED_BY]->(a) | a.id]}) AS documents
WHERE size(documents) > 1 OR any(fact IN documents[0].facts WHERE fact STARTS WITH 'otherValue=')
RETURN t.id AS id, t.name AS name, t.text AS text, documents,
  COLLECT { MATCH (t)-[:PART_OF*1..2]->(p:Plan) RETURN DISTINCT p.id ORDER BY p.id } AS plans
ORDER BY id;

// name: actors_meant
// Actors by the ids that documents give: those that judgements lead them to, with the names that a text may use.
// params: actors = []
UNWIND $actors AS id
MATCH (given:Actor {id: id})
WITH id, given, coalesce(head(COLLECT { MATCH (given)-[:MERGED_INTO]->(root:Actor) RETURN root }), given) AS a
RETURN id AS given, a.id AS id, a.name AS name,
  [a.name, given.name] + coalesce(a.aliases, []) + coalesce(given.aliases, []) AS names
ORDER BY given;

// name: words_about_term
// Texts of documents with the places of what they say of a provision: its own name, and statements on it or on claims about it.
// params: term = '', documents = []
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.title AS title, d.url AS url, d.source AS source, d.published AS published, d.text AS text,
  head(COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name ORDER BY p.id }) AS publisher,
  COLLECT { MATCH (d)-[m:MENTIONS]->(:Term {id: $term}) UNWIND coalesce(m.spans, []) AS span RETURN span ORDER BY span } AS named,
  COLLECT {
    MATCH (:Term {id: $term})<-[:ABOUT*0..1]-()<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d)
    RETURN DISTINCT [s.start, s.end] ORDER BY [s.start, s.end]
  } AS said
ORDER BY id;

// name: dated_before
// Documents that report what was said, or claims about what happened, at a date after their own: a row for each statement
// and date. `of`: said or happened; of what happened, the document's own date of it counts. An actor is one that publishes.
// filter may hold besides from and before: published from the one on and before the other.
// params: filter = {}
CALL () {
  WITH $filter AS f WHERE f.before IS NULL
  MATCH (s:Statement)-[:IN]->(d:Document)
  WHERE s.said IS NOT NULL
  RETURN s, d, s.said AS at, 'said' AS of, '' AS text
  UNION
  WITH $filter AS f WHERE f.before IS NOT NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < f.before
  MATCH (s:Statement)-[:IN]->(d)
  WHERE s.said IS NOT NULL
  RETURN s, d, s.said AS at, 'said' AS of, '' AS text
  UNION
  MATCH (e:Event)<-[m:MENTIONS]-(d:Document)
  WHERE $filter.before IS NULL OR (d.published >= coalesce($filter.from, '') AND d.published < $filter.before)
  WITH e, d, head([fact IN m.states WHERE fact STARTS WITH 'date=' | substring(fact, 5)]) AS at
  WHERE at IS NOT NULL
  MATCH (e)<-[:ABOUT]-(c:Claim)<-[:ASSERTS]-(s:Statement)-[:IN]->(d)
  RETURN s, d, at, 'happened' AS of, c.text AS text
}
WITH s, d, at, of, text, CASE WHEN size(at) < size(d.published) THEN size(at) ELSE size(d.published) END AS known
WHERE s.review <> 'rejected' AND NOT s.inference
  AND left(at, CASE WHEN known > 10 THEN 10 ELSE known END) > left(d.published, CASE WHEN known > 10 THEN 10 ELSE known END)
  AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  AND ($filter.actor IS NULL OR EXISTS { (d)-[:PUBLISHED_BY]->(:Actor {id: $filter.actor}) })
RETURN d.id AS document, d.title AS title, d.published AS published, left(at, 10) AS reports, of, text, s.id AS statement,
  COLLECT { MATCH (d)-[:PUBLISHED_BY]->(a:Actor) RETURN a.id ORDER BY a.id } AS publishers,
  COLLECT { MATCH (d)-[:MENTIONS]->(p:Plan) RETURN p.id ORDER BY p.id } AS plans,
  COLLECT { MATCH (s)-[]->()-[:ABOUT*0..1]->(t:Term) RETURN DISTINCT t.id ORDER BY t.id } AS terms
ORDER BY document, reports, s.start, statement;
