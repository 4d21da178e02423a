// ---
// id: signatories
// title: {ja: 署名者, en: Signatories}
// question:
//   ja: 我が方では、だれが、どの役職で、どの文書に署名したか。相手方の署名者はだれか。
//   en: Who signed which documents for our side, in which office, and who signed for the others?
// answer:
//   ja: "{party}側の署名：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "Signatures for {party}: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{party}側の署名者を示す収録資料なし（{as_of}時点）"
//   en: "No source held names a signatory for {party} (as of {as_of})"
// tags: [people, instruments]
// params:
//   party: {ja: 署名した側, en: side that signed, type: entity, kinds: [Country, Union], default: "setting:party", example: JP}
//   types:
//     ja: 文書の種類
//     en: kinds of document
//     type: words
//     vocabulary: InstrumentType
//     default: any
//     example: "memorandum_of_cooperation, letter_of_intent"
//   years: {ja: 署名の年, en: years of signature, type: years, example: 2024-2025}
// columns:
//   agreement: {ja: 文書, en: document, type: id, means: {ja: 署名した文書, en: the document signed}}
//   person: {ja: 署名者, en: signatory, type: id, means: {ja: 署名した人, en: who signed}}
//   office: {ja: 署名時の役職, en: office at the time, type: id, means: {ja: 署名した時の役職, en: the office in which the person signed}}
//   rank: {ja: 級, en: rank, type: word, vocabulary: Rank, means: {ja: その役職の級, en: rank of that office}}
//   counterpart: {ja: 相手方の署名者, en: counterpart, type: ids, unknown: true, means: {ja: 同じ文書に相手方で署名した人, en: who signed it for the other sides}}
//   date: {ja: 署名日, en: signed on, type: date, means: {ja: 資料にある署名日, en: day of signature by its source}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (p:Person)-[s:SIGNED]->(a:Agreement)
WHERE a.type IN $types AND (a.event_on_min IS NULL OR a.event_on_min <= $as_of)
  AND ($years IS NULL OR any(year IN $years WHERE a.event_on_min <= year + '-12-31' AND year + '-01-01' <= a.event_on_max))
WITH p, s, a, s.side AS side, s.as_office AS post
OPTIONAL MATCH (body:Entity {id: side})-[:LOCATED_IN]->(home:Party)
OPTIONAL MATCH (office:Entity {id: post})
WITH a, p, s, office, post, coalesce(home.id, side) AS side
ORDER BY a.id, p.id
WITH a, collect({person: p.id, office: post, rank: office.rank, side: side, sources: s.sources}) AS signatures
UNWIND signatures AS own
WITH a, own, signatures
WHERE own.side = $party
RETURN a.id AS agreement,
       own.person AS person,
       own.office AS office,
       own.rank AS rank,
       [other IN signatures WHERE other.side IS NULL OR other.side <> $party | other.person] AS counterpart,
       coalesce(a.signed_on, a.event_on) AS date,
       own.sources AS sources
ORDER BY coalesce(a.event_on_max, '') DESC, agreement, person
