// 接口联调: a hospital's engineer sees what we understand of a message, field by field, and the answer to it.
import type { CheckJson } from '@hengjian/server/schemas/interface.ts';
import { Alert, Button, Checkbox, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { post } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { type SampleName, samples } from '../../texts/interface-sample.ts';
import { Page, Panel, Problem } from '../../ui/page.tsx';

const text = texts.interfaceTexts;
type Row = CheckJson['rows'][number];
type Answer = { body: Record<string, unknown>; ms: number };

export function CheckPage() {
  const t = useTexts();
  const [message, setMessage] = useState('');
  const [shape, setShape] = useState<SampleName>('lists');
  const [check, setCheck] = useState<CheckJson>();
  const [answer, setAnswer] = useState<Answer>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (trouble) {
      setError(trouble);
    } finally {
      setBusy(false);
    }
  };
  const look = async () => setCheck(await post<CheckJson>('/api/interface/check', { text: message }));
  // the very address that a hospital's software uses, and nothing of the console's own
  const send = async () => {
    const started = performance.now();
    const response = await fetch('/fsi/api/rsfComIfsService/callService', { method: 'POST', body: message });
    setAnswer({ body: (await response.json()) as Record<string, unknown>, ms: Math.round(performance.now() - started) });
    await look();
  };
  return (
    <Page
      title={t(text.check)}
      about={t(text.checkAbout)}
      extra={
        <a href="/api/interface/openapi.json" download="hengjian-interface.openapi.json">
          <Button>{t(text.guide)}</Button>
        </a>
      }
    >
      {error ? <Problem error={error} /> : null}
      <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)', alignItems: 'start' }}>
        <Panel
          title={t(text.paste)}
          extra={
            <span className="row">
              <Select
                size="small"
                aria-label={t(text.shape)}
                style={{ width: 190 }}
                popupMatchSelectWidth={false}
                value={shape}
                onChange={setShape}
                options={Object.entries(samples).map(([value, { name }]) => ({ value, label: t(name) }))}
              />
              <Button size="small" onClick={() => setMessage(JSON.stringify(samples[shape].message, null, 1))}>
                {t(text.sample)}
              </Button>
            </span>
          }
        >
          <Input.TextArea
            aria-label={t(text.paste)}
            className="mono"
            value={message}
            rows={22}
            spellCheck={false}
            onChange={(event) => setMessage(event.target.value)}
          />
          <p>
            <Button type="primary" disabled={message.trim() === ''} loading={busy} onClick={() => void run(look)}>
              {t(text.look)}
            </Button>{' '}
            <Button disabled={message.trim() === ''} loading={busy} onClick={() => void run(send)}>
              {t(text.sendIt)}
            </Button>{' '}
            <span className="faint">{t(text.sendHelp)}</span>
          </p>
        </Panel>
        <div>
          {answer ? <Answered answer={answer} /> : null}
          {check ? <Understood check={check} /> : null}
        </div>
      </div>
    </Page>
  );
}

function Answered({ answer: { body, ms } }: { answer: Answer }) {
  const t = useTexts();
  const results = (body.output as { result?: unknown } | null)?.result;
  const said =
    body.infcode === 0
      ? t(text.answered, { n: Array.isArray(results) ? results.length : results ? 1 : 0, ms })
      : t(text.refusedWith, { why: String(body.err_msg) });
  return (
    <Panel title={t(text.answer)}>
      <Alert type={body.infcode === 0 ? 'success' : 'error'} showIcon title={said} />
      <pre className="command" style={{ maxHeight: 260, overflow: 'auto' }}>
        {JSON.stringify(body, null, 1)}
      </pre>
    </Panel>
  );
}

function Understood({ check }: { check: CheckJson }) {
  const t = useTexts();
  const [onlyProblems, setOnlyProblems] = useState(false);
  const fields = check.rows.flatMap((row) => row.fields);
  const missing = fields.filter(({ remark }) => remark === 'missing').length;
  const wrong = fields.filter(({ remark }) => remark !== null && remark !== 'missing').length + check.remarks.length;
  const known = fields.filter(({ understood }) => understood !== null).length;
  return (
    <Panel
      title={t(text.understood)}
      extra={
        <Checkbox checked={onlyProblems} onChange={(event) => setOnlyProblems(event.target.checked)}>
          {t(text.onlyProblems)}
        </Checkbox>
      }
    >
      {check.problem ? (
        <Alert type="error" showIcon title={check.problem} />
      ) : (
        <Alert
          type={wrong > 0 ? 'warning' : missing > 0 ? 'info' : 'success'}
          showIcon
          title={t(text.summary, { infno: check.infno, title: check.title, fields: known, missing, wrong })}
        />
      )}
      {check.unknownKeys.length > 0 ? <Listed name={t(text.strangers)} values={check.unknownKeys} /> : null}
      {check.absent.length > 0 ? <Listed name={t(text.absent)} values={check.absent.map(({ path, zh }) => `${path} ${zh}`)} /> : null}
      {check.remarks.length > 0 ? (
        <Listed
          name={t(text.note)}
          values={check.remarks.map(({ path, zh, code }) => t(texts.common.named, { name: `${path} ${zh}`, value: t(text[code]) }))}
        />
      ) : null}
      {check.envelope.length > 0 ? <Head rows={check.envelope} onlyProblems={onlyProblems} /> : null}
      {check.rows.map((row) => (
        <FieldTable key={row.path} row={row} onlyProblems={onlyProblems} />
      ))}
      {check.moreRows > 0 ? <p className="faint">{t(text.more, { n: check.moreRows })}</p> : null}
    </Panel>
  );
}

function Listed({ name, values }: { name: string; values: readonly string[] }) {
  return (
    <p>
      <strong>{name}</strong>
      <br />
      {values.map((value) => (
        <Tag key={value}>{value}</Tag>
      ))}
    </p>
  );
}

const columnsOf = (t: ReturnType<typeof useTexts>) =>
  [
    { title: t(text.field), dataIndex: 'name', width: 190, render: (name: string) => <code>{name}</code> },
    { title: t(text.meaning), dataIndex: 'zh', width: 150 },
    { title: t(text.type), dataIndex: 'type', width: 80 },
    { title: t(text.value), dataIndex: 'understood', render: (value: string | null) => value ?? <span className="faint">—</span> },
    {
      title: t(text.note),
      dataIndex: 'remark',
      width: 150,
      render: (remark: Row['fields'][number]['remark']) =>
        remark ? <Tag color={remark === 'missing' ? 'gold' : 'red'}>{t(text[remark])}</Tag> : null,
    },
  ] as const;

function FieldTable({ row, onlyProblems }: { row: Row; onlyProblems: boolean }) {
  const t = useTexts();
  const shown = row.fields.filter(({ remark, understood, required }) =>
    onlyProblems ? remark !== null : understood !== null || required || remark,
  );
  if (shown.length === 0) return null;
  return (
    <>
      <h3>
        <code>{row.path}</code> {row.zh}
      </h3>
      <Table size="small" rowKey="name" pagination={false} dataSource={shown} columns={[...columnsOf(t)]} />
    </>
  );
}

function Head({ rows, onlyProblems }: { rows: CheckJson['envelope']; onlyProblems: boolean }) {
  const t = useTexts();
  const noted = rows.map(({ name, zh, understood, most, required }) => ({
    name,
    zh,
    type: `S${most ?? ''}`,
    understood: understood === '' ? null : understood,
    required,
    remark:
      understood === ''
        ? required
          ? ('missing' as const)
          : null
        : most !== null && [...understood].length > most
          ? ('tooLong' as const)
          : null,
  }));
  return <FieldTable row={{ path: t(text.envelope), zh: '', fields: noted }} onlyProblems={onlyProblems} />;
}
