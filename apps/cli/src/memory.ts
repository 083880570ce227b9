// Resident memory of a whole process tree, as the kernel counts it: each process's resident pages (shared pages of PostgreSQL's
// workers are counted once, in proportion: Pss), summed and kept at the peak.
import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has gone
  }
};

/** Process → parent, of everything that runs. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1];
    if (parent) found.set(Number(name), Number(parent));
  }
  return found;
}

/** Bytes held by these processes and all their descendants. */
function residentBytes(roots: readonly number[]): number {
  const tree = parents();
  const wanted = new Set(roots);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [child, parent] of tree)
      if (wanted.has(parent) && !wanted.has(child)) {
        wanted.add(child);
        grew = true;
      }
  }
  let total = 0;
  for (const id of wanted) {
    const rollup = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1];
    total += Number(rollup ?? /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${id}/status`))?.[1] ?? 0) * 1024;
  }
  return total;
}

/** Samples until stopped; `peak` is the largest sum seen. */
export function watchMemory(roots: () => readonly number[], everyMs = 200): { peak(): number; stop(): number } {
  let peak = residentBytes(roots());
  const sample = () => {
    peak = Math.max(peak, residentBytes(roots()));
  };
  const timer = setInterval(sample, everyMs);
  timer.unref();
  return {
    peak: () => peak,
    stop() {
      sample();
      clearInterval(timer);
      return peak;
    },
  };
}
