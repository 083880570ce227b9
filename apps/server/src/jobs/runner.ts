// Does jobs in this process one after the other and remembers the last ones: console, API and command line ask the same runner.
import { EventEmitter } from 'node:events';
import type { Outcome } from '@hengjian/domain';
import type { Home } from '@hengjian/store';
import { orDiskFull } from './disk-full.ts';
import type { Job, JobProgress } from './job.ts';

export interface JobState {
  readonly id: number;
  readonly name: string;
  readonly request: unknown;
  readonly state: 'waiting' | 'running' | 'done' | 'refused' | 'failed';
  readonly progress: JobProgress | null;
  /** ISO time when it was handed in. */
  readonly since: string;
}

export type JobEvent = { progress: JobProgress } | { outcome: Outcome<unknown> } | { fault: string };

export interface SubmittedJob {
  readonly id: number;
  /** The progress so far and all that follows; ends with the outcome or the fault. */
  events(): AsyncIterable<JobEvent>;
  /** Rejects on a fault. */
  readonly outcome: Promise<Outcome<unknown>>;
}

export interface JobRunner {
  submit<Request, Result>(job: Job<Request, Result>, request: Request): SubmittedJob;
  /** Waiting and running ones and the last that ended, newest first. */
  list(): JobState[];
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
}

const KEPT = 20;

interface Entry {
  state: JobState;
  events: EventEmitter<{ event: [JobEvent] }>;
  end: JobEvent | null;
}

export function jobRunnerOf(home: Home): JobRunner {
  const entries: Entry[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let serial = 0;
  const change = (entry: Entry, to: Partial<JobState>) => {
    entry.state = { ...entry.state, ...to };
  };
  const tell = (entry: Entry, event: JobEvent) => {
    if ('progress' in event) change(entry, { progress: event.progress });
    else entry.end = event;
    entry.events.emit('event', event);
  };
  /** The same that waits already is done once. */
  const follow = async <Result>(job: Pick<Job<never, Result>, 'follow'>, result: Result) => {
    for (const next of (await job.follow?.(home, result)) ?? []) {
      const same = ({ state: { state, name, request } }: Entry) =>
        state === 'waiting' && name === next.job.name && JSON.stringify(request) === JSON.stringify(next.request);
      if (!entries.some(same)) runner.submit(next.job, next.request).outcome.catch(() => {});
    }
  };
  const runner: JobRunner = {
    submit(job, request) {
      serial += 1;
      const entry: Entry = {
        state: { id: serial, name: job.name, request, state: 'waiting', progress: null, since: new Date().toISOString() },
        events: new EventEmitter({ captureRejections: true }),
        end: null,
      };
      entry.events.setMaxListeners(0);
      entries.unshift(entry);
      entries.splice(0, entries.length, ...entries.filter((e, i) => e.end === null || i < KEPT));
      const outcome = last.then(async () => {
        change(entry, { state: 'running' });
        try {
          // of those that say nothing more themselves
          const value = await orDiskFull(home, 'command.diskFull', () => job.run(home, request, (progress) => tell(entry, { progress })));
          if (value.ok)
            await follow(job, value.value).catch((error: Error) => process.stderr.write(`after ${job.name}: ${error.message}\n`));
          change(entry, { state: value.ok ? 'done' : 'refused' });
          tell(entry, { outcome: value });
          return value as Outcome<unknown>;
        } catch (error) {
          change(entry, { state: 'failed' });
          tell(entry, { fault: error instanceof Error ? error.message : String(error) });
          throw error;
        }
      });
      last = outcome.catch(() => {});
      return { id: serial, outcome, events: () => eventsOf(entry) };
    },
    list: () => entries.map((entry) => entry.state),
    async idle() {
      for (let seen: unknown; seen !== last; ) {
        seen = last;
        await seen;
      }
    },
  };
  return runner;
}

async function* eventsOf(entry: Entry): AsyncGenerator<JobEvent> {
  const queue: JobEvent[] = entry.state.progress ? [{ progress: entry.state.progress }] : [];
  if (entry.end) queue.push(entry.end);
  let wake = () => {};
  const hear = (event: JobEvent) => {
    queue.push(event);
    wake();
  };
  entry.events.on('event', hear);
  try {
    for (;;) {
      const event = queue.shift();
      if (!event) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      yield event;
      if (!('progress' in event)) return;
    }
  } finally {
    entry.events.off('event', hear);
  }
}
