// A new exemption: its kind fills in what the encounter is like, and the officer says more or other; everything said must hold.
import { valueWords } from '@hengjian/domain';
import type { ExemptionJson } from '@hengjian/server/schemas/governance.ts';
import type { RuleSummary } from '@hengjian/server/schemas/rules.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { post } from '../../api.ts';
import { dayFrom } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { listTyped } from '../../ui/typed.ts';
import { useActing } from './acting.tsx';

const text = texts.governance;
const kinds = ['chemotherapy', 'dialysis', 'emergency', 'transfer', 'specialCase', 'other'] as const;
const scopes = ['population', 'link', 'finding'] as const;
/** Lists of codes that are typed in; scenes are chosen. */
const lists = ['encounterNos', 'diagnoses', 'operations', 'dischargeWays', 'medicalKinds', 'departments'] as const;

interface Encounter {
  readonly lists: { readonly [list in (typeof lists)[number]]?: string };
  readonly settings: readonly string[];
  readonly mainOnly: boolean;
}
/** What each kind means where nobody says otherwise. */
const usual: { readonly [kind in (typeof kinds)[number]]: Encounter } = {
  chemotherapy: { lists: { diagnoses: 'Z51' }, settings: [], mainOnly: true },
  dialysis: { lists: { diagnoses: 'Z49' }, settings: [], mainOnly: true },
  emergency: { lists: {}, settings: ['emergency'], mainOnly: false },
  transfer: { lists: { dischargeWays: '2 3' }, settings: [], mainOnly: false },
  specialCase: { lists: {}, settings: [], mainOnly: false },
  other: { lists: {}, settings: [], mainOnly: false },
};
const scenes = valueWords.setting ?? {};
const sceneText = (code: string): Text => [scenes[code]?.zh ?? code, scenes[code]?.en ?? code];

export function AddPanel({ rules, onDone }: { rules: RuleSummary[]; onDone: () => void }) {
  const t = useTexts();
  const acting = useActing(onDone);
  const [kind, setKind] = useState<(typeof kinds)[number]>('specialCase');
  const [encounter, setEncounter] = useState<Encounter>(usual.specialCase);
  const [title, setTitle] = useState('');
  const [ruleIds, setRuleIds] = useState<string[]>([]);
  const [scope, setScope] = useState<string>('finding');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const add = () =>
    acting.act((act) => {
      const given = Object.entries(encounter.lists).flatMap(([list, typed]) => {
        const codes = listTyped(typed);
        return codes.length > 0 ? [[list, codes] as const] : [];
      });
      const encounterNos = listTyped(encounter.lists.encounterNos ?? '');
      return post('/api/exemptions', {
        ...act,
        kind,
        title: title.trim() || t(text[kind]),
        ruleIds: ruleIds.length > 0 ? ruleIds : null,
        acts: scope,
        ...(kind === 'specialCase' && { codes: encounterNos }),
        encounter: {
          ...Object.fromEntries(given),
          ...(encounter.settings.length > 0 && { settings: encounter.settings }),
          mainOnly: encounter.mainOnly,
        },
        from: dayFrom(from) ?? null,
        to: dayFrom(to) ?? null,
      });
    });
  return (
    <Panel title={t(text.addExemption)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <Select
          aria-label={t(text.kind)}
          style={{ width: 130 }}
          value={kind}
          onChange={(value) => {
            setKind(value);
            setEncounter(usual[value]);
          }}
          options={kinds.map((value) => ({ value, label: t(text[value]) }))}
        />
        <Input
          aria-label={t(text.name)}
          placeholder={t(text.name)}
          style={{ width: 170 }}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
        />
        <Select
          mode="multiple"
          aria-label={t(text.rules)}
          placeholder={t(text.allRules)}
          style={{ minWidth: 240 }}
          value={ruleIds}
          onChange={setRuleIds}
          optionFilterProp="label"
          options={rules.map((rule) => ({ value: rule.ruleId, label: rule.title }))}
        />
        <Select
          aria-label={t(text.acts)}
          style={{ width: 140 }}
          value={scope}
          onChange={setScope}
          options={scopes.map((value) => ({ value, label: t(text[value]) }))}
        />
        <Input
          aria-label={t(text.from)}
          placeholder={t(text.from)}
          style={{ width: 120 }}
          value={from}
          onChange={(e) => setFrom(e.target.value)}
        />
        <Input aria-label={t(text.to)} placeholder={t(text.to)} style={{ width: 120 }} value={to} onChange={(e) => setTo(e.target.value)} />
      </div>
      <EncounterFields value={encounter} onChange={setEncounter} />
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {acting.fields}
        <Button type="primary" disabled={acting.busy} onClick={() => void add()}>
          {t(text.addExemption)}
        </Button>
      </div>
      {acting.problems}
    </Panel>
  );
}

function EncounterFields({ value, onChange }: { value: Encounter; onChange: (value: Encounter) => void }) {
  const t = useTexts();
  return (
    <div className="row" style={{ flexWrap: 'wrap', margin: '10px 0' }}>
      <span className="faint">{t(text.encounterIs)}</span>
      <Select
        mode="multiple"
        aria-label={t(text.settings)}
        placeholder={t(text.settings)}
        style={{ minWidth: 150 }}
        value={[...value.settings]}
        onChange={(settings) => onChange({ ...value, settings })}
        options={Object.keys(scenes).map((code) => ({ value: code, label: t(sceneText(code)) }))}
      />
      {lists.map((list) => (
        <Input
          key={list}
          aria-label={t(text[list])}
          placeholder={t(text[list])}
          style={{ width: 170 }}
          value={value.lists[list] ?? ''}
          onChange={(e) => onChange({ ...value, lists: { ...value.lists, [list]: e.target.value } })}
        />
      ))}
      <Checkbox checked={value.mainOnly} onChange={(e) => onChange({ ...value, mainOnly: e.target.checked })}>
        {t(text.mainOnly)}
      </Checkbox>
    </div>
  );
}

/** What an exemption asks of the encounter, in words. */
export function encounterText({ condition }: ExemptionJson, t: (text: Text) => string): string {
  const form = (condition as { encounter?: { [list: string]: readonly string[] | boolean } }).encounter;
  if (!form) return t(text.ownCondition);
  const said = [...lists, 'settings' as const].flatMap((list) => {
    const codes = form[list];
    if (!Array.isArray(codes) || codes.length === 0) return [];
    const word = list === 'diagnoses' && form.mainOnly === true ? text.mainDiagnoses : text[list];
    return [`${t(word)} ${codes.map((code) => (list === 'settings' ? t(sceneText(code)) : code)).join(t(texts.common.comma))}`];
  });
  return said.join(t(texts.common.semicolon));
}
