// The XML that office programs write, as a tree: elements, raw attributes, text. A general parser took six of the ten seconds that
// a document of two hundred pages may take; this one knows no DTD and resolves no entity beyond the five and the numbers.

export interface XmlNode {
  /** '' for text. */
  tag: string;
  /** As written between the name and the bracket; `attribute` reads one. */
  attributes: string;
  children: XmlNode[];
  text: string;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name?: string) => {
        const code = hex ? Number.parseInt(hex, 16) : digits ? Number(digits) : null;
        return code === null ? (ENTITIES[name ?? ''] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

const element = (tag: string, attributes: string): XmlNode => ({ tag, attributes, children: [], text: '' });
const textNode = (text: string): XmlNode => ({ tag: '', attributes: '', children: [], text });

/** The end of a tag that begins at `from`: a bracket inside a quoted value does not close it. */
function tagEnd(xml: string, from: number): number {
  let end = xml.indexOf('>', from);
  while (end >= 0) {
    // Almost every tag ends with a quote or a slash; only then need nothing be counted.
    const before = xml[end - 1];
    if (before === '"' || before === '/') return end;
    const quotes = xml.slice(from, end).split('"').length - 1;
    if (quotes % 2 === 0) return end;
    end = xml.indexOf('>', end + 1);
  }
  return -1;
}

/** The document's root elements; null where the text is not well-formed. Elements named in `without` are left out with all they hold. */
export function parseXml(xml: string, without: ReadonlySet<string> = new Set()): XmlNode[] | null {
  const root = element('', '');
  const open: XmlNode[] = [root];
  let at = 0;
  let skipped = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const top = open[open.length - 1] as XmlNode;
    if (start !== at && skipped === 0) {
      const text = start < 0 ? xml.slice(at) : xml.slice(at, start);
      if (text.trim() !== '' || top.tag === 'w:t') top.children.push(textNode(decoded(text)));
    }
    if (start < 0) break;
    if (xml.startsWith('<!--', start) || xml.startsWith('<![CDATA[', start)) {
      const comment = xml[start + 2] === '-';
      const end = xml.indexOf(comment ? '-->' : ']]>', start);
      if (end < 0) return null;
      if (!comment && skipped === 0) top.children.push(textNode(xml.slice(start + 9, end)));
      at = end + 3;
      continue;
    }
    const end = tagEnd(xml, start);
    if (end < 0) return null;
    at = end + 1;
    const sign = xml[start + 1];
    if (sign === '?' || sign === '!') continue;
    if (sign === '/') {
      if (skipped > 0) skipped -= 1;
      if (skipped > 0) continue;
      if (open.length < 2 || open.pop()?.tag !== xml.slice(start + 2, end).trim()) return null;
      continue;
    }
    const closed = xml[end - 1] === '/';
    if (skipped > 0) {
      if (!closed) skipped += 1;
      continue;
    }
    const inner = xml.slice(start + 1, closed ? end - 1 : end);
    const space = inner.search(/\s/);
    const node = element(space < 0 ? inner : inner.slice(0, space), space < 0 ? '' : inner.slice(space));
    if (without.has(node.tag)) {
      if (closed) continue;
      open.push(node);
      skipped = 1;
      continue;
    }
    top.children.push(node);
    if (!closed) open.push(node);
  }
  return open.length === 1 ? root.children : null;
}

/** The value of an attribute, or undefined. */
export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const match = node ? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(node.attributes) : null;
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decoded(value);
}
