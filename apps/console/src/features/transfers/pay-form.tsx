// A payment out of a share.
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { dayFrom, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';
import { fenTyped } from '../../ui/typed.ts';
import { useDeed } from './deeds.tsx';

const text = texts.transfers;
type ShareRow = TransferFileJson['shares'][number];

export function Pay({ file, row, onClose }: { file: TransferFileJson; row: ShareRow; onClose: () => void }) {
  const t = useTexts();
  const act = useDeed(file);
  const [amount, setAmount] = useState('');
  const [payee, setPayee] = useState('');
  const [label, setLabel] = useState(row.share.label ?? '');
  const [paidOn, setPaidOn] = useState(dayjs().format('YYYY-MM-DD'));
  const save = async () => {
    const payment = () => ({
      shareId: row.share.shareId,
      paidOn: dayFrom(paidOn),
      fen: fenTyped(amount) ?? 0,
      label: label.trim() || null,
      payee,
    });
    if (await act('payments', payment)) onClose();
  };
  const line = (name: string, field: React.ReactNode) => (
    <p style={{ marginBottom: 8 }}>
      <span style={{ display: 'inline-block', width: 110 }}>{name}</span>
      {field}
    </p>
  );
  return (
    <Modal
      open
      title={`${t(text.payTitle)} · ${row.share.receiver} ${row.share.project ?? ''}`}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {line(t(text.left), <strong>{yuan(row.leftFen)}</strong>)}
      {line(
        t(text.paidNow),
        <Input aria-label={t(text.paidNow)} style={{ width: 260 }} value={amount} onChange={(event) => setAmount(event.target.value)} />,
      )}
      {line(t(text.paidOn), <DayField required label={t(text.paidOn)} value={paidOn} onChange={setPaidOn} />)}
      {line(
        t(text.payee),
        <Input
          aria-label={t(text.payee)}
          style={{ width: 260 }}
          maxLength={100}
          value={payee}
          onChange={(event) => setPayee(event.target.value)}
        />,
      )}
      {line(
        t(text.label),
        <Input
          aria-label={t(text.label)}
          style={{ width: 260 }}
          maxLength={60}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />,
      )}
    </Modal>
  );
}
