// 公开前检查: what stands against making a report public, sentence by sentence.
import type { PublicationJson } from '@hengjian/server/schemas/documents.ts';
import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { get, type Query } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';

const text = texts.documents;
const tones = { error: 'red', warning: 'orange', info: 'blue' } as const;

/** Reads the file (or the report as it would be written) back, and says what must not be published. */
export function PublicationButton({ address, query }: { address: string; query?: Query }) {
  const t = useTexts();
  const { modal, message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      const found = await get<PublicationJson>(address, query);
      const content = (
        <ul className="publication">
          {found.map((mark) => (
            <li key={mark.code + mark.lines.join() + mark.message}>
              <Tag color={tones[mark.severity]}>{t(text[`severity.${mark.severity}`])}</Tag>
              {mark.message}{' '}
              {mark.lines.length > 0 ? (
                <span className="faint">{t(text.atLines, { lines: mark.lines.join(t(texts.common.comma)) })}</span>
              ) : null}
            </li>
          ))}
        </ul>
      );
      if (found.length === 0) modal.success({ title: t(text.publishable), content: t(text.publicationHelp) });
      else modal.warning({ title: t(text.notPublishable, { n: found.length }), content, width: 720 });
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void check()}>
      {t(text.publication)}
    </Button>
  );
}
