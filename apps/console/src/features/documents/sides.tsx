// The two sides of a document and the list of marks.
import type { DocumentFileJson } from '@hengjian/server/schemas/documents.ts';
import { Button, Tag, Tooltip } from 'antd';
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { instant, number } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { Nothing } from '../../ui/page.tsx';
import { CorrectionDialog, type Proposal, type Row } from './correction-dialog.tsx';
import type { Lit } from './lit.ts';

const text = texts.documents;
type Mark = DocumentFileJson['marks'][number];
type Severity = Mark['severity'];

interface Side {
  file: DocumentFileJson;
  lit: Lit | null;
  held: Lit | null;
  onHover: (lit: Lit | null) => void;
  onHold: (lit: Lit | null) => void;
}

const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1 };
const names: Record<Severity, Text> = { error: text.error, warning: text.warning, info: text.info };
const colors: Record<Severity, string> = { error: 'red', warning: 'orange', info: 'blue' };

/** Brings the first lit line into sight when the other side asked for it. */
function useScrollTo(lit: Lit | null, mine: Lit['from'], attribute: string) {
  const box = useRef<HTMLDivElement>(null);
  const first = lit && lit.from !== mine ? lit.lines[0] : undefined;
  useEffect(() => {
    if (first === undefined) return;
    const element = box.current?.querySelector(`[${attribute}="${first}"]`);
    const frame = box.current?.parentElement;
    if (!element || !frame) return;
    const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (inner.top < outer.top + 60 || inner.bottom > outer.bottom - 20) frame.scrollTop += inner.top - outer.top - outer.height / 3;
  }, [first, attribute]);
  return box;
}

export function SourceLines({ file, lit, held, onHover, onHold }: Side) {
  const box = useScrollTo(lit, 'source', 'data-line');
  const marks = useMemo(() => {
    const byLine = new Map<number, Mark[]>();
    for (const mark of file.marks) for (const line of mark.lines) byLine.set(line, [...(byLine.get(line) ?? []), mark]);
    return byLine;
  }, [file]);
  const lines = new Set(lit?.lines);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only couples the two sides, everything can be read without it
    <div ref={box} onMouseLeave={() => onHover(null)}>
      {file.lines.map((words, index) => {
        const line = index + 1;
        const own = marks.get(line) ?? [];
        const worst = own.reduce<Severity | ''>((most, { severity }) => (most === '' || RANK[severity] > RANK[most] ? severity : most), '');
        const row = (
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            key={line}
            data-line={line}
            className={`source-line ${worst} ${lines.has(line) ? 'lit' : ''}`}
            onMouseEnter={() => onHover({ lines: [line], from: 'source' })}
            onClick={() => onHold(held?.lines[0] === line ? null : { lines: [line], from: 'source' })}
          >
            <span>{line}</span>
            <span>{words || ' '}</span>
          </div>
        );
        return own.length ? (
          <Tooltip
            key={line}
            placement="topLeft"
            mouseEnterDelay={0.3}
            title={own.map((mark) => <div key={mark.code + mark.message}>{mark.message}</div>)}
          >
            {row}
          </Tooltip>
        ) : (
          <Fragment key={line}>{row}</Fragment>
        );
      })}
    </div>
  );
}

/** A cell of a row: it lights the line it was read from; a corrected one tells what the machine had read. */
function Cell({ row, fields, className, onHover, children }: CellGiven) {
  const t = useTexts();
  const place = row.cells.find(({ role }) => fields.includes(role as Field))?.line ?? row.line;
  const mended = row.corrected.filter(({ field }) => fields.includes(field));
  const told = (value: string | number | null) => (value === null ? t(text.empty) : String(value));
  return (
    <td className={className} onMouseEnter={() => onHover({ lines: [place], from: 'result' })}>
      {mended.length === 0 ? (
        children
      ) : (
        <Tooltip
          title={mended.map(({ field, read, why, by, at }) => (
            <div key={field}>{t(text.correctedBy, { read: told(read), why, by, at: instant(at) })}</div>
          ))}
        >
          <span className="corrected">{children}</span>
        </Tooltip>
      )}
    </td>
  );
}
type Field = Row['corrected'][number]['field'];
interface CellGiven extends Pick<Side, 'onHover'> {
  row: Row;
  fields: readonly Field[];
  className?: string;
  children: ReactNode;
}

export function ReadRows({ file, lit, held, onHover, onHold }: Side) {
  const t = useTexts();
  const [edited, edit] = useState<Row | null>(null);
  const box = useScrollTo(lit, 'result', 'data-line');
  const lines = new Set(lit?.lines);
  const scored = file.projects.some((project) => project.indicators.some((row) => row.actual !== null || row.score !== null));
  const worstAt = (line: number) =>
    file.marks.filter((mark) => mark.lines.includes(line)).sort((a, b) => RANK[b.severity] - RANK[a.severity])[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only couples the two sides
    <div ref={box} onMouseLeave={() => onHover(null)}>
      <table className="read">
        <thead>
          <tr>
            <th className="num">{t(text.line)}</th>
            <th>{t(text.level1)}</th>
            <th>{t(text.level2)}</th>
            <th>{t(text.indicator)}</th>
            <th className="num">{t(text.target)}</th>
            <th className="num">{t(text.weight)}</th>
            {scored ? (
              <>
                <th className="num">{t(text.actual)}</th>
                <th className="num">{t(text.score)}</th>
              </>
            ) : null}
            <th className="no-print" />
          </tr>
        </thead>
        <tbody>
          {file.projects.map((project) => (
            <Fragment key={`${project.name}${project.line}`}>
              <tr className="group" data-line={project.line ?? undefined}>
                <td colSpan={scored ? 9 : 7} style={{ background: '#f6f8fa' }}>
                  <strong>{project.name}</strong>{' '}
                  <span className="soft">
                    {project.budgetWan === null ? '' : t(text.budget, { n: number(project.budgetWan) })}{' '}
                    {t(text.indicators, { n: project.indicators.length })}
                  </span>
                </td>
              </tr>
              {project.indicators.map((row, index) => {
                const mark = worstAt(row.line);
                return (
                  <tr
                    key={index}
                    data-line={row.line}
                    className={`read-row ${lines.has(row.line) ? 'lit' : ''}`}
                    onClick={() => onHold(held?.lines[0] === row.line ? null : { lines: [row.line], from: 'result' })}
                    onDoubleClick={() => edit(row)}
                  >
                    <td className="num faint">{row.line}</td>
                    <Cell row={row} fields={['level1']} className="soft" onHover={onHover}>
                      {row.level1}
                    </Cell>
                    <Cell row={row} fields={['level2']} className="soft" onHover={onHover}>
                      {row.level2}
                    </Cell>
                    <Cell row={row} fields={['name']} onHover={onHover}>
                      {row.name}
                      {row.repairs.length ? (
                        <Tooltip
                          title={file.warnings
                            .filter((warning) => warning.line === row.line)
                            .map(({ message }) => <div key={message}>{message}</div>)}
                        >
                          <Tag color="gold" style={{ marginLeft: 6 }}>
                            {t(text.repaired)}
                          </Tag>
                        </Tooltip>
                      ) : null}
                      {mark ? (
                        <Tooltip title={mark.message}>
                          <Tag color={colors[mark.severity]} style={{ marginLeft: 6 }}>
                            {t(names[mark.severity])}
                          </Tag>
                        </Tooltip>
                      ) : null}
                    </Cell>
                    <Cell row={row} fields={['value', 'operator', 'unit']} className="num" onHover={onHover}>
                      {row.operator === 'qualitative' ? <span className="faint">{t(text.qualitative)} </span> : `${row.operator} `}
                      {typeof row.value === 'number' ? number(row.value) : row.value}
                      {row.unit}
                    </Cell>
                    <Cell row={row} fields={['weight']} className="num" onHover={onHover}>
                      {row.weight ?? ''}
                    </Cell>
                    {scored ? (
                      <>
                        <Cell row={row} fields={['actual']} className="num" onHover={onHover}>
                          {typeof row.actual === 'number' ? number(row.actual) : row.actual}
                        </Cell>
                        <Cell row={row} fields={['score']} className="num" onHover={onHover}>
                          {row.score ?? ''}
                        </Cell>
                      </>
                    ) : null}
                    <td className="no-print">
                      <Button
                        type="link"
                        size="small"
                        aria-label={t(text.correctTitle, { name: row.name })}
                        onClick={(event) => {
                          event.stopPropagation();
                          edit(row);
                        }}
                      >
                        {t(text.correct)}
                      </Button>
                    </td>
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
      {edited ? <CorrectionDialog key={edited.line} documentId={file.documentId} row={edited} onClose={() => edit(null)} /> : null}
      {file.warnings.length ? (
        <div style={{ padding: '8px 12px' }}>
          <strong>{t(text.warnings)}</strong>
          {file.warnings.map((warning) => (
            <div key={`${warning.line}${warning.message}`} className="soft">
              {t(texts.registers.row, { n: warning.line })}
              {t(texts.common.colon)}
              {warning.message}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Suggestions of a mark, those of one row together: they are taken over as one correction of the reading. */
function byRow(file: DocumentFileJson, { suggestions }: Mark): { told: string[]; row?: Row; proposal: Proposal }[] {
  const places = Map.groupBy(suggestions, ({ line, name, field }) => (field === null ? '' : `${line} ${name}`));
  return [...places].map(([place, own]) => {
    const told = [...new Set(own.map(({ message }) => message))];
    const [first] = own;
    const row =
      place === ''
        ? undefined
        : file.projects.flatMap(({ indicators }) => indicators).find(({ line, name }) => line === first?.line && name === first.name);
    const changes = Object.fromEntries(own.flatMap(({ field, to }) => (field === null ? [] : [[field, to === null ? '' : String(to)]])));
    return { told, ...(row ? { row } : {}), proposal: { changes, why: told.join('').slice(0, 500) } };
  });
}

export function Marks({ file, lit, held, onHover, onHold }: Side) {
  const t = useTexts();
  const [taken, take] = useState<{ row: Row; proposal: Proposal } | null>(null);
  if (file.marks.length === 0) return <Nothing title={t(text.noMarks)} />;
  const order = [...file.marks].sort((a, b) => RANK[b.severity] - RANK[a.severity] || (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only couples the two sides
    <div onMouseLeave={() => onHover(null)}>
      {order.map((mark) => (
        <Fragment key={`${mark.code}${mark.lines.join()}${mark.message}`}>
          <button
            type="button"
            className={`mark ${lit?.lines.some((line) => mark.lines.includes(line)) ? 'lit' : ''}`}
            onMouseEnter={() => onHover({ lines: mark.lines, from: 'result' })}
            onClick={() => onHold(held?.lines === mark.lines ? null : { lines: mark.lines, from: 'result' })}
          >
            <Tag color={colors[mark.severity]}>{t(names[mark.severity])}</Tag>
            <span className="faint">
              {t(text.line)} {mark.lines.slice(0, 6).join(t(texts.common.comma))}
              {mark.lines.length > 6 ? '…' : ''}
            </span>{' '}
            {mark.message} <span className="code">{mark.code}</span>
          </button>
          {byRow(file, mark).map(({ told, row, proposal }) => (
            <div key={told.join()} className="suggested">
              <span className="faint">{t(text.suggested)}</span>
              <span>{told.join('')}</span>
              {row ? (
                <Button
                  size="small"
                  className="no-print"
                  aria-label={t(text.takeOverRow, { name: row.name, line: row.line })}
                  onClick={() => take({ row, proposal })}
                >
                  {t(text.takeOver)}
                </Button>
              ) : null}
            </div>
          ))}
        </Fragment>
      ))}
      {taken ? (
        <CorrectionDialog
          key={`${taken.row.line}${taken.row.name}`}
          documentId={file.documentId}
          row={taken.row}
          proposal={taken.proposal}
          onClose={() => take(null)}
        />
      ) : null}
    </div>
  );
}
