// A filled workbook becomes a payment scheme, a published set of tables a grouping pack; or a list of the places to mend.
import type { PaymentJson } from '@hengjian/server/schemas/payment.ts';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { type ApiIssue, queryClient, send } from '../../api.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { FileImport } from '../../ui/file-import.tsx';
import { useMayChange } from './new-trial.tsx';

const text = texts.payment;
interface Added {
  id: string;
  issues: readonly ApiIssue[];
}

/** Hands a file in; the page shows what came of it. */
function useAdding(at: string, said: Text) {
  const t = useTexts();
  return async (file: File, query: Record<string, string | undefined>) => {
    const { id, issues } = await send<Added>(at, file, query);
    await queryClient.invalidateQueries({ queryKey: ['/api/payment'] });
    return { words: t(said, { id }), issues };
  };
}

export function SchemeImport({ schemes }: { schemes: PaymentJson['schemes'] }) {
  const t = useTexts();
  const may = useMayChange();
  const add = useAdding('/api/payment/schemes', text.imported);
  const [open, setOpen] = useState(false);
  const [base, setBase] = useState<string>();
  const [id, setId] = useState('');
  if (!may) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(text.importScheme)}
      </Button>
      <FileImport
        open={open}
        onClose={() => setOpen(false)}
        title={t(text.importScheme)}
        accept=".xlsx,.csv"
        drop={t(text.dropScheme)}
        help={t(text.dropHelp)}
        take={(file) => add(file, /\.csv$/i.test(file.name) ? { base, id: id.trim() || undefined } : {})}
      >
        {schemes.length > 0 ? (
          <div className="filters">
            <Select
              aria-label={t(text.csvBase)}
              allowClear
              placeholder={t(text.csvBase)}
              style={{ minWidth: 260 }}
              value={base ?? null}
              onChange={(value) => setBase(value ?? undefined)}
              options={schemes.map((one) => ({ value: one.schemeId, label: one.title }))}
            />
            <Field label={text.csvId} value={id} onChange={setId} />
          </div>
        ) : null}
      </FileImport>
    </>
  );
}

export function PackImport() {
  const t = useTexts();
  const may = useMayChange();
  const add = useAdding('/api/payment/packs', text.packImported);
  const [open, setOpen] = useState(false);
  const [id, setId] = useState('');
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  if (!may) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(text.importPack)}</Button>
      <FileImport
        open={open}
        onClose={() => setOpen(false)}
        title={t(text.importPack)}
        accept=".xlsx,.zip"
        drop={t(text.dropPack)}
        help={t(text.dropPackHelp)}
        disabled={id.trim() === '' || title.trim() === ''}
        take={(file) => add(file, { id, title, source })}
      >
        <div className="filters">
          <Field label={text.packId} value={id} onChange={setId} />
          <Field label={text.packTitle} value={title} onChange={setTitle} />
          <Field label={text.packSource} value={source} onChange={setSource} />
        </div>
      </FileImport>
    </>
  );
}

const Field = ({ label, value, onChange }: { label: Text; value: string; onChange: (value: string) => void }) => {
  const t = useTexts();
  return (
    <Input
      aria-label={t(label)}
      placeholder={t(label)}
      style={{ width: 200 }}
      value={value}
      maxLength={60}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};
