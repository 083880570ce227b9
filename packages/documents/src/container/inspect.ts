// What an Office file is made of, looked at before anything is unpacked: bombs are refused, macros are never run and are told.
import { unzipSync } from 'fflate';

/** Unpacked bytes of a whole file, and of how much more than its packed size a large one may unpack to. */
const MOST_BYTES = 400_000_000;
const LARGE_BYTES = 30_000_000;
const MOST_RATIO = 150;

export interface Container {
  /** Would unpack to more than any form does. */
  bomb: boolean;
  macros: boolean;
  parts: string[];
}

/** The list of a zip's parts; null where the bytes are no zip. Nothing is unpacked. */
export function inspectZip(bytes: Uint8Array): Container | null {
  let unpacked = 0;
  const parts: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        parts.push(name);
        return false;
      },
    });
  } catch {
    return null;
  }
  return {
    bomb: unpacked > MOST_BYTES || (unpacked > LARGE_BYTES && unpacked > MOST_RATIO * bytes.length),
    macros: parts.some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name)),
    parts,
  };
}

/** An OLE file of Office 97–2003 that holds macros: its directory names them. */
export function oleMacros(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'Macros'].some((name) => buffer.includes(`${name}\0`, 0, 'utf16le'));
}
