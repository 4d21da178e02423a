// What ties what was asked for, or a part of it, to others: documents, projects and calls of both, and the parts that are in them.
MATCH (asked:Entity)<-[:PART_OF*0..3]-(us:Entity)
WHERE asked.id IN $asked AND NOT us.id IN $others
MATCH (us)-[:PARTY_TO|PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x:Entity)<-[:PARTY_TO|PARTICIPATES_IN|FUNDS|ADMINISTERS]-(other:Entity)
WHERE other.id IN $others AND (x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.event_mood = 'planned')
UNWIND [us.id, x.id] AS id
RETURN DISTINCT id
ORDER BY id
