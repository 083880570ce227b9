import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

/** Jobs that end when they are told to. */
function gates(n: number) {
  const all = Array.from({ length: n }, () => Promise.withResolvers<void>());
  const [begun, busy]: [number[], Set<string>] = [[], new Set()];
  const work = async (worker: string, job: number): Promise<string> => {
    expect(busy.has(worker)).toBe(false);
    busy.add(worker);
    begun.push(job);
    try {
      await all[job]?.promise;
    } finally {
      busy.delete(worker);
    }
    return `job ${job}`;
  };
  const jobs = all.map((_, i) => i);
  return {
    jobs,
    begun,
    busy,
    work,
    end: (job: number) => all[job]?.resolve(),
    fail: (job: number) => all[job]?.reject(new Error(`fault ${job}`)),
  };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('two work at once, and a long job holds up nobody; results come in the order of the jobs', async () => {
  const { jobs, begun, work, end } = gates(5);
  const run = sideBySide(['a', 'b'], jobs, work);
  const first = run.next();
  await settle();
  expect(begun).toEqual([0, 1]);
  for (const job of [1, 2, 3]) {
    end(job);
    await settle();
  }
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  end(0);
  expect(await first).toEqual({ value: 'job 0', done: false });
  end(4);
  const rest: string[] = [];
  for await (const result of run) rest.push(result);
  expect(rest).toEqual(['job 1', 'job 2', 'job 3', 'job 4']);
});

test('no more is done ahead than asked for', async () => {
  const { jobs, begun, work, end } = gates(4);
  for (const job of jobs) end(job);
  const run = sideBySide(['a', 'b'], jobs, work, 1);
  await run.next();
  await settle();
  expect(begun).toEqual([0, 1, 2]); // one that was taken leaves room for the one waited for next and one more
  await run.next();
  await settle();
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('one worker takes one after the other', async () => {
  for (const ahead of [0, 1, undefined]) {
    const { jobs, work, end } = gates(3);
    for (const job of jobs) end(job);
    const results: string[] = [];
    for await (const result of sideBySide(['a'], jobs, work, ahead)) results.push(result);
    expect(results).toEqual(['job 0', 'job 1', 'job 2']);
  }
});

test('the fault that would have come first is told, after what came before it, and nothing is begun after it', async () => {
  const { jobs, begun, busy, work, end, fail } = gates(6);
  const run = sideBySide(['a', 'b'], jobs, work);
  const results: string[] = [];
  const all = (async () => {
    for await (const result of run) results.push(result);
  })();
  all.catch(() => {});
  await settle();
  end(0);
  await settle();
  fail(2);
  await settle();
  fail(1);
  await expect(all).rejects.toThrow('fault 1');
  expect(results).toEqual(['job 0']);
  expect([begun, busy.size]).toEqual([[0, 1, 2], 0]);
});

test('who takes no more waits for what is under way', async () => {
  const { jobs, begun, busy, work, end } = gates(6);
  const run = sideBySide(['a', 'b'], jobs, work);
  const first = run.next();
  end(0);
  await first;
  const left = run.return();
  let gone = false;
  void left.then(() => {
    gone = true;
  });
  await settle();
  expect([begun, gone]).toEqual([[0, 1, 2], false]);
  end(1);
  end(2);
  await left;
  expect([begun, busy.size]).toEqual([[0, 1, 2], 0]);
});
