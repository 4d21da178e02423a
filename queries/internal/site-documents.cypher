// Every instrument that there is on a day: what it is, when, and whether a party to it is of a side.
MATCH (a:Agreement)
WHERE coalesce(a.event_on_min, '') <= $as_of
RETURN a.id AS id, a.name_ja AS name_ja, a.name_en AS name_en, a.type AS type, a.level AS level, a.scope AS scope,
       a.event_on AS event_on, a.event_on_max AS event_on_max, a.event_mood AS event_mood, a.conflicts AS conflicts,
       EXISTS { MATCH (:Entity {id: $party})<-[:LOCATED_IN*0..1]-(:Party)-[:PARTY_TO]->(a) } AS ours
ORDER BY coalesce(event_on_max, '') DESC, name_en, id
