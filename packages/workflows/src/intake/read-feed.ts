/** A message of the feed → what it says. One reader a message; the numbers that we gave are taken from our answer. */

import type { Message } from '@hengjian/catalog/interfaces/message.ts';
import { type NodeValue, readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { formatInstant, QUANTITY_SCALE } from '@hengjian/domain';
import type { FeedEvent, FeedMessage, Part, StockMove } from './feed.ts';
import { type Nodes, numberOf, partOf, textOf } from './fields.ts';
import { fundFenOf } from './fund-types.ts';

const messages = interfaces as Readonly<Record<string, Message>>;

interface Said {
  readonly message: FeedMessage;
  readonly input: Nodes;
  /** The platform's answer that was passed on. */
  readonly reply: Nodes;
  /** What we answered. */
  readonly output: Nodes;
}
type Reader = (said: Said) => FeedEvent[];

/** Everything that an acknowledged message says; nothing for one that only asks. */
export function eventsOf(message: FeedMessage): FeedEvent[] {
  const declared = messages[message.infno];
  const reader = readers[message.infno];
  if (!declared || !reader) return [];
  const names = declared.names === undefined ? {} : { names: declared.names };
  const read = (nodes: Message['input'], value: unknown) => readInput({ input: nodes, ...names }, value).nodes;
  return reader({
    message,
    input: read(declared.input, message.input),
    reply: read(declared.output, message.reply),
    output: read(declared.output, message.output),
  });
}

const visitOf = (value: NodeValue | undefined): string => textOf(value, 'mdtrt_id') ?? '';
/** Where, by whom and for whom: what every message tells of its encounter. */
const place = ({ message }: Said, value: NodeValue | undefined): Part => ({
  fixmedins_code: message.providerNo,
  ...partOf(value, 'psn_no med_type insutype dise_codg'),
  ...(message.treatmentArea !== '' && message.insuredArea !== ''
    ? { out_area_flag: message.treatmentArea === message.insuredArea ? '0' : '1' }
    : {}),
});
const provider = ({ message }: Said): FeedEvent => ({
  kind: 'provider',
  providerNo: message.providerNo,
  row: {
    ...(message.providerName !== '' && { fixmedins_name: message.providerName }),
    // the first sign tells hospitals (H) from pharmacies (P)
    fixmedins_type: message.providerNo.startsWith('P') ? '2' : '1',
    ...(message.treatmentArea !== '' && { admdvs: message.treatmentArea }),
  },
});
function person(said: Said, value: NodeValue | undefined, more: Part = {}): FeedEvent[] {
  const personNo = textOf(value, 'psn_no');
  const area: Part = said.message.insuredArea === '' ? {} : { insu_admdvs: said.message.insuredArea };
  return personNo === null ? [] : [{ kind: 'person', personNo, row: { ...partOf(value, 'insutype psn_type'), ...area, ...more } }];
}
const instantOf = ({ message }: Said): string => formatInstant(message.sentAt ?? message.receivedAt);

const LINE = `fee_ocur_time:instant med_list_codg cnt:quantity pric:price det_item_fee_sumamt:money bilg_dept_codg bilg_dr_codg rx_no=rxno
  prd_days:whole sin_dos=sin_dos_dscr used_frqu=used_frqu_dscr init_feedetl_sn`;

/** Charge lines with what the platform said of each. */
function charges(said: Said, rows: readonly NodeValue[], answered: readonly NodeValue[], encounterNo?: string): FeedEvent[] {
  const replies = new Map(answered.map((row) => [textOf(row, 'feedetl_sn'), row]));
  return rows.map((line) => {
    const lineNo = textOf(line, 'feedetl_sn') ?? '';
    const reply = replies.get(lineNo);
    return {
      kind: 'charge',
      encounterNo: encounterNo ?? visitOf(line),
      lineNo,
      batchNo: textOf(line, 'chrg_bchno'),
      row: {
        ...partOf(line, LINE),
        ...partOf(reply, 'med_chrgitm_type inscp_amt=inscp_scp_amt:money'),
        updt_time: instantOf(said),
      },
    };
  });
}

/** Uploaded charges: they make their encounter known where nothing else did. */
const uploaded: Reader = (said) => {
  const rows = said.input.feedetail ?? [];
  const first = new Map(rows.map((row) => [visitOf(row), row] as const).reverse());
  return [
    provider(said),
    ...[...first].flatMap(([encounterNo, row]): FeedEvent[] => [
      ...person(said, row),
      { kind: 'visit', encounterNo, row: { ...place(said, row) } },
    ]),
    ...charges(said, rows, said.reply.result ?? []),
  ];
};

const AMOUNTS = `setl_time:instant medfee_sumamt:money fund_pay_sumamt:money inscp_amt=inscp_scp_amt:money hifp_pay:money acct_pay:money
  maf_pay:money psn_cash_pay:money insutype med_type clr_way`;

/** A settlement. Amounts that only the platform computes are known where its answer was passed on. */
function settled(said: Said, node: string, encounterNo: string): FeedEvent {
  const data = said.input[node]?.[0];
  const reply = said.reply.setlinfo?.[0];
  const own = said.output.setlinfo?.[0];
  return {
    kind: 'settlement',
    encounterNo,
    settlementNo: textOf(own, 'setl_id') ?? '',
    batchNo: textOf(data, 'chrg_bchno'),
    row: {
      setl_time: instantOf(said),
      ...partOf(data, 'medfee_sumamt:money inscp_amt=inscp_scp_amt:money insutype med_type'),
      ...partOf(reply, AMOUNTS),
    },
  };
}
const payer = (said: Said, node: string): FeedEvent[] =>
  person(said, said.input[node]?.[0], partOf(said.reply.setlinfo?.[0], 'gend brdy:day insutype psn_type'));

const settledOf: Reader = (said) => {
  const data = said.input.data?.[0];
  const encounterNo = visitOf(data);
  return [
    provider(said),
    ...payer(said, 'data'),
    { kind: 'visit', encounterNo, row: place(said, data) },
    ...leftAt(data, encounterNo),
    settled(said, 'data', encounterNo),
  ];
};

const LAST_SECOND = 86_399;
/** 2304 may name the day of discharge (dscgTime) where 2402 comes late or not at all; a settlement on the way names none. */
function leftAt(data: NodeValue | undefined, encounterNo: string): FeedEvent[] {
  const day = numberOf(data, 'dscgTime');
  if (day === null || textOf(data, 'mid_setl_flag') === '1') return [];
  // which hour it was nobody says: until its end, so that no charge of the day lies outside the stay
  return [{ kind: 'visit', encounterNo, row: { endtime: formatInstant(day * 86_400 + LAST_SECOND) }, ifUnknown: true }];
}

const sold: Reader = (said) => {
  const info = said.input.druginfo?.[0];
  const rows = said.input.drugdetail ?? [];
  const encounterNo = textOf(said.output.setlinfo?.[0], 'mdtrt_id') ?? '';
  const traces = rows.flatMap((row): FeedEvent[] =>
    (row.nodes.durg_trac_info ?? [])
      .filter((trace) => (textOf(trace, 'feedetl_sn') ?? textOf(row, 'feedetl_sn')) === textOf(row, 'feedetl_sn'))
      .map((trace) => ({
        kind: 'trace',
        encounterNo,
        lineNo: textOf(row, 'feedetl_sn'),
        itemCode: textOf(row, 'med_list_codg'),
        row: partOf(trace, 'drug_trac_codg trdn_flag'),
      })),
  );
  return [
    provider(said),
    ...payer(said, 'druginfo'),
    { kind: 'visit', encounterNo, row: { ...place(said, info), ...partOf(info, 'begntime:instant') } },
    ...charges(said, rows, said.reply.detlcutinfo ?? [], encounterNo),
    ...traces,
    settled(said, 'druginfo', encounterNo),
  ];
};

const reversed =
  (withLines: boolean): Reader =>
  (said) => {
    const data = said.input.data?.[0];
    const at = numberOf(said.reply.setlinfo?.[0], 'setl_time');
    return [
      {
        kind: 'reversal',
        encounterNo: visitOf(data),
        settlementNo: textOf(data, 'setl_id') ?? '',
        reversalNo: textOf(said.output.setlinfo?.[0], 'setl_id') ?? '',
        at: at === null ? instantOf(said) : formatInstant(at),
        withLines,
      },
    ];
  };

const STAY = 'bedno=adm_bed dept_codg=adm_dept_codg dr_codg=atddr_no begntime:instant endtime:instant';
const stay =
  (node: string, numbered: boolean): Reader =>
  (said) => {
    const info = said.input[node]?.[0];
    const encounterNo = numbered ? visitOf(info) : (textOf(said.output.result?.[0], 'mdtrt_id') ?? '');
    return [
      provider(said),
      ...person(said, info),
      { kind: 'visit', encounterNo, row: { ...place(said, info), ...partOf(info, STAY) } },
      ...diagnosesOf(said, encounterNo, 'admission', numbered),
    ];
  };

/** `stage` 1 at admission, 2 at discharge (dictionary inout_diag_type). */
function diagnosesOf(said: Said, encounterNo: string, stage: 'admission' | 'discharge', merge: boolean): FeedEvent[] {
  const rows = said.input.diseinfo ?? [];
  const kind = stage === 'admission' ? '1' : '2';
  if (rows.length === 0) return [];
  return [
    {
      kind: 'diagnoses',
      encounterNo,
      stage,
      merge,
      rows: rows.map((row, i) => ({
        diag_srt_no: String(i + 1),
        ...partOf(row, 'diag_code maindiag_flag diag_srt_no:whole'),
        inout_diag_type: kind,
      })),
    },
  ];
}

const discharged: Reader = (said) => {
  const info = said.input.dscginfo?.[0];
  const encounterNo = visitOf(info);
  return [
    { kind: 'visit', encounterNo, row: { ...place(said, info), ...partOf(info, 'endtime:instant dscg_way bedno=dscg_bed') } },
    ...(textOf(info, 'die_date') === null ? [] : person(said, info, partOf(info, 'death_date=die_date:day'))),
    ...diagnosesOf(said, encounterNo, 'discharge', false),
  ];
};

/** 结算清单: what the settlement did not tell: discharge diagnoses, operations, what each fund paid. */
const listed: Reader = (said) => {
  const info = said.input.setlinfo?.[0];
  const encounterNo = visitOf(info);
  const diagnoses = (said.input.diseinfo ?? []).map((row, i) => ({
    ...partOf(row, 'diag_code maindiag_flag'),
    diag_srt_no: String(i + 1),
    inout_diag_type: '2',
  }));
  const outpatient = textOf(info, 'wm_dise_code');
  const rows = diagnoses.length > 0 || outpatient === null ? diagnoses : [{ diag_code: outpatient, maindiag_flag: '1', diag_srt_no: '1' }];
  const operations = (said.input.oprninfo ?? []).map((row) => ({
    ...partOf(
      row,
      'oprn_code=oprn_oprt_code oprn_time=oprn_oprt_begntime:instant oprn_end_time=oprn_oprt_endtime:instant oper_dr_code anst_dr_code',
    ),
    // 手术操作类别 1 is the main one
    main_oprn_flag: textOf(row, 'oprn_oprt_type') === '1' ? '1' : '0',
  }));
  const fundFen = fundFenOf(said.input.payinfo ?? []);
  const settlementNo = textOf(info, 'setl_id') ?? '';
  return [
    { kind: 'visit', encounterNo, row: { ...place(said, info), ...partOf(info, 'dscg_way') } },
    ...(rows.length > 0 ? [{ kind: 'diagnoses' as const, encounterNo, stage: 'list' as const, merge: false, rows }] : []),
    ...(operations.length > 0 ? [{ kind: 'operations' as const, encounterNo, rows: operations }] : []),
    ...(fundFen === null ? [] : [{ kind: 'fund' as const, encounterNo, settlementNo, fundFen }]),
  ];
};

const ALL = '0000';
const withdrawn: Reader = (said) => {
  const data = said.input.data?.[0];
  const batch = textOf(data, 'chrg_bchno');
  return [{ kind: 'withdrawal', encounterNo: visitOf(data), lineNos: null, batchNo: batch === ALL ? null : batch }];
};
const withdrawnLines: Reader = (said) =>
  (said.input.data ?? []).map((row) => {
    const lineNo = textOf(row, 'feedetl_sn') ?? '';
    return { kind: 'withdrawal', encounterNo: visitOf(row), lineNos: lineNo === ALL ? null : [lineNo], batchNo: null };
  });

const simply =
  (kind: 'cancelled' | 'reopened'): Reader =>
  (said) => [{ kind, encounterNo: visitOf(said.input.data?.[0]) }];

/** Goods that go out: 调拨出库 盘损 销毁 其他出库 赠药退回出库 (dictionary inv_chg_type). */
const OUTWARD = new Set(['102', '104', '105', '107', '111']);
/** 商品采购入库 商品退货出库. */
const PURCHASED = new Set(['108', '109']);

function stocked(node: string, move: StockMove, quantity: string, at: string, sign: 1 | -1): Reader {
  return (said) =>
    (said.input[node] ?? []).flatMap((row): FeedEvent[] => {
      const amount = numberOf(row, quantity);
      const when = numberOf(row, at);
      // what 3503 and 3504 tell of purchases and returns is told twice
      if (amount === null || when === null || (move === 'change' && PURCHASED.has(textOf(row, 'inv_chg_type') ?? ''))) return [];
      const outward = move === 'change' && OUTWARD.has(textOf(row, 'inv_chg_type') ?? '');
      const scaled = Math.round(Math.abs(amount) * QUANTITY_SCALE);
      const itemCode = textOf(row, 'med_list_codg') ?? '';
      // the visit is named by its number where the sale was settled with the fund
      const encounterNo = textOf(row, 'setl_id') === null ? null : textOf(row, 'mdtrt_sn');
      return [
        {
          kind: 'stock',
          providerNo: said.message.providerNo,
          itemCode,
          batchNo: textOf(row, 'fixmedins_bchno') ?? '',
          move,
          quantity: outward ? -scaled : sign * scaled,
          // a count is told by its day
          at: move === 'count' ? when * 86_400 : when,
        },
        ...(sign === 1 && move === 'sale' && encounterNo !== null
          ? (row.nodes.drugtracinfo ?? []).map((trace) => ({
              kind: 'trace' as const,
              encounterNo,
              lineNo: null,
              itemCode,
              row: { ...partOf(trace, 'drug_trac_codg'), ...partOf(row, 'trdn_flag') },
            }))
          : []),
      ];
    });
}

const movesOf: Readonly<Record<string, StockMove>> = { '1': 'count', '2': 'change', '3': 'purchase', '4': 'sale' };

const readers: Readonly<Record<string, Reader>> = {
  '2102': sold,
  '2103': reversed(true),
  '2204': uploaded,
  '2205': withdrawn,
  '2207': settledOf,
  '2208': reversed(false),
  '2301': uploaded,
  '2302': withdrawnLines,
  '2304': settledOf,
  '2305': reversed(false),
  '2401': stay('mdtrtinfo', false),
  '2402': discharged,
  '2403': stay('adminfo', true),
  '2404': simply('cancelled'),
  '2405': simply('reopened'),
  '4101': listed,
  '3301': (said) =>
    (said.input.data ?? []).map((row) => ({
      kind: 'match',
      providerNo: said.message.providerNo,
      row: partOf(row, 'fixmedins_hilist_id fixmedins_hilist_name list_type med_list_codg begndate:day enddate:day'),
    })),
  '3302': (said) =>
    (said.input.data ?? []).map((row) => ({
      kind: 'unmatch',
      providerNo: said.message.providerNo,
      ownCode: textOf(row, 'fixmedins_hilist_id') ?? '',
      listType: textOf(row, 'list_type'),
      itemCode: textOf(row, 'med_list_codg') ?? '',
    })),
  '3501': stocked('invinfo', 'count', 'inv_cnt', 'invdate', 1),
  '3502': stocked('invinfo', 'change', 'cnt', 'inv_chg_time', 1),
  '3503': stocked('purcinfo', 'purchase', 'purc_retn_cnt', 'purc_retn_stoin_time', 1),
  '3504': stocked('purcinfo', 'purchase', 'purc_retn_cnt', 'purc_retn_stoin_time', -1),
  '3505': stocked('selinfo', 'sale', 'sel_retn_cnt', 'sel_retn_time', 1),
  '3506': stocked('selinfo', 'sale', 'sel_retn_cnt', 'sel_retn_time', -1),
  '3507': (said) =>
    (said.input.data ?? []).flatMap((row) => {
      const move = movesOf[textOf(row, 'inv_data_type') ?? ''];
      return move === undefined
        ? []
        : [
            {
              kind: 'stockDeletion' as const,
              providerNo: said.message.providerNo,
              batchNo: textOf(row, 'fixmedins_bchno') ?? '',
              moves: [move],
            },
          ];
    }),
};

/** Messages that are kept as the feed; 药店预结算 (2101) asks and settles nothing, but is kept as well. */
export const feedInfnos: ReadonlySet<string> = new Set([...Object.keys(readers), '2101']);
