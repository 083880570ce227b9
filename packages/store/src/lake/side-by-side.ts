/**
 * Works through jobs on several workers at once; every worker takes the next job when it has done one. What they come to is given in the
 * order of the jobs, whoever was done first, and so is a fault: of several the one that would have come first alone. After a fault, or
 * when nobody takes any more, no job is begun, and those under way are waited for, so that the workers are free when it ends.
 * `ahead`: how many jobs may be done or under way that nobody has taken yet, beside the one waited for.
 */
export async function* sideBySide<Worker, Job, Result>(
  workers: readonly Worker[],
  jobs: readonly Job[],
  work: (worker: Worker, job: Job) => Promise<Result>,
  ahead = Number.POSITIVE_INFINITY,
): AsyncGenerator<Result, void, undefined> {
  const free = [...workers];
  const begun: (Promise<Result> | undefined)[] = [];
  let [taken, stopped] = [0, false];
  const begin = (): void => {
    while (!stopped && begun.length < jobs.length && begun.length <= taken + ahead && free.length > 0) {
      const result = one(free.shift() as Worker, jobs[begun.length] as Job);
      result.catch(() => {}); // told when its turn comes; it must not count as unhandled meanwhile
      begun.push(result);
    }
  };
  const one = async (worker: Worker, job: Job): Promise<Result> => {
    try {
      return await work(worker, job);
    } catch (fault) {
      stopped = true;
      throw fault;
    } finally {
      free.push(worker);
      begin();
    }
  };
  try {
    for (begin(); taken < jobs.length; ) {
      const result = await (begun[taken] as Promise<Result>);
      begun[taken] = undefined;
      taken += 1;
      begin();
      yield result;
    }
  } finally {
    stopped = true;
    await Promise.allSettled(begun);
  }
}
