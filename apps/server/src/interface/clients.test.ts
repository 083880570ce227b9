// Every client of the reference (national-interface.md §3), its message as a file of clients/, over a real home.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Message, Node } from '@hengjian/catalog/interfaces/message.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { formatInstant } from '@hengjian/domain';
import { type Home, keyStoreOf, openHome } from '@hengjian/store';
import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { xTifSignature } from './signature.ts';
import { decipher, encipher, sm4KeyOf } from './sm/sm4.ts';

interface Client {
  client: string;
  path: string;
  headers?: Record<string, string>;
  encoding?: 'gbk';
  setup?: {
    key?: { scheme: 'x-tif'; keyId: string; secret: string };
    sm2?: { userId: string };
    sm4?: { secret: string };
    switch?: { singleResult: boolean };
  };
  send: { infno: string; fixmedins_code?: string; medins_code?: string; input: unknown } & Record<string, unknown>;
  finds: { person: string; encounter: string; line: string };
  reads: Record<string, 'number' | 'empty' | 'array' | 'object' | 'text' | 'amount' | 'digits'>;
  feedback?: unknown;
}
type Json = { [key: string]: Json } & string & Json[];

const folder = path.join(import.meta.dirname, 'clients');
const clients = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => parse(readFileSync(path.join(folder, file), 'utf8')) as Client);

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-clients-'));
let home: Home;
let app: App;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** GBK of a text: the table is made from the decoder. */
const gbkBytes = (() => {
  let table: Map<string, Buffer> | undefined;
  const make = () => {
    const decoder = new TextDecoder('gbk');
    const made = new Map<string, Buffer>();
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) {
        const bytes = Buffer.of(high, low);
        made.set(decoder.decode(bytes), bytes);
      }
    return made;
  };
  return (text: string) => {
    table ??= make();
    return Buffer.concat([...text].map((sign) => (sign < '\x80' ? Buffer.from(sign) : (table?.get(sign) ?? Buffer.from('?')))));
  };
})();

/** The message as the client's software puts it on the wire. */
async function wired({ setup = {}, send, headers = {}, encoding }: Client, infno = send.infno, input = send.input) {
  const providerNo = (send.fixmedins_code ?? send.medins_code) as string;
  const keys = keyStoreOf(home.db);
  const sent = { ...headers };
  const body: Record<string, unknown> = { ...send, infno, input };
  if (body.inf_time === '$now') body.inf_time = formatInstant(Math.floor(Date.now() / 1000) + 8 * 3600);
  if (setup.switch) await keys.setSwitch({ providerNo, mostReminders: null, ...setup.switch }, '经办', 0);
  if (setup.key) {
    await keys.add({ ...setup.key, providerNo }, '经办', 0);
    const [at, nonce] = [String(Math.floor(Date.now() / 1000)), `n${Math.random()}`];
    Object.assign(sent, {
      'x-tif-paasid': setup.key.keyId,
      'x-tif-timestamp': at,
      'x-tif-nonce': nonce,
      'x-tif-signature': xTifSignature(at, setup.key.secret, nonce),
    });
  }
  const plain = JSON.stringify(input);
  if (setup.sm2) {
    const pair = sm2.generateKeyPairHex();
    await keys.add({ keyId: `${providerNo}-${Math.random()}`, scheme: 'SM2', providerNo, secret: pair.publicKey, ...setup.sm2 }, '经办', 0);
    body.cainfo = Buffer.from(sm2.doSignature(plain, pair.privateKey, { hash: true, ...setup.sm2 }), 'hex').toString('base64');
  }
  if (setup.sm4) {
    await keys.add({ keyId: providerNo, scheme: 'SM4', providerNo, secret: setup.sm4.secret }, '经办', 0);
    body.input = encipher(plain, sm4KeyOf(setup.sm4.secret) as Buffer);
  }
  const text = JSON.stringify(body);
  return { payload: encoding === 'gbk' ? gbkBytes(text) : text, headers: { 'content-type': 'application/json', ...sent } };
}

async function answered(client: Client, infno?: string, input?: unknown): Promise<Json> {
  const { payload, headers } = await wired(client, infno, input);
  // keys and switches are remembered for a second
  if (client.setup) await new Promise((resolve) => setTimeout(resolve, 1100));
  const response = await app.inject({ method: 'POST', url: client.path, payload, headers, remoteAddress: '127.0.0.1' });
  expect(response.statusCode).toBe(200);
  const answer = response.json();
  const { secret } = client.setup?.sm4 ?? {};
  return secret ? { ...answer, output: JSON.parse(decipher(answer.output, sm4KeyOf(secret) as Buffer) as string) } : answer;
}

const at = (value: Json, where: string): unknown =>
  where.split('.').reduce((bag: Json | undefined, key) => bag?.[key as never] as Json, value);
const fits: Record<Client['reads'][string], (value: unknown) => boolean> = {
  number: (value) => value === 0,
  empty: (value) => value === '' || value === null,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  text: (value) => typeof value === 'string' && value !== '',
  amount: (value) => typeof value === 'string' && /^\d+\.\d\d$/.test(value),
  digits: (value) => typeof value === 'string' && Number.isInteger(Number.parseInt(value, 10)),
};

/** Every row against its table: types, lengths in characters, required fields, lists. `single` where the client wants one object. */
function obeys(nodes: readonly Node[], output: Json, single: boolean, top = true): void {
  for (const node of nodes) {
    const rows = output[node.name] as Json;
    expect(Array.isArray(rows)).toBe(node.many && !(single && top));
    for (const row of (Array.isArray(rows) ? rows : [rows]) as Json[]) {
      expect(Object.keys(row).sort()).toEqual([...node.fields, ...node.nodes].map(({ name }) => name).sort());
      for (const { name, type, length, decimals, required } of node.fields) {
        const value = row[name] as string;
        expect(typeof value, name).toBe('string');
        if (required) expect(value, name).not.toBe('');
        if (type === 'number') expect(value).toMatch(new RegExp(`^-?\\d+${decimals ? `\\.\\d{${decimals}}` : ''}$`));
        else if (length !== null) expect([...value].length, name).toBeLessThanOrEqual(length);
      }
      obeys(node.nodes, row, single, false);
    }
  }
}

describe.each(clients.map((client) => [client.client, client] as const))('%s', (_, client) => {
  const messages: Readonly<Record<string, Message>> = interfaces;

  test('gets its reminder in the form it reads', async () => {
    const answer = await answered(client);
    for (const [where, kind] of Object.entries(client.reads))
      expect(fits[kind](at(answer, where)), `${where} is ${JSON.stringify(at(answer, where))}`).toBe(true);
    const single = client.setup?.switch?.singleResult === true;
    obeys(messages[client.send.infno]?.output ?? [], answer.output as Json, single);
    const [first] = [answer.output?.result].flat() as Json[];
    expect(first).toMatchObject({
      rule_name: '药品区分性别使用',
      patn_id: client.finds.person,
      mdtrt_id: client.finds.encounter,
      vola_amt: '63.00',
      sev_deg: '1',
      judge_result_detail_dtos: [{ rx_id: client.finds.line, vola_item_type: '1', patn_id: client.finds.person }],
    });
    expect(first?.jr_id?.length).toBeLessThanOrEqual(40);
    if (!client.feedback) return;
    const input = JSON.parse(JSON.stringify({ data: client.feedback }).replace('$jr_id', first?.jr_id as string));
    expect(await answered(client, '3103', input)).toMatchObject({ infcode: 0, err_msg: '' });
    expect((await answered(client)).output?.result).toEqual([]);
  });

  test('gets no reminder for whom the drug is meant', async () => {
    const man = JSON.parse(
      JSON.stringify(client.send.input)
        .replace('"gend":"2"', '"gend":"1"')
        .replace(/"M([A-Z])"/g, '"M$1x"'),
    );
    expect(await answered(client, client.send.infno, man)).toMatchObject({ infcode: 0, err_msg: '', output: { result: [] } });
  });
});

test('all clients of the reference are here', () => {
  expect(clients.map(({ client }) => client.split(' ')[0]).sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'E′', 'F', 'G', 'H']);
});
