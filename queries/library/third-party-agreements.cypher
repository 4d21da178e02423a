// ---
// id: third-party-agreements
// title: {ja: 我が方が当事者でない協力文書, en: Documents between others}
// question:
//   ja: 我が方が当事者でない量子関係の協力文書に何があるか。その当事者のうち、我が方とも文書を持つのはどこか。
//   en: Which documents on quantum are there between others, and which of their parties have one with our side too?
// answer:
//   ja: "{excluding}が当事者でない、量子を含む協力文書：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "Documents that include quantum and to which {excluding} is no party: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{excluding}が当事者でない、量子を含む協力文書の収録なし（{as_of}時点）"
//   en: "No document between others that includes quantum is on record (parties other than {excluding}, as of {as_of})"
// tags: [instruments, partners]
// params:
//   since: {ja: いつ以降, en: since this day, type: day, example: 2024-01-01}
//   excluding:
//     ja: 当事者に含めない側
//     en: sides left out
//     type: entities
//     kinds: [Country, Union]
//     default: "setting:party"
//     example: "JP, US"
// columns:
//   agreement: {ja: 文書, en: document, type: id, means: {ja: 協力文書, en: the document}}
//   parties: {ja: 当事者, en: parties, type: ids, means: {ja: 当事者。機関は機関として示す, en: its parties; a body stands as itself}}
//   date: {ja: 日付, en: date, type: date, means: {ja: 署名・発表の日, en: when it was signed or issued}}
//   fields: {ja: 領域・分野, en: fields, type: ids, means: {ja: 対象とする領域・分野, en: fields that it covers}}
//   shared_partners:
//     ja: 我が方とも文書のある国・地域
//     en: partners of ours too
//     type: ids
//     means:
//       ja: 当事者（機関はその所在国）のうち、我が方との二者間の、量子に特化した政府間文書のある国・地域
//       en: "those of its sides (a body by its country) with a government document dedicated to quantum with our side"
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
// What was replaced or has ended counts until then, where it is known until when.
CALL () {
  MATCH (home:Entity)-[:PARTY_TO]->(b:Agreement)<-[:PARTY_TO]-(other:Party)
  WHERE home.id IN $excluding AND NOT other.id IN $excluding
    AND b.level = 'government' AND b.scope = 'dedicated'
    AND NOT b.stage IN ['in_negotiation', 'planned', 'not_confirmed', 'issued', 'announced']
    AND b.holds_from <= $as_of AND $as_of < b.holds_to
    AND (NOT b.stage IN ['superseded', 'ended'] OR b.holds_to < '9999-12-31'
         OR EXISTS { MATCH (later:Agreement)-[:SUPERSEDES]->(b) WHERE later.holds_from > $as_of })
    AND COUNT { (b)<-[:PARTY_TO]-(:Party) } = 2
  WITH other.id AS partner
  ORDER BY partner
  RETURN collect(DISTINCT partner) AS partners
}
MATCH (a:Agreement)
WHERE a.scope <> 'context' AND NOT a.stage IN ['planned', 'in_negotiation', 'not_confirmed']
  AND (a.event_on_min IS NULL OR a.event_on_min <= $as_of)
  AND ($since IS NULL OR a.event_on_max >= $since)
MATCH (a)<-[:PARTY_TO]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH partners, a.id AS id, p.id AS party, p.name_en AS party_name, coalesce(home.id, p.id) AS side,
     coalesce(home.name_en, p.name_en) AS side_name
ORDER BY side_name, side, party_name, party
WITH partners, id, collect(DISTINCT party) AS parties, collect(DISTINCT side) AS sides
WHERE none(side IN sides WHERE side IN $excluding)
MATCH (a:Entity {id: id})
CALL (a) {
  OPTIONAL MATCH (a)-[:COVERS]->(field:Field)
  WITH field
  ORDER BY field.name_en, field.id
  RETURN collect(field.id) AS fields
}
RETURN a.id AS agreement,
       parties AS parties,
       a.event_on AS date,
       fields AS fields,
       [side IN sides WHERE side IN partners] AS shared_partners,
       a.sources AS sources
ORDER BY coalesce(a.event_on_max, '') DESC, agreement
