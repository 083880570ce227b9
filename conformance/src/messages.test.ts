/**
 * Every message table of the product beside the published interface: nodes, fields, types, lengths and what is required. The published
 * tables are read beside the project and never shipped; where ours differ on purpose, the difference stands in `known` with its reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Message, Node } from '@hengjian/catalog/interfaces/message.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { expect, test } from 'vitest';

interface Published {
  nodes: { dir: 'in' | 'out'; node: string | null; fields: { name: string; type: string; len: string; req: string }[] }[];
}
const shared = process.env.HENGJIAN_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const file = path.join(shared, 'reference/interface-spec.json');
if (!existsSync(file)) console.warn(`message tables are not compared: ${file} is not there`);

/** Where the table of the product is another on purpose. */
const known: Readonly<Record<string, string>> = {
  'in data.trig_scen: 20,0, published 3': 'clients send longer words; nothing sent back hangs on it',
  'in fsi_order_dtos.hilist_code: 30,0, published 20': 'a national drug code has 23 signs; the same field has 30 in 1312',
  'out result.jr_id: 40,0, published 50': 'the regional tables allow 40, and what fits 40 fits 50',
  'out result.feedetl_sn: required true, published N': '2301 answers line by line: without the number no line is told',
  'out setlinfo.hifdm_pay: number, published 字符型': 'money; every other table says 数值型',
};
/** Published dates that come with a time of day, as the samples of the same pages show. */
const timed = /\.(adm_date|dscg_date|dise_date|drord_begn_date|drord_stop_date|oprn_date|sign_time): instant, published 日期型$/;

const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...flat(node.nodes)]);
const kinds: Readonly<Record<string, string>> = { 字符型: 'text', 数值型: 'number', 日期型: 'day', 日期时间型: 'instant' };

/** Regional messages have numbers of their own; what they are like is compared. */
const national = Object.entries(interfaces as Readonly<Record<string, Message>>).filter(([, { like }]) => like === undefined);

test.skipIf(!existsSync(file)).each(national)('%s', (infno, message) => {
  const published = (JSON.parse(readFileSync(file, 'utf8')) as { interfaces: Record<string, Published> }).interfaces[infno];
  expect(published, 'a message of the published interface').toBeDefined();
  const ours = new Map([
    ...flat(message.input).map((node) => [`in ${node.name}`, node] as const),
    ...flat(message.output).map((node) => [`out ${node.name}`, node] as const),
  ]);
  const differences: string[] = [];
  for (const { dir, node, fields } of published?.nodes ?? []) {
    // 无节点: the fields stand in the body itself; a null names a table that repeats another
    if (node === null || node === '无节点') continue;
    const own = ours.get(`${dir} ${node}`);
    if (!own) {
      differences.push(`${dir} ${node}: no such node`);
      continue;
    }
    for (const { name, type, len, req } of fields) {
      const field = own.fields.find((one) => one.name === name);
      const place = `${dir} ${node}.${name}`;
      if (!field) {
        if (!own.nodes.some((inner) => inner.name === name)) differences.push(`${place}: missing`);
        continue;
      }
      // 16，2 and 2,000 as printed
      const [length = '', decimals = '0'] = len
        .replace('，', ',')
        .replace(/,(?=\d{3}$)/, '')
        .split(',');
      if (field.required !== (req === 'Y')) differences.push(`${place}: required ${field.required}, published ${req || 'N'}`);
      if (kinds[type] && field.type !== kinds[type] && field.type !== 'code')
        differences.push(`${place}: ${field.type}, published ${type}`);
      if (
        type !== '日期型' &&
        type !== '日期时间型' &&
        length !== '' &&
        (field.length !== Number(length) || field.decimals !== Number(decimals))
      )
        differences.push(`${place}: ${field.length},${field.decimals}, published ${len}`);
    }
  }
  expect(differences.filter((one) => !(one in known) && !timed.test(one))).toEqual([]);
});
