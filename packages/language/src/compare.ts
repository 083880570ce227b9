/** Text compares by its UTF-8 bytes (as DuckDB and PostgreSQL with COLLATE "C" do): code point order, not UTF-16 order. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    // Surrogates (characters outside the basic plane) stand after every other character.
    const [p, q] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    return p === q ? x - y : p ? 1 : -1;
  }
  return a.length - b.length;
}

/** Numbers by size, false before true, texts by their bytes. Both must be of one type. */
export function compareValues(a: number | string | boolean, b: number | string | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a) - Number(b);
}

/** Records by their published key, column after column; unknown first. */
export function compareKeys(
  tie: readonly string[],
  a: { readonly [column: string]: unknown },
  b: { readonly [column: string]: unknown },
): number {
  for (const column of tie) {
    const [x, y] = [a[column] ?? null, b[column] ?? null];
    const order = x === y ? 0 : x === null ? -1 : y === null ? 1 : compareValues(x as string, y as string);
    if (order !== 0) return order;
  }
  return 0;
}
