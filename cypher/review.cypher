// What judgements are there, and what needs a person.

// name: judgements
// Judgements, in order of id, and whether one waits for what the graph does not hold.
// filter holds any of: id, act, actors (any of which it names), statement, claim, term, finding, after_id (the last of
// the page before), limit.
// params: filter = {}
MATCH (j:Judgement)
WHERE ($filter.id IS NULL OR j.id = $filter.id) AND ($filter.act IS NULL OR j.act = $filter.act)
  AND ($filter.actors IS NULL OR j.actor IN $filter.actors OR j.into IN $filter.actors)
  AND ($filter.statement IS NULL OR j.statement = $filter.statement OR $filter.statement IN j.inStatements)
  AND ($filter.claim IS NULL OR j.claim = $filter.claim)
  AND ($filter.term IS NULL OR $filter.term IN coalesce(j.older, []) + coalesce(j.newer, []))
  AND ($filter.finding IS NULL OR j.finding = $filter.finding) AND ($filter.after_id IS NULL OR j.id > $filter.after_id)
WITH j ORDER BY j.id LIMIT toInteger(coalesce($filter.limit, 1000000000))
RETURN properties(j) AS judgement, CASE
    WHEN j.act IN ['accept', 'reject'] THEN NOT EXISTS { (:Statement {id: j.statement}) }
    WHEN j.act = 'link' THEN NOT EXISTS { MATCH (s:Statement {id: j.statement}) WHERE s.unlinked IS NOT NULL }
      OR (j.claim IS NOT NULL AND NOT EXISTS { (:Claim {id: j.claim}) })
    WHEN j.act = 'align' THEN any(id IN coalesce(j.older, []) + coalesce(j.newer, []) WHERE NOT EXISTS { (:Term {id: id}) })
    WHEN j.act = 'dismiss' THEN false
    ELSE NOT EXISTS { (:Actor {id: j.actor}) } OR NOT EXISTS { (:Actor {id: j.into}) }
      OR (j.act = 'split' AND NOT EXISTS { MATCH (d:Document) WHERE d.id IN j.inDocuments }
        AND NOT EXISTS { MATCH (s:Statement) WHERE s.id IN j.inStatements })
  END AS waits
ORDER BY j.id;

// name: judgement
// One judgement.
// params: judgement = ''
MATCH (j:Judgement {id: $judgement})
RETURN properties(j) AS judgement;

// name: statement_ends
// Who speaks in a statement, and the claims, terms and plans that it bears on.
// params: statement = ''
MATCH (s:Statement {id: $statement})
RETURN COLLECT { MATCH (s)-[:SPOKEN_BY]->(a:Actor) RETURN a.id ORDER BY a.id } AS speakers,
  COLLECT { MATCH (s)-->(t:Claim|Term|Plan|PlanVersion) RETURN DISTINCT t.id ORDER BY t.id } AS targets;

// name: actors_held
// Of the given actors, those that the graph holds: kind, name, Wikidata item, and whether documents state them.
// params: actors = []
UNWIND $actors AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, head([l IN labels(a) WHERE l <> 'Actor']) AS kind, a.name AS name, a.wikidata AS wikidata,
  EXISTS { (a)<-[:MENTIONS]-(:Document) } AS documented;

// name: provisions_held
// Of the given terms, those that the graph holds, with the draft and the plan that they are part of.
// params: terms = []
UNWIND $terms AS id
MATCH (t:Term {id: id})
OPTIONAL MATCH (t)-[:PART_OF]->(v:PlanVersion)-[:PART_OF]->(p:Plan)
RETURN t.id AS id, v.id AS draft, p.id AS plan;

// name: places_held
// Of documents and statements, those that are there, with those of the actors that their document names.
// params: places = [], actors = []
CALL () {
  UNWIND $places AS id
  MATCH (:Document {id: id})-[:MENTIONS]->(a:Actor)
  WHERE a.id IN $actors
  RETURN id, a.id AS actor
  UNION
  UNWIND $places AS id
  MATCH (:Statement {id: id})-[:IN]->(:Document)-[:MENTIONS]->(a:Actor)
  WHERE a.id IN $actors
  RETURN id, a.id AS actor
}
RETURN id, collect(actor) AS actors ORDER BY id;

// name: ends_at
// Statements and documents that lead to the given actors, with all their edges of that type.
// params: actors = []
MATCH (n:Actor)<-[r:SPOKEN_BY|REFERS_TO|PUBLISHED_BY]-(x)
WHERE n.id IN $actors
WITH DISTINCT x, type(r) AS type
RETURN head(labels(x)) AS key, x.id AS start, type, head(COLLECT { MATCH (x)-[:IN]->(d:Document) RETURN d.id }) AS document,
  COLLECT { MATCH (x)-[q]->(a:Actor) WHERE type(q) = type RETURN {id: a.id, as: q.as} ORDER BY a.id } AS now,
  COLLECT {
    MATCH (x)-[:ASSERTS|DENIES|RETRACTS|SUPPORTS|REJECTS]->(t)
    RETURN DISTINCT t.id ORDER BY t.id
  } AS targets,
  x.unlinked IS NOT NULL AS unlinked
ORDER BY key, start, type;

// name: facts_of_actors
// What documents state of edges into or out of the given actors: document, node, facts.
// params: actors = []
UNWIND $actors AS actor
MATCH (:Actor {id: actor})<-[:MENTIONS]-(d:Document)
MATCH (d)-[m:MENTIONS]->(x)
WITH actor, d, x, [fact IN m.states WHERE split(fact, '=')[1] = 'actor/' + actor
  OR (x.id = actor AND x:Actor AND split(fact, '=')[0] IN ['holds', 'partOf', 'affiliatedWith'])] AS facts
WHERE size(facts) > 0
UNWIND facts AS fact
RETURN DISTINCT d.id AS document, labels(x) AS labels, x.id AS id, fact ORDER BY document, id, fact;

// name: split_scope
// Of documents and statements, those that name the actor: documents by any of the ids that lead to it.
// params: documents = [], statements = [], actors = [], actor = ''
CALL () {
  MATCH (d:Document)-[:MENTIONS]->(a:Actor)
  WHERE d.id IN $documents AND a.id IN $actors
  RETURN DISTINCT d.id AS id
  UNION
  MATCH (s:Statement)-[r:SPOKEN_BY|REFERS_TO]->(a:Actor)
  WHERE s.id IN $statements AND (a.id = $actor OR $actor IN r.as)
  RETURN DISTINCT s.id AS id
}
RETURN id ORDER BY id;

// name: unlinked_near
// Unlinked statements whose link may change: of documents, by speakers, referring to actors (or to whom these
// are with), referring to those who assert the claims, or linked to one of them.
// params: documents = [], speakers = [], actors = [], claims = []
CALL () {
  UNWIND $documents AS id
  MATCH (s:Statement)-[:IN]->(:Document {id: id})
  RETURN s
  UNION
  UNWIND $speakers AS id
  MATCH (:Actor {id: id})<-[:SPOKEN_BY]-(s:Statement)
  RETURN s
  UNION
  UNWIND $actors AS id
  MATCH (:Actor {id: id})-[:AFFILIATED_WITH*0..1]->(meant:Actor)
  WITH DISTINCT meant
  MATCH (meant)<-[:REFERS_TO]-(s:Statement)
  RETURN s
  UNION
  UNWIND $claims AS id
  MATCH (:Claim {id: id})-[:PART_OF*0..]->(c:Claim)
  WITH DISTINCT c
  MATCH (c)<-[:CLAIMS]-(a:Actor)
  WITH DISTINCT a
  MATCH (a)-[:AFFILIATED_WITH*0..1]->(meant:Actor)
  WITH DISTINCT meant
  MATCH (meant)<-[:REFERS_TO]-(s:Statement)
  RETURN s
  UNION
  UNWIND $claims AS id
  MATCH (:Claim {id: id})-[:PART_OF*0..]->(:Claim)<-[link:DENIES|QUESTIONS|RETRACTS]-(s:Statement)
  WHERE link.basis IS NOT NULL
  RETURN s
  UNION
  UNWIND $claims AS id
  MATCH (:Judgement {claim: id})-[:JUDGES]->(s:Statement)
  RETURN s
}
WITH DISTINCT s
WHERE s.unlinked IS NOT NULL
RETURN s.id AS statement ORDER BY statement;

// name: strict_candidates
// For unlinked denials that no judgement links or rejects: whole claims about the denier that somebody meant asserts,
// in a document published no later. Times of different precision are compared as far as both are known.
// params: statements = []
UNWIND $statements AS id
MATCH (s:Statement {id: id, unlinked: 'denies'})-[:IN]->(d:Document) USING INDEX s:Statement(id)
WHERE s.review <> 'rejected' AND NOT EXISTS { MATCH (:Judgement {statement: s.id, act: 'link'}) }
MATCH (s)-[:REFERS_TO]->(meant:Actor)<-[:AFFILIATED_WITH*0..1]-(a:Actor)-[k:CLAIMS]->(c:Claim)
WHERE NOT EXISTS { (c)-[:PART_OF]->(:Claim) } AND NOT EXISTS { (s)-[:SPOKEN_BY]->(a) }
WITH s, d, c, a, k, reduce(n = 10, x IN [size(k.first), size(d.published)] | CASE WHEN x < n THEN x ELSE n END) AS n
WHERE left(k.first, n) < left(d.published, n) OR (n = 10 AND left(k.first, n) = left(d.published, n))
MATCH (s)-[:SPOKEN_BY]->(p:Actor)
WHERE EXISTS { (c)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(p) }
WITH s, c, a, p ORDER BY a.id, p.id
RETURN s.id AS statement, c.id AS claim, collect(DISTINCT a.name) AS claimants, collect(DISTINCT p.name) AS deniers
ORDER BY statement, claim;

// name: open_denials
// Unlinked statements that nobody reviewed, that lead to no claim and that no judgement links: those first of which
// the reader was least sure, then the latest published.
// params: limit = 25
MATCH (s:Statement)
WHERE s.unlinked IS NOT NULL AND s.review = 'unreviewed'
  AND NOT EXISTS { MATCH (s)-[link:DENIES|QUESTIONS|RETRACTS]->(:Claim) WHERE link.basis IS NOT NULL }
  AND NOT EXISTS { MATCH (:Judgement {statement: s.id, act: 'link'}) }
MATCH (s)-[:IN]->(d:Document)
RETURN s.id AS statement ORDER BY s.confidence, coalesce(d.published, '') DESC, statement LIMIT $limit;

// name: linked_denials
// Unlinked statements that nobody reviewed and that the rules, no person, linked to a claim: the least sure first,
// then the latest published.
// params: limit = 25
MATCH (s:Statement)
WHERE s.unlinked IS NOT NULL AND s.review = 'unreviewed' AND NOT EXISTS { MATCH (:Judgement {statement: s.id, act: 'link'}) }
MATCH (s)-[link:DENIES|QUESTIONS|RETRACTS]->(:Claim)
WHERE link.basis IS NOT NULL
MATCH (s)-[:IN]->(d:Document)
RETURN s.id AS statement ORDER BY s.confidence * link.sureness, coalesce(d.published, '') DESC, statement LIMIT $limit;

// name: candidates
// For unlinked statements, whole claims that they may mean: about the speaker, or asserted by somebody meant.
// What a speaker takes back is the speaker's own claim; what one denies or doubts is another's.
// params: statements = []
UNWIND $statements AS id
MATCH (s:Statement {id: id})-[:IN]->(d:Document)
CALL (s) {
  MATCH (s)-[:SPOKEN_BY]->(p:Actor)<-[:ABOUT]-(:Claim)-[:PART_OF*0..]->(c:Claim)
  RETURN c
  UNION
  MATCH (s)-[:REFERS_TO]->(:Actor)<-[:AFFILIATED_WITH*0..1]-(:Actor)-[:CLAIMS]->(c:Claim)
  RETURN c
  UNION
  MATCH (s)-[:SPOKEN_BY]->(p:Actor)-[:CLAIMS]->(c:Claim)
  RETURN c
}
MATCH (a:Actor)-[k:CLAIMS]->(c)
WHERE NOT EXISTS { (c)-[:PART_OF]->(:Claim) }
  AND EXISTS { (s)-[:SPOKEN_BY]->(a) } = (s.unlinked = 'retracts')
WITH s, d, c, a, k ORDER BY a.id
WITH s, d, c, collect(DISTINCT a.name) AS claimants, min(k.first) AS first,
  collect(DISTINCT a) AS asserting
RETURN s.id AS statement, c.id AS claim, c.text AS text, claimants, first,
  any(a IN asserting WHERE EXISTS { (s)-[:REFERS_TO]->(:Actor)<-[:AFFILIATED_WITH*0..1]-(a) }) AS meant,
  EXISTS { (s)-[:SPOKEN_BY]->(:Actor)<-[:ABOUT]-(:Claim)-[:PART_OF*0..]->(c) } AS about,
  left(first, 10) <= left(d.published, 10) AS before,
  EXISTS { (c)<-[:ASSERTS]-(:Statement)-[:IN]->(d) } AS here
ORDER BY statement, claim;

// name: unsure_statements
// Statements that nobody reviewed and that the reader was less sure of than a limit, the least sure first.
// params: below = 0.75, limit = 25
MATCH (s:Statement)
WHERE s.confidence < $below AND s.review = 'unreviewed'
RETURN s.id AS statement ORDER BY s.confidence, statement LIMIT $limit;

// name: names_of_actors
// All actors that are not merged into another, with their names, and what splits tell apart.
// params:
MATCH (a:Actor)
WHERE NOT EXISTS { (a)-[:MERGED_INTO]->(:Actor) }
RETURN a.id AS id, a.name AS name, head([l IN labels(a) WHERE l <> 'Actor']) AS kind, a.wikidata AS wikidata,
  coalesce(a.aliases, []) AS aliases,
  COLLECT { MATCH (j:Judgement {act: 'split', actor: a.id}) RETURN j.into ORDER BY j.into } AS apart
ORDER BY id;

// name: cyclic_claims
// Of the given claims, those that several documents together make a part of themselves.
// params: claims = []
UNWIND $claims AS id
MATCH (c:Claim {id: id})
WHERE EXISTS { (c)-[:PART_OF*1..]->(c) }
RETURN c.id AS id, c.text AS text ORDER BY id;
