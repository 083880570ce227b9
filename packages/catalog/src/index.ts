export * from './extract/contract.ts';
export * from './fragments.ts';
export * from './regions/national.ts';
export { rules } from './rules.gen.ts';
export { ruleSchema } from './schema.ts';
