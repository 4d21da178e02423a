// ---
// id: partner-gap
// title: {ja: 協力文書を確認できない参加国・地域, en: Members without a confirmed instrument}
// question:
//   ja: ある枠組みの参加国・地域のうち、我が方との協力文書を確認できないのはどこか。何を根拠にそういえるか。
//   en: With which members of a forum can no instrument of ours be confirmed, and what does that rest on?
// answer:
//   ja: "{forum}の参加{members}{extent}のうち、{party}との{level}協力文書（{scope}）を確認できないのは{counted}（{as_of}時点、収録資料の範囲）"
//   en: "Of the {members}{extent} in the {forum}, no instrument with {party} ({level}; {scope}) could be confirmed for {counted} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{forum}の参加国・地域を示す収録資料なし（{as_of}時点）"
//   en: "No source held says which countries take part in the {forum} (as of {as_of})"
// nothing_with:
//   partner-gap-excluded:
//     ja: "{forum}のすべての参加国・地域について、{party}との{level}協力文書（{scope}）を確認できる（{as_of}時点、収録資料の範囲）"
//     en: "An instrument with {party} ({level}; {scope}) can be confirmed for everyone else in the {forum} (as of {as_of}, within the sources held)"
// companions: [partner-gap-excluded, partner-gap-outside]
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
//   other_instruments:
//     ja: 量子を含むほかの文書
//     en: other documents that include quantum
//     type: items
//     means:
//       ja: 両者だけを当事者とし、量子を含むが、上の条件では数えない文書（3者以上の文書は含まない）
//       en: documents between the two alone that include quantum but do not count here (documents of three and more are left out)
//   last_contact:
//     ja: 直近の接触
//     en: latest contact
//     type: item
//     means:
//       ja: 両者が出席した、または両者が参加する枠組みの、開催済みの直近の会合
//       en: the latest meeting held that both attended, or that was an edition of a forum of both
//   shared_fora:
//     ja: 同席する枠組み
//     en: shared fora
//     type: items
//     means: {ja: 基準日に両者が参加する枠組み, en: fora that both take part in on the as-of day}
//   ground:
//     ja: 「確認できない」の根拠
//     en: what "not confirmed" rests on
//     type: ground
//     means:
//       ja: 文書がないと列挙する資料があるか、収録資料に見当たらないだけか
//       en: a source that lists them as without one, or only that nothing held says otherwise
//   members: {ja: 参加国・地域の全体, en: all members, type: among, means: {ja: 基準日の参加国・地域（我が方を含む）, en: "all members on the as-of day, our side among them"}}
//   extent:
//     ja: 全体の範囲
//     en: how far that is all
//     type: extent
//     means:
//       ja: 全ての参加国・地域を列挙する資料の有無、及びパートナー・オブザーバーとして参加する国・地域
//       en: whether a source lists all members, and who of them takes part as a partner or an observer
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 3
// ---
// Instruments between exactly two sides, ours and another's, that are in force on the day: an institution counts by its country.
// What was replaced or has ended counts until then, where it is known until when.
MATCH (a:Agreement)<-[:PARTY_TO]-(p:Party)
WHERE NOT a.stage IN ['in_negotiation', 'planned', 'not_confirmed']
  AND a.holds_from <= $as_of AND $as_of < a.holds_to AND a.scope <> 'context'
  AND (NOT a.stage IN ['superseded', 'ended'] OR a.holds_to < '9999-12-31'
       OR EXISTS { MATCH (later:Agreement)-[:SUPERSEDES]->(a) WHERE later.holds_from > $as_of })
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a.id AS id, collect(DISTINCT coalesce(home.id, p.id)) AS sides
WHERE size(sides) = 2 AND $party IN sides
MATCH (a:Entity {id: id})
WITH a, [side IN sides WHERE side <> $party][0] AS other,
     NOT a.stage IN ['issued', 'announced'] AND a.level IN $level AND a.scope IN $scope AND a.type IN $types AS counts
ORDER BY a.event_on_max DESC, a.id
WITH collect({partner: other, counts: counts, sources: a.sources, id: a.id, name_ja: a.name_ja, name_en: a.name_en,
              date: a.event_on, type: a.type, level: a.level, scope: a.scope}) AS instruments
CALL () {
  MATCH (f:Forum {id: $forum})<-[m:MEMBER_OF]-(member:Party)
  WHERE member.kind IN ['Country', 'Union'] AND m.holds_from <= $as_of AND $as_of < m.holds_to
  WITH member.id AS id, member.name_en AS name, m, any(e IN coalesce(f.evidence, []) WHERE e STARTS WITH 'members* ') AS complete
  ORDER BY name, id, m.id
  WITH complete, collect(DISTINCT id) AS members, collect({member: id, sources: m.sources, role: coalesce(m.role, 'member')}) AS memberships
  WITH complete, members, memberships,
       [id IN members WHERE all(m IN memberships WHERE m.member <> id OR m.role IN ['partner', 'observer'])] AS guests
  WITH complete, members, memberships, guests,
       [id IN guests WHERE all(m IN memberships WHERE m.member <> id OR m.role = 'observer')] AS observers
  RETURN members, memberships,
         {complete: complete, partner: [id IN guests WHERE NOT id IN observers], observer: observers} AS extent
}
UNWIND [id IN members WHERE id <> $party] AS id
MATCH (c:Entity {id: id})
WITH c, members, extent, [m IN memberships WHERE m.member = c.id | m.sources] AS membership, [i IN instruments WHERE i.partner = c.id] AS own
WHERE none(i IN own WHERE i.counts)
CALL (c) {
  CALL (c) {
    MATCH (c)-[:ATTENDED]->(x:Meeting)<-[:ATTENDED]-(:Entity {id: $party})
    RETURN x, 0 AS grade
    UNION
    MATCH (c)-[m1:MEMBER_OF]->(:Forum)<-[:EDITION_OF]-(x:Meeting)
    WHERE m1.holds_from <= x.event_on_max AND x.event_on_max < m1.holds_to
      AND EXISTS { MATCH (:Entity {id: $party})-[m2:MEMBER_OF]->(:Forum)<-[:EDITION_OF]-(x)
                   WHERE m2.holds_from <= x.event_on_max AND x.event_on_max < m2.holds_to }
    RETURN x, 1 AS grade
  }
  WITH x, grade
  WHERE x.stage = 'held' AND x.event_mood = 'actual' AND x.event_on_max <= $as_of
  ORDER BY x.event_on_max DESC, x.id, grade
  LIMIT 1
  RETURN collect({id: x.id, name_ja: x.name_ja, name_en: x.name_en, date: x.event_on,
                  basis: CASE grade WHEN 0 THEN 'attended' ELSE 'member' END}) AS contacts,
         collect(x.sources) AS contacts_sources
}
CALL (c) {
  MATCH (c)-[m1:MEMBER_OF]->(shared:Forum)<-[m2:MEMBER_OF]-(:Entity {id: $party})
  WHERE m1.holds_from <= $as_of AND $as_of < m1.holds_to AND m2.holds_from <= $as_of AND $as_of < m2.holds_to
  WITH shared, collect(m1.role) AS roles, collect(m1.disputed) AS disputes
  ORDER BY shared.name_en, shared.id
  RETURN collect({id: shared.id, name_ja: shared.name_ja, name_en: shared.name_en, short: shared.names_abbreviation_en[0],
                  role: [r IN ['convenor', 'chair', 'host', 'member', 'partner', 'observer'] WHERE r IN roles][0],
                  disputed: true IN disputes}) AS fora
}
CALL (c) {
  OPTIONAL MATCH (c)-[n:NO_INSTRUMENT_WITH]-(:Entity {id: $party})
  WHERE n.valid_min <= $as_of
  WITH n
  ORDER BY n.id
  RETURN collect(DISTINCT {cites: n.cites, on: n.valid}) AS listed, collect(n.sources) AS listed_sources
}
WITH c, members, extent, own, contacts, fora, [l IN listed WHERE l.on IS NOT NULL] AS listings,
     reduce(cited = [], s IN membership + [i IN own | i.sources] + contacts_sources + listed_sources | cited + s) AS cited
RETURN c.id AS country,
       c.name_ja AS name_ja,
       c.name_en AS name_en,
       [i IN own | {id: i.id, name_ja: i.name_ja, name_en: i.name_en, date: i.date, type: i.type, level: i.level,
                    scope: i.scope}] AS other_instruments,
       CASE WHEN size(contacts) > 0 THEN contacts[0] END AS last_contact,
       fora AS shared_fora,
       {basis: CASE WHEN size(listings) > 0 THEN 'listed' ELSE 'nothing_held' END, listed: listings} AS ground,
       members AS members,
       extent AS extent,
       cited AS sources
ORDER BY c.name_en, c.id
