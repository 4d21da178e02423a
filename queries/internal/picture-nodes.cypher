// What is shown of some entities. A property that a kind does not have is left unread: engines differ on it.
MATCH (n:Entity)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.name_ja AS name_ja, n.name_en AS name_en,
       n.names_abbreviation_ja AS abbreviations_ja, n.names_abbreviation_en AS abbreviations_en,
       n.event_on AS event_on, n.event_mood AS event_mood, n.holds_from AS holds_from, n.holds_to AS holds_to, n.search AS search,
       n.sources AS sources, n.conflicts AS conflicts,
       n.type AS type, n.level AS level, n.scope AS scope, n.binding AS binding, n.stage AS stage,
       n.signed_on AS signed_on, n.issued_on AS issued_on, n.announced_on AS announced_on,
       n.effective_on AS effective_on, n.ended_on AS ended_on, n.reported_on AS reported_on, n.held_on AS held_on,
       n.founded_on AS founded_on, n.started_on AS started_on, n.opens_on AS opens_on, n.closes_on AS closes_on,
       n.selected_on AS selected_on, n.starts_on AS starts_on, n.unverified AS unverified, n.rank AS rank, n.participant_rank AS participant_rank, n.rhythm AS rhythm,
       n.delivery AS delivery, n.due_on AS due_on,
       n.holders AS holders, n.place_ja AS place_ja, n.place_en AS place_en, n.seat_ja AS seat_ja, n.seat_en AS seat_en
ORDER BY id
