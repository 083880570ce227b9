/** Personal numbers are shown with their middle hidden unless someone asks for them, which is recorded. */
export function masked(number: string): string {
  const signs = [...number];
  if (signs.length <= 4) return '*'.repeat(signs.length);
  const head = Math.min(4, Math.floor(signs.length / 3));
  const tail = Math.min(2, signs.length - head - 1);
  return `${signs.slice(0, head).join('')}${'*'.repeat(signs.length - head - tail)}${signs.slice(signs.length - tail).join('')}`;
}
