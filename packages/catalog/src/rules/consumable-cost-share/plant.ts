import { sharePlant } from '../../statistics-planting.ts';

/** 耗材占比: consumables are two thirds of the cost. Near-misses: a little more of it, too few visits, nothing more. */
export default sharePlant('ZB10000205003000', 'A12', [['留置针敷贴', 20]], [['留置针敷贴', 2]]);
