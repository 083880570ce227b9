/** One billable item of the city: what the national catalogues call 药品, 医疗服务项目, 医用耗材, 中药饮片. */
export interface Item {
  /** Published generic name: the key by which care and plants name it. */
  name: string;
  /** One code per manufacturer (services and herbs have one). */
  codes: readonly string[];
  /** National `list_type`: 101 drug, 102 herb, 201 service, 301 consumable. */
  listType: '101' | '102' | '201' | '301';
  /** National `med_chrgitm_type`. */
  feeCategory: string;
  /** Unit price in millionths of a yuan by class of the provider: [未定级, 一级, 二级, 三级]. */
  prices: readonly [number, number, number, number];
  /** Days of supply of one pack (drugs), else 0. */
  packDays: number;
  /** Share of the amount in the fund's scope, in hundredths: 甲类 100, 乙类 90, 丙类 0. */
  scope: number;
  /** Least rank of a prescriber (1 junior, 2 middle, 3 senior title) for an antibacterial of a restricted grade; 0: whoever may prescribe. */
  privilege: 0 | 2 | 3;
  /** Done with a device that a house registers. */
  device: boolean;
}

export interface Table {
  rows: string;
  read: (fields: string[], serial: number) => Item;
}

const yuan = (text: string): number => Math.round(Number(text) * 1_000_000);

/** One row a line, fields between `|`; empty lines and lines beginning with `#` are notes. */
export function readTable(table: Table): Item[] {
  return table.rows
    .split('\n')
    .filter((row) => row.trim() && !row.trim().startsWith('#'))
    .map((row, index) =>
      table.read(
        row.split('|').map((field) => field.trim()),
        index + 1,
      ),
    );
}

const three = (n: number): string => String(n).padStart(3, '0');
const maker = (serial: number, n: number): string => String(90_001 + ((serial * 7 + n * 13) % 97)).padStart(5, '0');

const forms: Record<string, { western: string; patent: string }> = {
  片: { western: 'A001', patent: '1' },
  胶囊: { western: 'E001', patent: '2' },
  颗粒: { western: 'F001', patent: '3' },
  口服: { western: 'H001', patent: '4' },
  注射: { western: 'B002', patent: '5' },
  外用: { western: 'J001', patent: '6' },
  吸入: { western: 'L001', patent: '7' },
  栓: { western: 'D003', patent: '8' },
  丸: { western: 'K001', patent: '9' },
};

/** The city's grades of antibacterials: 限制使用级 and 特殊使用级; what stands on neither list is 非限制使用级 or no antibacterial. */
const restricted = ['头孢克肟分散片', '头孢克肟颗粒', '莫西沙星片', '注射用头孢哌酮钠舒巴坦钠', '注射用哌拉西林钠他唑巴坦钠'];
const special = ['注射用美罗培南', '注射用替加环素'];

/**
 * `name|class|form|price|pack days|scope|makers`. A class of letter-2 digits-2 letters; Chinese patent medicines carry a `Z` before it.
 * Codes follow the national grammar (X + 5 + 4 + 4 + 4 + 5, Z + 5 + 4 + 1 + 4 + 5); the numbers in them are the city's own.
 */
export function readDrug(fields: string[], serial: number): Item {
  const [name, cls, form, price, days, scope, makers] = fields as [string, string, string, string, string, string, string?];
  const dosage = forms[form];
  if (!dosage) throw new Error(`catalogue: ${name}: unknown form ${form}`);
  const patent = cls.length === 6;
  const codes = Array.from({ length: Number(makers ?? 1) }, (_, n) =>
    patent
      ? `${cls}A${three(serial)}${dosage.patent}0101${maker(serial, n)}`
      : `X${cls}A${three(serial)}${dosage.western}0101${maker(serial, n)}`,
  );
  const unit = yuan(price);
  return {
    name,
    codes,
    listType: '101',
    feeCategory: patent ? '11' : '09',
    prices: [unit, unit, unit, unit],
    packDays: Number(days),
    scope: Number(scope),
    privilege: special.includes(name) ? 3 : restricted.includes(name) ? 2 : 0,
    device: false,
  };
}

const devices: readonly string[] = [
  '胸部CT平扫',
  '头颅磁共振平扫',
  '头颅磁共振增强扫描',
  '正电子发射断层显像',
  '立体定向放射治疗',
  '双能X线骨密度测定',
];

/** `name|nine-digit project|fee category|price 三级|二级|一级|scope`. Code: region 00 + project + 0000. */
export function readService(fields: string[]): Item {
  const [name, project, feeCategory, third, second, first, scope] = fields as [string, string, string, string, string, string, string?];
  const [p3, p2, p1] = [yuan(third), yuan(second), yuan(first)];
  return {
    name,
    codes: [`00${project}0000`],
    listType: '201',
    feeCategory,
    prices: [p1, p1, p2, p3],
    packDays: 0,
    scope: Number(scope ?? 100),
    privilege: 0,
    device: devices.includes(name),
  };
}

/** `name|class of six digits|price|scope|makers`. Code: C + class + name 3 + feature 5 + maker 5. */
export function readConsumable(fields: string[], serial: number): Item {
  const [name, cls, price, scope, makers] = fields as [string, string, string, string, string?];
  const unit = yuan(price);
  return {
    name,
    codes: Array.from({ length: Number(makers ?? 1) }, (_, n) => `C${cls}${three(serial)}00001${maker(serial, n)}`),
    listType: '301',
    feeCategory: '08',
    prices: [unit, unit, unit, unit],
    packDays: 0,
    scope: Number(scope),
    privilege: 0,
    device: false,
  };
}

/** `name|price of a gram|scope`. Code: T + nine digits. */
export function readHerb(fields: string[], serial: number): Item {
  const [name, price, scope] = fields as [string, string, string];
  const unit = yuan(price);
  return {
    name,
    codes: [`T9001${String(serial).padStart(5, '0')}`],
    listType: '102',
    feeCategory: '10',
    prices: [unit, unit, unit, unit],
    packDays: 0,
    scope: Number(scope),
    privilege: 0,
    device: false,
  };
}
