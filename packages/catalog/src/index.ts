export * from './extract/contract.ts';
export * from './regions/national.ts';
