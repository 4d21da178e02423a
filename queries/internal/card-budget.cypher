// The money of budget lines, with all that is told together.
MATCH (b:Budget)
WHERE b.id IN $ids
RETURN b.id AS id, b.name_ja AS name_ja, b.name_en AS name_en, b.sources AS sources, b.printed AS printed, b.amount AS amount,
       b.whole_amount AS whole_amount, b.currency AS currency, b.bound AS bound, b.marks AS marks, b.type AS type,
       b.fiscal_year AS fiscal_year, b.period AS date, b.caveat_ja AS caveat_ja, b.caveat_en AS caveat_en
ORDER BY name_en, id
