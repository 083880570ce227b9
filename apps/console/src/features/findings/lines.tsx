// Charge items as they came and as rules see them; those of the finding stand out.
import type { CareLineJson, FindingRecordJson } from '@hengjian/server/schemas/findings.ts';
import { DASH, instant, price, quantity, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';

const text = texts.findings;

const kinds: Readonly<Record<string, (typeof text)[keyof typeof text]>> = {
  drug: text.drug,
  herb: text.herb,
  service: text.service,
  consumable: text.consumable,
};

export function Lines({
  lines,
  markOf,
  dated,
}: {
  dated: boolean;
  lines: readonly CareLineJson[];
  markOf: (line: CareLineJson) => FindingRecordJson | undefined;
}) {
  const t = useTexts();
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>{t(text.item)}</th>
          <th>{t(text.code)}</th>
          <th>{t(text.time)}</th>
          <th className="num">{t(text.quantity)}</th>
          <th className="num">{t(text.price)}</th>
          <th className="num">{t(text.lineAmount)}</th>
          <th className="num">{t(text.inQuestionFen)}</th>
          <th className="num">{t(text.fundPart)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const mark = markOf(line);
          const reduced = line.originalQuantity !== null && line.originalQuantity !== line.quantity;
          const kind = line.kind ? kinds[line.kind] : undefined;
          return (
            <tr key={`${line.lineNo}|${line.settlementNo}`} className={mark?.role ?? (line.setAside ? 'aside' : '')}>
              <td>
                {line.itemName ?? <span className="faint">{kind ? t(kind) : DASH}</span>}
                {line.setAside ? <span className="faint"> · {t(line.setAside === 'reversed' ? text.reversed : text.refunded)}</span> : null}
                <div className="code faint only-small">{line.itemCode}</div>
              </td>
              <td className="code" style={{ maxWidth: 210 }}>
                {line.itemCode}
              </td>
              <td className="nowrap">{instant(line.occurredAt).slice(dated ? 5 : 11)}</td>
              <td className="num">
                {quantity(line.setAside ? line.originalQuantity : line.quantity)}
                {reduced && !line.setAside ? <div className="faint">{t(text.netOf, { n: quantity(line.originalQuantity) })}</div> : null}
              </td>
              <td className="num">{price(line.unitPrice)}</td>
              <td className="num">{yuan(line.setAside ? line.originalAmountFen : line.amountFen)}</td>
              <td className="num">{mark?.role === 'inQuestion' ? <strong className="red">{yuan(mark.amountFen)}</strong> : ''}</td>
              <td className="num">{mark?.role === 'inQuestion' ? (mark.fundFen === null ? t(text.fundOpen) : yuan(mark.fundFen)) : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
