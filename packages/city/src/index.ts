export { itemNamed, items } from './catalogue/catalogue.ts';
export { type CityCounts, type CityWish, generateCity, lastDayOf } from './generate.ts';
export { columns, type ExtractTable, folderSink, type Sink } from './writer.ts';
