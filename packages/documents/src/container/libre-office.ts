// Formats that only an office program reads (.doc, .odt, .ods, .rtf, .wps) are converted where LibreOffice is installed.
// It runs without a window, with a profile of its own, macros off, no network needed; its files go when it is done.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NAMES = ['soffice', 'libreoffice'];
const PLACES = ['/opt/libreoffice/program', '/usr/lib/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS'];
const TIMEOUT_MS = 90_000;

/** Macros off for good in the profile that converts. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
</oor:items>`;

/** The program, or null where none is installed. `HENGJIAN_SOFFICE` names one, or nothing at all to go without. */
export function findLibreOffice(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment.HENGJIAN_SOFFICE;
  if (named !== undefined) return named && existsSync(named) ? named : null;
  const folders = [...(environment.PATH ?? '').split(path.delimiter), ...PLACES].filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find((file) => existsSync(file)) ?? null;
}

export type Conversion = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'not-installed' | 'failed' };

/** Bookmarks of a document become destinations of the PDF, by their names. */
export const NAMED_PLACES = 'writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}';

/** The same document in another format; `filter` says how it is written. */
export async function convertByLibreOffice(
  bytes: Uint8Array,
  extension: string,
  to: 'docx' | 'xlsx' | 'pdf',
  filter?: string,
): Promise<Conversion> {
  const program = findLibreOffice();
  if (!program) return { ok: false, reason: 'not-installed' };
  const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-office-'));
  try {
    const source = path.join(folder, `in.${extension}`);
    const profile = path.join(folder, 'profile');
    mkdirSync(path.join(profile, 'user'), { recursive: true });
    writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
    writeFileSync(source, bytes);
    const options = ['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=file://${profile}`];
    await new Promise<void>((resolve) => {
      execFile(
        program,
        [...options, '--convert-to', filter === undefined ? to : `${to}:${filter}`, '--outdir', folder, source],
        { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' },
        () => resolve(),
      );
    });
    const made = readdirSync(folder).find((name) => name === `in.${to}`);
    return made ? { ok: true, bytes: new Uint8Array(readFileSync(path.join(folder, made))) } : { ok: false, reason: 'failed' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
