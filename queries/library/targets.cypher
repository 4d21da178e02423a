// ---
// id: targets
// title: {ja: 目標と方針, en: Targets and lines of policy}
// question:
//   ja: ある国・機関はいつまでに何を目指すとしているか。それに関係する動きとして何が収録されているか。
//   en: What does a country or body mean to reach, and by when? What is on record that bears on it?
// answer:
//   ja: "{holder}の目標・方針：{count}件（{as_of}時点、収録資料の範囲。達成したかどうかは判断していない）"
//   en: "Targets and lines of policy of {holder}: {count} (as of {as_of}, within the sources held; whether they are met is not judged)"
// nothing:
//   ja: "{holder}の目標・方針の収録資料なし（{as_of}時点）"
//   en: "No source held gives targets or lines of policy of {holder} (as of {as_of})"
// tags: [policy]
// params:
//   holder:
//     ja: 実施主体（その機関を含む）
//     en: holder (with its bodies)
//     type: entity
//     kinds: [Country, Union, Organisation]
//     default: "setting:party"
//     example: JP
//   due: {ja: 期限の年, en: years due, type: years, example: "2025-2030"}
// columns:
//   target: {ja: 目標・方針, en: target, type: id, means: {ja: 何を目指すか（当方の要約）, en: "what is to be reached, in words of ours"}}
//   kind: {ja: 種類, en: kind, type: word, vocabulary: TargetType, means: {ja: 目標か、期限のない方針か, en: "target, or line of policy"}}
//   holder: {ja: 実施主体, en: held by, type: ids, means: {ja: 目標の実施主体, en: who is to reach it}}
//   due: {ja: 期限, en: due, type: date, means: {ja: 資料から日・月・年が分かる場合の期限, en: "by when, where a source lets it be known"}}
//   due_printed:
//     ja: 期限（資料の表記）
//     en: due, as printed
//     type: both
//     unknown: true
//     means: {ja: 資料にある期限の表記。起点のない期間はそのまま, en: by when as printed; a time without a first day stays as it is}
//   quantity: {ja: 数量, en: quantity, type: both, means: {ja: 資料にある数量, en: how much or how many as printed}}
//   set_in: {ja: 定めた文書, en: set in, type: ids, unknown: true, means: {ja: 目標を定めた文書, en: document that sets it}}
//   partners: {ja: 名指しされた相手, en: partners named, type: ids, means: {ja: 目標が名を挙げる相手国・地域, en: partners that it names}}
//   related:
//     ja: 関係する動き
//     en: on record
//     type: items
//     unknown: true
//     means: {ja: 収録資料のうち目標に関係するもの。達成を示すものではない, en: "what is on record that bears on it, which does not say that it is met"}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (:Entity {id: $holder})<-[:LOCATED_IN|PART_OF*0..3]-(h:Party)<-[k:HELD_BY]-(t:Target)
WITH DISTINCT t
WHERE $due IS NULL OR substring(coalesce(t.due_on_max, ''), 0, 4) IN $due
CALL (t) {
  MATCH (t)-[k:HELD_BY]->(h:Party)
  WITH k, h
  ORDER BY h.name_en, h.id
  RETURN collect(h.id) AS holders, collect(k.sources) AS holder_proofs
}
CALL (t) {
  OPTIONAL MATCH (t)-[:PART_OF]->(s:Strategy)
  WITH s
  ORDER BY s.name_en, s.id
  RETURN collect(s.id) AS documents, min(s.event_on_min) AS decided
}
WITH t, holders, holder_proofs, documents, decided
WHERE decided IS NULL OR decided <= $as_of
CALL (t) {
  OPTIONAL MATCH (t)-[:CONCERNS]->(p:Party)
  WITH p
  ORDER BY p.name_en, p.id
  RETURN collect(p.id) AS partners
}
CALL (t) {
  OPTIONAL MATCH (t)-[o:PART_OF|CONCERNS|COVERS]->(:Entity)
  WITH o
  ORDER BY o.id
  RETURN collect(o.sources) AS own_proofs
}
CALL (t) {
  OPTIONAL MATCH (x:Entity)-[b:BEARS_ON]->(t)
  WHERE x.event_on_min IS NULL OR x.event_on_min <= $as_of
  WITH x, b
  ORDER BY coalesce(x.event_on_min, ''), x.name_en, x.id
  RETURN [r IN collect({id: x.id, name_ja: x.name_ja, name_en: x.name_en, date: x.event_on}) WHERE r.id IS NOT NULL] AS related,
         collect(b.sources) AS proofs
}
RETURN t.id AS target,
       t.type AS kind,
       holders AS holder,
       t.due_on AS due,
       CASE WHEN coalesce(t.due_printed_ja, t.due_printed_en) IS NOT NULL
            THEN {ja: coalesce(t.due_printed_ja, t.due_printed_en), en: coalesce(t.due_printed_en, t.due_printed_ja)} END AS due_printed,
       CASE WHEN coalesce(t.quantity_ja, t.quantity_en) IS NOT NULL
            THEN {ja: coalesce(t.quantity_ja, t.quantity_en), en: coalesce(t.quantity_en, t.quantity_ja)} END AS quantity,
       documents AS set_in,
       partners AS partners,
       related AS related,
       reduce(cited = t.sources, p IN own_proofs + holder_proofs + proofs | cited + p) AS sources
ORDER BY CASE t.type WHEN 'target' THEN 0 ELSE 1 END, coalesce(decided, ''), coalesce(t.due_on_max, '9999'), t.name_en, t.id
