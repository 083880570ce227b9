// What every file of a matter ends with: the next step as a form drawn from the table, and what was done.
import { type MatterLife, matterWords, type StepField } from '@hengjian/domain';
import type { MatterFileJson } from '@hengjian/server/schemas/matters.ts';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { post, queryClient } from '../../api.ts';
import { instant } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Panel, Problem } from '../../ui/page.tsx';

const text = texts.matters;

/** Words of a noun's states and actions. */
export function useMatterWords(noun: string) {
  const { language } = useSpeech();
  const words = matterWords[noun];
  return {
    state: (code: string) => words?.states[code]?.[language] ?? code,
    action: (code: string) => words?.actions[code]?.[language] ?? code,
    states: Object.entries(words?.states ?? {}).map(([value, word]) => ({ value, label: word[language] })),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a life of any noun
type AnyLife = MatterLife<any, string, string, string, any>;
type Given = Readonly<Record<string, string>>;

interface NextStepProps {
  /** `/api/clues/XS2026-000001` */
  address: string;
  life: AnyLife;
  actions: readonly string[];
  /** What stands in a form before anybody writes. */
  first?: (action: string) => Given;
  /** Beneath the form of an action: what the law proposes, what is missing. */
  beside?: (action: string, given: Given) => ReactNode;
}

/** The steps that may be taken now, as buttons; the chosen one's form beneath. */
export function NextStep({ address, life, actions, first, beside }: NextStepProps) {
  const t = useTexts();
  const words = useMatterWords(life.noun);
  const [chosen, setChosen] = useState<string>();
  const [given, setGiven] = useState<Given>({});
  const [why, setWhy] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const action = chosen !== undefined && actions.includes(chosen) ? chosen : undefined;
  const choose = (next: string) => {
    setChosen(next === action ? undefined : next);
    setGiven(first?.(next) ?? {});
    setError(undefined);
  };
  const take = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await post(`${address}/steps/${action}`, { why, given });
      setWhy('');
      setGiven({});
      setChosen(undefined);
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const fields = action === undefined ? [] : (life.fields[action] ?? []);
  return (
    <Panel title={t(text.next)}>
      {actions.length === 0 ? <p className="faint">{t(text.nothingToDo)}</p> : null}
      <div className="row" style={{ flexWrap: 'wrap', gap: 8 }}>
        {actions.map((one) => (
          <Button key={one} type={one === action ? 'primary' : 'default'} aria-pressed={one === action} onClick={() => choose(one)}>
            {words.action(one)}
          </Button>
        ))}
      </div>
      {action === undefined ? null : (
        <form
          aria-label={words.action(action)}
          className="step-form"
          onSubmit={(event) => {
            event.preventDefault();
            void take();
          }}
        >
          {fields.map((field) => (
            <StepInput
              key={field.name}
              field={field}
              value={given[field.name] ?? ''}
              onChange={(value) => setGiven({ ...given, [field.name]: value })}
            />
          ))}
          <div className="field wide">
            <span>{t(text.why)}</span>
            <Input aria-label={t(text.why)} value={why} maxLength={2000} onChange={(e) => setWhy(e.target.value)} />
          </div>
          {beside?.(action, given)}
          {error ? <Problem error={error} /> : null}
          <Button type="primary" htmlType="submit" loading={busy} disabled={why.trim() === ''}>
            {words.action(action)} · {t(texts.common.confirm)}
          </Button>
        </form>
      )}
    </Panel>
  );
}

/** One field, by its type. */
export function StepInput({ field, value, onChange }: { field: StepField; value: string; onChange: (value: string) => void }) {
  const t = useTexts();
  const { language } = useSpeech();
  const name = language === 'zh' ? field.title : field.en;
  const unit = field.type === 'money' ? t(texts.common.yuan) : field.unit;
  const label = unit ? t(texts.common.aside, { what: name, aside: unit }) : name;
  const shared = { 'aria-label': name, value };
  const placeholder = field.note ?? (field.many ? t(text.listHelp) : undefined);
  const choices =
    field.type === 'flag'
      ? [
          { value: 'true', label: t(text.yes) },
          { value: 'false', label: t(text.no2) },
        ]
      : Object.entries(field.codes ?? {}).map(([code, title]) => ({ value: code, label: title }));
  return (
    <div className={field.long || field.many ? 'field wide' : 'field'}>
      <span>
        {label}
        {field.required ? <em> *</em> : null}
      </span>
      {field.type === 'flag' || field.type === 'code' ? (
        <Select
          aria-label={name}
          allowClear={!field.required}
          value={value || null}
          onChange={(next: string | null) => onChange(next ?? '')}
          options={choices}
          popupMatchSelectWidth={false}
        />
      ) : field.long || field.many ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: field.long ? 3 : 1, maxRows: 16 }}
          placeholder={placeholder ?? ''}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : field.type === 'day' ? (
        <DayField label={name} width="100%" value={value} onChange={onChange} />
      ) : (
        <Input
          {...shared}
          {...(field.type === 'money' || field.type === 'count' || field.type === 'quantity' ? { inputMode: 'decimal' as const } : {})}
          placeholder={placeholder ?? ''}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </div>
  );
}

/** What was done, the newest first. */
export function MatterHistory({ noun, steps }: { noun: string; steps: MatterFileJson<never>['steps'] }) {
  const t = useTexts();
  const words = useMatterWords(noun);
  const done = ({ action, before, file }: (typeof steps)[number]) => {
    // a scan comes and goes beside the steps of the matter's life
    if (action === 'attach' || action === 'detach') return `${t(text[action])} ${file ?? ''}`;
    return before === null ? t(text.entered) : words.action(action);
  };
  return (
    <Panel title={t(text.history)}>
      <ul className="steps">
        {steps.map((step) => (
          <li key={`${step.at} ${step.action} ${step.by} ${step.why} ${step.file}`}>
            {instant(step.at)} {step.by} {done(step)}
            {step.after !== null && step.after !== step.before ? ` → ${words.state(step.after)}` : ''}
            {step.why ? `${t(texts.common.colon)}${step.why}` : ''}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
