export { columns, type ExtractTable, folderSink, type Sink } from './writer.ts';
export { type CityCounts, type CityWish, generateCity, lastDayOf } from './generate.ts';
export { items, itemNamed } from './catalogue/catalogue.ts';
