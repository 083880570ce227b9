// The samples of the connection guide, run as a newcomer runs them: against a real server, unsigned and signed.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createApp } from '@hengjian/server';
import { publicKeyOf } from '@hengjian/server/interface/sm/signature.ts';
import { type Home, keyStoreOf, openHome } from '@hengjian/store';
import { afterAll, beforeAll, expect, test } from 'vitest';

const samples = fileURLToPath(new URL('../../docs/samples', import.meta.url));
const run = promisify(execFile);
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-samples-'));
let home: Home;
let app: Awaited<ReturnType<typeof createApp>>;
let url: string;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  await keyStoreOf(home.db).add({ keyId: 'front', scheme: 'x-tif', providerNo: 'H00000000001', secret: 's3cret' }, '经办', 0);
  // as in a local network: nobody is trusted without a signature
  app = await createApp({ home, trustLoopback: false });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

test('the TypeScript client: signed, it prints the reminder and gives its feedback; unsigned, it says why not', async () => {
  const { stdout } = await run(process.execPath, [path.join(samples, 'client.ts'), url, 'front', 's3cret']);
  expect(stdout).toContain('【药品区分性别使用】');
  expect(stdout).toContain('金额：63.00 元');
  expect(stdout).toContain('已反馈 1 条：返回修改');
  await expect(run(process.execPath, [path.join(samples, 'client.ts'), url])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('签名'),
  });
});

const curl = spawnSync('curl', ['--version']).status === 0;
test.skipIf(!curl)('curl, signed and unsigned', async () => {
  const said = async (...key: string[]) => JSON.parse((await run('sh', [path.join(samples, 'curl.sh'), url, ...key])).stdout);
  expect((await said('front', 's3cret')).output.result).toHaveLength(1);
  expect(await said('front', 'wrong')).toMatchObject({ infcode: -1, err_msg: '签名不一致' });
  expect(await said()).toMatchObject({ infcode: -1 });
});

const openssl = spawnSync('openssl', ['pkeyutl', '-help']).status === 0;
test.skipIf(!curl || !openssl)('SM2 by openssl, and enciphered by SM4: the answer is enciphered too', async () => {
  const [key, secret] = [path.join(scratch, 'key.pem'), '0123456789abcdeffedcba9876543210'];
  await run('openssl', ['genpkey', '-algorithm', 'SM2', '-out', key]);
  const { stdout: publicKey } = await run('openssl', ['pkey', '-in', key, '-pubout']);
  const keys = keyStoreOf(home.db);
  await keys.add({ keyId: 'H1-sm2', scheme: 'SM2', providerNo: 'H00000000001', secret: publicKeyOf(publicKey) as string }, '经办', 0);
  await keys.add({ keyId: 'H1-sm4', scheme: 'SM4', providerNo: 'H00000000001', secret }, '经办', 0);
  const said = async (...more: string[]) => (await run('sh', [path.join(samples, 'sm.sh'), url, key, ...more])).stdout.trim().split('\n');
  // the first signature waits for the worker that looks into it, and on a slow machine longer than a message waits
  await expect.poll(async () => JSON.parse((await said())[0] as string).infcode, { timeout: 30_000 }).toBe(0);
  const [answer, opened] = await said(secret);
  expect(JSON.parse(answer as string)).toMatchObject({ infcode: 0, enc_type: 'SM4', output: expect.stringMatching(/^[A-Za-z0-9+/=]+$/) });
  expect(JSON.parse(opened as string).result).toHaveLength(1);
});

test('the guide names only samples and commands that are there', () => {
  const guide = readFileSync(path.join(samples, '../handbook/interface-connect.md'), 'utf8');
  for (const [, file] of guide.matchAll(/docs\/samples\/([\w.]+)/g))
    expect(readFileSync(path.join(samples, file as string)).length).toBeGreaterThan(0);
  // an identifier travels in a header, where a client can write nothing else
  for (const [, id] of guide.matchAll(/^npx hengjian interface key (?:add|end) (\S+)/gm)) expect(id).toMatch(/^[\x21-\x7e]+$/);
  const cli = fileURLToPath(new URL('../../apps/cli/src/', import.meta.url));
  const files = ['commands/interface.ts', ...readdirSync(path.join(cli, 'interface')).map((file) => `interface/${file}`)];
  const commands = files.map((file) => readFileSync(path.join(cli, file), 'utf8')).join('\n');
  for (const [, verb] of guide.matchAll(/hengjian interface (\w+)/g)) expect(commands.includes(`command('${verb}')`), verb).toBe(true);
});
