import { type Conversion, convertByLibreOffice } from '../container/libre-office.ts';

/** The assembled file as one PDF: page numbers and catalogue are laid out by LibreOffice, which must be installed for it. */
export const caseFilePdf = (docx: Uint8Array): Promise<Conversion> => convertByLibreOffice(docx, 'docx', 'pdf');
