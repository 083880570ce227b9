export * from './alert.ts';
export * from './check.ts';
export { readCells } from './closure.ts';
export { behindSql, cellsSql, metSql, tiesSql, unreachedSql, type Windows } from './sql.ts';
export * from './window.ts';
