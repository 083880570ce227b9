// Reading published documents: milliseconds a document, beside decoding and splitting the same text into lines and cells (what any
// reader pays). `node benches/src/forms.ts FILE…`; the product's own sample form when no file is given.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { samplePlanText } from '@hengjian/city';
import { readDocument } from '@hengjian/documents';

const given = process.argv.slice(2).map((file) => ({ file, bytes: readFileSync(file) as Uint8Array }));
const documents = given.length > 0 ? given : [{ file: 'sample.txt', bytes: new TextEncoder().encode(samplePlanText(2025)) }];
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;

process.stdout.write('| document | rows | read ms | split ms | × |\n|---|---|---|---|---|\n');
for (const { file, bytes } of documents) {
  const [read, split]: [number[], number[]] = [[], []];
  let rows = 0;
  for (let i = 0; i < 30; i++) {
    const start = performance.now();
    const outcome = await readDocument(bytes, file);
    const middle = performance.now();
    const cells = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .map((line) => line.split('\t'));
    const end = performance.now();
    if (!outcome.ok || cells.length === 0) throw new Error(`${file}: not read`);
    rows = outcome.value.document.projects.reduce((sum, project) => sum + project.indicators.length, 0);
    read.push(middle - start);
    split.push(end - middle);
  }
  const [r, s] = [median(read), median(split)];
  process.stdout.write(`| ${path.basename(file)} | ${rows} | ${r.toFixed(2)} | ${s.toFixed(3)} | ${(r / s).toFixed(0)} |\n`);
}
