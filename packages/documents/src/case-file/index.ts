export * from './convert-case-file.ts';
export * from './write-case-file.ts';
