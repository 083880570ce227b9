// A filled workbook becomes a payment scheme, or a list of the places to mend.
import type { PaymentJson } from '@hengjian/server/schemas/payment.ts';
import { Alert, Button, Input, Modal, Select, Upload } from 'antd';
import { useState } from 'react';
import { queryClient, send } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Problem } from '../../ui/page.tsx';
import { useMayChange } from './new-trial.tsx';

const text = texts.payment;

export function PaymentImport({ schemes }: { schemes: PaymentJson['schemes'] }) {
  const t = useTexts();
  const may = useMayChange();
  const [open, setOpen] = useState(false);
  const [base, setBase] = useState<string>();
  const [id, setId] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ id: string; issues: { message: string }[] }>();
  const [error, setError] = useState<unknown>();
  if (!may) return null;
  const upload = async (file: File) => {
    setBusy(true);
    setDone(undefined);
    setError(undefined);
    try {
      const carried = /\.csv$/i.test(file.name) ? { base, id: id.trim() || undefined } : {};
      setDone(await send('/api/payment/schemes', file, carried));
      await queryClient.invalidateQueries({ queryKey: ['/api/payment'] });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(text.importScheme)}
      </Button>
      <Modal open={open} width={760} title={t(text.importScheme)} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
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
            <Input
              aria-label={t(text.csvId)}
              placeholder={t(text.csvId)}
              style={{ width: 200 }}
              value={id}
              maxLength={60}
              onChange={(event) => setId(event.target.value)}
            />
          </div>
        ) : null}
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            void upload(file);
            return false;
          }}
        >
          <p>{t(text.dropScheme)}</p>
          <p className="soft">{t(text.dropHelp)}</p>
        </Upload.Dragger>
        {done ? (
          <>
            <Alert style={{ marginTop: 12 }} type="success" showIcon title={t(text.imported, { id: done.id })} />
            {done.issues.map(({ message }) => (
              <p key={message} className="soft">
                {message}
              </p>
            ))}
          </>
        ) : null}
        {error ? <Problem error={error} /> : null}
      </Modal>
    </>
  );
}
