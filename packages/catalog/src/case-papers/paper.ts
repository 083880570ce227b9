/** A paper of a case file as blocks of text, before any file format: what is written, not how it looks. */
export type PaperBlock =
  /** Body text, its first line indented. */
  | { readonly kind: 'text'; readonly text: string }
  /** Whom the paper is addressed to: not indented. */
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'head'; readonly text: string }
  /** Label and value, side by side. */
  | { readonly kind: 'form'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Lines to sign on, left. */
  | { readonly kind: 'sign'; readonly lines: readonly string[] }
  /** Who issues it, and when: right. */
  | { readonly kind: 'seal'; readonly lines: readonly string[] };

export interface CasePaper {
  readonly id: string;
  readonly title: string;
  /** 文号 under the title. */
  readonly number: string | null;
  readonly blocks: readonly PaperBlock[];
}
