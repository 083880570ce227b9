// Where the time of a 3101 goes, step by step in one process: medians over many messages, so that a busy machine disturbs little.
import { createHash, timingSafeEqual } from 'node:crypto';
import { readEnvelope, writeAnswer } from '@hengjian/catalog/interfaces/envelope.ts';
import { onlyFields } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { writeOutput } from '@hengjian/catalog/interfaces/write-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { readBody } from '@hengjian/server/interface/body.ts';
import { xTifSignature } from '@hengjian/server/interface/signature.ts';
import type { History } from '@hengjian/workflows';
import {
  type AuditBook,
  audit,
  auditFields,
  type Hit,
  historyFrom,
  reminderOf,
  requestRecords,
  resultOf,
  withHistory,
} from '@hengjian/workflows';

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const head = { area: '000000', serial: 1, receivedAt: 0, respondedAt: 0, receivedMs: 0, respondedMs: 0 };

/** µs by step, and what an answer held. */
export function sharesOf(book: AuditBook, history: Pick<History, 'read'>, bodies: readonly Buffer[], rounds: number) {
  const steps: { [step: string]: number[] } = {};
  const timed = <T>(step: string, work: () => T): T => {
    const start = performance.now();
    const done = work();
    const list = steps[step];
    const took = (performance.now() - start) * 1000;
    if (list) list.push(took);
    else steps[step] = [took];
    return done;
  };
  let [reminders, lines] = [0, 0];
  const message = onlyFields(interfaces['3101'], auditFields);
  for (let n = 0; n < rounds; n++) {
    // read when it is asked for
    const json = timed('JSON', () => readBody(bodies[n % bodies.length] as Buffer).json);
    timed('signature', () => {
      const expected = createHash('sha256')
        .update(xTifSignature('1', 'secret', String(n)))
        .digest();
      return timingSafeEqual(expected, expected);
    });
    const records = timed('message → records', () => {
      const { nodes } = readInput(message, readEnvelope(json)?.input);
      return requestRecords(nodes.data?.[0] as never, national);
    });
    const whole = timed('history', () =>
      records.map((person) => withHistory(person, history.read(person.personNo, historyFrom(person, 731)))),
    );
    const hits = timed('rules', () => whole.flatMap((person): readonly Hit[] => audit(book, person).hits));
    const answer = timed('answer', () => {
      const result = hits.slice(0, 8).map((hit, i) => resultOf(reminderOf(book, hit), `A${n}-${i + 1}`, null));
      return JSON.stringify(writeAnswer(head, { output: writeOutput(message.output, { result }) }));
    });
    reminders += Math.min(8, hits.length);
    lines += whole[0]?.tables.line?.length ?? 0;
    if (answer.length === 0) throw new Error('no answer');
  }
  const medians = Object.fromEntries(
    Object.entries(steps).map(([step, times]) => [step, median(times.slice(Math.floor(times.length / 3)))]),
  );
  return { medians, total: Object.values(medians).reduce((a, b) => a + b, 0), reminders: reminders / rounds, lines: lines / rounds };
}
