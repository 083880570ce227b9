// What each rule says to people, from its own cases: node conformance/src/said.ts [rule …]. Read before a sentence is shipped.
import { readFileSync } from 'node:fs';
import { rules } from '@hengjian/catalog';
import type { RuleTree } from '@hengjian/language';
import { openCaseEngine } from '@hengjian/store/rule/case-readers.ts';
import { type CaseFile, runCases } from '@hengjian/workflows';
import { parse } from 'yaml';

const wanted = process.argv.slice(2);
const engine = await openCaseEngine();
try {
  for (const [id, rule] of Object.entries(rules) as [string, RuleTree][]) {
    if (wanted.length > 0 && !wanted.includes(id)) continue;
    const file = parse(readFileSync(new URL(`../../packages/catalog/src/rules/${id}/cases.yaml`, import.meta.url), 'utf8')) as CaseFile;
    const says = (await runCases(rule, file, engine)).flatMap((one) => one.says);
    // the longest has most of its stretches filled
    const [longest = '—'] = says.sort((a, b) => b.length - a.length);
    process.stdout.write(`${rule.title.zh}（${id}）\n  ${longest}\n`);
  }
} finally {
  await engine.close();
}
