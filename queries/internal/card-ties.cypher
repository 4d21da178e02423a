// Everything that something is tied to, with what its card says of each. Ties that have ended by the day are told as such.
MATCH (n:Entity {id: $id})-[t]-(m:Entity)
RETURN t.id AS tie, type(t) AS tie_type, startNode(t).id = n.id AS out, m.id AS id, m.kind AS kind, m.name_ja AS name_ja,
       m.name_en AS name_en, m.names_abbreviation_en AS abbreviations, m.event_on AS event_on, m.event_on_min AS event_on_min,
       m.event_on_max AS event_on_max, m.event_mood AS event_mood,
       m.conflicts AS conflicts, CASE WHEN m.kind = 'Agreement' THEN m.type END AS type,
       CASE WHEN m.kind = 'Call' THEN m.closes_on END AS closes_on,
       CASE WHEN m.kind IN ['Call', 'Project', 'Programme'] THEN m.announced_on END AS announced_on,
       CASE WHEN m.kind IN ['Project', 'Meeting'] THEN m.stage END AS stage,
       CASE WHEN m.kind = 'Organisation' THEN m.hub_type END AS hub_type, t.cites AS cites, t.sources AS sources, t.disputed AS disputed,
       t.mood AS mood, t.basis AS basis, t.role AS role, t.since AS since, t.until AS until, t.valid AS valid,
       t.holds_from AS holds_from, t.holds_to AS holds_to, t.edition AS edition, t.through AS through, t.as_office AS as_office,
       t.side AS side,
       t.decided_by AS decided_by, t.position AS position, t.share AS share
ORDER BY coalesce(m.event_on_min, ''), name_en, id, tie
