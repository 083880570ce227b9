export { benefitScheme } from './benefit-scheme.ts';
export { itemNamed, items } from './catalogue/catalogue.ts';
export { type ClearingStatement, clearingEntries, clearingSink } from './clearing.ts';
export { fundEntries } from './fund.ts';
export { type CityCounts, type CityWish, generateCity, lastDayOf } from './generate.ts';
export type { BureauWish, SampleEntry, SampleRegisters } from './registers/desk.ts';
export { samplePlanText } from './registers/sample-plan.ts';
export { sampleRegisters } from './registers/sample-registers.ts';
export { columns, type ExtractTable, folderSink, type Sink } from './writer.ts';
