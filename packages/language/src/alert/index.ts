export * from './alert.ts';
export * from './check.ts';
export { readCells } from './closure.ts';
export {
  type Apart,
  addsUp,
  apartSql,
  behindSql,
  cellsSql,
  edgesSql,
  everywhereSql,
  metSql,
  sqlWith,
  subjectsSql,
  summedCellsSql,
  tiesSql,
  touchedMembersSql,
  type Windows,
} from './sql.ts';
export * from './window.ts';
