import { sharePlant } from '../../statistics-planting.ts';

/** 药费占比统计: drugs are three quarters of the cost of a department whose peers spend a third. Near-misses: a little more of it, too few visits, nothing more. */
export default sharePlant('ZB10000205001000', 'A13', [['葡萄糖注射液', 50]], [['葡萄糖注射液', 5]]);
