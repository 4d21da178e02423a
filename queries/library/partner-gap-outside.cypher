// ---
// id: partner-gap-outside
// title: {ja: 枠組みの外の相手, en: Partners outside the forum}
// question:
//   ja: ある枠組みに参加していない国・地域のうち、我が方との協力文書を確認できるのはどこか。
//   en: With whom outside a forum is there an instrument of ours?
// answer:
//   ja: "{forum}の参加国・地域以外で、{party}との{level}協力文書（{scope}）を確認できるもの：{counted}"
//   en: "Outside the {forum}, an instrument with {party} ({level}; {scope}) can be confirmed with {counted}"
// nothing:
//   ja: "{forum}の参加国・地域以外に、{party}との{level}協力文書（{scope}）を確認できるものがない（{as_of}時点、収録資料の範囲）"
//   en: "Nobody outside the {forum} has an instrument with {party} ({level}; {scope}) that could be confirmed (as of {as_of}, within the sources held)"
// tags: [partners, instruments, fora]
// params:
//   forum: {ja: 枠組み, en: forum, type: entity, kinds: [Forum], required: true, example: MDQ}
//   party: {ja: 我が方, en: our side, type: entity, kinds: [Country, Union], default: "setting:party", example: JP}
//   level:
//     ja: 当事者の別
//     en: between whom
//     type: words
//     vocabulary: Level
//     default: government
//     example: government
//     any: {ja: 当事者の別を問わない, en: between anyone}
//   scope:
//     ja: 量子の扱い
//     en: how far on quantum
//     type: up_to
//     vocabulary: Scope
//     default: dedicated
//     example: dedicated
//     any: {ja: 量子の扱いを問わない, en: on quantum or not}
//   types:
//     ja: 数える文書の種類
//     en: kinds of document that count
//     type: words
//     vocabulary: InstrumentType
//     default: "agreement,implementing_arrangement,memorandum_of_cooperation,memorandum_of_understanding,letter_of_intent,joint_statement,statement,partnership,contract,other"
//     example: memorandum_of_cooperation
// columns:
//   country: {ja: ID, en: id, type: id, means: {ja: 国・地域, en: "the country, region or union"}}
//   name_ja: {ja: 国・地域, en: in Japanese, means: {ja: 日本語名, en: its Japanese name}}
//   name_en: {ja: 英語名, en: country or region, means: {ja: 英語名, en: its English name}}
//   instrument: {ja: 協力文書, en: instrument, type: item, means: {ja: 数えた協力文書, en: the instrument that counts}}
//   kind: {ja: 種類, en: kind, type: word, vocabulary: InstrumentType, means: {ja: 協力文書の種類, en: what kind of instrument it is}}
//   date: {ja: 日付, en: date, type: date, means: {ja: 署名または発表の日, en: when it was signed or issued}}
//   note: {ja: 備考, en: note, type: word, vocabulary: PartnerNote, means: {ja: 数え方についての注, en: how it is counted}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
// Instruments between exactly two sides, ours and another's, that are in force on the day: an institution counts by its country.
// What was replaced or has ended counts until then, where it is known until when.
MATCH (a:Agreement)<-[:PARTY_TO]-(p:Party)
WHERE NOT a.stage IN ['in_negotiation', 'planned', 'not_confirmed', 'issued', 'announced']
  AND a.holds_from <= $as_of AND $as_of < a.holds_to AND a.scope <> 'context'
  AND a.level IN $level AND a.scope IN $scope AND a.type IN $types
  AND (NOT a.stage IN ['superseded', 'ended'] OR a.holds_to < '9999-12-31'
       OR EXISTS { MATCH (later:Agreement)-[:SUPERSEDES]->(a) WHERE later.holds_from > $as_of })
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a.id AS id, collect(DISTINCT coalesce(home.id, p.id)) AS sides
WHERE size(sides) = 2 AND $party IN sides
MATCH (a:Entity {id: id})
UNWIND [side IN sides WHERE side <> $party] AS other
MATCH (c:Entity {id: other})
WHERE c.kind IN ['Country', 'Union']
  AND NOT EXISTS { MATCH (c)-[m:MEMBER_OF]->(f:Forum {id: $forum})
                   WHERE m.holds_from <= $as_of AND $as_of < m.holds_to }
WITH DISTINCT c, a
RETURN c.id AS country,
       c.name_ja AS name_ja,
       c.name_en AS name_en,
       {id: a.id, name_ja: a.name_ja, name_en: a.name_en, disputed: size(coalesce(a.conflicts, [])) > 0} AS instrument,
       a.type AS kind,
       a.event_on AS date,
       CASE WHEN c.kind = 'Union' THEN 'members_apart' END AS note,
       a.sources AS sources
ORDER BY c.name_en, c.id, a.event_on_max, a.id
