// A filled sheet into a register: all of it, or a list of the places to mend.
import type { ImportedJson, RegisterSummary } from '@hengjian/server/schemas/registers.ts';
import { Alert, Modal, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { ApiError, type ApiIssue, send } from '../../api.ts';
import { count } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';

const text = texts.registers;
type Result = { ok: true; value: ImportedJson } | { ok: false; issues: readonly ApiIssue[]; words: string };

export function SheetImport({
  register,
  open,
  onClose,
  onDone,
}: {
  register: RegisterSummary;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTexts();
  const [result, setResult] = useState<Result | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (open) setResult(null);
  }, [open]);
  const upload = async (file: File) => {
    setBusy(true);
    try {
      setResult({ ok: true, value: await send<ImportedJson>(`/api/registers/${register.id}/sheet`, file) });
      onDone();
    } catch (error) {
      setResult({ ok: false, issues: error instanceof ApiError ? error.issues : [], words: (error as Error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open={open} width={760} title={`${t(text.import)}：${register.title}`} footer={null} onCancel={onClose} destroyOnHidden>
      <Upload.Dragger
        accept=".xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void upload(file);
          return false;
        }}
      >
        <p>{t(text.drop)}</p>
        <p className="soft">{t(text.dropHelp)}</p>
      </Upload.Dragger>
      {result ? <Shown result={result} /> : null}
    </Modal>
  );
}

function Shown({ result }: { result: Result }) {
  const t = useTexts();
  if (result.ok) {
    const { read, added, known } = result.value;
    return (
      <>
        <Alert
          style={{ marginTop: 12 }}
          type="success"
          showIcon
          title={t(text.imported, { read: count(read), added: count(added), known: count(known) })}
        />
        <Issues issues={result.value.issues} />
      </>
    );
  }
  const errors = result.issues.filter((issue) => issue.severity === 'error');
  return (
    <>
      <Alert
        style={{ marginTop: 12 }}
        type="error"
        showIcon
        title={errors.length ? t(text.refused, { n: count(errors.length) }) : t(texts.common.failed)}
        description={errors.length ? t(text.refusedHelp) : result.words}
      />
      <Issues issues={result.issues} />
    </>
  );
}

const SHOWN = 200;

function Issues({ issues }: { issues: readonly ApiIssue[] }) {
  const t = useTexts();
  if (issues.length === 0) return null;
  return (
    <div style={{ maxHeight: 320, overflow: 'auto', marginTop: 10 }}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.place)}</th>
            <th>{t(text.problem)}</th>
          </tr>
        </thead>
        <tbody>
          {issues.slice(0, SHOWN).map((issue) => (
            <tr key={`${issue.row}${issue.column}${issue.message}`}>
              <td className="nowrap">
                {[issue.sheet, issue.row ? t(text.row, { n: issue.row }) : null, issue.column].filter(Boolean).join(' ')}
              </td>
              <td className={issue.severity === 'error' ? 'red' : 'amber'}>{issue.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
