// A thread that reads what the history holds of a person, for the one that listens. The file is opened anew when another is put in its place.
import { parentPort, workerData } from 'node:worker_threads';
import { readHistoryFile } from '@hengjian/store/history/history-file.ts';
import type { FromReader, ToReader } from './history-readers.ts';

const { file } = workerData as { file: string };
const port = parentPort as NonNullable<typeof parentPort>;
let history: ReturnType<typeof readHistoryFile> | undefined;
function reopen(ready: boolean): void {
  history?.close();
  history = undefined;
  try {
    if (ready) history = readHistoryFile(file);
  } catch {
    // the server opens it as well, and says what is wrong
  }
}
port.on('message', (told: ToReader) => {
  if ('history' in told) return reopen(told.history);
  if ('end' in told) {
    reopen(false);
    return port.close();
  }
  try {
    port.postMessage({ id: told.id, rows: history?.person(told.personNo) } satisfies FromReader);
  } catch {
    // a damaged row: the server's own look finds it
    reopen(false);
    port.postMessage({ id: told.id, rows: undefined } satisfies FromReader);
  }
});
