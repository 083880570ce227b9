// 信用评价方案: what is in force, what was written; one is copied, edited, tried on a past period, and put in force by another person.
import { allCreditFacts, creditWords, enteredFacts, personFacts } from '@hengjian/domain';
import type { SchemeJson, SchemeVersionJson, TriedSchemeJson } from '@hengjian/server/schemas/credit.ts';
import { Alert, Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, put, queryClient, useGet } from '../../api.ts';
import { count, day, dayFrom, instant, number, today } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { ChoiceTable } from '../../ui/choice-table.tsx';
import { EditTable } from '../../ui/edit-table.tsx';
import { Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { dayTyped } from '../../ui/typed.ts';
import { useWordTable } from '../../ui/word-table.ts';

const text = texts.credit;

/** One of the list: a version that somebody wrote, or a scheme that is shipped. */
interface Listed {
  readonly key: string;
  readonly scheme: SchemeJson;
  readonly version: SchemeVersionJson | null;
  readonly inForce: boolean;
}

export function SchemesPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const now = useGet<SchemeJson[]>('/api/credit-schemes');
  const versions = useGet<SchemeVersionJson[]>('/api/credit-schemes/versions');
  const written = (versions.data ?? []).map((version): Listed => {
    const rating = (now.data ?? []).find(({ schemeId }) => schemeId === version.scheme.schemeId);
    const inForce = version.fromDay !== null && JSON.stringify(rating) === JSON.stringify(version.scheme);
    return { key: String(version.version), scheme: version.scheme, version, inForce };
  });
  const shipped = (now.data ?? [])
    .filter(({ schemeId }) => !written.some(({ inForce, scheme }) => inForce && scheme.schemeId === schemeId))
    .map((scheme): Listed => ({ key: scheme.schemeId, scheme, version: null, inForce: true }));
  const rows = [...written, ...shipped];
  const open = one(params.open);
  const shown = rows.find(({ key }) => key === open);
  const stateOf = ({ version, inForce }: Listed) =>
    inForce ? (
      <Tag color="green">{t(text.inForceNow)}</Tag>
    ) : version?.fromDay === null ? (
      <Tag color="gold">{t(text.draft)}</Tag>
    ) : (version?.fromDay ?? 0) > (dayFrom(today()) ?? 0) ? (
      <Tag color="blue">{t(text.coming)}</Tag>
    ) : (
      <Tag>{t(text.replaced)}</Tag>
    );
  return (
    <Page title={t(text.schemesTitle)} about={t(text.schemesAbout)}>
      <Loaded of={versions}>
        {() => (
          <Panel flush>
            <ChoiceTable<Listed>
              rows={rows}
              keyOf={({ key }) => key}
              chosen={open}
              onChoose={(key) => change({ open: key })}
              columns={[
                { key: 'title', title: t(text.scheme), render: (_, { scheme }) => scheme.title },
                { key: 'id', title: t(text.schemeId), render: (_, { scheme }) => <span className="code">{scheme.schemeId}</span> },
                { key: 'state', title: t(text.state), render: (_, row) => stateOf(row) },
                { key: 'from', title: t(text.fromDay), render: (_, { version }) => day(version?.fromDay ?? null) },
                {
                  key: 'by',
                  title: t(text.writtenBy),
                  render: (_, { version }) => (version ? `${version.by} ${instant(version.at)}` : t(text.shipped)),
                },
                { key: 'enacted', title: t(text.enactedBy), render: (_, { version }) => version?.enactedBy ?? '' },
              ]}
            />
          </Panel>
        )}
      </Loaded>
      {shown ? <SchemeFile key={shown.key} of={shown} onDrafted={(version) => change({ open: String(version) })} /> : null}
    </Page>
  );
}

function SchemeFile({ of: { scheme, version }, onDrafted }: { of: Listed; onDrafted: (version: number) => void }) {
  const t = useTexts();
  const { say } = useWordTable(creditWords);
  const mayChange = useMay('credit.scheme');
  const [edited, setEdited] = useState<SchemeJson>();
  const [error, setError] = useState<unknown>();
  const one = edited ?? scheme;
  const set = (change: Partial<SchemeJson>) => setEdited({ ...one, ...change });
  const onChange = <K extends 'items' | 'grades' | 'vetoes' | 'consequences'>(key: K) =>
    edited ? (rows: SchemeJson[K]) => set({ [key]: rows } as Partial<SchemeJson>) : undefined;
  const allowed = allCreditFacts.filter(
    (fact) =>
      (personFacts as readonly string[]).includes(fact) === (one.subject === 'person') ||
      (enteredFacts as readonly string[]).includes(fact),
  );
  const facts = allowed.map((value) => ({ value, label: say('facts', value) }));
  const grades = one.grades.map(({ grade }) => ({ value: grade, label: grade }));
  const save = async () => {
    setError(undefined);
    try {
      const { version: drafted } = await put<{ version: number }>('/api/credit-schemes', one);
      await queryClient.invalidateQueries();
      setEdited(undefined);
      onDrafted(drafted);
    } catch (failure) {
      setError(failure);
    }
  };
  const write = (key: 'schemeId' | 'title' | 'source', label: string, width: number) => (
    <span className="row">
      {label}{' '}
      <Input aria-label={label} style={{ width }} value={one[key]} disabled={!edited} onChange={(e) => set({ [key]: e.target.value })} />
    </span>
  );
  const amount = (key: 'base' | 'ceiling' | 'repairMost' | 'halfDays', label: string) => (
    <span className="row">
      {label}{' '}
      <Input
        aria-label={label}
        inputMode="numeric"
        style={{ width: 80 }}
        value={one[key] ?? ''}
        disabled={!edited}
        onChange={(e) =>
          /^\d*$/.test(e.target.value) && set({ [key]: e.target.value === '' && key === 'halfDays' ? undefined : Number(e.target.value) })
        }
      />
    </span>
  );
  return (
    <>
      <Panel
        title={one.title}
        extra={
          mayChange ? (
            <span className="row no-print">
              {edited ? (
                <>
                  <Button onClick={() => setEdited(undefined)}>{t(texts.common.cancel)}</Button>
                  <Button type="primary" onClick={() => void save()}>
                    {t(text.saveDraft)}
                  </Button>
                </>
              ) : (
                <>
                  <Button onClick={() => setEdited({ ...structuredClone(scheme) })}>{t(text.edit)}</Button>
                  <Button
                    onClick={() =>
                      setEdited({
                        ...structuredClone(scheme),
                        schemeId: `${scheme.schemeId}-2`.slice(0, 40),
                        title: t(text.copyOf, { title: scheme.title }),
                      })
                    }
                  >
                    {t(text.copy)}
                  </Button>
                </>
              )}
            </span>
          ) : null
        }
      >
        {error ? <Problem error={error} /> : null}
        <div className="row" style={{ flexWrap: 'wrap', marginBottom: 8 }}>
          {write('schemeId', t(text.schemeId), 180)}
          {write('title', t(text.schemeName), 260)}
          {amount('base', t(text.base))}
          {amount('ceiling', t(text.ceiling))}
          {amount('repairMost', t(text.repairMost))}
          {one.subject === 'person' ? amount('halfDays', t(text.halfDays)) : null}
          {write('source', t(text.basis), 420)}
        </div>
        <EditTable
          title={t(text.items)}
          rows={one.items}
          blank={{ code: '', dimension: '', title: '', fact: allowed[0] as (typeof allowed)[number], unit: 1, points: -1, most: 0 }}
          onChange={onChange('items')}
          columns={[
            { key: 'code', title: t(text.code), kind: 'text', width: 70 },
            { key: 'dimension', title: t(text.dimension), kind: 'text', width: 120 },
            { key: 'title', title: t(text.item), kind: 'text', width: 280 },
            { key: 'fact', title: t(text.fact), kind: 'choice', width: 210, options: facts },
            { key: 'unit', title: t(text.unit), kind: 'number', width: 100 },
            { key: 'points', title: t(text.points), kind: 'number', width: 80 },
            { key: 'most', title: t(text.most), kind: 'number', width: 80 },
          ]}
        />
        <p className="faint">{t(text.unitHelp)}</p>
        <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)' }}>
          <EditTable
            title={t(text.grades)}
            rows={one.grades}
            blank={{ grade: '', from: 0 }}
            onChange={onChange('grades')}
            columns={[
              { key: 'grade', title: t(text.grade), kind: 'text', width: 100 },
              { key: 'from', title: t(text.atLeast), kind: 'number', width: 100 },
            ]}
          />
          <EditTable
            title={t(text.vetoes)}
            rows={one.vetoes}
            blank={{ fact: 'fraudCount', atLeast: 1, grade: one.grades.at(-1)?.grade ?? '', title: '' }}
            onChange={onChange('vetoes')}
            columns={[
              { key: 'fact', title: t(text.fact), kind: 'choice', width: 190, options: facts },
              { key: 'atLeast', title: t(text.reaches), kind: 'number', width: 80 },
              { key: 'grade', title: t(text.grade), kind: 'choice', width: 90, options: grades },
              { key: 'title', title: t(text.vetoTitle), kind: 'text', width: 220 },
            ]}
          />
        </div>
        <EditTable
          title={t(text.consequences)}
          rows={one.consequences}
          blank={{ grade: one.grades[0]?.grade ?? '', inspectionsPerYear: 1, depositPercent: 0, note: '' }}
          onChange={onChange('consequences')}
          columns={[
            { key: 'grade', title: t(text.grade), kind: 'choice', width: 90, options: grades },
            { key: 'inspectionsPerYear', title: t(text.inspections), kind: 'number', width: 130 },
            { key: 'depositPercent', title: t(text.deposit), kind: 'number', width: 150 },
            { key: 'note', title: t(text.note), kind: 'text', width: 380 },
          ]}
        />
      </Panel>
      {mayChange ? <Trial scheme={one} /> : null}
      {mayChange && version?.fromDay === null && !edited ? <Enactment version={version.version} /> : null}
    </>
  );
}

function Trial({ scheme }: { scheme: SchemeJson }) {
  const t = useTexts();
  const lastYear = Number(today().slice(0, 4)) - 1;
  const [given, setGiven] = useState({ from: `${lastYear}-01-01`, to: `${lastYear}-12-31` });
  const [tried, setTried] = useState<TriedSchemeJson>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setTried(await post<TriedSchemeJson>('/api/credit-schemes/trial', { scheme, from: dayTyped(given.from), to: dayTyped(given.to) }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const write = (key: 'from' | 'to', label: string) => (
    <Input aria-label={label} style={{ width: 120 }} value={given[key]} onChange={(e) => setGiven({ ...given, [key]: e.target.value })} />
  );
  const most = Math.max(1, ...(tried?.grades ?? []).flatMap((row) => [row.count, row.before ?? 0]));
  const bar = (n: number, colour: string) => (
    <span className="row">
      <span style={{ display: 'inline-block', height: 10, width: `${(n / most) * 160}px`, background: colour }} /> {count(n)}
    </span>
  );
  return (
    <Panel title={t(text.trial)}>
      <div className="row no-print">
        {write('from', t(text.from))}
        {write('to', t(text.to))}
        <Button loading={busy} onClick={() => void go()}>
          {t(text.tryIt)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
      {tried ? (
        <>
          <p>{t(text.tried, { n: tried.total, changed: tried.changed.length })}</p>
          <Table
            size="small"
            rowKey="grade"
            pagination={false}
            dataSource={tried.grades}
            columns={[
              { key: 'grade', title: t(text.grade), width: 90, dataIndex: 'grade' },
              { key: 'now', title: t(text.byThis), render: (_, row) => bar(row.count, '#1f5f9e') },
              { key: 'before', title: t(text.byInForce), render: (_, row) => (row.before === null ? '' : bar(row.before, '#9fb3c8')) },
            ]}
          />
          {tried.changed.length > 0 && tried.changed.some(({ before }) => before) ? (
            <Table
              size="small"
              rowKey="name"
              style={{ marginTop: 10 }}
              dataSource={tried.changed}
              columns={[
                { key: 'name', title: t(text.provider), dataIndex: 'name' },
                {
                  key: 'before',
                  title: t(text.byInForce),
                  render: (_, { before }) => (before ? t(texts.common.aside, { what: before.grade, aside: number(before.score) }) : ''),
                },
                {
                  key: 'now',
                  title: t(text.byThis),
                  render: (_, row) => t(texts.common.aside, { what: row.grade, aside: number(row.score) }),
                },
              ]}
            />
          ) : null}
        </>
      ) : null}
    </Panel>
  );
}

function Enactment({ version }: { version: number }) {
  const t = useTexts();
  const [given, setGiven] = useState({ fromDay: today(), why: '' });
  const [error, setError] = useState<unknown>();
  const go = async () => {
    setError(undefined);
    try {
      await post(`/api/credit-schemes/${version}/enactment`, { fromDay: dayTyped(given.fromDay), why: given.why });
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Panel title={t(text.enact)}>
      <Alert type="info" showIcon title={t(text.enactHelp)} style={{ marginBottom: 8 }} />
      <div className="row">
        <Input
          aria-label={t(text.fromDay)}
          style={{ width: 120 }}
          value={given.fromDay}
          onChange={(e) => setGiven({ ...given, fromDay: e.target.value })}
        />
        <Input
          aria-label={t(text.why)}
          placeholder={t(text.why)}
          style={{ width: 320 }}
          value={given.why}
          onChange={(e) => setGiven({ ...given, why: e.target.value })}
        />
        <Button type="primary" disabled={given.why.trim() === ''} onClick={() => void go()}>
          {t(text.enactIt)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
