// 1312, 1316 to 1319, 1901: answered from the catalogue, the matchings and the knowledge in store. What is not kept here is an empty list.
import { dictionaries } from '@hengjian/catalog/interfaces/dictionaries.ts';
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import priceCap from '@hengjian/catalog/rules/price-cap/rule.ts';
import { type Day, dayOf, type Instant, intakeMessages as say } from '@hengjian/domain';
import type { PriceLimitRow, QueryStore } from '@hengjian/store';
import { listTypeOfCode } from '@hengjian/workflows';
import type { Handled, Handler } from './call.ts';

/** Rows of one answer at most: `output` is 40,000 characters by the specification. */
const MOST_ROWS = 100;

const textOf = (value: NodeValue | undefined, name: string): string | null => {
  const field = value?.fields[name];
  return typeof field === 'string' ? field : null;
};
const numberOf = (value: NodeValue | undefined, name: string): number | null => {
  const field = value?.fields[name];
  return typeof field === 'number' ? field : null;
};
const rows = (fields: readonly NodeValue['fields'][]): Handled => ({ output: { data: fields.map((one) => ({ fields: one, nodes: {} })) } });
const paging = (data: NodeValue | undefined) => ({
  page: Math.max(1, Math.trunc(numberOf(data, 'page_num') ?? 1)),
  size: Math.min(MOST_ROWS, Math.max(1, Math.trunc(numberOf(data, 'page_size') ?? MOST_ROWS))),
});
const common = (code: string, area: string, from: Day | null, to: Day | null) => ({
  insu_admdvs: area,
  begndate: from,
  enddate: to,
  vali_flag: '1',
  rid: code,
  updt_time: from,
  crte_time: from,
});

type Ask = (data: NodeValue, call: { providerNo: string; area: string; at: Instant }) => Promise<Handled>;
const asking =
  (ask: Ask): Handler =>
  async ({ nodes, request, receivedAt }) => {
    const data = nodes.data?.[0];
    if (!data) return { error: say.noRows.zh({ node: 'data' }) };
    return ask(data, { providerNo: request.providerNo, area: request.insuredArea || request.treatmentArea, at: receivedAt });
  };

/** hilist_lmtpric_type: 1 一级及以下, 2 二级, 3 三级. Prices in yuan. */
function limitsOf({ maxPrice }: PriceLimitRow): [string, number][] {
  if (typeof maxPrice === 'number') return ['1', '2', '3'].map((kind) => [kind, maxPrice]);
  return ['1', '2', '3'].flatMap((kind): [string, number][] => {
    const price = maxPrice[kind] ?? (kind === '1' ? maxPrice['0'] : undefined);
    return price === undefined ? [] : [[kind, price]];
  });
}

export function queryHandlers(store: QueryStore): Readonly<Record<string, Handler>> {
  const items = (code: string, name: string | null) =>
    asking(async (data, { area }) => {
      const wish = {
        code: textOf(data, code) ?? textOf(data, 'hilist_code'),
        name: name && textOf(data, name),
        on: numberOf(data, 'query_date'),
      };
      const found = await store.items({ ...wish, ...paging(data) });
      return rows(
        found.map((item) => ({
          hilist_code: item.code,
          med_list_codg: item.code,
          hilist_name: item.name,
          list_type: listTypeOfCode(item.code),
          ...common(item.code, area, item.validFrom, item.validTo),
        })),
      );
    });
  return {
    '1312': items('hilist_code', 'hilist_name'),
    // one system of codes: an item of the catalogue is its own insurance item
    '1316': items('med_list_codg', null),
    '1317': asking(async (data, { providerNo, area }) => {
      const found = await store.matches({
        // an institution sees its own matchings
        providerNo,
        ownCode: textOf(data, 'medins_list_codg'),
        itemCode: textOf(data, 'med_list_codg'),
        on: numberOf(data, 'query_date'),
        ...paging(data),
      });
      return rows(
        found.map((match) => ({
          fixmedins_code: match.providerNo,
          medins_list_codg: match.ownCode,
          medins_list_name: match.ownName,
          list_type: match.listType,
          med_list_codg: match.itemCode,
          ...common(`${match.serial}-${match.row}`, area, match.beginsOn, match.endsOn),
          updt_time: dayOf(match.receivedAt),
          crte_time: dayOf(match.receivedAt),
        })),
      );
    }),
    '1318': asking(async (data, { area, at }) => {
      const found = await store.priceLimits({
        ruleCode: priceCap.code,
        code: textOf(data, 'hilist_code'),
        on: numberOf(data, 'query_date') ?? dayOf(at),
        ...paging(data),
      });
      const wanted = textOf(data, 'hilist_lmtpric_type');
      return rows(
        found.flatMap((limit) =>
          limitsOf(limit)
            .filter(([kind]) => wanted === null || kind === wanted)
            .map(([kind, yuan]) => ({
              hilist_code: limit.code,
              hilist_lmtpric_type: kind,
              hilist_pric_uplmt_amt: yuan,
              ...common(`${limit.pointId}-${kind}`, area, limit.from, limit.to),
            })),
        ),
      );
    }),
    // shares that a person pays first are the benefit system's affair: none is kept here
    '1319': asking(async () => rows([])),
    '1901': asking(async (data) => {
      const type = textOf(data, 'type') ?? '';
      const table = Object.hasOwn(dictionaries, type.toLowerCase()) ? dictionaries[type.toLowerCase()] : undefined;
      if (!table) return { error: say.noDictionary.zh({ type: type.slice(0, 30), known: Object.keys(dictionaries).join('、') }) };
      return {
        output: {
          list: table.values.map(({ value, label }, i) => ({
            fields: { type, label, value, parentValue: null, sort: i + 1, valiFlag: '1', version: 1 },
            nodes: {},
          })),
        },
      };
    }),
  };
}
