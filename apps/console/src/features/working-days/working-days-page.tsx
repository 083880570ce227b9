// 工作日: a year at one look, each day by what makes it worked or free; a click takes a day to be corrected.
import { calendarDate } from '@hengjian/domain';
import type { WorkingDayDone, WorkingDaysJson } from '@hengjian/server/schemas/working-days.ts';
import { Alert, App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { count, day, dayFrom, instant } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { useActing } from '../governance/acting.tsx';

const text = texts.workingDays;
type DayJson = WorkingDaysJson['days'][number];

const kinds = ['worked', 'free', 'holiday', 'exchanged', 'corrected', 'nobodyKnows'] as const;
type Kind = (typeof kinds)[number];
const kindOf = ({ worked, reason }: DayJson): Kind =>
  worked === null ? 'nobodyKnows' : reason !== 'ordinary' ? reason : worked ? 'worked' : 'free';

export function WorkingDaysPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const found = useGet<WorkingDaysJson>('/api/working-days', { year: one(params.year) }, { keep: true });
  const may = useMay('parameter.set');
  const year = found.data?.year;
  const go = (by: number) => year && change({ year: String(year + by) });
  return (
    <Page
      title={
        <>
          {t(text.title)} {year}
        </>
      }
      about={t(text.about)}
      extra={
        <>
          <Button disabled={!year || year <= 2004} onClick={() => go(-1)}>
            {t(text.previous)}
          </Button>
          <Button disabled={!year || year >= 2099} onClick={() => go(1)}>
            {t(text.next)}
          </Button>
        </>
      }
    >
      <Loaded of={found}>
        {(data) => (
          <>
            {data.known ? null : <Alert type="warning" title={t(text.unknown, { year: data.year })} style={{ marginBottom: 12 }} />}
            <Year of={data} />
            {may ? <CorrectForm key={data.year} of={data} /> : null}
            <History of={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Year({ of: { days, known } }: { of: WorkingDaysJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const chosen = one(params.day);
  const months = [...Map.groupBy(days, (one) => calendarDate(one.day).month)];
  const number = (holds: (one: DayJson) => boolean) => days.filter(holds).length;
  const counted = {
    worked: number(({ worked }) => worked === true),
    free: number(({ worked }) => worked === false),
    corrected: number(({ reason }) => reason === 'corrected'),
  };
  return (
    <Panel
      title={known ? t(text.total, counted) : undefined}
      extra={
        <span className="row">
          {kinds
            .filter((kind) => kind !== 'nobodyKnows' || !known)
            .map((kind) => (
              <span key={kind} className="row" style={{ gap: 4 }}>
                <i className={`year-day ${kind}`} /> {t(text[kind])}
              </span>
            ))}
        </span>
      }
    >
      <div className="year-months">
        {months.map(([month, own]) => (
          <section key={month} aria-label={t(text.month, { n: month })}>
            <h3>{t(text.month, { n: month })}</h3>
            <div className="year-month">
              {[...t(text.weekdays)].map((name, i) => (
                <span key={`${name}${i + 1}`} className="faint">
                  {name}
                </span>
              ))}
              {own.map((each, i) => (
                <button
                  key={each.day}
                  type="button"
                  className={`year-day ${kindOf(each)} ${each.worked === false ? 'off' : ''} ${day(each.day) === chosen ? 'chosen' : ''}`}
                  // day 0 of 1970 was a Thursday, the fourth of a week that begins on Monday
                  style={i === 0 ? { gridColumnStart: ((each.day + 3) % 7) + 1 } : {}}
                  title={[day(each.day), t(text[kindOf(each)]), each.holiday].filter(Boolean).join(' ')}
                  onClick={() => change({ day: day(each.day) })}
                >
                  {calendarDate(each.day).date}
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </Panel>
  );
}

function CorrectForm({ of: { year, known, days } }: { of: WorkingDaysJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const chosen = one(params.day) ?? '';
  const taken = days.find((each) => each.day === dayFrom(chosen));
  // what somebody corrects is to become what it is not
  const [wanted, setWanted] = useState<{ day: string; worked: boolean }>();
  const worked = wanted?.day === chosen ? wanted.worked : taken?.worked !== true;
  const acting = useActing(() => void queryClient.invalidateQueries());
  const { message } = App.useApp();
  const send = (wish: object) =>
    void acting.act(async (act) => {
      const { extended, reopened, kept } = await post<WorkingDayDone>('/api/working-days', { ...act, ...wish });
      if (extended > 0) void message.info(t(text.extended, { n: count(extended) }));
      if (reopened > 0) void message.info(t(text.reopened, { n: count(reopened) }));
      if (kept > 0) void message.warning(t(text.kept, { n: count(kept) }), 0);
    });
  return (
    <Panel title={t(text.correct)}>
      <p className="faint" style={{ marginBottom: 8 }}>
        {t(text.effect)}
      </p>
      <div className="row no-print">
        <DayField label={t(text.day)} value={chosen} onChange={(day) => change({ day: day || undefined })} />
        <Segmented
          aria-label={t(text.as)}
          value={worked ? 'worked' : 'free'}
          onChange={(value) => setWanted({ day: chosen, worked: value === 'worked' })}
          options={[
            { value: 'worked', label: t(text.toWorked) },
            { value: 'free', label: t(text.toFree) },
          ]}
        />
        {acting.fields}
        <Button
          type="primary"
          disabled={acting.busy || dayFrom(chosen) === undefined}
          onClick={() => send({ day: dayFrom(chosen), worked })}
        >
          {t(text.set)}
        </Button>
        {known ? null : (
          <Button disabled={acting.busy} onClick={() => send({ declaredYear: year })}>
            {t(text.declare, { year })}
          </Button>
        )}
      </div>
      {acting.problems}
    </Panel>
  );
}

function History({ of: { rows } }: { of: WorkingDaysJson }) {
  const t = useTexts();
  return (
    <Panel title={t(text.history)}>
      {rows.length === 0 ? <Nothing title={t(text.none)} /> : null}
      {rows.map((row) => (
        <p key={`${row.at} ${row.day} ${row.worked}`}>
          <strong>
            {row.day === null
              ? t(text.declared, { year: row.declaredYear ?? '' })
              : `${day(row.day)} ${t(row.worked ? text.toWorked : text.toFree)}`}
          </strong>{' '}
          · {t(texts.common.aside, { what: row.why, aside: `${row.by} ${instant(row.at)}` })}
        </p>
      ))}
    </Panel>
  );
}
