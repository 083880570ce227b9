// The form, in the order an officer thinks: what it is called, who is looked at, what is asked, who is exempt, what is said.
import {
  type ComposerTable,
  composerTables,
  hasCodes,
  noCondition,
  noItems,
  proposedExplanation,
  type RuleForm,
  type Threshold,
  thresholdUnits,
} from '@hengjian/language';
import { Button, Input, InputNumber, Select } from 'antd';
import { texts, useSpeech } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { ItemPicker, Labelled } from './fields.tsx';
import { words } from './model.ts';

const text = texts.composer;

export interface PanelProps {
  form: RuleForm;
  change: (form: RuleForm) => void;
}

export function WhatPanel({ form, change, categories }: PanelProps & { categories: readonly string[] }) {
  const { t } = useSpeech();
  const setBasis = (at: number, basis: RuleForm['basis'][number] | undefined) =>
    change({ ...form, basis: form.basis.flatMap((old, i) => (i === at ? (basis ? [basis] : []) : [old])) });
  return (
    <Panel title={t(text.what)}>
      <div className="form-grid">
        <Labelled name={t(text.name)} wide>
          <Input
            value={form.title.zh}
            onChange={(e) =>
              change({ ...form, title: { zh: e.target.value, en: form.title.en === form.title.zh ? e.target.value : form.title.en } })
            }
          />
        </Labelled>
        <Labelled name={t(text.category)}>
          <Select
            value={form.category}
            options={categories.map((value) => ({ value, label: value }))}
            onChange={(category) => change({ ...form, category })}
          />
        </Labelled>
        <Labelled name={t(text.certainty)}>
          <Select
            value={form.certainty}
            options={[
              { value: 'clear', label: t(texts.common.clear) },
              { value: 'suspect', label: t(texts.common.suspect) },
            ]}
            onChange={(certainty) => change({ ...form, certainty })}
          />
        </Labelled>
        <Labelled name={t(text.nameEn)}>
          <Input value={form.title.en} onChange={(e) => change({ ...form, title: { ...form.title, en: e.target.value } })} />
        </Labelled>
      </div>
      {form.basis.map(({ document, article }, i) => (
        <div className="condition-row" key={i}>
          <Input
            aria-label={t(text.basis)}
            placeholder={t(text.basis)}
            value={document}
            onChange={(e) => setBasis(i, { document: e.target.value, ...(article && { article }) })}
          />
          <Input
            aria-label={t(text.article)}
            placeholder={t(text.article)}
            style={{ width: 160 }}
            value={article ?? ''}
            onChange={(e) => setBasis(i, { document, ...(e.target.value && { article: e.target.value }) })}
          />
          {form.basis.length > 1 ? (
            <Button type="text" size="small" aria-label={t(text.remove)} onClick={() => setBasis(i, undefined)}>
              ×
            </Button>
          ) : null}
        </div>
      ))}
      <Button size="small" type="text" onClick={() => change({ ...form, basis: [...form.basis, { document: '' }] })}>
        + {t(text.addBasis)}
      </Button>
    </Panel>
  );
}

export function WhoPanel({ form, change, locked }: PanelProps & { locked: boolean }) {
  const { t, language } = useSpeech();
  const setReads = (reads: ComposerTable) =>
    change({
      ...form,
      reads,
      list: noItems,
      population: noCondition,
      shape: { kind: 'row', when: noCondition },
      money: 'whole',
      exemptions: [],
    });
  return (
    <Panel title={t(text.who)}>
      <div className="form-grid">
        <Labelled name={t(text.reads)}>
          <Select
            value={form.reads}
            options={composerTables.map((value) => ({ value, label: words.records[value]?.[language] ?? value }))}
            onChange={setReads}
          />
        </Labelled>
        {hasCodes(form.reads) ? (
          <>
            <Labelled name={t(text.listName)}>
              <Input
                disabled={locked}
                value={form.list.name}
                onChange={(e) => change({ ...form, list: { ...form.list, name: e.target.value } })}
              />
            </Labelled>
            <Labelled name={t(text.list)} help={t(locked ? text.listLocked : text.listHelp)} wide>
              <ItemPicker
                label={t(text.list)}
                disabled={locked}
                items={form.list.items}
                prefixes={form.reads !== 'line'}
                onChange={(items) => change({ ...form, list: { name: form.list.name || (items[0]?.name ?? ''), items } })}
              />
            </Labelled>
          </>
        ) : null}
      </div>
      <h3>{t(text.population)}</h3>
      {form.population.parts.length === 0 ? <p className="faint">{t(text.everyone)}</p> : null}
      <ConditionEditor
        label={t(text.population)}
        group={form.population}
        table={form.reads}
        thresholds={form.thresholds}
        onChange={(population) => change({ ...form, population })}
      />
    </Panel>
  );
}

export function ThresholdRows({ form, change }: PanelProps) {
  const { t, language } = useSpeech();
  const set = (at: number, next: Threshold | undefined) =>
    change({ ...form, thresholds: form.thresholds.flatMap((old, i) => (i === at ? (next ? [next] : []) : [old])) });
  const name = () => {
    for (let n = 1; ; n++) {
      const wanted = n === 1 ? 'limit' : `limit${n}`;
      if (!form.thresholds.some((one) => one.name === wanted)) return wanted;
    }
  };
  const bound = (which: 'minimum' | 'maximum', one: Threshold, i: number) => (
    <InputNumber
      aria-label={t(text[which])}
      placeholder={t(text[which])}
      style={{ width: 76 }}
      value={one[which] ?? null}
      precision={0}
      onChange={(value) => {
        const { [which]: _, ...rest } = one;
        set(i, { ...(rest as Threshold), ...(value !== null && { [which]: Number(value) }) });
      }}
    />
  );
  return (
    <>
      <h3>
        {t(text.thresholds)} <small className="faint">{t(text.thresholdsHelp)}</small>
      </h3>
      {form.thresholds.map((one, i) => (
        <div className="condition-row" key={one.name}>
          <Input
            aria-label={t(text.thresholdTitle)}
            style={{ width: 170 }}
            value={one.title[language]}
            onChange={(e) =>
              set(i, {
                ...one,
                title: {
                  ...one.title,
                  [language]: e.target.value,
                  ...(one.title.en === one.title.zh && { zh: e.target.value, en: e.target.value }),
                },
              })
            }
          />
          <InputNumber
            aria-label={t(text.standard)}
            style={{ width: 90 }}
            value={one.standard}
            precision={0}
            onChange={(value) => set(i, { ...one, standard: Number(value ?? 0) })}
          />
          <Select
            aria-label={t(text.unit)}
            style={{ width: 84 }}
            value={one.unit}
            options={Object.values(thresholdUnits).map((unit) => ({ value: unit, label: unit }))}
            onChange={(unit) => set(i, { ...one, unit })}
          />
          {bound('minimum', one, i)}
          {bound('maximum', one, i)}
          <Button type="text" size="small" aria-label={t(text.remove)} onClick={() => set(i, undefined)}>
            ×
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          change({
            ...form,
            thresholds: [
              ...form.thresholds,
              { name: name(), title: { zh: text.limitTitle[0], en: text.limitTitle[1] }, unit: thresholdUnits.times, standard: 1 },
            ],
          })
        }
      >
        + {t(text.addThreshold)}
      </Button>
    </>
  );
}

export function ExemptionPanel({ form, change }: PanelProps) {
  const { t, language } = useSpeech();
  const set = (at: number, next: RuleForm['exemptions'][number] | undefined) =>
    change({ ...form, exemptions: form.exemptions.flatMap((old, i) => (i === at ? (next ? [next] : []) : [old])) });
  return (
    <Panel title={t(text.exemptions)}>
      {form.exemptions.map((one, i) => (
        <div className="exemption" key={one.id}>
          <div className="condition-row">
            <Input
              aria-label={t(text.exemptionTitle)}
              placeholder={t(text.exemptionTitle)}
              value={one.title[language]}
              onChange={(e) =>
                set(i, {
                  ...one,
                  title: {
                    zh: language === 'zh' ? e.target.value : one.title.zh,
                    en: language === 'en' || one.title.en === one.title.zh ? e.target.value : one.title.en,
                  },
                })
              }
            />
            <Select
              aria-label={t(text.acts)}
              style={{ width: 150 }}
              value={one.acts}
              options={[
                { value: 'population', label: t(text.population2) },
                { value: 'finding', label: t(text.finding2) },
              ]}
              onChange={(acts) => set(i, { ...one, acts })}
            />
            <Button type="text" size="small" aria-label={t(text.remove)} onClick={() => set(i, undefined)}>
              ×
            </Button>
          </div>
          <ConditionEditor
            label={t(text.exemptions)}
            group={one.when}
            table={form.reads}
            thresholds={form.thresholds}
            onChange={(when) => set(i, { ...one, when })}
          />
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          change({
            ...form,
            exemptions: [
              ...form.exemptions,
              { id: `exemption${form.exemptions.length + 1}`, title: { zh: '', en: '' }, acts: 'population', when: noCondition },
            ],
          })
        }
      >
        + {t(text.addExemption)}
      </Button>
    </Panel>
  );
}

export function WordsPanel({ form, change }: PanelProps) {
  const { t, language } = useSpeech();
  const { shape } = form;
  const above = shape.kind === 'total' && (shape.measure === 'quantity' || shape.measure === 'amount');
  return (
    <Panel title={t(text.words)}>
      <div className="form-grid">
        <Labelled name={t(text.money)}>
          <Select
            value={form.money}
            options={[{ value: 'whole', label: t(text.whole) }, ...(above ? [{ value: 'excess', label: t(text.excess) }] : [])]}
            onChange={(money) => change({ ...form, money })}
          />
        </Labelled>
        <Labelled name={t(text.explain)} help={t(text.explainHelp)} wide>
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            value={form.explain[language]}
            onChange={(e) => change({ ...form, explain: { ...form.explain, [language]: e.target.value } })}
          />
        </Labelled>
      </div>
      <Button size="small" type="text" onClick={() => change({ ...form, explain: proposedExplanation(form, words) })}>
        {t(text.explainAuto)}
      </Button>
    </Panel>
  );
}
