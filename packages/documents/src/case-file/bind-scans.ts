// Pages of signed scans in PDF, laid onto the pages that the file keeps for them. Each such page is a named destination, whose name
// says which page of which scan belongs there, so its place is never guessed.
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFEmbeddedPage,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';

/** A scan that cannot be bound: it wants a password, or what it holds cannot be read. */
export type ScanFault = 'locked' | 'broken';
export type OpenedScan = { ok: true; pages: number; document: PDFDocument } | { ok: false; fault: ScanFault };

/** Opens a PDF with all that binding needs of it; one that only forbids editing (empty password) opens. */
export async function openScan(bytes: Uint8Array): Promise<OpenedScan> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false }).catch((error) => {
      if (!(error instanceof EncryptedPDFError)) throw error;
      return PDFDocument.load(bytes, { password: '', updateMetadata: false }).catch(() => undefined);
    });
    if (!document) return { ok: false, fault: 'locked' };
    const pages = document.getPages();
    // a page without a size fails here, and not when the file is bound
    for (const page of pages) page.getCropBox();
    return pages.length > 0 ? { ok: true, pages: pages.length, document } : { ok: false, fault: 'broken' };
  } catch {
    return { ok: false, fault: 'broken' };
  }
}

/** Name of the page kept for one page of one scan; both counted from 0. */
export const placeOf = (scan: number, page: number): string => `scan${scan}x${page}`;

interface Place {
  readonly page: PDFPage;
  /** Points from below where the line above the scan begins. */
  readonly top: number;
}

/** Where the named destinations of a PDF lie. */
function placesOf(file: PDFDocument): Map<string, Place> {
  const pages = new Map(file.getPages().map((page) => [page.ref.toString(), page]));
  const places = new Map<string, Place>();
  for (const [name, value] of file.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? []) {
    const target = file.context.lookup(value, PDFArray);
    const page = pages.get(String(target.get(0)));
    if (page) places.set(name.decodeText(), { page, top: target.lookup(3, PDFNumber).asNumber() });
  }
  return places;
}

export type Bound = { ok: true; bytes: Uint8Array } | { ok: false; reason: ScanFault; file: string };

/** The laid out file with every scan on its pages; a scan whose content cannot be read refuses the whole, with its name. */
export async function bindScans(
  laidOut: Uint8Array,
  scans: readonly { readonly file: string; readonly document: PDFDocument }[],
): Promise<Bound> {
  const bound = await PDFDocument.load(laidOut, { updateMetadata: false });
  const places = placesOf(bound);
  for (const [scan, { file, document }] of scans.entries()) {
    for (const [number, source] of document.getPages().entries()) {
      const place = places.get(placeOf(scan, number));
      if (!place) throw new Error(`no page is kept for page ${number + 1} of ${file}`);
      try {
        const embedded = await embed(bound, source);
        lay(embedded, source, place);
      } catch {
        return { ok: false, reason: 'broken', file };
      }
    }
  }
  return { ok: true, bytes: await bound.save() };
}

/** Of the page what a reader shows, with its seals; its content is read at once, so that a broken one is noticed. */
async function embed(bound: PDFDocument, source: PDFPage): Promise<PDFEmbeddedPage> {
  stamp(source);
  const { x, y, width, height } = source.getCropBox();
  const embedded = await bound.embedPage(source, { left: x, bottom: y, right: x + width, top: y + height });
  await embedded.embed();
  return embedded;
}

const POINTS = { left: 36, right: 36, bottom: 62, line: 24 };

/** As large as fits, never larger than it is, upright as a reader shows it. */
function lay(embedded: PDFEmbeddedPage, source: PDFPage, { page, top: line }: Place): void {
  const { width, height } = source.getCropBox();
  const top = line - POINTS.line;
  const turn = ((source.getRotation().angle % 360) + 360) % 360;
  const [shownWidth, shownHeight] = turn % 180 === 0 ? [width, height] : [height, width];
  const area = { width: page.getWidth() - POINTS.left - POINTS.right, height: top - POINTS.bottom };
  const scale = Math.min(1, area.width / shownWidth, area.height / shownHeight);
  const [w, h] = [width * scale, height * scale];
  const left = POINTS.left + (area.width - shownWidth * scale) / 2;
  const bottom = top - shownHeight * scale;
  // a page turned clockwise hangs on another of its corners
  const corner = { 0: [0, 0], 90: [0, w], 180: [w, h], 270: [h, 0] }[turn] ?? [0, 0];
  const at = { x: left + (corner[0] as number), y: bottom + (corner[1] as number) };
  page.drawPage(embedded, { ...at, width: w, height: h, rotate: degrees(-turn) });
}

const HIDDEN = 2;
type Matrix = [number, number, number, number, number, number];

/** Seals and signatures stand in annotations, which are no content of a page: drawn into it, as a printer does (PDF 32000-1, 12.5.5). */
function stamp(page: PDFPage): void {
  const annotations = page.node.Annots();
  // also gives a page without any content one that can be embedded
  page.pushOperators(pushGraphicsState(), popGraphicsState());
  for (let i = 0; i < (annotations?.size() ?? 0); i++) {
    const annotation = annotations?.lookupMaybe(i, PDFDict);
    const flags = annotation?.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
    const kind = annotation?.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText();
    if (!annotation || flags & HIDDEN || kind === 'Popup' || kind === 'Link') continue;
    const look = lookOf(annotation);
    const rect = annotation.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (!look || !rect) continue;
    const box = boxOf(look.stream);
    if (box.width === 0 || box.height === 0) continue;
    const [sx, sy] = [rect.width / box.width, rect.height / box.height];
    const name = page.node.newXObject('Stamp', look.ref);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(sx, 0, 0, sy, rect.x - box.x * sx, rect.y - box.y * sy),
      drawObject(name),
      popGraphicsState(),
    );
  }
}

/** The normal appearance, in the state the annotation is in. */
function lookOf(annotation: PDFDict): { ref: PDFRef; stream: PDFStream } | undefined {
  const appearance = annotation.lookupMaybe(PDFName.of('AP'), PDFDict);
  const normal = appearance?.lookup(PDFName.of('N'));
  const state = annotation.lookupMaybe(PDFName.of('AS'), PDFName);
  const ref =
    normal instanceof PDFStream ? appearance?.get(PDFName.of('N')) : normal instanceof PDFDict && state ? normal.get(state) : null;
  const stream = ref instanceof PDFRef ? annotation.context.lookup(ref) : undefined;
  return ref instanceof PDFRef && stream instanceof PDFStream ? { ref, stream } : undefined;
}

/** The box of an appearance after its own matrix. */
function boxOf({ dict }: PDFStream): { x: number; y: number; width: number; height: number } {
  const box = dict.lookup(PDFName.of('BBox'), PDFArray).asRectangle();
  const given = dict.lookupMaybe(PDFName.of('Matrix'), PDFArray);
  if (!given) return box;
  const [a, b, c, d, e, f] = given.asArray().map((_, i) => given.lookup(i, PDFNumber).asNumber()) as Matrix;
  const corners = [box.x, box.x + box.width].flatMap((x) => [box.y, box.y + box.height].map((y) => [a * x + c * y + e, b * x + d * y + f]));
  const [xs, ys] = [corners.map(([x]) => x as number), corners.map(([, y]) => y as number)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
