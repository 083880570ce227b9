// What else happened to the person: the same item charged elsewhere, encounters shortly before and after.
import type { CareJson } from '@hengjian/server/schemas/findings.ts';
import { DASH, day, instant, isOpen, quantity, yuan } from '../../format.ts';
import { factWords } from '../../texts/facts.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Coded } from '../../ui/words.tsx';

const text = texts.findings;

export function Context({ care }: { care: CareJson }) {
  if (care.near.length === 0 && care.otherCharges.length === 0) return null;
  return (
    <div className="grid context">
      {care.otherCharges.length ? <OtherCharges care={care} /> : null}
      {care.near.length ? <Near care={care} /> : null}
    </div>
  );
}

function useSetting() {
  const t = useTexts();
  return (setting: string | null) => {
    const word = setting ? factWords.setting?.[setting] : undefined;
    return word ? t(word) : t(texts.common.unknown);
  };
}

function OtherCharges({ care }: { care: CareJson }) {
  const t = useTexts();
  const setting = useSetting();
  return (
    <section>
      <h3>{t(text.otherCharges)}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.time)}</th>
            <th>{t(text.item)}</th>
            <th>{t(text.provider)}</th>
            <th className="num">{t(text.quantity)}</th>
            <th className="num">{t(text.lineAmount)}</th>
          </tr>
        </thead>
        <tbody>
          {care.otherCharges.map((line) => (
            <tr key={`${line.encounterNo}|${line.lineNo}`}>
              <td className="nowrap">{instant(line.occurredAt)}</td>
              <td>{line.itemName ?? <span className="code">{line.itemCode}</span>}</td>
              <td>
                {line.providerName} <span className="faint">{setting(line.setting)}</span>
              </td>
              <td className="num">{quantity(line.quantity)}</td>
              <td className="num">{yuan(line.amountFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Near({ care }: { care: CareJson }) {
  const t = useTexts();
  const setting = useSetting();
  return (
    <section>
      <h3>{t(text.near)}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(texts.common.day)}</th>
            <th>{t(text.visit)}</th>
            <th>{t(text.provider)}</th>
            <th>{t(text.diagnosis)}</th>
            <th className="num">{t(text.lineAmount)}</th>
            <th className="num">{t(text.fundPart)}</th>
          </tr>
        </thead>
        <tbody>
          {care.near.map((row) => (
            <tr key={row.encounterNo}>
              <td className="nowrap">
                {instant(row.begunAt).slice(0, 10)}
                {row.setting === 'inpatient'
                  ? ` ~ ${isOpen(row.endedAt) ? t(text.stillIn) : row.endedAt === null ? DASH : day(Math.floor(row.endedAt / 86_400)).slice(5)}`
                  : ''}
              </td>
              <td className="nowrap">{setting(row.setting)}</td>
              <td>{row.providerName ?? row.providerNo}</td>
              <td>{row.mainDiagnosis ? <Coded code={row.mainDiagnosis} name={row.diagnosisName} /> : DASH}</td>
              <td className="num">{yuan(row.totalFen)}</td>
              <td className="num">{yuan(row.fundFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
