// A filled sheet into a register: all of it, or a list of the places to mend.
import type { ImportedJson, RegisterSummary } from '@hengjian/server/schemas/registers.ts';
import { send } from '../../api.ts';
import { count } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { FileImport } from '../../ui/file-import.tsx';

const text = texts.registers;

interface Props {
  register: RegisterSummary;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

export function SheetImport({ register, open, onClose, onDone }: Props) {
  const t = useTexts();
  return (
    <FileImport
      open={open}
      onClose={onClose}
      title={t(texts.common.named, { name: t(text.import), value: register.title })}
      accept=".xlsx"
      drop={t(text.drop)}
      help={t(text.dropHelp)}
      take={async (file) => {
        const { read, added, known, issues } = await send<ImportedJson>(`/api/registers/${register.id}/sheet`, file);
        onDone();
        return { words: t(text.imported, { read: count(read), added: count(added), known: count(known) }), issues };
      }}
    />
  );
}
