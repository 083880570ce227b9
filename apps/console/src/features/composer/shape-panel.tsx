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

type Of<K extends ShapeForm['kind']> = PanelProps & { shape: Extract<ShapeForm, { kind: K }> };

function Total({ form, change, shape }: Of<'total'>) {
  const { t } = useSpeech();
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
      <Labelled name={t(text.measure)}>
        <Select
          value={shape.measure}
          options={composerFacts[form.reads].measures.map((value) => ({ value, label: t(measures[value]) }))}
          onChange={setMeasure}
        />
      </Labelled>
      <Labelled name={t(text.window)}>
        <Select
          value={shape.window}
          options={composerWindows.map((value) => ({ value, label: t(windows[value]) }))}
          onChange={(window) => set({ window })}
        />
      </Labelled>
      <Labelled name={t(text.compare)}>
        <Select
          value={shape.compare}
          options={[
            { value: 'gt', label: t(text.gt) },
            { value: 'ge', label: t(text.ge) },
          ]}
          onChange={(compare) => set({ compare })}
        />
      </Labelled>
      <ThresholdChoice form={form} value={shape.threshold} onChange={(threshold) => set({ threshold })} />
      <Checkbox checked={shape.sameProvider} onChange={(e) => set({ sameProvider: e.target.checked })}>
        {t(text.sameProvider)}
      </Checkbox>
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
        <Labelled name={t(text.scope)}>
          <Select
            value={shape.scope}
            options={[
              { value: 'encounter', label: t(text.scopeEncounter) },
              { value: 'day', label: t(text.scopeDay) },
              { value: 'person', label: t(text.scopePerson) },
            ]}
            onChange={(scope) => set({ scope })}
          />
        </Labelled>
        <Labelled name={t(text.comparison)}>
          <Select
            value={shape.want}
            options={[
              { value: 'present', label: t(text.present) },
              { value: 'absent', label: t(text.absent) },
            ]}
            onChange={(want) => set({ want })}
          />
        </Labelled>
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
  const { t } = useSpeech();
  const set = (next: Partial<typeof shape>) => change({ ...form, shape: { ...shape, ...next } });
  return (
    <div className="form-grid">
      <Labelled name={t(text.since)}>
        <Select
          value={shape.since}
          options={[
            { value: 'lastPaid', label: t(text.lastPaid) },
            { value: 'previous', label: t(text.previous) },
          ]}
          onChange={(since) => set({ since })}
        />
      </Labelled>
      <ThresholdChoice form={form} value={shape.threshold} onChange={(threshold) => set({ threshold })} />
      <Checkbox checked={shape.sameProvider} onChange={(e) => set({ sameProvider: e.target.checked })}>
        {t(text.sameProvider)}
      </Checkbox>
    </div>
  );
}
