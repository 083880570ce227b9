// A person corrects a row of a reading: what was printed stands below each field; the correction has a reason and may teach the layout.
import type { CorrectionMadeJson, DocumentFileJson } from '@hengjian/server/schemas/documents.ts';
import { App, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { post, queryClient } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { type Field, fieldNames } from './field-names.ts';
import { habitText } from './habits.tsx';

const text = texts.documents;
export type Row = DocumentFileJson['projects'][number]['indicators'][number];
const fields = Object.keys(fieldNames) as Field[];
const told = (value: string | number | null) => (value === null ? '' : String(value));

/** What is proposed for the row, to be looked at before it is saved. */
export interface Proposal {
  changes: Partial<Record<Field, string>>;
  why: string;
}
interface Given {
  documentId: string;
  row: Row;
  proposal?: Proposal;
  onClose: () => void;
}

export function CorrectionDialog({ documentId, row, proposal, onClose }: Given) {
  const t = useTexts();
  const { message } = App.useApp();
  const before = Object.fromEntries(fields.map((field) => [field, told(row[field])])) as Record<Field, string>;
  const [given, setGiven] = useState<Record<Field, string>>({ ...before, ...proposal?.changes });
  const [why, setWhy] = useState(proposal?.why ?? '');
  // A mended fault of the document teaches nothing about its layout.
  const [remember, setRemember] = useState(proposal === undefined);
  const [busy, setBusy] = useState(false);
  const changed = fields.filter((field) => given[field].trim() !== before[field]);
  const save = async () => {
    setBusy(true);
    try {
      const changes = Object.fromEntries(changed.map((field) => [field, given[field]]));
      const wish = { line: row.line, name: row.readAs, changes, why, remember };
      const { taught } = await post<CorrectionMadeJson>(`/api/documents/${encodeURIComponent(documentId)}/corrections`, wish);
      await queryClient.invalidateQueries({ queryKey: [`/api/documents/${encodeURIComponent(documentId)}`] });
      await queryClient.invalidateQueries({ queryKey: ['/api/reading-habits'] });
      void message.success(
        taught.length === 0
          ? t(text.corrected)
          : t(text.correctedAndTaught, { what: taught.map((one) => habitText(t, one)).join(t(texts.common.semicolon)) }),
      );
      onClose();
    } catch (error) {
      void message.error((error as Error).message);
    }
    setBusy(false);
  };
  const set = (field: Field) => (value: string) => setGiven({ ...given, [field]: value });
  return (
    <Modal
      open
      width={640}
      title={t(text.correctTitle, { name: row.name })}
      okText={t(text.saveCorrection)}
      okButtonProps={{ disabled: changed.length === 0 || why.trim() === '', loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="soft">{t(text.correctHelp, { line: row.line })}</p>
      <div className="correction-fields">
        {fields.map((field) => {
          const printed = row.cells.filter((cell) => cell.role === field);
          const earlier = row.corrected.find((one) => one.field === field);
          return (
            <div key={field} className={given[field] === before[field] ? '' : 'changed'}>
              <span>{t(fieldNames[field])}</span>
              {field === 'operator' ? (
                <Select
                  aria-label={t(fieldNames[field])}
                  value={given[field]}
                  onChange={set(field)}
                  options={['≥', '≤', '=', '>', '<', 'qualitative'].map((value) => ({
                    value,
                    label: value === 'qualitative' ? t(text.qualitative) : value,
                  }))}
                />
              ) : (
                <Input aria-label={t(fieldNames[field])} value={given[field]} onChange={(event) => set(field)(event.target.value)} />
              )}
              <small className="faint">
                {printed.map((cell) => t(text.printedAs, { head: cell.head || '—', text: cell.text })).join('　')}
                {earlier ? `　${t(text.readAs, { text: told(earlier.read) || t(text.empty) })}` : ''}
              </small>
            </div>
          );
        })}
      </div>
      {row.cells.some((cell) => cell.role === 'ignored') ? (
        <p className="soft">
          {t(text.notTaken)}
          {row.cells
            .filter((cell) => cell.role === 'ignored')
            .map((cell) => t(texts.common.named, { name: cell.head, value: cell.text }))
            .join(t(texts.common.semicolon))}
        </p>
      ) : null}
      <Input.TextArea
        aria-label={t(text.why)}
        placeholder={t(text.why)}
        rows={2}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <Checkbox style={{ marginTop: 8 }} checked={remember} onChange={(event) => setRemember(event.target.checked)}>
        {t(text.remember)}
      </Checkbox>
    </Modal>
  );
}
