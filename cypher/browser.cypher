// First looks at the graph, for people in the Neo4j Browser; nothing else asks these.

// name: what_is_here
// How many nodes of each kind the graph holds.
// params:
MATCH (n)
RETURN last(labels(n)) AS kind, count(*) AS nodes ORDER BY nodes DESC, kind;

// name: who_against_whom
// Who disputes what others claim, as a picture: actors, claims and the shortcuts between them.
// params: limit = 25
MATCH (denier:Actor)-[dispute:DISPUTES]->(claim:Claim)<-[assertion:CLAIMS]-(claimant:Actor)
WHERE denier <> claimant
RETURN denier, dispute, claim, assertion, claimant
ORDER BY dispute.count + assertion.count DESC, claim.id, denier.id, claimant.id LIMIT toInteger($limit);

// name: most_disputed
// The most disputed claim as a picture: its parts, the statements on it, who made them and who passed them on.
// params:
MATCH (denier:Actor)-[:DISPUTES]->(claim:Claim)<-[:CLAIMS]-(claimant:Actor)
WHERE denier <> claimant
WITH claim, count(DISTINCT denier) + count(DISTINCT claimant) AS voices
ORDER BY voices DESC, claim.id LIMIT 1
OPTIONAL MATCH parts = (claim)<-[:PART_OF*]-(:Claim)
OPTIONAL MATCH said = (claim)<-[:PART_OF*0..]-(:Claim)<-[:ASSERTS|DENIES]-(s:Statement)-[:SPOKEN_BY]->(:Actor)
OPTIONAL MATCH passed = (s)-[:REPORTED_BY*1..]->(:Statement)-[:SPOKEN_BY]->(:Actor)
RETURN claim, parts, said, passed;

// name: only_anonymous
// Claims that no named speaker makes: asserted, and by nobody but anonymous sources.
// params: limit = 25
MATCH (claim:Claim)<-[:CLAIMS]-(source:AnonymousSource)
WHERE NOT EXISTS { MATCH (claim)<-[:CLAIMS]-(other:Actor) WHERE NOT other:AnonymousSource }
RETURN claim.text AS claim, collect(DISTINCT source.name) AS sources, claim.id AS id
ORDER BY claim, id LIMIT toInteger($limit);
