/**
 * The text of one key's value in a JSON object, exactly as it was sent: a signature is over these characters and not over what a
 * parser made of them. `text` must be valid JSON; undefined where the top level is no object or has no such key. Of a key that is
 * written twice the last counts, as in JSON.parse.
 */
export function rawValueOf(text: string, key: string): string | undefined {
  let [found, at]: [string | undefined, number] = [undefined, skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)];
  if (text[at] !== '{') return undefined;
  at = skipSpace(text, at + 1);
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at);
    const name = text.slice(at, nameEnd);
    const valueAt = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const end = endOfValue(text, valueAt);
    if (JSON.parse(name) === key) found = text.slice(valueAt, end);
    at = skipSpace(text, end);
    if (text[at] !== ',') break;
    at = skipSpace(text, at + 1);
  }
  return found;
}

const SPACE = /[ \t\r\n]/;
const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && SPACE.test(text.charAt(at))) at += 1;
  return at;
};

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from);
  let [at, depth] = [from, 0];
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      if (depth === 0) break; // the end of the object around a number or word
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (sign === ',' || SPACE.test(sign as string))) break;
    at += 1;
  }
  return at;
}
