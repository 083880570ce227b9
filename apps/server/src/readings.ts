// Documents of the shelf as they read today: by the present reader, with the habits people taught it, under their corrections.
import { type DocumentReading, readDocument } from '@hengjian/documents';
import { corrected, type Language, type Outcome, type ReadingCorrection, readingMessages } from '@hengjian/domain';
import { documentShelfOf, type Home, type KeptDocument, readingDeskOf } from '@hengjian/store';
import type { KeptReading } from '@hengjian/workflows';

export interface ShelfReading {
  head: KeptDocument;
  reading: DocumentReading;
  /** What the machine read, before corrections. */
  machine: DocumentReading['document'];
  corrections: ReadingCorrection[];
}

/** undefined: no document of that id. */
export async function readingOf(home: Home, documentId: string, language: Language = 'zh'): Promise<Outcome<ShelfReading> | undefined> {
  const kept = await documentShelfOf(home.db).read(documentId);
  if (!kept) return undefined;
  const desk = readingDeskOf(home.db);
  const outcome = await readDocument(kept.bytes, kept.head.file, language, await desk.habits());
  if (!outcome.ok) return outcome;
  const corrections = await desk.corrections(documentId);
  const { document, lost } = corrected(outcome.value.document, corrections);
  const warnings = lost.map(({ line, name, why }) => ({
    code: 'correction-lost',
    line,
    message: readingMessages['reading.correction-lost'][language]({ name, why }),
  }));
  const reading = { ...outcome.value, document: { ...document, warnings: [...document.warnings, ...warnings] } };
  return { ok: true, value: { head: kept.head, reading, machine: outcome.value.document, corrections }, issues: [] };
}

/** Reads what was not read yet, for the library; a document that can no longer be read is left out. */
export async function keptReadings(home: Home): Promise<KeptReading[]> {
  const shelf = documentShelfOf(home.db);
  for (const documentId of await shelf.unread()) {
    const found = await readingOf(home, documentId);
    if (found?.ok) await shelf.keepReading(documentId, found.value.reading.document);
  }
  return shelf.readings();
}
