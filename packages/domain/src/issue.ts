/** Bad input is a list of issues, never an exception: where it is, what it is, and the facts of its sentence. */
export interface Issue {
  /** Key of the sentence in messages. */
  code: string;
  severity: 'error' | 'warning' | 'info';
  file?: string;
  sheet?: string;
  table?: string;
  /** 1-based. */
  row?: number;
  column?: string;
  /** 1-based lines of a text document. */
  lines?: number[];
  facts: Record<string, unknown>;
}

/** A refusal is returned, a fault is thrown. */
export type Outcome<T> = { ok: true; value: T; issues: Issue[] } | { ok: false; issues: Issue[] };
