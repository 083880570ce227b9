/** What is answered to a message of the feed: its own rows, what the platform said of them where it was passed on, and our numbers. */
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import type { Instant } from '@hengjian/domain';
import { type Nodes, textOf } from './fields.ts';

export interface FeedQuestion {
  readonly infno: string;
  readonly msgid: string;
  readonly providerNo: string;
  readonly nodes: Nodes;
  readonly reply: Nodes;
  readonly at: Instant;
  /** Number of the record in the journal: what we number is unique by it. */
  readonly serial: number;
}

const leaf = (fields: NodeValue['fields']): NodeValue => ({ fields, nodes: {} });
/** At most 30 characters, as the table of `mdtrt_id` and `setl_id` says. */
const numbered = (kind: string, { providerNo, serial }: FeedQuestion): string =>
  `HJ${kind}${[...providerNo].slice(-12).join('')}${String(serial).padStart(13, '0')}`;

/** What the platform said takes the place of what we know, field by field. */
const over = (own: NodeValue['fields'], reply: NodeValue | undefined): NodeValue =>
  leaf({ ...own, ...Object.fromEntries(Object.entries(reply?.fields ?? {}).filter(([, value]) => value !== null)) });

function lines(rows: readonly NodeValue[], replies: readonly NodeValue[]): NodeValue[] {
  const byLine = new Map(replies.map((row) => [textOf(row, 'feedetl_sn'), row]));
  return rows.map((row) => {
    const { feedetl_sn, det_item_fee_sumamt = null, cnt = null, pric = null } = row.fields;
    return over({ feedetl_sn: feedetl_sn ?? null, det_item_fee_sumamt, cnt, pric }, byLine.get(textOf(row, 'feedetl_sn')));
  });
}

function settlement(question: FeedQuestion, node: string, numbers: NodeValue['fields']): NodeValue {
  const { fields = {} } = question.nodes[node]?.[0] ?? {};
  const told = [
    'psn_no',
    'mdtrt_id',
    'insutype',
    'med_type',
    'medfee_sumamt',
    'fulamt_ownpay_amt',
    'overlmt_selfpay',
    'preselfpay_amt',
    'inscp_scp_amt',
  ];
  const own = Object.fromEntries(told.map((name) => [name, fields[name] ?? null]));
  return over({ ...own, setl_time: question.at, medins_setl_id: question.msgid, ...numbers }, question.reply.setlinfo?.[0]);
}

/** Nodes of the answer. Only what a message's table has is written. */
export function answerFeed(question: FeedQuestion): Nodes {
  const { infno, nodes, reply } = question;
  const setldetail = reply.setldetail ?? [];
  switch (infno) {
    case '2204':
    case '2301':
      return { result: lines(nodes.feedetail ?? [], reply.result ?? []) };
    case '2101':
    case '2102': {
      const numbers = { mdtrt_id: numbered('M', question), ...(infno === '2102' && { setl_id: numbered('S', question) }) };
      return {
        setlinfo: [settlement(question, 'druginfo', numbers)],
        setldetail,
        detlcutinfo: lines(nodes.drugdetail ?? [], reply.detlcutinfo ?? []),
      };
    }
    case '2207':
    case '2304':
      return { setlinfo: [settlement(question, 'data', { setl_id: numbered('S', question) })], setldetail };
    case '2103':
    case '2208':
    case '2305':
      return { setlinfo: [settlement(question, 'data', { setl_id: numbered('R', question) })], setldetail };
    case '2401':
      return { result: [over({ mdtrt_id: numbered('M', question) }, reply.result?.[0])] };
    case '4101':
      // 清单流水号 is nine characters
      return { data: [over({ setl_list_id: String(question.serial % 1e9).padStart(9, '0') }, reply.data?.[0])] };
    default:
      return {};
  }
}
