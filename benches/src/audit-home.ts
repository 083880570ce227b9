// A home for the benches of the interface: one key, and a history of people that grows.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { xTifSignature } from '@hengjian/server/interface/signature.ts';
import { keyStoreOf, openHome } from '@hengjian/store';
import { type HistoryRow, openHistoryFile } from '@hengjian/store/history/history-file.ts';
import { historyRows } from './audit-messages.ts';

export const SECRET = 'bench-secret';
const PROVIDER = 'H00000000001';
const ROWS_AT_ONCE = 5000;

export interface BenchHome {
  readonly folder: string;
  /** Brings the history from the people it has to so many. */
  grow(people: number): void;
  remove(): void;
}

/** `sm2`: the public key of the institution's own signatures, where it has one. */
export async function benchHome(codes: readonly string[], { sm2 }: { sm2?: string } = {}): Promise<BenchHome> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-audit-bench-'));
  const folder = path.join(scratch, 'home');
  const home = await openHome(folder);
  const keys = keyStoreOf(home.db);
  await keys.add({ keyId: 'bench', scheme: 'x-tif', providerNo: PROVIDER, secret: SECRET }, 'bench', 0);
  if (sm2) await keys.add({ keyId: 'bench-sm2', scheme: 'SM2', providerNo: PROVIDER, secret: sm2 }, 'bench', 0);
  await home.close();
  mkdirSync(path.join(folder, 'history'), { recursive: true });
  let known = 0;
  return {
    folder,
    grow(people) {
      const file = openHistoryFile(path.join(folder, 'history/history.sqlite'), { fresh: known === 0 });
      let rows: HistoryRow[] = [];
      const write = (some: readonly HistoryRow[]) => file.transact(() => file.put(some));
      for (const row of historyRows(known, people, codes)) {
        rows.push(row);
        if (rows.length < ROWS_AT_ONCE) continue;
        write(rows);
        rows = [];
      }
      write(rows);
      file.close();
      known = people;
    },
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

let nonce = 0;
/** Headers of a signed message, and the body as it is given: a copy of each would have the sender stop for its memory every few seconds. */
export function signedRequest(body: Buffer, where = '/fsi/api/fsiAnaLysisService/3101'): readonly [head: Buffer, body: Buffer] {
  const [at, number] = [String(Math.floor(Date.now() / 1000)), `${process.pid}-${nonce++}`];
  const head = `POST ${where} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nx-tif-paasid: bench\r\nx-tif-timestamp: ${at}\r\nx-tif-nonce: ${number}\r\nx-tif-signature: ${xTifSignature(at, SECRET, number)}\r\ncontent-length: ${body.length}\r\n\r\n`;
  return [Buffer.from(head), body];
}
