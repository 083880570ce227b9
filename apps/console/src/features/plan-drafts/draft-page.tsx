// One draft: its head, its forms, what the linter says; saved as a whole over the serial that was seen.
import { type DraftContent, type DraftProject, OVERALL_PROJECT, openProposals } from '@hengjian/domain';
import type { AdoptedJson } from '@hengjian/server/schemas/documents.ts';
import type { DraftFileJson } from '@hengjian/server/schemas/plan-drafts.ts';
import { useBlocker, useNavigate, useParams as usePath } from '@tanstack/react-router';
import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { post, put, queryClient, useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Page, Panel } from '../../ui/page.tsx';
import { refreshPlans } from '../plans/refresh.ts';
import { ProjectForm } from './project-form.tsx';

const text = texts.drafts;

export function DraftPage() {
  const { draft: id } = usePath({ strict: false }) as { draft: string };
  const draft = useGet<DraftFileJson>(`/api/plan-drafts/${encodeURIComponent(id)}`);
  // The form that is shown stays so when a save makes the editor anew.
  const [shown, setShown] = useState(0);
  return (
    <Loaded of={draft}>{(data) => <Editor key={`${data.draftId} ${data.serial}`} draft={data} shown={shown} setShown={setShown} />}</Loaded>
  );
}

function Editor({ draft, shown, setShown }: { draft: DraftFileJson; shown: number; setShown: (index: number) => void }) {
  const t = useTexts();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [content, setContent] = useState<DraftContent>(draft.content);
  const [busy, setBusy] = useState(false);
  const changed = content !== draft.content;
  useBlocker({ shouldBlockFn: () => changed && !window.confirm(t(text.unsaved)), enableBeforeUnload: () => changed });
  const closed = draft.planId !== null;

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const path = `/api/plan-drafts/${draft.draftId}`;
  const save = () =>
    attempt(async () => {
      await put<DraftFileJson>(path, { serial: draft.serial, content });
      await refreshPlans();
      void message.success(t(text.saved));
    });
  const errors = draft.marks.filter(({ severity }) => severity === 'error').length;
  const proposals = openProposals(content);
  const adopt = () =>
    modal.confirm({
      title: t(text.adoptTitle, { n: draft.content.year }),
      content: (
        <>
          <p>{t(text.adoptHelp)}</p>
          {proposals > 0 ? <p className="amber">{t(text.openProposals, { n: proposals })}</p> : null}
          {errors > 0 ? <p className="amber">{t(text.adoptMarks, { n: errors })}</p> : null}
        </>
      ),
      onOk: () =>
        attempt(async () => {
          const adopted = await post<AdoptedJson>(`${path}/adoption`);
          await refreshPlans();
          await navigate({ to: '/plans/$plan', params: { plan: adopted.planId }, search: { view: 'life' } as never });
        }),
    });
  const drop = () =>
    modal.confirm({
      title: t(text.dropTitle),
      onOk: () =>
        attempt(async () => {
          await post(`${path}/end`);
          queryClient.removeQueries({ queryKey: [path] });
          await refreshPlans();
          await navigate({ to: '/plan-drafts' });
        }),
    });

  const setProject = (index: number, project: DraftProject | null) =>
    setContent((before) => ({
      ...before,
      projects: before.projects.flatMap((one, at) => (at === index ? (project ? [project] : []) : [one])),
    }));
  const addProject = () => {
    const fresh: DraftProject = {
      name: t(text.projectNo, { n: content.projects.length }),
      kind: 'project',
      budgetWan: null,
      goals: [],
      rows: [],
    };
    setContent({ ...content, projects: [...content.projects, fresh] });
    setShown(content.projects.length);
  };
  const at = Math.min(shown, content.projects.length - 1);
  const form = content.projects[at];
  return (
    <Page
      title={`${t(text.drafting)} · ${t(texts.plans.year, { n: content.year })} ${content.org ?? ''}`}
      about={
        <>
          {t(text.savedBy, { by: draft.by, at: instant(draft.at) })}
          {proposals > 0 ? <span className="amber"> · {t(text.openProposals, { n: proposals })}</span> : null}
          {changed ? <strong className="amber"> · {t(text.unsaved)}</strong> : null}
        </>
      }
      extra={
        closed ? null : (
          <>
            <Button type={changed ? 'primary' : 'default'} loading={busy} disabled={!changed} onClick={() => void save()}>
              {t(text.save)}
            </Button>
            <Button type={changed ? 'default' : 'primary'} disabled={changed || busy} onClick={() => void adopt()}>
              {t(text.adopt)}
            </Button>
            <Button danger onClick={() => void drop()}>
              {t(text.drop)}
            </Button>
          </>
        )
      }
    >
      <Head content={content} onChange={setContent} />
      <MarksPanel draft={draft} />
      <div className="row" style={{ flexWrap: 'wrap', marginBottom: 10 }}>
        {content.projects.map((project, index) => (
          <Button
            key={index}
            type={index === at ? 'primary' : 'default'}
            ghost={index === at}
            onClick={() => setShown(index)}
            title={project.name}
          >
            {project.name.slice(0, 16)} <span className="faint">{project.rows.length}</span>
          </Button>
        ))}
        <Button type="dashed" onClick={addProject}>
          {t(text.addProject)}
        </Button>
      </div>
      {form ? (
        <ProjectForm
          key={at}
          project={form}
          org={content.org}
          year={content.year}
          marks={draft.marks.flatMap((mark) =>
            mark.places.filter(([no]) => no === at + 1).map(([, row]) => ({ row, message: [mark.message, ...mark.advice].join('') })),
          )}
          onChange={(next) => setProject(at, next)}
          onDrop={content.projects.length > 1 ? () => setProject(at, null) : null}
        />
      ) : null}
    </Page>
  );
}

function Head({ content, onChange }: { content: DraftContent; onChange: (next: DraftContent) => void }) {
  const t = useTexts();
  const money = (key: 'basicWan' | 'projectWan', label: string) => (
    <span className="row">
      {label}
      <InputNumber
        min={0}
        aria-label={label}
        style={{ width: 130 }}
        value={content[key]}
        onChange={(value) => onChange({ ...content, [key]: value })}
      />
    </span>
  );
  const overall = content.projects.some(({ kind, name }) => kind === 'overall' || name === OVERALL_PROJECT);
  return (
    <Panel>
      <span className="row" style={{ flexWrap: 'wrap', gap: 18 }}>
        <span className="row">
          {t(text.body)}
          <Input
            aria-label={t(text.body)}
            style={{ width: 260 }}
            maxLength={100}
            value={content.org ?? ''}
            onChange={(event) => onChange({ ...content, org: event.target.value || null })}
          />
        </span>
        <span className="row">
          {t(text.year)}
          <InputNumber
            aria-label={t(text.year)}
            min={1990}
            max={2100}
            value={content.year}
            onChange={(value) => value && onChange({ ...content, year: value })}
          />
        </span>
        {overall ? (
          <>
            {money('basicWan', t(text.basic))}
            {money('projectWan', t(text.projects))}
          </>
        ) : null}
      </span>
    </Panel>
  );
}

function MarksPanel({ draft }: { draft: DraftFileJson }) {
  const t = useTexts();
  const weight = { error: 0, warning: 1, info: 2 } as const;
  const colour = { error: 'red', warning: 'amber', info: 'soft' } as const;
  const placeOf = ([project, row]: [number, number]) =>
    `${draft.content.projects[project - 1]?.name ?? ''}${row > 0 ? ` ${t(text.row, { n: row })}` : ''}`;
  return (
    <Panel title={`${t(text.marks)} ${draft.marks.length || ''}`}>
      <div style={{ maxHeight: 190, overflow: 'auto' }}>
        {draft.marks.length === 0 ? <span className="soft">{t(text.noMarks)}</span> : null}
        {draft.marks
          .toSorted((a, b) => weight[a.severity] - weight[b.severity])
          .map((mark) => (
            <div key={`${mark.code}${mark.message}${mark.places.join()}`}>
              <span className={colour[mark.severity]}>●</span> {mark.message}
              {mark.advice.length ? <span className="soft"> {mark.advice.join('')}</span> : null}{' '}
              <span className="faint">{mark.places.slice(0, 3).map(placeOf).join(t(texts.common.semicolon))}</span>
            </div>
          ))}
      </div>
    </Panel>
  );
}
