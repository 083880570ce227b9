import { sharePlant } from '../../statistics-planting.ts';

/** 核磁检查占比: an MRI on every visit. Near-misses: a little more of it, too few visits, nothing more. */
export default sharePlant('ZB10000205006000', 'A04.04', [['腰椎磁共振平扫', 1]], [['换药(中)', 1]], 'examination-cost-share');
