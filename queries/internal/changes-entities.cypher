// What is on record, for telling two graphs apart: every entity with its names and the day by which it is put in order.
MATCH (n:Entity)
WHERE n.kind <> 'Build' AND n.kind <> 'Claim' AND n.kind <> 'Source'
RETURN n.id AS id, n.kind AS kind, n.name_ja AS name_ja, n.name_en AS name_en, n.event_on_min AS event_on
ORDER BY id
