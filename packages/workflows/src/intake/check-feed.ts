/** Whether a message of the feed can be taken: what is acknowledged must be good for the lake, so what is not is refused at once. */
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { intakeMessages as say } from '@hengjian/domain';
import { type Nodes, numberOf, textOf } from './fields.ts';

const LINE = 'feedetl_sn fee_ocur_time med_list_codg det_item_fee_sumamt cnt pric';
const REVERSAL = 'setl_id mdtrt_id psn_no';
const SETTLEMENT = 'psn_no mdtrt_id medfee_sumamt';
const goods = (quantity: string, at: string) => `med_list_codg fixmedins_bchno ${quantity} ${at}`;

/** Per message its nodes that must come, the fields of each row that must be readable. The first node must have a row. */
const needed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2101': { druginfo: 'psn_no' },
  '2102': { druginfo: 'psn_no medfee_sumamt', drugdetail: LINE },
  '2103': { data: REVERSAL },
  '2204': { feedetail: `mdtrt_id psn_no ${LINE}` },
  '2205': { data: 'mdtrt_id chrg_bchno' },
  '2207': { data: SETTLEMENT },
  '2208': { data: REVERSAL },
  '2301': { feedetail: `mdtrt_id psn_no ${LINE}` },
  '2302': { data: 'feedetl_sn mdtrt_id' },
  '2304': { data: SETTLEMENT },
  '2305': { data: REVERSAL },
  '2401': { mdtrtinfo: 'psn_no begntime', diseinfo: 'diag_code' },
  '2402': { dscginfo: 'mdtrt_id endtime', diseinfo: 'diag_code' },
  '2403': { adminfo: 'mdtrt_id', diseinfo: 'diag_code' },
  '2404': { data: 'mdtrt_id' },
  '2405': { data: 'mdtrt_id' },
  '3301': { data: 'fixmedins_hilist_id med_list_codg' },
  '3302': { data: 'fixmedins_hilist_id med_list_codg' },
  '3501': { invinfo: goods('inv_cnt', 'invdate') },
  '3502': { invinfo: goods('cnt', 'inv_chg_time') },
  '3503': { purcinfo: goods('purc_retn_cnt', 'purc_retn_stoin_time') },
  '3504': { purcinfo: goods('purc_retn_cnt', 'purc_retn_stoin_time') },
  '3505': { selinfo: goods('sel_retn_cnt', 'sel_retn_time') },
  '3506': { selinfo: goods('sel_retn_cnt', 'sel_retn_time') },
  '3507': { data: 'fixmedins_bchno inv_data_type' },
  '4101': { setlinfo: 'mdtrt_id setl_id', oprninfo: 'oprn_oprt_code' },
};

/** The sentence why not; null where the message is taken. */
export function refusalOf(infno: string, providerNo: string, nodes: Nodes): string | null {
  if (providerNo === '') return say.noProvider.zh({});
  for (const [i, [node, fields]] of Object.entries(needed[infno] ?? {}).entries()) {
    const rows = nodes[node] ?? [];
    if (rows.length === 0 && i === 0) return say.noRows.zh({ node });
    for (const [at, row] of rows.entries())
      for (const field of fields.split(' ')) if (textOf(row, field) === null) return say.noField.zh({ place: `${node}[${at + 1}]`, field });
  }
  for (const node of ['feedetail', 'drugdetail'])
    for (const [at, row] of (nodes[node] ?? []).entries()) {
      const why = lineFault(row);
      if (why) return say.badLine.zh({ place: `${node}[${at + 1}]`, lineNo: textOf(row, 'feedetl_sn') ?? '', why });
    }
  return null;
}

const whole = (value: number, scale: number): boolean =>
  Math.abs(value * scale - Math.round(value * scale)) <= 1e-6 * Math.max(1, Math.abs(value));

/** The same contract as of an extract (contracts §3). */
function lineFault(row: NodeValue): string | null {
  const [quantity, price, amount] = ['cnt', 'pric', 'det_item_fee_sumamt'].map((name) => numberOf(row, name) ?? 0) as [
    number,
    number,
    number,
  ];
  if (price < 0) return say.negativePrice.zh({});
  if (amount * Math.sign(quantity) < 0) return say.otherSign.zh({});
  if (!whole(amount, 100)) return say.centsOnly.zh({ amount });
  if (Math.abs(quantity * price - amount) > 0.010001) return say.otherProduct.zh({ quantity, price, amount });
  return null;
}
