import { parentPort } from 'node:worker_threads';
import { type Question, signedBy } from './verify.ts';

parentPort?.on('message', ({ id, question }: { id: number; question: Question }) =>
  parentPort?.postMessage({ id, signer: signedBy(question) }),
);
