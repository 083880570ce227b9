// What the pages of transfers share.
import { share } from '../../format.ts';

/** Paid against the time that went by: a bar with a mark. */
export function Bar({ paid, time, label }: { paid: number; time: number | null; label: string }) {
  const percent = (ratio: number) => `${Math.min(100, Math.max(0, ratio * 100))}%`;
  return (
    <span className="transfer-bar" role="img" aria-label={label} title={label}>
      <span className="track">
        <span className="paid" style={{ width: percent(paid) }} />
        {time === null ? null : <span className="time" style={{ left: percent(time) }} />}
      </span>
      <small>{share(paid)}</small>
    </span>
  );
}

export interface TypedRow {
  receiver: string;
  from: string;
  project: string;
  advance: string;
  amount: string;
  label: string;
}

/** Cells of a pasted table, by tabs. */
export const cellsOf = (pasted: string): string[][] =>
  pasted
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
