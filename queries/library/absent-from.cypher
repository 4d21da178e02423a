// ---
// id: absent-from
// title: {ja: 参加を確認できない枠組み, en: Fora without us}
// question:
//   ja: ある枠組みの参加国・地域が複数参加していながら、我が方の参加を確認できない枠組みはどれか。
//   en: In which other fora do several members of a forum take part, while our side cannot be confirmed to?
// answer:
//   ja: "{group}の参加国・地域が{min_members}か国・地域以上参加し、{party}の参加を確認できない枠組み：{count}（{as_of}時点、収録資料の範囲）"
//   en: "Fora with at least {min_members} members of {group} in which {party} cannot be confirmed to take part: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{group}の参加国・地域が{min_members}か国・地域以上参加する枠組みのうち、{party}の参加を確認できないものは見当たらない（{as_of}時点、収録資料の範囲）"
//   en: "{party} can be confirmed in every forum on record with at least {min_members} members of {group} (as of {as_of}, within the sources held)"
// tags: [fora, partners]
// params:
//   party: {ja: 我が方, en: our side, type: entity, kinds: [Country, Union], default: "setting:party", example: JP}
//   group: {ja: どの枠組みの参加国・地域か, en: members of which forum, type: entity, kinds: [Forum], default: MDQ, example: G7}
//   min_members: {ja: そのうち何か国・地域以上か, en: how many of them at least, type: number, default: 2, example: 3}
// columns:
//   forum: {ja: 枠組み, en: forum, type: id, means: {ja: 我が方の参加を確認できない枠組み, en: the forum}}
//   who_is_in:
//     ja: 参加している国・地域
//     en: who is in
//     type: ids
//     means: {ja: 基準日に参加している、上の枠組みの参加国・地域, en: members of the other forum that take part on the as-of day}
//   since: {ja: 発足, en: since, type: date, unknown: true, means: {ja: その枠組みの発足時期, en: when the forum began}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
// The fora of our side, and of the bodies that are based there, are looked up once.
CALL () {
  MATCH (:Entity {id: $party})-[n:MEMBER_OF]->(f:Forum)
  WHERE n.holds_from <= $as_of AND $as_of < n.holds_to
  RETURN f.id AS ours
  UNION
  MATCH (:Entity {id: $party})<-[:LOCATED_IN]-(:Party)-[n:MEMBER_OF]->(f:Forum)
  WHERE n.holds_from <= $as_of AND $as_of < n.holds_to
  RETURN f.id AS ours
}
WITH collect(ours) AS ours
MATCH (:Entity {id: $group})<-[g:MEMBER_OF]-(c:Party)
WHERE g.holds_from <= $as_of AND $as_of < g.holds_to AND c.id <> $party
WITH DISTINCT ours, c
MATCH (c)-[m:MEMBER_OF]->(f:Forum)
WHERE m.holds_from <= $as_of AND $as_of < m.holds_to
  AND f.id <> $group AND NOT f.id IN ours
WITH f, c, m
ORDER BY c.name_en, c.id, m.id
WITH f, collect(DISTINCT c.id) AS who_is_in, collect(m.sources) AS proofs
WHERE size(who_is_in) >= $min_members
RETURN f.id AS forum,
       who_is_in AS who_is_in,
       f.founded_on AS since,
       reduce(cited = [], p IN proofs | cited + p) AS sources
ORDER BY size(who_is_in) DESC, f.name_en, forum
