// Instruments that one rests on, and those that were made public together with it.
MATCH (a:Agreement {id: $id})-[t:BASED_ON|CO_ANNOUNCED]-(b:Agreement)
WHERE type(t) = 'CO_ANNOUNCED' OR startNode(t).id = a.id
RETURN type(t) AS tie, b.id AS id, b.name_ja AS name_ja, b.name_en AS name_en, b.type AS type, b.event_on AS event_on,
       b.signed_on AS signed_on, b.issued_on AS issued_on, b.conflicts AS conflicts, t.sources + b.sources AS sources
ORDER BY tie, coalesce(b.event_on_max, ''), id
