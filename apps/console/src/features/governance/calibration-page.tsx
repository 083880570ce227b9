// Calibration: several values of a threshold on a past period, how the subjects are spread, a sample to judge, and the way into a draft.
import { parameterUnit } from '@hengjian/domain';
import type { CalibrationJson } from '@hengjian/server/schemas/calibration.ts';
import type { DraftKeptJson } from '@hengjian/server/schemas/editions.ts';
import type { RuleFileJson } from '@hengjian/server/schemas/rules.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { ApiError, post, queryClient, useGet } from '../../api.ts';
import { count, DASH, day, instant, share, yuan } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { dayTyped, listShown, listTyped } from '../../ui/typed.ts';
import { useActing } from './acting.tsx';
import { NamedPlot, SpreadPlot } from './calibration-plots.tsx';
import { usePeriod } from './period.tsx';
import { Sample } from './sample.tsx';
import { valuesAround } from './values-around.ts';

const text = texts.governance;
type Parameter = RuleFileJson['parameters'][number];
type Candidate = CalibrationJson['candidates'][number];

export function CalibrationPage() {
  const t = useTexts();
  const { rule: id } = usePath({ strict: false }) as { rule: string };
  const url = `/api/rules/${encodeURIComponent(id)}`;
  const rule = useGet<RuleFileJson>(url);
  const done = useGet<CalibrationJson[]>(`${url}/calibrations`);
  const [chosen, setChosen] = useState<string>();
  const shown = done.data?.find(({ trialId }) => trialId === chosen) ?? done.data?.[0];
  const titleOf = (name: string) => rule.data?.parameters.find((one) => one.name === name)?.title ?? name;
  return (
    <Page
      title={t(text.calibrationOf, { title: rule.data?.title ?? id })}
      about={t(text.calibrationHelp)}
      extra={
        <>
          <Link to="/rules/$rule/editions" params={{ rule: id }}>
            <Button>{t(text.toEditions)}</Button>
          </Link>
          <Link to="/rules/$rule" params={{ rule: id }}>
            <Button>{t(texts.rules.page)}</Button>
          </Link>
        </>
      }
    >
      <Loaded of={rule}>
        {(file) => {
          const numbers = file.parameters.filter(({ value }) => typeof value === 'number');
          return numbers.length === 0 ? (
            <Nothing title={t(text.calibrationNoParameter)} />
          ) : (
            <Asking parameters={numbers} url={url} onDone={setChosen} />
          );
        }}
      </Loaded>
      <Loaded of={done}>
        {(all) =>
          shown ? (
            <>
              {all.length > 1 ? (
                <Select
                  aria-label={t(text.calibrations)}
                  style={{ minWidth: 420, marginBottom: 12 }}
                  value={shown.trialId}
                  onChange={setChosen}
                  options={all.map((one) => ({
                    value: one.trialId,
                    label: `${instant(one.at)} ${titleOf(one.parameter)} ${day(one.fromDay)} ~ ${day(one.toDay)}`,
                  }))}
                />
              ) : null}
              <Calibrated key={shown.trialId} of={shown} title={titleOf(shown.parameter)} />
            </>
          ) : (
            <Nothing title={t(text.calibrationNone)} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** Whole numbers as typed; what is none is refused in words. */
function wholeNumbers(typed: string, refusal: (typed: string) => string): number[] {
  const parts = listTyped(typed);
  const values = parts.map(Number);
  const bad = parts.filter((_, i) => !Number.isSafeInteger(values[i]));
  if (bad.length > 0 || parts.length === 0)
    throw new ApiError(400, [{ code: 'values', severity: 'error', message: refusal(listShown(bad) || DASH), facts: {} }]);
  return values;
}

function Asking({ parameters, url, onDone }: { parameters: Parameter[]; url: string; onDone: (trialId: string) => void }) {
  const { t, language } = useSpeech();
  const labelOf = ({ title, unit, name }: (typeof parameters)[number]) => {
    const aside = parameterUnit(unit, name)[language];
    return aside ? t(texts.common.aside, { what: title, aside }) : title;
  };
  const [name, setName] = useState((parameters.find((one) => one.name === 'scoreTenths') ?? parameters[0])?.name ?? '');
  const parameter = parameters.find((one) => one.name === name);
  const [values, setValues] = useState<string>();
  const period = usePeriod();
  const acting = useActing(() => void queryClient.invalidateQueries());
  const typed = values ?? listShown(valuesAround(Number(parameter?.value ?? 0)));
  const run = () =>
    acting.act(async (act) => {
      const asked = {
        ...act,
        parameter: name,
        values: wholeNumbers(typed, (bad) => t(text.badValues, { typed: bad })),
        from: dayTyped(period.from),
        to: dayTyped(period.to),
      };
      onDone((await post<CalibrationJson>(`${url}/calibrations`, asked)).trialId);
    });
  return (
    <Panel title={t(text.calibrate)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <Select
          aria-label={t(text.parameter)}
          style={{ minWidth: 220 }}
          value={name}
          onChange={(next) => {
            setName(next);
            setValues(undefined);
          }}
          options={[...new Map(parameters.map((one) => [one.name, one])).values()].map((one) => ({
            value: one.name,
            label: labelOf(one),
          }))}
        />
        <Input aria-label={t(text.values)} style={{ width: 260 }} value={typed} onChange={(e) => setValues(e.target.value)} />
        {period.fields}
        {acting.fields}
        <Button type="primary" loading={acting.busy} onClick={() => void run()}>
          {t(acting.busy ? text.calibrating : text.calibrate)}
        </Button>
      </div>
      <p className="faint">{t(text.valuesHelp)}</p>
      {acting.problems}
    </Panel>
  );
}

function Calibrated({ of, title }: { of: CalibrationJson; title: string }) {
  const t = useTexts();
  const [picked, setPicked] = useState(of.standing ?? of.candidates[0]?.value ?? 0);
  return (
    <>
      <Panel
        title={title}
        extra={<span className="soft">{`${day(of.fromDay)} ~ ${day(of.toDay)} ${of.by} ${instant(of.at)} ${of.why}`}</span>}
      >
        <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
          {of.distribution ? (
            <SpreadPlot distribution={of.distribution} standing={of.standing} picked={picked} />
          ) : (
            <p className="soft">{t(text.spreadNone)}</p>
          )}
          <NamedPlot candidates={of.candidates} picked={picked} onPick={setPicked} />
        </div>
        <Candidates of={of.candidates} picked={picked} onPick={setPicked} />
      </Panel>
      <Panel title={t(text.sampleAt, { n: picked })}>
        <Sample trialId={of.trialId} ruleId={of.ruleId} judged={of.judged} value={picked} />
      </Panel>
      <Panel title={t(text.propose, { n: picked })}>
        {picked === of.standing ? (
          <p className="soft">{t(text.sameValue)}</p>
        ) : (
          <Proposal key={picked} of={of} value={picked} title={title} />
        )}
      </Panel>
    </>
  );
}

function Candidates({ of, picked, onPick }: { of: Candidate[]; picked: number; onPick: (value: number) => void }) {
  const t = useTexts();
  const right = { align: 'right' as const };
  return (
    <Table<Candidate>
      size="small"
      rowKey="value"
      pagination={false}
      dataSource={of}
      rowClassName={(row) => (row.value === picked ? 'chosen' : '')}
      columns={[
        {
          key: 'value',
          title: t(text.candidate),
          render: (_, row) => (
            <Button type="link" size="small" onClick={() => onPick(row.value)}>
              {row.inForce ? t(text.inForceValue, { n: row.value }) : row.value}
            </Button>
          ),
        },
        { key: 'findings', title: t(text.findings), ...right, render: (_, row) => count(row.findings) },
        { key: 'providers', title: t(text.providers), ...right, render: (_, row) => count(row.providers) },
        { key: 'encounters', title: t(text.encounters), ...right, render: (_, row) => count(row.encounters) },
        { key: 'amount', title: t(text.amount), ...right, render: (_, row) => yuan(row.amountFen) },
        { key: 'decided', title: t(text.decided), ...right, render: (_, row) => count(row.upheld + row.overturned) },
        { key: 'overturned', title: t(text.overturned), ...right, render: (_, row) => count(row.overturned) },
        {
          key: 'ratio',
          title: t(text.ratio),
          ...right,
          render: (_, row) => (row.upheld + row.overturned > 0 ? share(row.overturned / (row.upheld + row.overturned)) : DASH),
        },
      ]}
    />
  );
}

/** Into a draft, with the calibration as its reason. */
function Proposal({ of, value, title }: { of: CalibrationJson; value: number; title: string }) {
  const t = useTexts();
  const [kept, setKept] = useState<DraftKeptJson>();
  const facts = { from: day(of.fromDay), to: day(of.toDay), parameter: title, old: of.standing ?? DASH, new: value };
  const acting = useActing(() => void queryClient.invalidateQueries(), t(text.proposedWhy, facts));
  const propose = () =>
    acting.act(async (act) => setKept(await post<DraftKeptJson>(`/api/calibrations/${of.trialId}/proposal`, { ...act, value })));
  return (
    <>
      <p className="faint">{t(text.proposeHelp)}</p>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {acting.fields}
        <Button type="primary" disabled={acting.busy} onClick={() => void propose()}>
          {t(text.propose, { n: value })}
        </Button>
        {kept ? (
          <Link to="/rules/$rule/editions" params={{ rule: of.ruleId }} search={{ edition: String(kept.edition) }}>
            {t(text.proposed, { n: kept.edition })}
          </Link>
        ) : null}
      </div>
      {acting.problems}
      {kept?.problems.map(({ message }) => (
        <p className="red" key={message}>
          {message}
        </p>
      ))}
    </>
  );
}
