// Who decides, why, and of what cause: what every step of one finding or of many asks for.
import { givenCauses } from '@hengjian/domain';
import { Button, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { problemsOf, send, speaking } from '../../api.ts';
import { useAccountName } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { useLifeWords } from './words.tsx';

const text = texts.life;

export function useReason() {
  const account = useAccountName();
  const [stated, setBy] = useState(speaking.operator);
  const [why, setWhy] = useState('');
  const [cause, setCause] = useState<string>();
  return { account, by: account || stated, setBy, why, setWhy, cause, setCause };
}

/** `causes`: a step that is offered wants a cause. */
export function ReasonFields({ of, causes, width }: { of: ReturnType<typeof useReason>; causes: boolean; width: number }) {
  const t = useTexts();
  const words = useLifeWords();
  const { account, by, setBy, why, setWhy, cause, setCause } = of;
  return (
    <>
      {account ? null : (
        <Input aria-label={t(text.by)} placeholder={t(text.by)} style={{ width: 110 }} value={by} onChange={(e) => setBy(e.target.value)} />
      )}
      <Input aria-label={t(text.why)} placeholder={t(text.why)} style={{ width }} value={why} onChange={(e) => setWhy(e.target.value)} />
      {causes ? (
        <Select
          aria-label={t(text.cause)}
          placeholder={t(text.cause)}
          style={{ width: 130 }}
          value={cause}
          onChange={setCause}
          options={givenCauses.map((value) => ({ value, label: words.cause(value) }))}
        />
      ) : null}
    </>
  );
}

interface Kept {
  readonly attachmentId: string;
  readonly file: string;
}

/** Files that are kept at once and go with the next step; `provider`: in the name of this institution. */
export function useAttached(onProblem: (problems: string[]) => void, provider?: string) {
  const [files, setFiles] = useState<readonly Kept[]>([]);
  const keep = async (file: File) => {
    try {
      const kept = await send<Kept>('/api/finding-attachments', file, provider === undefined ? undefined : { provider });
      setFiles((before) => [...before, kept]);
    } catch (error) {
      onProblem(problemsOf(error));
    }
  };
  const ids = files.length > 0 && { attachmentIds: files.map(({ attachmentId }) => attachmentId) };
  return { files, clear: () => setFiles([]), keep, ids };
}
type Attached = ReturnType<typeof useAttached>;

export function AttachButton({ of }: { of: Attached }) {
  const t = useTexts();
  return (
    <Upload
      showUploadList={false}
      multiple
      beforeUpload={(file) => {
        void of.keep(file);
        return false;
      }}
    >
      <Button>{t(text.attach)}</Button>
    </Upload>
  );
}

export function AttachedNames({ of: { files } }: { of: Attached }) {
  const t = useTexts();
  if (files.length === 0) return null;
  return <p className="hint">{t(text.attached, { names: files.map((kept) => kept.file).join(t(texts.common.comma)) })}</p>;
}
