export { openScan, type ScanFault } from './bind-scans.ts';
export * from './convert-case-file.ts';
export * from './write-case-file.ts';
