// The calls' journal into PostgreSQL from a thread of its own, which gives way to those that answer.
import { readlinkSync } from 'node:fs';
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { connectRecords, type Home } from '@hengjian/store';
import { callFollower } from './call-follower.ts';

const { connection, folder, postmaster } = workerData as Pick<Home, 'connection' | 'folder' | 'postmaster'>;
const port = parentPort as NonNullable<typeof parentPort>;
try {
  os.setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), os.constants.priority.PRIORITY_LOW);
} catch {
  // a system that counts no threads
}
const db = connectRecords(
  { ...connection, max: 1, application_name: `hengjian-calls|${process.pid}` },
  { givesWay: postmaster !== undefined },
);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const follower = callFollower(
  db,
  folder,
  {
    onTrouble: (error) => port.postMessage({ trouble: wordsOf(error) }),
    onRecovery: () => port.postMessage({ recovery: true }),
    onDamage: (damage) => port.postMessage({ damage }),
  },
  () => new Promise((resolve) => setTimeout(resolve, 5)),
);
port.on('message', (told: { soon: true } | { flush: number } | { end: true }) => {
  if ('soon' in told) follower.soon();
  else if ('flush' in told)
    follower.flush().then(
      () => port.postMessage({ flushed: told.flush }),
      (error) => port.postMessage({ flushed: told.flush, error: wordsOf(error) }),
    );
  else
    follower
      .close()
      .then(() => db.destroy())
      .finally(() => port.close());
});
