// 转移支付: every transfer with its progress, and entering a notice.
import { directFunds } from '@hengjian/domain';
import type { TransferHeadJson } from '@hengjian/server/schemas/transfers.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, DatePicker, Form, Input, InputNumber, Modal, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { post, useGet } from '../../api.ts';
import { day, dayFrom, share, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { fenTyped } from '../../ui/typed.ts';
import { Bar } from './parts.tsx';

const text = texts.transfers;

export function TransfersPage() {
  const t = useTexts();
  const transfers = useGet<TransferHeadJson[]>('/api/transfers');
  const [entering, setEntering] = useState(false);
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <Button type="primary" onClick={() => setEntering(true)}>
          {t(text.begin)}
        </Button>
      }
    >
      <Panel flush>
        <Loaded of={transfers}>
          {(data) => (data.length === 0 ? <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} /> : <TransferTable rows={data} />)}
        </Loaded>
      </Panel>
      {entering ? <NoticeForm onClose={() => setEntering(false)} /> : null}
    </Page>
  );
}

function TransferTable({ rows }: { rows: TransferHeadJson[] }) {
  const t = useTexts();
  return (
    <table className="plain">
      <thead>
        <tr>
          <th style={{ minWidth: 140 }}>{t(text.name)}</th>
          <th>{t(text.documentNo)}</th>
          <th>{t(text.issuedOn)}</th>
          <th className="num">{t(text.due)}</th>
          <th className="num">{t(text.handed)}</th>
          <th className="num">{t(text.paid)}</th>
          <th style={{ width: 170 }}>{t(text.progress)}</th>
          <th>{t(text.label)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.transferId}>
            <td>
              <Link to="/transfers/$transfer" params={{ transfer: row.transferId }}>
                {row.year} {row.name}
              </Link>
            </td>
            <td className="nowrap">{row.documentNo}</td>
            <td className="nowrap">{day(row.issuedOn)}</td>
            <td className="num">{yuan(row.dueFen)}</td>
            <td className="num">{yuan(row.handedFen)}</td>
            <td className="num">{yuan(row.paidFen)}</td>
            <td>
              <Bar paid={row.paidRatio} time={row.timeRatio} label={`${share(row.paidRatio)} / ${share(row.timeRatio)}`} />{' '}
              {row.behindCount > 0 ? <span className="amber hint">{t(text.behindCount, { n: row.behindCount })}</span> : null}
            </td>
            <td>
              {row.label ?? <span className="faint">{t(text.noLabel)}</span>}{' '}
              {row.breakCount > 0 ? (
                <Tag color="red">
                  {t(text.breaks)} {row.breakCount}
                </Tag>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Fields {
  name?: string;
  year: number;
  documentNo?: string;
  issuedBy?: string;
  receiver?: string;
  issuedOn: Dayjs;
  advance?: string;
  amount?: string;
  label?: string;
  incomeCode?: string;
  spendingCode?: string;
}

function NoticeForm({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const save = async () => {
    const given = form.getFieldsValue();
    const body = () => ({
      name: given.name ?? '',
      year: given.year,
      documentNo: given.documentNo ?? '',
      issuedBy: given.issuedBy ?? '',
      receiver: given.receiver ?? '',
      issuedOn: dayFrom(given.issuedOn.format('YYYY-MM-DD')),
      advanceFen: fenTyped(given.advance) ?? 0,
      fen: fenTyped(given.amount) ?? 0,
      label: given.label?.trim() || null,
      incomeCode: given.incomeCode?.trim() || null,
      spendingCode: given.spendingCode?.trim() || null,
      targets: null,
    });
    try {
      const { transferId } = await post<{ transferId: string }>('/api/transfers', body());
      await navigate({ to: '/transfers/$transfer', params: { transfer: transferId } });
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  const line = (name: keyof Fields, label: string, width = 330) => (
    <Form.Item name={name} label={label}>
      <Input maxLength={200} style={{ width }} />
    </Form.Item>
  );
  return (
    <Modal open width={760} title={t(text.begin)} okText={t(text.begin)} onOk={() => void save()} onCancel={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          year: new Date().getFullYear(),
          issuedOn: dayjs(),
          label: directFunds,
          incomeCode: '1100249',
          spendingCode: '21015',
        }}
      >
        <div style={{ display: 'flex', flexWrap: 'wrap', columnGap: 18 }}>
          {line('name', t(text.name), 690)}
          {line('documentNo', t(text.documentNo))}
          {line('issuedBy', t(text.issuedBy))}
          {line('receiver', t(text.receiver))}
          {line('label', t(text.label))}
          <Form.Item name="year" label={t(text.year)}>
            <InputNumber min={1990} max={2100} />
          </Form.Item>
          <Form.Item name="issuedOn" label={t(text.issuedOn)}>
            <DatePicker allowClear={false} />
          </Form.Item>
          {line('advance', t(text.advance), 150)}
          {line('amount', t(text.amount), 150)}
          {line('incomeCode', t(text.incomeCode), 150)}
          {line('spendingCode', t(text.spendingCode), 150)}
        </div>
      </Form>
    </Modal>
  );
}
