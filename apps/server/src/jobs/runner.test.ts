import type { Home } from '@hengjian/store';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Job } from './job.ts';
import { jobRunnerOf } from './runner.ts';

/** Jobs that touch nothing of the home but its name. */
const failing = (fault: Error): Job<object, never> => ({ name: 'failing', request: z.object({}), run: () => Promise.reject(fault) });

test('a disk that fills under any job is a refusal; other faults stay faults, and the next job is done', async () => {
  const runner = jobRunnerOf({ folder: '/data/hengjian' } as Home);
  const full = Object.assign(new Error('could not extend file'), { code: '53100' });
  expect(await runner.submit(failing(full), {}).outcome).toEqual({
    ok: false,
    issues: [{ code: 'command.diskFull', severity: 'error', facts: { folder: '/data/hengjian' } }],
  });
  await expect(runner.submit(failing(new Error('other')), {}).outcome).rejects.toThrow('other');
  expect(runner.list().map(({ state }) => state)).toEqual(['failed', 'refused']);
});
