import { sharePlant } from '../../statistics-planting.ts';

/** CT检查占比: a CT on every visit. Near-misses: a little more of it, too few visits, nothing more. */
export default sharePlant('ZB10000205005000', 'A11', [['胸部CT平扫', 1]], [['换药(中)', 1]], 'examination-cost-share');
