// One person's record: what is due, money, limits, visits, drugs. The person's own page and the page of staff show the same.
import { insuranceWords, settingWords } from '@hengjian/domain';
import type { PersonLinesJson, PersonRecordJson, PersonVisitJson } from '@hengjian/server/schemas/person.ts';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { day, quantity, yuan } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Dated } from '../../ui/dated.tsx';
import { Loaded, Problem } from '../../ui/page.tsx';
import './person.css';

const text = texts.person;
type Words = Readonly<Record<string, { zh: string; en: string }>>;

function useWord() {
  const { t, language } = useSpeech();
  return (words: Words, key: string | null) => (key === null ? t(texts.common.unknown) : (words[key]?.[language] ?? key));
}

export function RecordView({ data, own }: { data: PersonRecordJson; own: boolean }) {
  return (
    <>
      <Due data={data} />
      <Money data={data} />
      <Quotas data={data} />
      <Approvals data={data} />
      <Visits data={data} own={own} />
      <Drugs data={data} />
    </>
  );
}

const Pair = ({ name, children, className }: { name: ReactNode; children: ReactNode; className?: string }) => (
  <div className={`pair ${className ?? ''}`}>
    <span>{name}</span>
    <span>{children}</span>
  </div>
);

function Due({ data }: { data: PersonRecordJson }) {
  const t = useTexts();
  const word = useWord();
  const rows = [
    ...data.refills.map((one) => ({
      key: `drug ${one.itemCode}`,
      state: one.state,
      said: t(one.state === 'over' ? text.refillOver : text.refill, { name: one.name ?? one.itemCode, day: day(one.untilDay) }),
    })),
    ...data.followUps.map((one) => ({
      key: `visit ${one.diseaseCode}`,
      state: one.state,
      said: t(one.state === 'over' ? text.followUpOver : text.followUp, { name: one.name ?? one.diseaseCode, day: day(one.dueDay) }),
    })),
    ...data.approvals.flatMap((one) => {
      const name = one.name ?? one.diseaseCode;
      const key = `approval ${one.diseaseCode} ${one.validTo}`;
      const gone = one.quotaFen !== null && one.usedFen >= one.quotaFen && one.due !== 'over';
      return [
        ...(one.due === null || one.due === 'fine'
          ? []
          : [
              { key, state: one.due, said: t(one.due === 'over' ? text.approvalOver : text.approvalSoon, { name, day: day(one.validTo) }) },
            ]),
        ...(gone ? [{ key: `${key} quota`, state: 'over' as const, said: t(text.quotaGone, { name }) }] : []),
      ];
    }),
    ...data.benefits.flatMap((one) =>
      one.due === null || one.due === 'fine'
        ? []
        : [
            {
              key: `term ${one.insurance} ${one.validTo}`,
              state: one.due,
              said: t(one.due === 'over' ? text.termOver : text.termSoon, {
                insurance: word(insuranceWords, one.insurance),
                day: day(one.validTo),
              }),
            },
          ],
    ),
  ];
  return (
    <section aria-label={t(text.due)}>
      <h2>{t(text.due)}</h2>
      {rows.length === 0 ? <p className="soft">{t(text.nothingDue)}</p> : null}
      <ul>
        {rows.map((row) => (
          <li key={row.key} className={row.state}>
            <Dated>{row.said}</Dated>
          </li>
        ))}
      </ul>
      {rows.length > 0 ? <p className="faint">{t(text.dueHelp)}</p> : null}
    </section>
  );
}

function Money({ data }: { data: PersonRecordJson }) {
  const t = useTexts();
  return data.years.map((one) => (
    <section key={one.year}>
      <h2>{t(text.money, { year: one.year })}</h2>
      <Pair name={t(text.total)}>
        <strong>{yuan(one.totalFen)}</strong> {t(texts.common.yuan)}
      </Pair>
      <Pair name={t(text.pool)}>{yuan(one.poolFen)}</Pair>
      {one.aidFen > 0 ? <Pair name={t(text.aid)}>{yuan(one.aidFen)}</Pair> : null}
      {one.otherFundFen > 0 ? <Pair name={t(text.otherFund)}>{yuan(one.otherFundFen)}</Pair> : null}
      <Pair name={t(text.account)}>{yuan(one.accountFen)}</Pair>
      <Pair name={t(text.cash)}>{yuan(one.cashFen)}</Pair>
      <p className="faint">{t(text.settlements, { n: one.settlements })}</p>
    </section>
  ));
}

function Quotas({ data }: { data: PersonRecordJson }) {
  const t = useTexts();
  const word = useWord();
  const { quotas } = data;
  return (
    <section>
      <h2>{t(text.quotas, { year: quotas?.year ?? day(data.asOf).slice(0, 4) })}</h2>
      {quotas === null ? <p className="soft">{t(text.noScheme)}</p> : null}
      {quotas?.rows.length === 0 ? <p className="soft">{t(text.noQuota)}</p> : null}
      {quotas?.rows.map((row) => {
        const what = row.settings.map((setting) => word(settingWords, setting)).join(t(texts.common.comma));
        const name = row.kind === 'cap' ? t(text.cap) : t(text[row.kind], { what });
        return (
          <div key={`${row.kind} ${what}`}>
            <div>{name}</div>
            <meter min={0} max={row.limitFen} value={Math.min(row.usedFen, row.limitFen)} aria-label={name} />
            <div className="soft">{t(text.used, { used: yuan(row.usedFen), limit: yuan(row.limitFen) })}</div>
          </div>
        );
      })}
      {quotas ? <p className="faint">{t(text.source, { source: `${quotas.title} ${quotas.source}` })}</p> : null}
      <p className="faint">{t(text.noBalance)}</p>
    </section>
  );
}

function Approvals({ data }: { data: PersonRecordJson }) {
  const t = useTexts();
  if (data.approvals.length === 0) return null;
  return (
    <section>
      <h2>{t(text.approvals)}</h2>
      {data.approvals.map((one) => {
        const name = one.name ?? one.diseaseCode;
        return (
          <div key={`${one.diseaseCode} ${one.validFrom}`}>
            <div>
              <strong>{name}</strong>
            </div>
            <div className="soft">
              <Dated>
                {one.validTo === null
                  ? t(text.approvedOpen, { from: day(one.validFrom) })
                  : t(text.approvedFor, { from: day(one.validFrom), to: day(one.validTo) })}
              </Dated>
            </div>
            {one.quotaFen === null ? (
              <div className="soft">{t(text.noLimit, { used: yuan(one.usedFen) })}</div>
            ) : (
              <>
                <meter min={0} max={one.quotaFen} value={Math.min(one.usedFen, one.quotaFen)} aria-label={name} />
                <div className="soft">{t(text.used, { used: yuan(one.usedFen), limit: yuan(one.quotaFen) })}</div>
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}

const FIRST = 10;
/** A list that begins short. */
function useShort<T>(rows: readonly T[]): [readonly T[], ReactNode] {
  const t = useTexts();
  const [all, showAll] = useState(false);
  const rest = rows.length - FIRST;
  const button =
    all || rest <= 0 ? null : (
      <Button block onClick={() => showAll(true)}>
        {t(text.more, { n: rest })}
      </Button>
    );
  return [all ? rows : rows.slice(0, FIRST), button];
}

function Visits({ data, own }: { data: PersonRecordJson; own: boolean }) {
  const t = useTexts();
  const [rows, more] = useShort(data.visits);
  return (
    <section>
      <h2>{t(text.visits)}</h2>
      {rows.length === 0 ? <p className="soft">{t(text.noVisits)}</p> : null}
      <ul>
        {rows.map((one) => (
          <Visit key={one.encounterNo} one={one} own={own} />
        ))}
      </ul>
      {more}
    </section>
  );
}

function Visit({ one, own }: { one: PersonVisitJson; own: boolean }) {
  const t = useTexts();
  const word = useWord();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Pair name={<strong>{one.providerName}</strong>}>
        {yuan(one.totalFen)} {t(texts.common.yuan)}
      </Pair>
      <div className="soft">
        {day(one.begunDay)} · {word(settingWords, one.setting)}
        {one.mainDiagnosis ? ` · ${one.diagnosisName ?? t(text.diagnosis, { code: one.mainDiagnosis })}` : ''}
      </div>
      <div className="soft parts">
        {(
          [
            [text.pool, one.poolFen],
            [text.account, one.accountFen],
            [text.cash, one.cashFen],
          ] as const
        ).map(([name, fen]) =>
          fen === 0 ? null : <span key={name[0]}>{t(texts.common.named, { name: t(name), value: yuan(fen) })}</span>,
        )}
      </div>
      {one.notMe ? (
        <div className="soon">
          {t(text.told, { id: one.notMe.clueId })} {t(text[`clue_${one.notMe.state}`])}
        </div>
      ) : null}
      {own ? (
        <>
          <Button type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(text.lines)}
          </Button>
          {open ? <Lines encounterNo={one.encounterNo} /> : null}
          {one.notMe ? null : <NotMe encounterNo={one.encounterNo} />}
        </>
      ) : null}
    </li>
  );
}

function Lines({ encounterNo }: { encounterNo: string }) {
  const t = useTexts();
  const lines = useGet<PersonLinesJson>(`/api/me/visits/${encodeURIComponent(encounterNo)}`);
  return (
    <Loaded of={lines}>
      {(rows) =>
        rows.length === 0 ? (
          <p className="soft">{t(text.noLines)}</p>
        ) : (
          <ul>
            {rows.map((row) => (
              <li key={row.lineNo}>
                <Pair name={row.name ?? row.itemCode}>{yuan(row.amountFen)}</Pair>
                <div className="soft">
                  × {quantity(row.quantity)} {row.supplyDays ? t(text.supply, { n: row.supplyDays }) : ''}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function NotMe({ encounterNo }: { encounterNo: string }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>();
  const tell = async () => {
    setError(undefined);
    try {
      await post(`/api/me/visits/${encodeURIComponent(encounterNo)}/not-me`, { text: said });
      await queryClient.invalidateQueries({ queryKey: ['/api/me/record'] });
    } catch (failure) {
      setError(failure);
    }
  };
  if (!open)
    return (
      <Button type="text" danger onClick={() => setOpen(true)}>
        {t(text.notMe)}
      </Button>
    );
  return (
    <div>
      <p className="soft">{t(text.notMeHelp)}</p>
      <Input.TextArea
        aria-label={t(text.notMeText)}
        rows={3}
        maxLength={500}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      {error ? <Problem error={error} /> : null}
      <Button type="primary" danger block disabled={said.trim().length < 4} onClick={() => void tell()}>
        {t(text.send)}
      </Button>
      <Button block onClick={() => setOpen(false)}>
        {t(texts.common.cancel)}
      </Button>
    </div>
  );
}

function Drugs({ data }: { data: PersonRecordJson }) {
  const t = useTexts();
  const [rows, more] = useShort(data.drugs);
  return (
    <section>
      <h2>{t(text.drugs)}</h2>
      {rows.length === 0 ? <p className="soft">{t(text.noDrugs)}</p> : null}
      <ul>
        {rows.map((one) => (
          <li key={one.itemCode}>
            <Pair name={one.name ?? one.itemCode}>{yuan(one.amountFen)}</Pair>
            <div className="soft">{t(text.drugTimes, { n: one.times, day: day(one.lastDay) })}</div>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
