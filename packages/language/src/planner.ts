/**
 * The SQL reader: names the partitions that hit or cannot be evaluated, and the records that the closure reader needs to decide
 * them. Relations it expects on the connection: the lake's tables of one bucket under their own names, `point` (one row a
 * knowledge row: rule, point, lineage rank, from, to, p_…), `edition` (those of them that are the rule's parameters alone), `kp` (point × item: also role) and `kx` (point × prefix).
 */
export {
  columnsOf,
  evidenceColumns,
  identityColumns,
  keyColumns,
  type PlannedRule,
  quoted,
  streamColumns,
  streamOf,
  takenBeside,
  usedColumns,
} from './planner/columns.ts';
export { amongSql, membersSql, plainKeys } from './planner/members.ts';
export { exemptedSql, namedSql, namesRecords, neededRightsSql, neededSql, partitionsSql } from './planner/partitions.ts';
export { peerSql, peerTopSql } from './planner/peer.ts';
export { settled } from './planner/settled.ts';
export { matchesSql, scannedPointsSql, sharedScanSql, sharesMatches, sharesScan } from './planner/shared-scan.ts';
export { type SummedLines, summedLines, type TakenRecords, takenRecords } from './planner/taken-records.ts';
export { reachesBeyondPerson } from './planner/whole-lake.ts';
