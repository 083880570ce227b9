/** Lines that are lit: those under the mouse, else those held by a click. `from` says which side asked. */
export interface Lit {
  lines: readonly number[];
  from: 'source' | 'result';
}
