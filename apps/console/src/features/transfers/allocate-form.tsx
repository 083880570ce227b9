// An allocation table typed or pasted, row by row.
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Button, DatePicker, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { day, dayFrom, fenFrom, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { fenTyped } from '../../ui/typed.ts';
import { useDeed } from './deeds.tsx';
import { cellsOf, type TypedRow } from './parts.tsx';

const text = texts.transfers;
const ofMoney = new Set<string>(['amount', 'advance']);
const blank: TypedRow = { receiver: '', from: '', project: '', advance: '', amount: '', label: '' };

export function Allocate({
  file,
  giver,
  onClose,
}: {
  file: TransferFileJson;
  giver: { name: string | null; left: number; label: string | null };
  onClose: () => void;
}) {
  const t = useTexts();
  const act = useDeed(file);
  const fresh = { ...blank, from: giver.name ?? '', label: giver.label ?? '' };
  const [rows, setRows] = useState<TypedRow[]>([fresh]);
  const [documentNo, setDocumentNo] = useState(file.notice.documentNo);
  const [issuedOn, setIssuedOn] = useState(day(file.notice.issuedOn));
  const set = (index: number, change: Partial<TypedRow>) => setRows(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const paste = (index: number, pasted: string) => {
    const cells = cellsOf(pasted);
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return false;
    const made = cells.map(([receiver = '', from = '', project = '', advance = '', amount = '', label]) => ({
      receiver,
      from: from || fresh.from,
      project,
      advance,
      amount,
      label: label ?? fresh.label,
    }));
    setRows([...rows.slice(0, index), ...made, ...rows.slice(index + 1)]);
    return true;
  };
  const sum = rows.reduce((total, { amount, advance }) => total + (fenFrom(amount) ?? 0) + (fenFrom(advance) ?? 0), 0);
  const save = async () => {
    const table = () =>
      rows.map(({ receiver, from, project, advance, amount, label }) => ({
        receiver: receiver.trim(),
        from: from.trim() || null,
        project: project.trim() || null,
        advanceFen: fenTyped(advance) ?? 0,
        fen: fenTyped(amount) ?? 0,
        label: label.trim() || null,
      }));
    if (await act('shares', () => ({ documentNo, issuedOn: dayFrom(issuedOn), rows: table() }))) onClose();
  };
  const columns = [
    ['receiver', t(text.receiver), 170],
    ['from', t(text.from), 150],
    ['project', t(text.project), 190],
    ['advance', t(text.advance), 120],
    ['amount', t(text.amount), 120],
    ['label', t(text.label), 150],
  ] as const;
  return (
    <Modal open width={1080} title={t(text.allocateTitle)} onOk={() => void save()} onCancel={onClose}>
      <p className="soft">{t(text.allocateHelp)}</p>
      <span className="row" style={{ margin: '8px 0' }}>
        {t(text.documentNo)}
        <Input style={{ width: 240 }} value={documentNo} maxLength={60} onChange={(event) => setDocumentNo(event.target.value)} />
        {t(text.issuedOn)}
        <DatePicker allowClear={false} value={dayjs(issuedOn)} onChange={(date) => date && setIssuedOn(date.format('YYYY-MM-DD'))} />
      </span>
      <table className="plain">
        <thead>
          <tr>
            <th style={{ width: 30 }} />
            {columns.map(([key, title, width]) => (
              <th key={key} style={{ width }}>
                {title}
              </th>
            ))}
            <th style={{ width: 36 }} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className="faint">{index + 1}</td>
              {columns.map(([key, title]) => (
                <td key={key}>
                  <Input
                    aria-label={`${index + 1} ${title}`}
                    value={row[key]}
                    maxLength={200}
                    {...(ofMoney.has(key) && row[key].trim() !== '' && fenFrom(row[key]) === undefined ? { status: 'error' } : {})}
                    onChange={(event) => set(index, { [key]: event.target.value })}
                    onPaste={(event) => {
                      if (key === 'receiver' && paste(index, event.clipboardData.getData('text/plain'))) event.preventDefault();
                    }}
                  />
                </td>
              ))}
              <td>
                <Button type="text" size="small" onClick={() => setRows(rows.toSpliced(index, 1))}>
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row" style={{ marginTop: 8 }}>
        <Button onClick={() => setRows([...rows, fresh])}>{t(text.addRow)}</Button>
        <span className={sum > giver.left ? 'red' : 'soft'}>{t(text.sum, { n: yuan(sum), left: yuan(giver.left) })}</span>
      </div>
    </Modal>
  );
}
