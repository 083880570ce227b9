import { parentPort } from 'node:worker_threads';
import { sm2 } from 'sm-crypto-v2';
import { DEFAULT_USER_ID } from './signature.ts';
import { type Question, signedBy } from './verify.ts';

// the first verification is the slowest by far: the tables of the curve are made with it
const { publicKey, privateKey } = sm2.generateKeyPairHex();
signedBy({ text: '', signature: sm2.doSignature('', privateKey, { hash: true }), keys: [{ publicKey, userId: DEFAULT_USER_ID }] });

parentPort?.on('message', ({ id, question }: { id: number; question: Question }) =>
  parentPort?.postMessage({ id, signer: signedBy(question) }),
);
