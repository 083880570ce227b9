export * from './plan/adopt-plan.ts';
export * from './plan/ports.ts';
export * from './register/correct-entry.ts';
export * from './register/declare-complete.ts';
export * from './register/import-register.ts';
export * from './register/ports.ts';
