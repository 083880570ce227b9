// One document: its text at left, what was read at right, the linter's marks at their lines. Both sides light up together.
import type { AdoptedJson, DocumentFileJson } from '@hengjian/server/schemas/documents.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { App, Button, InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { count, number } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Page } from '../../ui/page.tsx';
import type { Lit } from './lit.ts';
import { PublicationButton } from './publication.tsx';
import { Marks, ReadRows, SourceLines } from './sides.tsx';

const text = texts.documents;
const kinds: Readonly<Record<string, Text>> = {
  overall: text.overall,
  project: text.project,
  'regional-transfer': text.regionalTransfer,
  'self-evaluation': text.selfEvaluation,
  monitoring: text.monitoring,
};

export function DocumentPage() {
  const t = useTexts();
  const { document: id } = usePath({ strict: false }) as { document: string };
  const file = useGet<DocumentFileJson>(`/api/documents/${encodeURIComponent(id)}`);
  const { data } = file;
  const kind = data ? kinds[data.kind] : undefined;
  return (
    <Page
      title={data?.file ?? t(text.title)}
      about={
        data ? (
          <>
            {data.org ?? t(texts.common.unknown)} · {data.year ?? '—'} · {kind ? t(kind) : data.kind} ·{' '}
            {t(text.indicators, { n: count(data.projects.reduce((sum, project) => sum + project.indicators.length, 0)) })} ·{' '}
            {t(text.wanTotals, {
              total: number(data.totals.totalWan),
              basic: number(data.totals.basicWan),
              project: number(data.totals.projectWan),
            })}
          </>
        ) : null
      }
      extra={
        <>
          {data?.adoptable ? <Adopt file={data} /> : null}
          {data?.adoptable ? <Review file={data} /> : null}
          {data ? <PublicationButton address={`/api/documents/${data.documentId}/publication`} /> : null}
          <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
          <Link to="/documents">
            <Button>{t(text.back)}</Button>
          </Link>
        </>
      }
    >
      <Loaded of={file}>{(document) => <Sides key={document.documentId} file={document} />}</Loaded>
    </Page>
  );
}

function Sides({ file }: { file: DocumentFileJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const [hover, setHover] = useState<Lit | null>(null);
  const line = Number(one(params.line));
  // an address may point at a line: plots and lists lead to the row that they show
  const [held, hold] = useState<Lit | null>(line > 0 ? { lines: [line], from: 'result' } : null);
  const lit = hover ?? held;
  const shown = one(params.show) ?? 'result';
  const of = (severity: string) => file.marks.filter((mark) => mark.severity === severity).length;
  const side = { lit, held, onHover: setHover, onHold: hold };
  return (
    <>
      <div className="side-by-side">
        <section className="side">
          <header>{t(text.source)}</header>
          <SourceLines file={file} {...side} />
        </section>
        <section className="side">
          <header className="row">
            <Segmented
              size="small"
              value={shown}
              onChange={(value) => change({ show: value === 'result' ? undefined : String(value) }, { replace: true })}
              options={[
                { value: 'result', label: t(text.result) },
                { value: 'marks', label: `${t(text.marks)} ${file.marks.length}` },
              ]}
            />
            <span className="soft" style={{ fontWeight: 400 }}>
              {t(text.marksCount, { errors: of('error'), warnings: of('warning'), infos: of('info') })}
            </span>
          </header>
          {shown === 'marks' ? <Marks file={file} {...side} /> : <ReadRows file={file} {...side} />}
        </section>
      </div>
      <p className="hint no-print">{t(text.hover)}</p>
    </>
  );
}

/** The finance department's form with the four criteria, filled with what was found. */
function Review({ file }: { file: DocumentFileJson }) {
  const t = useTexts();
  const { message } = App.useApp();
  const save = () => saveFile(`/api/documents/${file.documentId}/review.docx`).catch((error: Error) => message.error(error.message));
  return <Button onClick={() => void save()}>{t(text.review)}</Button>;
}

function Adopt({ file }: { file: DocumentFileJson }) {
  const t = useTexts();
  const { modal, message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [year, setYear] = useState(file.year ?? new Date().getFullYear());
  const adopt = async () => {
    try {
      const adopted = await post<AdoptedJson>(`/api/documents/${file.documentId}/adoption`, { year });
      setOpen(false);
      await queryClient.invalidateQueries({ queryKey: ['/api/plans'] });
      modal.success({
        title: t(text.adopted, { n: adopted.indicators, m: adopted.withMeasure }),
        content: <a href={`/plans/${adopted.planId}`}>{t(text.toPlan)}</a>,
      });
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(text.adopt)}
      </Button>
      <Modal open={open} title={t(text.adoptTitle)} okText={t(text.adopt)} onOk={() => void adopt()} onCancel={() => setOpen(false)}>
        <p style={{ marginBottom: 10 }}>{t(text.adoptHelp)}</p>
        <span className="row">
          {t(text.year)}
          <InputNumber min={1990} max={2100} value={year} onChange={(value) => value && setYear(value)} />
        </span>
      </Modal>
    </>
  );
}
