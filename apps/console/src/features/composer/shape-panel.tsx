// What is asked: one of four shapes in plain words, each with the few choices it has.
import {
  type ComposerTable,
  composerFacts,
  composerTables,
  composerWindows,
  type Measure,
  noCondition,
  noItems,
  type ShapeForm,
  thresholdUnits,
  type Window,
} from '@hengjian/language';
import { Checkbox, Segmented, Select } from 'antd';
import { type Text, texts, useSpeech } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { ItemPicker, Labelled } from './fields.tsx';
import { type PanelProps, ThresholdRows } from './form-panels.tsx';
import { startShape, words } from './model.ts';

const text = texts.composer;
const kinds: readonly [ShapeForm['kind'], Text, Text][] = [
  ['row', text.row, text.rowHelp],
  ['total', text.total, text.totalHelp],
  ['together', text.together, text.togetherHelp],
  ['gap', text.gap, text.gapHelp],
];
const windows: Readonly<Record<Window, Text>> = {
  day: text.windowDay,
  encounter: text.windowEncounter,
  month: text.windowMonth,
  year: text.windowYear,
  ever: text.windowEver,
};
const measures: Readonly<Record<Measure, Text>> = {
  quantity: text.quantity,
  amount: text.amount,
  records: text.records,
  days: text.days,
  items: text.items,
  providers: text.providers,
};

export function ShapePanel({ form, change }: PanelProps) {
  const { t } = useSpeech();
  const { shape } = form;
  const help = kinds.find(([kind]) => kind === shape.kind)?.[2];
  // the time between two needs a time of each
  const able = form.reads === 'line' || form.reads === 'encounter' ? kinds : kinds.filter(([kind]) => kind !== 'gap');
  return (
    <Panel title={t(text.how)}>
      <Segmented
        value={shape.kind}
        options={able.map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(kind) => change(startShape(form, kind as ShapeForm['kind'], { zh: text.limitTitle[0], en: text.limitTitle[1] }))}
      />
      <p className="faint">{help ? t(help) : null}</p>
      {shape.kind === 'row' ? (
        <>
          <h3>{t(text.when)}</h3>
          <ConditionEditor
            label={t(text.when)}
            group={shape.when}
            table={form.reads}
            thresholds={form.thresholds}
            onChange={(when) => change({ ...form, shape: { ...shape, when } })}
          />
        </>
      ) : null}
      {shape.kind === 'total' ? <Total form={form} change={change} shape={shape} /> : null}
      {shape.kind === 'together' ? <Together form={form} change={change} shape={shape} /> : null}
      {shape.kind === 'gap' ? <Gap form={form} change={change} shape={shape} /> : null}
      <ThresholdRows form={form} change={change} />
    </Panel>
  );
}

/** One of a few words. */
function Choice<T extends string>({ name, value, words, onChange }: ChoiceProps<T>) {
  const { t } = useSpeech();
  return (
    <Labelled name={t(name)}>
      <Select value={value} options={words.map(([one, label]) => ({ value: one, label: t(label) }))} onChange={onChange} />
    </Labelled>
  );
}
interface ChoiceProps<T> {
  name: Text;
  value: T;
  words: readonly (readonly [T, Text])[];
  onChange: (value: T) => void;
}

function SameProvider({ checked, onChange }: { checked: boolean; onChange: (sameProvider: boolean) => void }) {
  const { t } = useSpeech();
  return (
    <Checkbox checked={checked} onChange={(e) => onChange(e.target.checked)}>
      {t(text.sameProvider)}
    </Checkbox>
  );
}

type Of<K extends ShapeForm['kind']> = PanelProps & { shape: Extract<ShapeForm, { kind: K }> };

function Total({ form, change, shape }: Of<'total'>) {
  const set = (next: Partial<typeof shape>) => change({ ...form, shape: { ...shape, ...next } });
  const setMeasure = (measure: Measure) =>
    change({
      ...form,
      money: measure === 'quantity' || measure === 'amount' ? form.money : 'whole',
      thresholds: form.thresholds.map((one) => (one.name === shape.threshold ? { ...one, unit: unitFor(measure) } : one)),
      shape: { ...shape, measure },
    });
  return (
    <div className="form-grid">
      <Choice
        name={text.measure}
        value={shape.measure}
        words={composerFacts[form.reads].measures.map((one) => [one, measures[one]])}
        onChange={setMeasure}
      />
      <Choice
        name={text.window}
        value={shape.window}
        words={composerWindows.map((one) => [one, windows[one]])}
        onChange={(window) => set({ window })}
      />
      <Choice
        name={text.compare}
        value={shape.compare}
        words={[
          ['gt', text.gt],
          ['ge', text.ge],
        ]}
        onChange={(compare) => set({ compare })}
      />
      <ThresholdChoice form={form} value={shape.threshold} onChange={(threshold) => set({ threshold })} />
      <SameProvider checked={shape.sameProvider} onChange={(sameProvider) => set({ sameProvider })} />
    </div>
  );
}
const unitFor = (measure: Measure): string =>
  measure === 'amount'
    ? thresholdUnits.yuan
    : measure === 'days'
      ? thresholdUnits.days
      : measure === 'items'
        ? thresholdUnits.kinds
        : thresholdUnits.times;

function ThresholdChoice({ form, value, onChange }: { form: PanelProps['form']; value: string; onChange: (name: string) => void }) {
  const { t, language } = useSpeech();
  return (
    <Labelled name={t(text.threshold)}>
      <Select
        value={value}
        options={form.thresholds.map((one) => ({ value: one.name, label: `${one.title[language]} ${one.standard} ${one.unit}` }))}
        onChange={onChange}
      />
    </Labelled>
  );
}

function Together({ form, change, shape }: Of<'together'>) {
  const { t, language } = useSpeech();
  const set = (next: Partial<typeof shape>) => change({ ...form, shape: { ...shape, ...next } });
  // the codes of the other side stand in the row of the rule's own list
  const listable = form.reads === 'line' && shape.other === 'line' && form.list.items.length > 0;
  return (
    <>
      <div className="form-grid">
        <Labelled name={t(text.other)}>
          <Select
            value={shape.other}
            options={composerTables.map((value) => ({ value, label: words.records[value]?.[language] ?? value }))}
            onChange={(other: ComposerTable) =>
              // diagnoses and operations are written once for a whole encounter
              set({
                other,
                otherItems: noItems,
                on: noCondition,
                ...((other === 'diagnosis' || other === 'operation') && { scope: 'encounter' as const }),
              })
            }
          />
        </Labelled>
        <Choice
          name={text.scope}
          value={shape.scope}
          words={[
            ['encounter', text.scopeEncounter],
            ['day', text.scopeDay],
            ['person', text.scopePerson],
          ]}
          onChange={(scope) => set({ scope })}
        />
        <Choice
          name={text.comparison}
          value={shape.want}
          words={[
            ['present', text.present],
            ['absent', text.absent],
          ]}
          onChange={(want) => set({ want })}
        />
        {listable ? (
          <Labelled name={t(text.otherList)} wide>
            <ItemPicker
              label={t(text.otherList)}
              items={shape.otherItems.items}
              prefixes={false}
              onChange={(items) => set({ otherItems: { name: items[0]?.name ?? '', items } })}
            />
          </Labelled>
        ) : null}
      </div>
      <h3>{t(text.otherOn)}</h3>
      <ConditionEditor
        label={t(text.otherOn)}
        group={shape.on}
        table={form.reads}
        other={shape.other}
        thresholds={form.thresholds}
        onChange={(on) => set({ on })}
      />
    </>
  );
}

function Gap({ form, change, shape }: Of<'gap'>) {
  const set = (next: Partial<typeof shape>) => change({ ...form, shape: { ...shape, ...next } });
  return (
    <div className="form-grid">
      <Choice
        name={text.since}
        value={shape.since}
        words={[
          ['lastPaid', text.lastPaid],
          ['previous', text.previous],
        ]}
        onChange={(since) => set({ since })}
      />
      <ThresholdChoice form={form} value={shape.threshold} onChange={(threshold) => set({ threshold })} />
      <SameProvider checked={shape.sameProvider} onChange={(sameProvider) => set({ sameProvider })} />
    </div>
  );
}
