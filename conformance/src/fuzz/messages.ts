// Malformed messages of the national interface, from a seed: the same number gives the same message.
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';

export interface Malformed {
  readonly kind: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Stands in values all over the messages; the server's log must never show it. */
export const CANARY = 'canary-9f27c1';

type Json = unknown;
export type Random = () => number;

/** mulberry32: small, and the same everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** A message that is in order, with every node of 3101; `n` makes its ids its own. */
function wellFormed(n: number, infno: string): { [key: string]: Json } {
  const order = (i: number) => ({
    rx_id: `R${i}`,
    rxno: '1',
    hilist_type: '101',
    hilist_code: 'XG04CBA170A001010190027',
    hilist_name: CANARY,
    cnt: '2',
    pric: '31.50',
    sumamt: '63.00',
    drord_begn_date: '2025-03-02 09:30:00',
    curr_drord_flag: '1',
    extend_order_map: { o_prdDays: '3' },
  });
  const encounter = {
    mdtrt_id: `M${n}`,
    medins_id: 'H1',
    medins_name: CANARY,
    medins_lv: '2',
    med_type: '11',
    insutype: '310',
    adm_date: '2025-03-02 09:00:00',
    fsi_diagnose_dtos: [{ dise_id: '1', maindise_flag: '1', dise_codg: 'R51.x00', dise_name: CANARY }],
    fsi_order_dtos: [order(1), order(2)],
    fsi_operation_dtos: [{ oprn_code: '45.1600', main_oprn_flag: '1', oprn_date: '2025-03-02' }],
  };
  const person = {
    patn_id: `P${n}`,
    patn_name: CANARY,
    gend: '2',
    brdy: '1980-01-01',
    curr_mdtrt_id: `M${n}`,
    fsi_encounter_dtos: [encounter],
  };
  const data = {
    trig_scen: '5',
    patient_dtos: [person],
    warn_type: '1',
    warns: [{ warn_rslt_id: `${CANARY}`, dspo_way: '1', dspo_way_rea: CANARY }],
    psn_no: `P${n}`,
    mdtrt_id: `M${n}`,
    setl_id: `S${n}`,
    query_date: '2025-01-01',
  };
  return {
    infno,
    msgid: `H1-${n}`,
    fixmedins_code: 'H1',
    fixmedins_name: CANARY,
    opter_name: CANARY,
    inf_time: '2025-03-02 09:30:00',
    input: { data, signIn: { opter_no: CANARY }, feedetail: [{ feedetl_sn: '1', mdtrt_id: `M${n}`, cnt: '1' }] },
  };
}

const numbers = Object.keys(interfaces);
const odd = (random: Random): Json =>
  pick<() => Json>(random, [
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => [[[]]],
    () => 1e308,
    () => -1e308,
    () => 5e-324,
    () => '1e999',
    () => '9'.repeat(400),
    () => -0,
    () => 2 ** 53 + 2,
    () => '',
    () => '-',
    () => `\ud83d${CANARY}`,
    () => `${CANARY}\udc00\ud800`,
    () => '\u0000\u0001\u001f',
    () => `${CANARY}'; drop table interface_call; --`,
    () => '%s%n\u202e',
    () => '9999-99-99 99:99:99',
    () => '2025-02-30',
    () => '𠮷'.repeat(1000),
    () => Array.from({ length: 50 }, () => CANARY),
    () => ({ length: 1e9, toString: 1, valueOf: null, toJSON: 'x' }),
    () => JSON.parse(`{"__proto__":{"infno":"${CANARY}"},"constructor":{"prototype":1},"hasOwnProperty":1}`),
    () => random() * 1e20,
  ])();

/** Every place of a message, for a change at one of them. */
function places(value: Json, into: { bag: { [key: string]: Json }; key: string }[] = []) {
  if (typeof value !== 'object' || value === null) return into;
  for (const key of Object.keys(value)) {
    into.push({ bag: value as { [key: string]: Json }, key });
    places((value as { [key: string]: Json })[key], into);
  }
  return into;
}

type Make = (random: Random, n: number) => { body: Buffer | string; headers?: Record<string, string>; path?: string };
const text = (value: Json): string => JSON.stringify(value);
const usual = (random: Random, n: number) => wellFormed(n, random() < 0.6 ? '3101' : pick(random, numbers));
const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

const makers: Readonly<Record<string, Make>> = {
  cut(random, n) {
    const whole = text(usual(random, n));
    return { body: whole.slice(0, Math.floor(random() * whole.length)) };
  },
  'wrong types'(random, n) {
    const message = usual(random, n);
    for (let i = 0; i < 1 + random() * 6; i += 1) {
      const { bag, key } = pick(random, places(message));
      bag[key] = odd(random);
    }
    return { body: text(message) };
  },
  'wrong names'(random, n) {
    const message = usual(random, n);
    const { bag, key } = pick(random, places(message));
    const value = bag[key];
    delete bag[key];
    Object.defineProperty(bag, pick(random, ['__proto__', 'constructor', 'prototype', 'toString', '', 'infno\u0000', key.toUpperCase()]), {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return { body: text(message) };
  },
  'odd infno': (random, n) => ({
    body: text({
      ...wellFormed(n, '3101'),
      infno: pick<Json>(random, ['__proto__', 'constructor', 'toString', CANARY, '3101\u0000', 3101, '9'.repeat(9999), {}, [3101]]),
    }),
  }),
  'deep nesting'(random, n) {
    const depth = Math.floor(10 ** (1 + random() * 4.3));
    const [open, close] = pick(random, [
      ['[', ']'],
      ['{"a":', '1}'],
      ['{"fsi_order_dtos":[', ']}'],
    ] as const);
    const deep = open === '{"a":' ? `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}` : nested(depth, open, close);
    return { body: random() < 0.3 ? deep : text({ ...wellFormed(n, '3101'), input: '@' }).replace('"@"', deep) };
  },
  'surrogate halves'(random, n) {
    const escaped = text(usual(random, n)).replaceAll(CANARY, () =>
      pick(random, ['\\ud800', '\\udfff\\ud83d', `\\ud83d${CANARY}`, '\\udc00x']),
    );
    return { body: escaped };
  },
  'not UTF-8'(random, n) {
    const [before, ...after] = text(usual(random, n)).split(CANARY);
    const junk = () => Buffer.from(Array.from({ length: 1 + Math.floor(random() * 30) }, () => 128 + Math.floor(random() * 128)));
    return {
      body: Buffer.concat([Buffer.from(before as string), ...after.flatMap((part) => [junk(), Buffer.from(part)])]),
      headers: random() < 0.3 ? { 'content-type': 'application/json;charset=GBK' } : {},
    };
  },
  'huge numbers': (random, n) => ({
    body: text(usual(random, n)).replace(/"(?:2|31\.50|63\.00|3)"/g, () =>
      pick(random, [
        '1e400',
        '-1e400',
        '9'.repeat(3000),
        '0.'.concat('0'.repeat(500), '1'),
        '1e-400',
        '"1e309"',
        '123456789012345678901234567890',
      ]),
    ),
  }),
  'random bytes': (random) => ({
    body: Buffer.from(Array.from({ length: Math.floor(random() * 2000) }, () => Math.floor(random() * 256))),
  }),
  'no object': (random) => ({
    body: pick(random, [
      '',
      ' ',
      'null',
      '0',
      '""',
      '[]',
      '[{"infno":"3101"}]',
      'undefined',
      '{',
      '"infno"',
      'NaN',
      '\ufeff{}',
      '{"infno":"3101"}{"infno":"3101"}',
    ]),
  }),
  'odd headers'(random, n) {
    const junk = () => pick(random, [CANARY, '', '0', '9'.repeat(500), '-1', '1e9', 'null']);
    return {
      body: text(usual(random, n)),
      path: pick(random, ['/', '//', '/%ff%00', `/fsi/api/${'x'.repeat(2000)}`, '/ebus/3101?infno=3102', '/..%2f..%2fetc/passwd']),
      headers: pick<Record<string, string>>(random, [
        { 'content-type': 'multipart/form-data; boundary=x' },
        { 'content-type': 'text/plain; charset=utf-16' },
        { 'content-type': 'x' },
        { 'x-tif-paasid': junk(), 'x-tif-timestamp': junk(), 'x-tif-nonce': junk(), 'x-tif-signature': CANARY },
        { _api_access_key: junk(), _api_timestamp: junk(), _api_signature: CANARY, _api_name: junk() },
        { 'content-encoding': 'gzip' },
        { authorization: `Bearer ${CANARY}` },
      ]),
    };
  },
  'signatures and ciphers': (random, n) => ({
    body: text({
      ...usual(random, n),
      cainfo: odd(random),
      signtype: pick<Json>(random, ['SM2', 'SM3', '', 1, null]),
      enc_type: pick<Json>(random, ['SM4', 'sm4', '', {}, 4]),
      ...(random() < 0.6 && { input: pick<Json>(random, [CANARY, 'ffff', Buffer.from(CANARY).toString('base64'), '{"data":', '{}', 7]) }),
    }),
  }),
  'many rows'(random, n) {
    const message = wellFormed(n, '3101') as { input: { data: { patient_dtos: { fsi_encounter_dtos: { fsi_order_dtos: Json[] }[] }[] } } };
    const rows = Array.from({ length: 2000 }, (_, i) => ({ rx_id: `R${i}`, cnt: i }));
    const [person] = message.input.data.patient_dtos;
    if (person && random() < 0.5) {
      const [visit] = person.fsi_encounter_dtos;
      if (visit) visit.fsi_order_dtos = rows;
      return { body: text(message) };
    }
    return {
      body: text({
        ...message,
        input: { data: {}, patient_dtos: Array(3000).fill({}), fsi_encounter_dtos: Array(3000).fill({}), fsi_order_dtos: rows },
      }),
    };
  },
  large(random, n) {
    const megabytes = 1 + Math.floor(random() * 14);
    const filler = pick(random, [CANARY, '𠮷', '0', '\u0000']);
    const message = text({ ...wellFormed(n, '3101'), input: { data: { trig_scen: '@', patient_dtos: [] } } });
    return {
      body: message.replace('@', text(filler.repeat(Math.ceil((megabytes * 2 ** 20) / Buffer.byteLength(text(filler))))).slice(1, -1)),
    };
  },
  '50 MB': () => ({ body: Buffer.alloc(50 * 2 ** 20, '[1,') }),
};
const common = Object.keys(makers).filter((kind) => !['large', '50 MB', 'many rows', 'deep nesting'].includes(kind));

/** The `n`-th message of a seed. Large ones are rare: they are about memory, not about variety. */
export function malformed(seed: number, n: number): Malformed {
  const random = randomOf(seed * 1_000_003 + n);
  const kind =
    n % 1500 === 700
      ? '50 MB'
      : n % 400 === 100
        ? 'large'
        : n % 50 === 7
          ? 'many rows'
          : n % 20 === 3
            ? 'deep nesting'
            : pick(random, common);
  const { body, headers = {}, path = '/fsi/api/rsfComIfsService/callService' } = (makers[kind] as Make)(random, n);
  return {
    kind,
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? Buffer.from(body) : body,
  };
}
