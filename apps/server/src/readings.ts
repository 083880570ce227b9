// What was read from the documents of the shelf, as the library takes it: kept with the document, made again by a better reader.
import { readDocument } from '@hengjian/documents';
import { documentShelfOf, type Home } from '@hengjian/store';
import type { KeptReading } from '@hengjian/workflows';

/** Reads what was not read yet; a document that can no longer be read is left out. */
export async function keptReadings(home: Home): Promise<KeptReading[]> {
  const shelf = documentShelfOf(home.db);
  for (const documentId of await shelf.unread()) {
    const kept = await shelf.read(documentId);
    const reading = kept && (await readDocument(kept.bytes, kept.head.file));
    if (reading?.ok) await shelf.keepReading(documentId, reading.value.document);
  }
  return shelf.readings();
}
