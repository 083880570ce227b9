// The door of the writers: forms of a document as bytes.
import type { ReadDocument } from '@hengjian/domain';
import { type FormWishes, formSheets } from './form-sheets.ts';
import { writeFormsDocx } from './write-docx.ts';
import { writeFormsXlsx } from './write-xlsx.ts';

type Written = Pick<ReadDocument, 'org' | 'year' | 'totals' | 'projects'>;

/** The official forms of a document as docx. What the document does not say stays an empty cell. */
export const writeForms = (document: Written, wishes: FormWishes = {}): Promise<Uint8Array> =>
  writeFormsDocx(formSheets(document, wishes), `${document.org ?? ''}${document.year ?? ''}年度绩效表`);

/** The same as xlsx, one sheet a form. */
export const writeFormsWorkbook = (document: Written, wishes: FormWishes = {}): Promise<Uint8Array> =>
  writeFormsXlsx(formSheets(document, wishes));
