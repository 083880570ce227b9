// Bytes to text: UTF-8, UTF-16 with a mark, else GB18030, which Chinese offices still write.

/** The text, or null where the bytes are none of the encodings. */
export function decodeText(bytes: Uint8Array): string | null {
  const mark = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  const decode = (encoding: string) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  if (mark(0xff, 0xfe)) return decode('utf-16le');
  if (mark(0xfe, 0xff)) return decode('utf-16be');
  const text = decode('utf-8') ?? damagedUtf8(bytes) ?? decode('gb18030');
  if (text === null) return null;
  // A file of control characters is no text, whatever decodes it.
  const letters = [...text.slice(0, 65_536)];
  return letters.filter(isControl).length > letters.length / 500 ? null : text;
}
const isControl = (character: string): boolean => character < ' ' && !'\t\n\v\f\r\u001b'.includes(character);

/** UTF-8 cut off in the middle of a letter, or with a few broken ones, which stay visible as �. GB18030 read as UTF-8 is broken throughout. */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  return broken <= Math.max(1, text.length / 200) && /[\u4e00-\u9fff]/.test(text) ? text : null;
}
