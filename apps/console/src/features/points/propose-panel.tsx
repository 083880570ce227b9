// Entry of points and of people. Coming from a finding, what is known of it stands there already.
import { pointWords } from '@hengjian/domain';
import type {
  BehaviourJson,
  DecisionHintJson,
  PointRecordJson,
  PointWishJson,
  PractitionerPageJson,
  RegisteredJson,
} from '@hengjian/server/schemas/points.ts';
import { Alert, Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { get, post, queryClient, useGet } from '../../api.ts';
import { day, dayFrom } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel, Problem } from '../../ui/page.tsx';
import { listTyped } from '../../ui/typed.ts';
import { useWordTable } from '../../ui/word-table.ts';

const text = texts.points;

const empty = {
  decisionKind: 'finding',
  decisionRef: '',
  decidedOn: '',
  practitionerNo: '',
  providerNo: '',
  behaviour: '',
  responsibility: 'general',
  occurredOn: '',
  facts: '',
};
type Given = typeof empty;

interface Wish {
  /** The finding or case that the page was opened from. */
  readonly finding: string | undefined;
  readonly ofCase: string | undefined;
  readonly onDone: (practitionerNo: string) => void;
}
const looked = { finding: 'of-finding', enforcement: 'of-case' } as const;

export function ProposePanel({ finding, ofCase, onDone }: Wish) {
  const t = useTexts();
  const { options } = useWordTable(pointWords);
  const behaviours = useGet<BehaviourJson[]>('/api/point-behaviours');
  const [given, setGiven] = useState<Given>({
    ...empty,
    ...(ofCase ? { decisionKind: 'enforcement', decisionRef: ofCase } : { decisionRef: finding ?? '' }),
  });
  const [hint, setHint] = useState<DecisionHintJson>();
  const [error, setError] = useState<unknown>();
  const set = (change: Partial<Given>) => setGiven((before) => ({ ...before, ...change }));
  const people = usePeople(given.practitionerNo, hint);
  const path = looked[given.decisionKind as keyof typeof looked];
  const look = async (ref: string) => {
    setError(undefined);
    try {
      const found = await get<DecisionHintJson>(`/api/points/${path}/${encodeURIComponent(ref)}`);
      setHint(found);
      set({
        providerNo: found.providerNo ?? '',
        occurredOn: found.occurredOn === null ? '' : day(found.occurredOn),
        facts: found.explanation,
        practitionerNo: found.practitioners[0]?.practitionerNo ?? '',
      });
    } catch (failure) {
      setError(failure);
    }
  };
  useEffect(() => {
    if (finding || ofCase) void look(finding ?? (ofCase as string));
  }, [finding, ofCase]);
  const fits = ({ article }: BehaviourJson) => article === null || !hint?.article || article === hint.article;
  const chosen = behaviours.data?.find(({ code }) => code === given.behaviour);
  const save = async () => {
    setError(undefined);
    const { decidedOn, occurredOn, ...told } = given;
    const [decided, occurred] = [dayFrom(decidedOn), dayFrom(occurredOn)];
    try {
      const wish = {
        ...(told as unknown as PointWishJson),
        occurredOn: occurred ?? 0,
        ...(decided !== undefined && { decidedOn: decided }),
      };
      const record = await post<PointRecordJson>('/api/points', wish);
      await queryClient.invalidateQueries();
      onDone(record.practitionerNo);
    } catch (failure) {
      setError(failure);
    }
  };
  const pick = (key: keyof Given, label: string, choices: { value: string; label: string }[], width: number) => (
    <Select
      aria-label={label}
      placeholder={label}
      style={{ width }}
      showSearch={{ optionFilterProp: 'label' }}
      value={given[key] || null}
      onChange={(value) => set({ [key]: value ?? '' })}
      options={choices}
    />
  );
  const write = (key: keyof Given, label: string, width: number) => (
    <Input aria-label={label} placeholder={label} style={{ width }} value={given[key]} onChange={(e) => set({ [key]: e.target.value })} />
  );
  const responsibility = given.responsibility as 'general' | 'important' | 'main';
  return (
    <Panel title={t(text.proposeTitle)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {pick('decisionKind', t(text.decisionKind), options('decisions'), 150)}
        {write('decisionRef', t(text.decisionRef), 240)}
        {path ? (
          <Button onClick={() => void look(given.decisionRef)} disabled={!given.decisionRef}>
            {t(text.look[given.decisionKind as keyof typeof looked])}
          </Button>
        ) : (
          <>
            {write('decidedOn', t(text.decidedOn), 120)}
            {write('providerNo', t(text.provider), 140)}
          </>
        )}
        {hint ? <span>{hint.providerName}</span> : null}
        <Select
          aria-label={t(text.number)}
          placeholder={t(text.number)}
          style={{ width: 240 }}
          showSearch={{ onSearch: people.search, filterOption: false }}
          value={given.practitionerNo || null}
          onChange={(value) => set({ practitionerNo: value ?? '' })}
          options={people.options}
        />
        {write('occurredOn', t(text.occurredOn), 120)}
        {pick(
          'behaviour',
          t(text.behaviour),
          (behaviours.data ?? []).filter(fits).map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
          420,
        )}
        {pick('responsibility', t(text.responsibility), options('responsibilities'), 120)}
        {chosen ? <strong>{t(text.willGet, { n: chosen[responsibility] })}</strong> : null}
      </div>
      {hint && hint.decidedOn === null ? (
        <Alert type="warning" title={t(text.notDecided[given.decisionKind as keyof typeof looked])} style={{ marginTop: 8 }} />
      ) : null}
      <Input.TextArea
        aria-label={t(text.facts)}
        placeholder={t(text.facts)}
        rows={3}
        style={{ margin: '8px 0' }}
        value={given.facts}
        onChange={(e) => set({ facts: e.target.value })}
      />
      <Button type="primary" disabled={!given.practitionerNo || !given.behaviour || !given.facts} onClick={() => void save()}>
        {t(text.propose)}
      </Button>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}

/** Registered people to choose from: those who treated in the finding first, else by what is typed. */
function usePeople(chosen: string, hint: DecisionHintJson | undefined) {
  const [typed, setTyped] = useState('');
  const found = useGet<PractitionerPageJson>('/api/practitioners', { text: typed || undefined, size: 20 }, { keep: true });
  const own = (hint?.practitioners ?? []).map(({ practitionerNo, name }) => ({ practitionerNo, name: name ?? '' }));
  const all = [...own, ...(found.data?.rows ?? [])].filter(
    (row, i, rows) => rows.findIndex(({ practitionerNo }) => practitionerNo === row.practitionerNo) === i,
  );
  const listed =
    all.some(({ practitionerNo }) => practitionerNo === chosen) || !chosen ? all : [...all, { practitionerNo: chosen, name: '' }];
  return {
    search: setTyped,
    options: listed.map(({ practitionerNo, name }) => ({ value: practitionerNo, label: `${practitionerNo} ${name}`.trim() })),
  };
}

export function RegisterPanel() {
  const t = useTexts();
  const { options } = useWordTable(pointWords);
  const [given, setGiven] = useState({ practitionerNo: '', name: '', kind: 'doctor', title: '', providers: '', committedOn: '' });
  const [error, setError] = useState<unknown>();
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const save = async () => {
    setError(undefined);
    const { practitionerNo, name, kind, title, providers, committedOn } = given;
    const body: RegisteredJson = {
      practitionerNo,
      name,
      kind: kind as 'doctor',
      title: title || null,
      providerNos: listTyped(providers),
      committedOn: dayFrom(committedOn) ?? null,
    };
    try {
      await post('/api/practitioners', body);
      set({ practitionerNo: '', name: '', title: '' });
      await queryClient.invalidateQueries({ queryKey: ['/api/practitioners'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const write = (key: keyof typeof given, label: string, width: number) => (
    <Input aria-label={label} placeholder={label} style={{ width }} value={given[key]} onChange={(e) => set({ [key]: e.target.value })} />
  );
  return (
    <Panel title={t(text.register)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {write('practitionerNo', t(text.number), 160)}
        {write('name', t(text.name), 100)}
        <Select
          aria-label={t(text.kind)}
          style={{ width: 160 }}
          value={given.kind}
          onChange={(kind) => set({ kind })}
          options={options('kinds')}
        />
        {write('title', t(text.jobTitle), 120)}
        {write('providers', t(text.providers), 240)}
        {write('committedOn', t(text.commitment), 120)}
        <Button type="primary" disabled={!given.practitionerNo || !given.name || !given.providers} onClick={() => void save()}>
          {t(text.register)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
