// Sends requests at a rate over kept connections, each timed from the moment it was due (a slow server delays nobody's clock). A timer is
// up to a millisecond late, which counts as the server's.
import net from 'node:net';

export interface Sent {
  /** Milliseconds, sorted. */
  readonly times: Float64Array;
  readonly failed: number;
  /** Answers a second that were really reached. */
  readonly rate: number;
  /** Microseconds of processor time a request of the sender itself. */
  readonly cpu: number;
}

interface Connection {
  /** False once the server let it go, as it does with one that nobody used for a minute. */
  readonly open: boolean;
  ask(pieces: readonly Buffer[]): Promise<string>;
  close(): void;
}

async function connect(port: number): Promise<Connection> {
  const socket = net.connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let got = '';
  let waiting: { resolve: (body: string) => void; reject: (error: Error) => void } | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (piece) => {
    got += piece;
    const end = got.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(got)?.[1] ?? 0);
    if (got.length < end + 4 + length) return;
    const body = got.slice(end + 4, end + 4 + length);
    got = got.slice(end + 4 + length);
    waiting?.resolve(body);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('closed')));
  return {
    get open() {
      return socket.writable;
    },
    ask: (pieces) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.cork();
        for (const piece of pieces) socket.write(piece);
        socket.uncork();
      }),
    close: () => socket.destroy(),
  };
}

export interface Load {
  readonly port: number;
  readonly seconds: number;
  /** Requests a second; undefined: as many as the connections take. */
  readonly rate?: number;
  readonly connections: number;
  /** Ends earlier after so many. */
  readonly most?: number;
  /** Headers and body of the n-th request. */
  readonly request: (n: number) => readonly Buffer[];
}

export async function send({ port, seconds, rate, connections, most = Number.POSITIVE_INFINITY, request }: Load): Promise<Sent> {
  const idle = await Promise.all(Array.from({ length: connections }, () => connect(port)));
  const all = [...idle];
  const times: number[] = [];
  let [next, failed, busy] = [0, 0, 0];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + seconds * 1000;
  const one = async (kept: Connection, due: number) => {
    busy += 1;
    let connection = kept;
    try {
      if (!kept.open) {
        connection = await connect(port);
        all.push(connection);
      }
      const body = await connection.ask(request(next++));
      if (!body.includes('"infcode":0')) failed += 1;
      times.push(performance.now() - due);
    } catch {
      failed += 1;
    }
    busy -= 1;
    idle.push(connection);
  };
  if (rate === undefined) {
    await Promise.all(
      all.map(async (connection) => {
        while (performance.now() < end && next < most) await one(connection, performance.now());
      }),
    );
  } else {
    let due = start;
    while (due < end && next < most) {
      while (due <= performance.now() && due < end && next < most) {
        const connection = idle.pop();
        if (!connection) break; // its wait counts: `due` stays
        one(connection, due);
        due += 1000 / rate;
      }
      // sleeps: whoever waits by asking the clock takes a processor from the server beside it
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, due - performance.now())));
    }
    while (busy > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const passed = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  for (const connection of all) connection.close();
  return { times: Float64Array.from(times).sort(), failed, rate: times.length / passed, cpu: (user + system) / times.length };
}

export const quantile = (times: Float64Array, q: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;
