// 编写规则: the form on the left; on the right the sentence, the checks, the cases, the trial and the way to live, as she types.
import { ruleCheckMessages, sayIssue } from '@hengjian/domain';
import { checkRuleDeeply, listRow, type RuleForm, type RuleTree, type Schema } from '@hengjian/language';
import type { ListsJson, WorkbenchJson } from '@hengjian/server/schemas/composer.ts';
import type { CaseResultsJson, DraftKeptJson, EditionFileJson, EditionListJson } from '@hengjian/server/schemas/editions.ts';
import { useNavigate, useParams as usePath } from '@tanstack/react-router';
import { Alert, App, ConfigProvider } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { ApiError, get, post, put, queryClient, useGet } from '../../api.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Page, Problem } from '../../ui/page.tsx';
import { CasesPanel } from './cases-panel.tsx';
import { ExemptionPanel, WhatPanel, WhoPanel, WordsPanel } from './form-panels.tsx';
import { LifePanel } from './life-panel.tsx';
import { type CaseDraft, caseFileOf, type Draft, draftCasesOf, emptyForm, formFromTree, refreshed, treeOf, words } from './model.ts';
import { type Mark, MarksAt, MarksPanel, SentencePanel } from './reading-panel.tsx';
import { ShapePanel } from './shape-panel.tsx';
import { TrialPanel } from './trial-panel.tsx';

const text = texts.composer;
/** Another language must not take the page away from under her hands. */
const KEEP = { keep: true } as const;

export function ComposerPage() {
  const { rule } = usePath({ strict: false }) as { rule?: string };
  const { t } = useSpeech();
  const bench = useGet<WorkbenchJson>('/api/composer', undefined, KEEP);
  return (
    <Page title={t(text.title)} about={t(text.about)}>
      <Loaded of={bench}>{(data) => (rule ? <Kept key={rule} rule={rule} bench={data} /> : <Fresh bench={data} />)}</Loaded>
    </Page>
  );
}

function Fresh({ bench }: { bench: WorkbenchJson }) {
  const [draft] = useState<Draft>(() => ({ form: emptyForm(Date.now().toString(36), bench.categories[0] ?? ''), cases: [] }));
  return <Workbench bench={bench} start={draft} />;
}

/** A rule that is kept: its form is read back, or it can only be read. */
function Kept({ rule, bench }: { rule: string; bench: WorkbenchJson }) {
  const { t } = useSpeech();
  const [params] = useParams();
  const list = useGet<EditionListJson>(`/api/rules/${rule}/editions`, undefined, KEEP);
  const wanted = Number(one(params.edition) ?? list.data?.editions[0]?.edition ?? 0);
  const file = useGet<EditionFileJson>(`/api/rules/${rule}/editions/${wanted}`, undefined, { ...KEEP, enabled: wanted > 0 });
  const lists = useGet<ListsJson>(`/api/composer/lists/${rule}`, undefined, KEEP);
  // a workbench that opened before the editions came would take what is kept for unsaved
  const data = list.data && file.data && lists.data ? ([list.data, file.data, lists.data] as const) : undefined;
  const error = list.error ?? file.error ?? lists.error;
  return (
    <Loaded of={{ data, error, refetch: () => Promise.all([list.refetch(), file.refetch(), lists.refetch()]) }}>
      {([editions, edition, own]) => {
        // the edition before is still shown while the next one comes
        if (edition.edition !== wanted) return null;
        const tree = edition.tree as RuleTree;
        const form = formFromTree(tree, own);
        if (!form)
          return (
            <>
              <Alert type="info" showIcon title={t(text.readOnly)} />
              <SentencePanel tree={tree} />
            </>
          );
        const start = { form, cases: draftCasesOf(edition.cases as never) };
        return <Workbench key={wanted} bench={bench} start={start} list={editions} edition={wanted} />;
      }}
    </Loaded>
  );
}

interface WorkbenchProps {
  bench: WorkbenchJson;
  start: Draft;
  list?: EditionListJson;
  edition?: number;
}

/** What the checks say as she types, and what the form itself still lacks. */
function useMarks(form: RuleForm, tree: RuleTree, bench: WorkbenchJson): Mark[] {
  const { t, language } = useSpeech();
  return useMemo(() => {
    const lacks = (missing: boolean, message: string): Mark[] => (missing ? [{ severity: 'error', message }] : []);
    // what asks nothing yet would contain every rule there is
    const asksNothing = form.shape.kind === 'row' && form.shape.when.parts.length === 0;
    const others = asksNothing ? [] : bench.inForce.map(({ tree: other }) => other as RuleTree);
    const found = checkRuleDeeply(tree, bench.schema as unknown as Schema, words, others);
    return [
      ...lacks(form.title.zh.trim() === '', t(text.lacksName)),
      ...lacks(!form.basis.some(({ document }) => document.trim() !== ''), t(text.lacksBasis)),
      ...lacks(asksNothing, t(text.lacksCondition)),
      ...found.map((issue) => ({
        severity: issue.severity,
        message: sayIssue(issue, ruleCheckMessages, language),
        place: issue.facts.place as string,
      })),
    ];
  }, [form, tree, bench, t, language]);
}

function Workbench({ bench, start, list, edition: number }: WorkbenchProps) {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form, setForm] = useState<RuleForm>(start.form);
  const [cases, setCases] = useState<readonly CaseDraft[]>(start.cases);
  const [kept, setKept] = useState<string>(() => (list ? JSON.stringify(start) : ''));
  const [both, setBoth] = useState<CaseResultsJson | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const schema = bench.schema as unknown as Schema;
  const tree = useMemo(() => treeOf(form), [form]);
  const marks = useMarks(form, tree, bench);
  const edition = list?.editions.find((one) => one.edition === number);
  // from the first review on an edition is one thing: only a new one can differ
  const editable = !edition || edition.state === 'draft';
  const unsaved = JSON.stringify({ form, cases }) !== kept;
  const change = (next: RuleForm) => {
    setForm((before) => refreshed(before, next));
    setBoth(null);
  };
  const changeCases = (next: readonly CaseDraft[]) => {
    setCases(next);
    setBoth(null);
  };
  useEffect(() => {
    if (!unsaved || kept === '') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved, kept]);
  const again = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: [`/api/rules/${form.id}/editions`] }),
      queryClient.invalidateQueries({ queryKey: ['/api/rules'] }),
    ]);
    if (number) await queryClient.invalidateQueries({ queryKey: [`/api/rules/${form.id}/editions/${number}`] });
  };
  const save = async (why: string) => {
    const row = listRow(form);
    if (row && edition?.state !== 'live') await post('/api/composer/lists', row);
    const body = { tree, cases: caseFileOf({ form, cases }), why };
    const result = edition
      ? await put<DraftKeptJson>('/api/rules/drafts', { ...body, edition: number })
      : await post<DraftKeptJson>('/api/rules/drafts', body);
    setKept(JSON.stringify({ form, cases }));
    for (const problem of result.problems) void message.warning(problem.message);
    if (!list)
      void navigate({ to: '/composer/$rule', params: { rule: result.ruleId }, search: { edition: String(result.edition) } as never });
  };
  const runBoth = async () => {
    setFailed(null);
    try {
      setBoth(await post<CaseResultsJson>('/api/rules/drafts/cases/run', { tree, cases: caseFileOf({ form, cases }) }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailed(error);
    }
  };
  const follow = async () => {
    const { tree: live } = await get<EditionFileJson>(`/api/rules/${form.id}/editions/${number}`);
    const made = await post<DraftKeptJson>('/api/rules/drafts', { tree: live, why: t(text.newEdition) });
    await again();
    void navigate({ to: '/composer/$rule', params: { rule: form.id }, search: { edition: String(made.edition) } as never });
  };
  return (
    <>
      <div className="composer">
        <div className="composer-form">
          <ConfigProvider componentDisabled={!editable}>
            <WhatPanel form={form} change={change} categories={bench.categories} />
            <WhoPanel form={form} change={change} locked={list?.editions.some(({ state }) => state === 'live') ?? false} />
            <MarksAt part="who" marks={marks} />
            <ShapePanel form={form} change={change} />
            <MarksAt part="how" marks={marks} />
            <ExemptionPanel form={form} change={change} />
            <MarksAt part="exempt" marks={marks} />
            <WordsPanel form={form} change={change} />
            <MarksAt part="words" marks={marks} />
          </ConfigProvider>
        </div>
        <div className="composer-reading">
          <SentencePanel tree={tree} form={form} />
          <MarksPanel marks={marks} />
          <CasesPanel
            form={form}
            tree={tree}
            schema={schema}
            cases={cases}
            change={changeCases}
            sound={!marks.some(({ severity, place }) => severity === 'error' && place !== undefined)}
            onBoth={() => void runBoth()}
            both={both}
          />
          {failed ? <Problem error={failed} /> : null}
          <LifePanel
            list={list}
            edition={edition}
            unsaved={unsaved}
            onSave={save}
            onStep={() => void again()}
            onNewEdition={() => void follow()}
          />
        </div>
      </div>
      <TrialPanel edition={edition} unsaved={unsaved} />
    </>
  );
}
