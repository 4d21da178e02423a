// Some instruments, meetings, calls, projects and programmes, with what a line tells of each.
MATCH (x:Entity)
WHERE x.id IN $ids
RETURN x.id AS id, x.kind AS kind, x.name_ja AS name_ja, x.name_en AS name_en, x.event_on AS event_on,
       x.event_on_min AS event_on_min, x.event_on_max AS event_on_max, x.event_mood AS event_mood,
       CASE WHEN x.kind IN ['Meeting', 'Agreement', 'Call', 'Project'] THEN x.stage END AS stage,
       CASE WHEN x.kind = 'Agreement' THEN x.type END AS type,
       CASE WHEN x.kind = 'Agreement' THEN x.level END AS level,
       CASE WHEN x.kind = 'Call' THEN x.closes_on END AS closes_on,
       CASE WHEN x.kind IN ['Call', 'Project', 'Programme'] THEN x.announced_on END AS announced_on,
       CASE WHEN x.kind = 'Meeting' THEN x.place_ja END AS place_ja,
       CASE WHEN x.kind = 'Meeting' THEN x.place_en END AS place_en,
       x.conflicts AS conflicts, x.sources AS sources
ORDER BY coalesce(x.event_on_max, ''), coalesce(x.event_on_min, ''), id
