export * from './extract/contract.ts';
export * from './fragments.ts';
export * from './knowledge/index.ts';
export * from './regions/national.ts';
export * from './registers/register-of.ts';
export { registers } from './registers.gen.ts';
export { rules } from './rules.gen.ts';
export { ruleSchema } from './schema.ts';
