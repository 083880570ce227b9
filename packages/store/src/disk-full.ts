// Whether a fault says that the disk is full: DuckDB, PostgreSQL and the system say it in words of their own.

/** DuckDB keeps a tenth of the disk free for others and says that its own share is used up. */
const words = [/no space left on device/i, /max_temp_directory_size/i, /disk quota exceeded/i, /\bENOSPC\b/, /\bEDQUOT\b/];
/** PostgreSQL: disk_full. */
const DISK_FULL = '53100';

/** True for a fault (or its cause) that a full disk explains; what was being written was not kept. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return code === DISK_FULL || words.some((word) => word.test(error.message)) || isDiskFull(error.cause);
}
