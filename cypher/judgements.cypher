// What judgements do to the graph. What documents state stays: MENTIONS keeps it for shared nodes, and an
// edge that a judgement leads to another actor names in 'as' the actors that documents give there.

// name: judgements_on
// Hold the given actors against other writers, then the judgements that name them; return these.
// The order of locks makes a writer see the judgement that was made first, and a judge its documents.
// params: actors = []
UNWIND $actors AS id
OPTIONAL MATCH (a:Actor {id: id})
SET a.locked = true
REMOVE a.locked
WITH collect(id) AS ids
MATCH (j:Judgement)
WHERE j.actor IN ids OR j.into IN ids
WITH j ORDER BY j.id
SET j.locked = true
REMOVE j.locked
RETURN properties(j) AS judgement;

// name: replace_ends
// Lead the edges of one type from given nodes to given actors, and to no others.
// params: rows = []
UNWIND $rows AS row
MATCH (x:Statement|Document {id: row.start})
WHERE row.key IN labels(x)
CALL (x, row) {
  MATCH (x)-[old]->(:Actor)
  WHERE type(old) = row.type
  DELETE old
}
CALL (x, row) {
  UNWIND row.ends AS end
  MATCH (a:Actor {id: end.id})
  CREATE (x)-[r:$(row.type)]->(a)
  SET r.as = end.as
};

// name: settle_edges
// Let an edge between shared nodes be there exactly if a document states one that judgements lead there.
// params: rows = []
UNWIND $rows AS row
MATCH (a:Actor|Claim|Role|Term {id: row.start})
WHERE row.start_key IN labels(a)
MATCH (b:Actor|Role {id: row.end})
WHERE row.end_key IN labels(b)
WITH row, a, b, COLLECT {
  UNWIND row.origins AS origin
  WITH origin
  WHERE EXISTS {
    MATCH (x:Actor|Claim|Role|Term {id: origin.start})<-[m:MENTIONS]-(d:Document)
    WHERE row.start_key IN labels(x) AND origin.fact IN m.states
      AND (origin.only IS NULL OR d.id IN origin.only) AND NOT d.id IN origin.but
  }
  UNWIND origin.as AS id
  RETURN DISTINCT id ORDER BY id
} AS stated
CALL (row, a, b) {
  MATCH (a)-[old]->(b)
  WHERE type(old) = row.type
  DELETE old
}
CALL (row, a, b, stated) {
  WITH row, a, b, stated
  WHERE size(stated) > 0
  CREATE (a)-[r:$(row.type)]->(b)
  SET r.as = CASE WHEN stated <> row.plain THEN stated END
};

// name: split_actors
// Make the actors that splits speak of, and give those that no document states name and kind.
// params: rows = []
UNWIND $rows AS row
MERGE (a:Actor {id: row.id})
WITH row, a
WHERE NOT EXISTS { (a)<-[:MENTIONS]-(:Document) }
REMOVE a:AnonymousSource:Collective:Organization:Person:State
SET a:$(row.kind), a.name = row.name;

// name: prune_actors
// Of the given actors, delete those that no document mentions.
// params: actors = []
UNWIND $actors AS id
MATCH (a:Actor {id: id})
WHERE NOT EXISTS { (a)<-[:MENTIONS]-(:Document) }
DETACH DELETE a;

// name: tie_actors
// Tie judgements to the actors they name, and merged actors to those they are merged into.
// params: judgements = [], actors = [], merged = []
MATCH (a:Actor)
WHERE a.id IN $actors
CALL (a) {
  MATCH (a)-[old:MERGED_INTO]->(:Actor)
  DELETE old
}
CALL (a) {
  MATCH (j:Judgement)
  WHERE j.id IN $judgements AND (j.actor = a.id OR j.into = a.id)
  MERGE (j)-[:JUDGES]->(a)
}
CALL (a) {
  UNWIND $merged AS row
  WITH row WHERE row.actor = a.id
  MATCH (root:Actor {id: row.into})
  CREATE (a)-[:MERGED_INTO]->(root)
};

// name: link_ends
// What a link of a statement to a claim needs: both, that the statement is unlinked, and no other link judged.
// Its document is held against writers first: they write the statement anew.
// params: statement = '', claim = ''
OPTIONAL MATCH (:Statement {id: $statement})-[:IN]->(d:Document)
SET d.id = d.id
WITH count(*) AS held
OPTIONAL MATCH (s:Statement {id: $statement})
RETURN s IS NOT NULL AS statement, s.unlinked IS NOT NULL AS unlinked, EXISTS { (:Claim {id: $claim}) } AS claim,
  COLLECT {
    MATCH (j:Judgement {statement: $statement, act: 'link'})
    WHERE coalesce(j.claim, '') <> $claim AND ($claim = '' OR j.claim IS NULL)
    RETURN properties(j) ORDER BY j.id
  } AS others;

// name: alignments
// Judgements of what became of one of the older provisions, or of where one of the newer ones came from; their terms
// are held until the end, so that two judges at once see each other.
// params: older = [], newer = []
OPTIONAL MATCH (t:Term)
WHERE t.id IN $older + $newer
SET t.id = t.id
WITH count(*) AS held
MATCH (j:Judgement {act: 'align'})
WHERE any(x IN j.older WHERE x IN $older) OR any(x IN j.newer WHERE x IN $newer)
RETURN properties(j) AS judgement ORDER BY j.id;

// name: review_ends
// Hold the document of a statement against writers; return whether the statement is there, and what reviews it
// otherwise.
// params: statement = '', act = ''
OPTIONAL MATCH (:Statement {id: $statement})-[:IN]->(d:Document)
SET d.id = d.id
WITH count(*) AS held
OPTIONAL MATCH (s:Statement {id: $statement})
RETURN s IS NOT NULL AS statement, COLLECT {
  MATCH (j:Judgement {statement: $statement})
  WHERE j.act IN ['accept', 'reject'] AND j.act <> $act
  RETURN properties(j) ORDER BY j.id
} AS others;

// name: review_judged
// Let the review of statements be what judgements say; the judgement keeps what the document says.
// params: statements = []
UNWIND $statements AS id
MATCH (j:Judgement {statement: id})
WHERE j.act IN ['accept', 'reject']
MATCH (s:Statement {id: id})
MERGE (j)-[r:JUDGES]->(s)
SET r.insteadOf = coalesce(r.insteadOf, s.review),
  s.review = CASE j.act WHEN 'accept' THEN 'accepted' ELSE 'rejected' END;

// name: delete_judgement
// Delete a judgement; a statement that it reviewed has the review again that its document gives.
// params: judgement = ''
MATCH (j:Judgement {id: $judgement})
CALL (j) {
  MATCH (j)-[r:JUDGES]->(s:Statement)
  WHERE r.insteadOf IS NOT NULL
  SET s.review = r.insteadOf
}
DETACH DELETE j;

// name: unlink
// Take the links of unlinked statements away; return the claims that they led to.
// params: statements = []
UNWIND $statements AS id
MATCH (s:Statement {id: id})-[old:DENIES|QUESTIONS|RETRACTS]->(c:Claim)
WHERE old.basis IS NOT NULL
WITH old, c.id AS claim, type(old) AS type
DELETE old
RETURN DISTINCT claim, type;

// name: link_judged
// Link unlinked statements to the claims that judgements name; return both.
// params: statements = []
UNWIND $statements AS id
MATCH (j:Judgement {statement: id, act: 'link'})
MATCH (s:Statement {id: id}) USING INDEX s:Statement(id)
WHERE s.unlinked IS NOT NULL
MERGE (j)-[:JUDGES]->(s)
WITH j, s
MATCH (c:Claim {id: j.claim})
WITH j, s, c, {denies: 'DENIES', questions: 'QUESTIONS', retracts: 'RETRACTS'}[s.unlinked] AS type
CREATE (s)-[r:$(type)]->(c)
SET r.basis = 'judged by ' + coalesce(j.by, 'a person') + coalesce(': ' + j.reason, ''), r.sureness = 1.0
RETURN DISTINCT c.id AS claim, type;

// name: link_denials
// Link unlinked denials to the one claim that each can mean.
// params: rows = []
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (c:Claim {id: row.claim})
CREATE (s)-[r:DENIES]->(c)
SET r.basis = row.basis, r.sureness = row.sureness;
