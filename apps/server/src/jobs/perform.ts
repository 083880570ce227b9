// Does a job where it belongs: in the server that serves the home, where one does; else in this process.
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Outcome } from '@hengjian/domain';
import type { Home, ServerAddress } from '@hengjian/store';
import type { Job, JobProgress } from './job.ts';
import type { JobEvent } from './runner.ts';

/** Header in which a process that can read the records shows it. */
export const TOKEN_HEADER = 'x-hengjian-token';

/** The same outcome wherever it is done. Throws on a fault, also where the server ends before the job does. */
export async function perform<Request, Result>(
  home: Home,
  job: Job<Request, Result>,
  request: Request,
  progress: (at: JobProgress) => void,
): Promise<Outcome<Result>> {
  const server = await home.findServer();
  const response = server && (await handOver(server, job.name, request));
  if (!response) return job.run(home, request, progress);
  if (!response.ok || !response.body) throw new Error(`${job.name}: ${response.status} ${await response.text()}`);
  const lines = createInterface({ input: Readable.fromWeb(response.body as WebStream) });
  for await (const line of lines) {
    const event = JSON.parse(line) as JobEvent;
    if ('progress' in event) progress(event.progress);
    else if ('fault' in event) throw new Error(event.fault);
    else return event.outcome as Outcome<Result>;
  }
  throw new Error(`服务在任务完成前结束了：${job.name}。服务重新启动后请再执行一次，已完成的不会重复。`);
}

/** Undefined where the server has just gone. */
async function handOver({ url, token }: ServerAddress, name: string, request: unknown): Promise<Response | undefined> {
  try {
    return await fetch(new URL(`/api/jobs/${encodeURIComponent(name)}`, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token },
      body: JSON.stringify(request),
    });
  } catch {
    return undefined;
  }
}
