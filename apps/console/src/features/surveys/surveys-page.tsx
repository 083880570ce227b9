// 满意度调查: the list, and where a new one begins.
import type { Survey } from '@hengjian/domain';
import type { BeginningJson } from '@hengjian/server/schemas/surveys.ts';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { DASH, day, share } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Page } from '../../ui/page.tsx';
import { MatterList } from '../matters/matter-list.tsx';
import { Beginning } from './beginning.tsx';

const text = texts.surveys;

export function SurveysPage() {
  const t = useTexts();
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  const mayDesign = useMay('survey.design');
  const beginning = useGet<BeginningJson>('/api/surveys/beginning');
  const groups = beginning.data?.groups ?? [];
  const open = (survey: string) => void navigate({ to: '/surveys/$survey', params: { survey } });
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        mayDesign ? (
          <Button type="primary" onClick={() => setStarting(!starting)}>
            {t(text.begin)}
          </Button>
        ) : null
      }
    >
      {starting ? <Loaded of={beginning}>{(known) => <Beginning known={known} onBegun={open} />}</Loaded> : null}
      <MatterList<Survey>
        noun="survey"
        address="/api/surveys"
        none={t(text.none)}
        filters={[{ name: 'group', label: t(text.group), options: groups.map(({ code, title }) => ({ value: code, label: title })) }]}
        columns={[
          { key: 'title', title: t(text.name), render: (_, row) => row.title },
          { key: 'group', title: t(text.group), render: (_, row) => groups.find(({ code }) => code === row.group)?.title ?? row.group },
          { key: 'project', title: t(text.project), render: (_, row) => row.project ?? DASH },
          { key: 'opened', title: t(texts.matters.opened), render: (_, row) => day(row.result?.surveyedOn ?? row.openedOn) },
          { key: 'valid', title: t(text.valid), align: 'right', render: (_, row) => row.result?.tally.valid ?? '' },
          { key: 'satisfied', title: t(text.satisfied), align: 'right', render: (_, row) => share(row.result?.tally.satisfied?.share) },
          { key: 'aware', title: t(text.aware), align: 'right', render: (_, row) => share(row.result?.tally.aware?.share) },
        ]}
        file={() => null}
        onOpen={open}
      />
    </Page>
  );
}
