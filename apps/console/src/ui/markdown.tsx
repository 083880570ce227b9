// Just enough Markdown for the pages of rules: headings, paragraphs, lists, tables, quotes, **bold**, `code`. No HTML passes.
import { Fragment, type ReactNode } from 'react';

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/).map((piece, index) => {
    const key = `${index}${piece}`;
    if (piece.startsWith('**')) return <strong key={key}>{piece.slice(2, -2)}</strong>;
    if (piece.startsWith('`')) return <code key={key}>{piece.slice(1, -1)}</code>;
    const link = /^\[([^\]]+)\]/.exec(piece);
    return <Fragment key={key}>{link ? link[1] : piece}</Fragment>;
  });
}

const cells = (line: string) =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());

type Block = { kind: 'heading' | 'list' | 'ordered' | 'table' | 'quote' | 'text'; lines: string[] };

const kindOf = (line: string): Block['kind'] => {
  if (/^#{1,6} /.test(line)) return 'heading';
  if (/^\s*[-*] /.test(line)) return 'list';
  if (/^\s*\d+\. /.test(line)) return 'ordered';
  if (/^\s*\|/.test(line)) return 'table';
  return line.startsWith('>') ? 'quote' : 'text';
};

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of source.split(/\r?\n/)) {
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    const kind = kindOf(line);
    // A line that follows a list item belongs to it.
    if (open && kind === 'text' && (open.kind === 'list' || open.kind === 'ordered'))
      open.lines[open.lines.length - 1] += ` ${line.trim()}`;
    else if (open && open.kind === kind && kind !== 'heading') open.lines.push(line);
    else {
      open = { kind, lines: [line] };
      blocks.push(open);
    }
  }
  return blocks;
}

function Shown({ block }: { block: Block }) {
  const [first = ''] = block.lines;
  if (block.kind === 'heading') return <h2>{inline(first.replace(/^#+ /, ''))}</h2>;
  if (block.kind === 'quote') return <blockquote>{inline(block.lines.map((line) => line.replace(/^>\s?/, '')).join(' '))}</blockquote>;
  if (block.kind === 'text') return <p>{inline(block.lines.join(''))}</p>;
  if (block.kind === 'table') {
    const [head = '', , ...rows] = block.lines;
    return (
      <table>
        <thead>
          <tr>
            {cells(head).map((cell) => (
              <th key={cell}>{inline(cell)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {cells(row).map((cell, index) => (
                <td key={`${index}${cell}`}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  const items = block.lines.map((line) => <li key={line}>{inline(line.replace(/^\s*([-*]|\d+\.) /, ''))}</li>);
  return block.kind === 'list' ? <ul>{items}</ul> : <ol>{items}</ol>;
}

export function Markdown({ source }: { source: string }) {
  return (
    <div className="markdown">
      {blocksOf(source).map((block) => (
        <Shown key={block.lines.join('\n')} block={block} />
      ))}
    </div>
  );
}
