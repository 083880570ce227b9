// A file handed in: taken whole, or refused with every place to mend.
import { Alert, Modal, Upload } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiError, type ApiIssue } from '../api.ts';
import { count } from '../format.ts';
import { texts, useTexts } from '../texts/index.ts';

const text = texts.registers;
interface Taken {
  /** What came of it, in a sentence. */
  readonly words: string;
  readonly issues: readonly ApiIssue[];
}
type Result = ({ ok: true } & Taken) | ({ ok: false } & Taken);

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly accept: string;
  readonly drop: string;
  readonly help: string;
  /** Fields that must be filled first are not. */
  readonly disabled?: boolean;
  readonly take: (file: File) => Promise<Taken>;
  readonly onClose: () => void;
  /** Fields above the place to drop a file. */
  readonly children?: ReactNode;
}

export function FileImport({ open, title, accept, drop, help, disabled = false, take, onClose, children }: Props) {
  const [result, setResult] = useState<Result | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (open) setResult(null);
  }, [open]);
  const upload = async (file: File) => {
    setBusy(true);
    setResult(null);
    try {
      setResult({ ok: true, ...(await take(file)) });
    } catch (error) {
      setResult({ ok: false, issues: error instanceof ApiError ? error.issues : [], words: (error as Error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open={open} width={760} title={title} footer={null} onCancel={onClose} destroyOnHidden>
      {children}
      <Upload.Dragger
        accept={accept}
        maxCount={1}
        showUploadList={false}
        disabled={busy || disabled}
        beforeUpload={(file) => {
          void upload(file);
          return false;
        }}
      >
        <p>{drop}</p>
        <p className="soft">{help}</p>
      </Upload.Dragger>
      {result ? <Shown result={result} /> : null}
    </Modal>
  );
}

function Shown({ result: { ok, words, issues } }: { result: Result }) {
  const t = useTexts();
  const errors = issues.filter((issue) => issue.severity === 'error');
  return (
    <>
      {ok ? (
        <Alert style={{ marginTop: 12 }} type="success" showIcon title={words} />
      ) : (
        <Alert
          style={{ marginTop: 12 }}
          type="error"
          showIcon
          title={errors.length > 0 ? t(text.refused, { n: count(errors.length) }) : t(texts.common.failed)}
          description={errors.length > 0 ? t(text.refusedHelp) : words}
        />
      )}
      <Issues issues={issues} />
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
