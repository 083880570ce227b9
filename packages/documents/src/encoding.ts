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
  const text = decode('utf-8') ?? decode('gb18030');
  // A file of control characters is no text, whatever decodes it.
  return text === null || [...text.slice(0, 65_536)].some(isControl) ? null : text;
}
const isControl = (character: string): boolean => character < ' ' && !'\t\n\v\f\r\u001b'.includes(character);
