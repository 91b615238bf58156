// What bears on one claim, for its evidence pack.

// name: pack_claims
// A claim, its parts, and the larger claims that hold it.
// params: claim = 'b74322f59e199576'
MATCH (claim:Claim {id: $claim})
CALL (claim) {
  MATCH (claim)<-[:PART_OF*0..]-(c:Claim) RETURN c
  UNION
  MATCH (claim)-[:PART_OF*1..]->(c:Claim) RETURN c
}
RETURN DISTINCT c.id AS id ORDER BY id;

// name: pack_statements
// The statements that do anything to claims, whether they count or not, and their documents.
// params: claims = ['b74322f59e199576']
UNWIND $claims AS claim
MATCH (:Claim {id: claim})<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
RETURN DISTINCT s.id AS id, d.id AS document ORDER BY id;

// name: pack_documents
// The documents that state claims.
// params: claims = ['b74322f59e199576']
UNWIND $claims AS claim
MATCH (:Claim {id: claim})<-[:MENTIONS]-(d:Document)
RETURN DISTINCT d.id AS id ORDER BY id;

// name: pack_actors
// Actors by id: kind and name.
// params: actors = ['rustem-umerov']
UNWIND $actors AS actor
MATCH (a:Actor {id: actor})
RETURN DISTINCT a.id AS id, head([l IN labels(a) WHERE l <> 'Actor']) AS kind, a.name AS name ORDER BY id;
