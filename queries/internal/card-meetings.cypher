// Meetings in which two sides took part, each as present or as a member of the forum, with all who did, and the bodies of the second side that hosted.
MATCH (x:Meeting)
OPTIONAL MATCH (x)<-[:ATTENDED]-(p:Party)
WHERE p.kind IN ['Country', 'Union']
WITH x, collect(DISTINCT p.id) AS attended
OPTIONAL MATCH (x)-[:EDITION_OF]->(:Forum)<-[m:MEMBER_OF]-(q:Party)
WHERE q.kind IN ['Country', 'Union'] AND m.holds_from <= x.event_on_max AND x.event_on_max < m.holds_to
WITH x, attended, collect(DISTINCT q.id) AS members
WHERE ($id IN attended OR $id IN members) AND ($party IN attended OR $party IN members)
OPTIONAL MATCH (x)<-[:HOSTED]-(host:Organisation)-[:LOCATED_IN]->(:Entity {id: $party})
WITH x, attended, members, host
ORDER BY host.name_en, host.id
RETURN x.id AS id, x.name_ja AS name_ja, x.name_en AS name_en, x.stage AS stage, x.event_on AS event_on,
       x.event_on_min AS event_on_min, x.event_on_max AS event_on_max, x.event_mood AS event_mood, x.place_ja AS place_ja,
       x.place_en AS place_en, x.sources AS sources, x.conflicts AS conflicts, attended, members, collect(host.id) AS hosts
ORDER BY coalesce(event_on_max, ''), id
