// 案件: what is due first on top.
import { caseCauses, caseWords, type EnforcementCase } from '@hengjian/domain';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { day, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { MatterList } from '../matters/matter-list.tsx';
import { OpenPanel } from './open-panel.tsx';

const text = texts.enforcement;
const articles = [...new Set(caseCauses.map(({ article }) => article))].filter(Boolean);

export function CasesPage() {
  const t = useTexts();
  const { language } = useSpeech();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const mayOpen = useMay('enforcementCase.enter');
  const open = (id: string) => void navigate({ to: `/cases/${id}` as never });
  return (
    <Page
      title={t(text.cases)}
      about={t(text.casesAbout)}
      extra={
        mayOpen ? (
          <Button type="primary" aria-pressed={opening} onClick={() => setOpening(!opening)}>
            {t(text.open)}
          </Button>
        ) : null
      }
    >
      {opening ? <OpenPanel onDone={open} /> : null}
      <MatterList<EnforcementCase>
        noun="enforcementCase"
        address="/api/cases"
        none={t(text.noCases)}
        filters={[
          {
            name: 'procedure',
            label: t(text.procedure),
            options: Object.entries(caseWords.procedures).map(([value, word]) => ({ value, label: word[language] })),
          },
          { name: 'article', label: t(text.article), options: articles.map((value) => ({ value, label: value })) },
          {
            name: 'outcome',
            label: t(text.outcome),
            options: Object.entries(caseWords.outcomes).map(([value, word]) => ({ value, label: word[language] })),
          },
        ]}
        onOpen={open}
        columns={[
          { key: 'title', title: t(text.caseName), render: (_, row) => <span className="clip">{row.title}</span> },
          { key: 'filed', title: t(text.filed), render: (_, row) => day(row.filedOn) },
          {
            key: 'handlers',
            title: t(text.handlers),
            render: (_, row) => row.handlers.map(({ name }) => name).join(t(texts.common.comma)),
          },
          { key: 'loss', title: t(text.loss), align: 'right', render: (_, row) => yuan(row.lossFen) },
          { key: 'fine', title: t(text.fine), align: 'right', render: (_, row) => yuan(row.fineFen) },
        ]}
        file={() => null}
      />
    </Page>
  );
}
