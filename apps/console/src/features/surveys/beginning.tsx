// Where a survey begins: from a shipped questionnaire, or from a survey of before.
import type { Survey } from '@hengjian/domain';
import type { MatterPageJson } from '@hengjian/server/schemas/matters.ts';
import type { BeginningJson, SurveyDesignJson } from '@hengjian/server/schemas/surveys.ts';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { Panel, Problem } from '../../ui/page.tsx';
import { dayTyped } from '../../ui/typed.ts';

const text = texts.surveys;
/** Days that a new survey is open unless said otherwise. */
const OPEN_DAYS = 30;

export function Beginning({ known, onBegun }: { known: BeginningJson; onBegun: (surveyId: string) => void }) {
  const { t, language } = useSpeech();
  const [from, setFrom] = useState<string>();
  const [error, setError] = useState<unknown>();
  const earlier = useGet<MatterPageJson<Survey>>('/api/surveys', { page: 1, size: 100 }).data?.rows ?? [];
  const begin = async () => {
    setError(undefined);
    const today = new Date();
    const until = dayTyped(today.toLocaleDateString('sv')) + OPEN_DAYS;
    const template = known.templates.find(({ id }) => id === from);
    const before = earlier.find(({ matterId }) => matterId === from);
    const design = template
      ? {
          title: t(text.newTitle, { year: today.getFullYear(), name: template.title[language] }),
          group: template.group,
          project: null,
          population: null,
          method: 'visitors',
          access: 'open',
          questionnaire: template.questionnaire,
        }
      : before;
    if (!design) return;
    const { title, group, project, population, method, access, questionnaire } = design as SurveyDesignJson;
    try {
      const begun = await post<Survey>('/api/surveys', { title, group, project, population, method, access, until, questionnaire });
      await queryClient.invalidateQueries({ queryKey: ['/api/surveys'] });
      onBegun(begun.matterId);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Panel title={t(text.begin)}>
      <div className="row">
        <Select
          aria-label={t(text.beginFrom)}
          placeholder={t(text.beginFrom)}
          style={{ width: 380 }}
          value={from ?? null}
          onChange={(value: string | null) => setFrom(value ?? undefined)}
          options={[
            ...known.templates.map(({ id, title }) => ({ value: id, label: t(text.template, { name: title[language] }) })),
            ...earlier.map(({ matterId, title }) => ({ value: matterId, label: t(text.earlier, { name: title }) })),
          ]}
        />
        <Button type="primary" disabled={!from} onClick={() => void begin()}>
          {t(text.begin)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
