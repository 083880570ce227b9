import { type Check, type Hit, hit } from '../check-type.ts';
import { withoutTags } from '../lib/amounts.ts';
import { gapOf, rounded, samePrinted } from '../lib/numbers.ts';
import { type DocumentView, isTarget, lineOfAmount, type ProjectView, type Row } from '../lib/view.ts';
import { unitInName } from '../lib/words.ts';

/** Persons or things in ones: 600 万人 → 6,000,000. */
const quantityOf = (row: Row): { count: number; value: number; unit: string } | null => {
  const { value } = row.indicator;
  const unit = row.indicator.unit ?? unitInName(row.indicator.name);
  const found = /^(万)?(人|人次|户|件|台|套|家)$/.exec(unit ?? '');
  return typeof value === 'number' && found ? { count: value * (found[1] ? 10_000 : 1), value, unit: unit ?? '' } : null;
};

/** Yuan for one person or thing, from 元/人 or 元/人/年 in unit, name or value. */
const priceOf = (row: Row): { price: number; per: string } | null => {
  const printed = `${row.indicator.unit ?? ''} ${unitInName(row.indicator.name) ?? ''} ${row.valueText}`;
  const found = /元[/／每](人次|人|户|件|台|套|家)(?:[·/／]?年)?/.exec(printed);
  if (!found || /[/／](月|天|日|次)/.test(printed.replace('人次', ''))) return null;
  const { value } = row.indicator;
  const number = typeof value === 'number' ? value : Number.parseFloat(String(value ?? ''));
  return Number.isFinite(number) && number > 0 ? { price: number, per: found[1] ?? '' } : null;
};

/** One quantity and one price of the same thing in a form: their product is what the form says it costs. */
function find(view: DocumentView, form: ProjectView): Hit[] {
  const prices = form.rows.flatMap((row) => (priceOf(row) ? [{ row, ...(priceOf(row) as { price: number; per: string }) }] : []));
  const [price] = prices;
  if (!price || prices.length !== 1) return [];
  const quantities = form.rows.flatMap((row) => {
    const quantity = quantityOf(row);
    return quantity && row.branch === '数量' && quantity.unit.replace('万', '') === price.per ? [{ row, ...quantity }] : [];
  });
  const [quantity] = quantities;
  if (!quantity || quantities.length !== 1) return [];
  const costs = form.rows.filter(
    (row) =>
      row.tier === '成本' &&
      typeof row.indicator.value === 'number' &&
      (row.indicator.unit === '万元' || unitInName(row.indicator.name) === '万元'),
  );
  const [cost] = costs;
  const found =
    cost && costs.length === 1 ? (cost.indicator.value as number) : form.project.kind === 'overall' ? null : form.project.budgetWan;
  if (found === null) return [];
  const expected = rounded((quantity.count * price.price) / 10_000, 6);
  const about = /约|左右/.test(quantity.row.text) || /约|左右/.test(price.row.text);
  if (samePrinted(expected, found) || gapOf(expected, found) < (about ? expected * 0.05 : 0.011)) return [];
  // "At least" so many may cost more, a price of "at most" may cost less: only what no value within the limits explains is told.
  const [most, least] = [quantity.row.indicator.operator, price.row.indicator.operator];
  const mayRise = most === '≥' || most === '>' || least === '≥';
  const mayFall = most === '≤' || least === '≤' || least === '<';
  if ((mayRise && expected < found) || (mayFall && expected > found)) return [];
  const line = cost && costs.length === 1 ? cost.valueLine : lineOfAmount(view, found, form.from, form.to);
  return [
    hit('QUANTITY_PRICE', [quantity.row.valueLine, price.row.valueLine, line], {
      quantity: quantity.value,
      quantityUnit: quantity.unit,
      price: price.price,
      expected,
      found,
      gap: gapOf(expected, found),
    }),
  ];
}

const COUNTED = '台|套|件|个|份|人|人次|户|期|场|次|家';
/** 12台（单价0.8万元），合计9.6万元；45万人，每人每年640元，共需28800万元. */
const PRODUCT = new RegExp(
  `(\\d+(?:\\.\\d+)?)\\s*(万)?(${COUNTED})[，,（(]?\\s*(?:单价|每(?:${COUNTED})(?:每年)?)[^\\d。；;，,]{0,8}(\\d+(?:\\.\\d+)?)\\s*(万)?元[)）]?[，,]\\s*(?:合计|共计|共需|共|需)[^\\d。；;，,]{0,6}(\\d+(?:\\.\\d+)?)\\s*(亿|万)?元`,
  'g',
);

/** Quantity, price and their product in one sentence. */
function texts(view: DocumentView): Hit[] {
  return view.source.lines.flatMap((raw, index) =>
    [...withoutTags(raw).matchAll(PRODUCT)].flatMap((m) => {
      const [quantity, price, total] = [Number(m[1]), Number(m[4]) * (m[5] ? 10_000 : 1), Number(m[6])];
      const found = rounded(total * (m[7] === '亿' ? 10_000 : m[7] === '万' ? 1 : 0.0001), 6);
      const expected = rounded((quantity * (m[2] ? 10_000 : 1) * price) / 10_000, 6);
      if (samePrinted(expected, found) || gapOf(expected, found) < expected * 0.005 || /约|余|左右|近/.test(m[0])) return [];
      return [
        hit('QUANTITY_PRICE', [index + 1], {
          quantity,
          quantityUnit: `${m[2] ?? ''}${m[3] ?? ''}`,
          price,
          expected,
          found,
          gap: gapOf(expected, found),
        }),
      ];
    }),
  );
}

const check: Check = {
  code: 'QUANTITY_PRICE',
  severity: 'warning',
  title: { zh: '数量乘以单价等于金额', en: 'Quantity times price is the amount' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“适当性”：资金规模与产出数量、标准相匹配' },
  // A self-evaluation has several budgets (of the year's start, adjusted, spent): phases are not mixed.
  find: (view) => [...view.projects.filter(isTarget).flatMap((form) => find(view, form)), ...texts(view)],
};
export default check;
