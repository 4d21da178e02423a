// What is shown of some entities. A property that a kind does not have is left unread: engines differ on it.
MATCH (n:Entity)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.name_ja AS name_ja, n.name_en AS name_en,
       n.names_abbreviation_ja AS abbreviations_ja, n.names_abbreviation_en AS abbreviations_en,
       n.event_on AS event_on, n.event_mood AS event_mood, n.holds_from AS holds_from, n.holds_to AS holds_to, n.search AS search,
       n.sources AS sources, n.conflicts AS conflicts, n.planned AS planned,
       n.type AS type, n.level AS level, n.scope AS scope, n.binding AS binding, n.stage AS stage,
       n.signed_on AS signed_on, n.issued_on AS issued_on, n.announced_on AS announced_on,
       n.effective_on AS effective_on, n.ended_on AS ended_on, n.reported_on AS reported_on, n.held_on AS held_on,
       n.founded_on AS founded_on, n.started_on AS started_on, n.opens_on AS opens_on, n.closes_on AS closes_on,
       n.selected_on AS selected_on, n.starts_on AS starts_on, n.unverified AS unverified, n.rank AS rank, n.participant_rank AS participant_rank, n.rhythm AS rhythm,
       n.delivery AS delivery, n.due_on AS due_on, n.decided_on AS decided_on, n.blank_areas AS blank_areas,
       n.area AS area, n.choice_of_ja AS choice_of_ja, n.choice_of_en AS choice_of_en, n.wording_ja AS wording_ja, n.wording_en AS wording_en,
       n.due_printed_ja AS due_printed_ja, n.due_printed_en AS due_printed_en, n.quantity_ja AS quantity_ja, n.quantity_en AS quantity_en,
       n.fiscal_year AS fiscal_year, n.period AS period, n.reading AS reading, n.printed AS printed, n.previous_printed AS previous_printed,
       n.amount AS amount, n.whole_amount AS whole_amount, n.previous_amount AS previous_amount,
       n.previous_whole_amount AS previous_whole_amount, n.currency AS currency, n.bound AS bound,
       n.summary_ja AS summary_ja, n.summary_en AS summary_en, n.marks AS marks, n.purpose_ja AS purpose_ja, n.purpose_en AS purpose_en, n.annual_growth AS annual_growth,
       n.publisher_ja AS publisher_ja, n.publisher_en AS publisher_en, n.method_ja AS method_ja, n.method_en AS method_en,
       n.caveat_ja AS caveat_ja, n.caveat_en AS caveat_en, n.hub_type AS hub_type, n.hub_stage AS hub_stage,
       n.access_ja AS access_ja, n.access_en AS access_en,
       n.holders AS holders, n.place_ja AS place_ja, n.place_en AS place_en, n.seat_ja AS seat_ja, n.seat_en AS seat_en
ORDER BY id
