import { sharePlant } from '../../statistics-planting.ts';

/** 治疗占比: treatment is two thirds of the cost. Near-misses: a little more of it, too few visits, nothing more. */
export default sharePlant('ZB10000205004000', 'A10', [['换药(中)', 6]], [['换药(中)', 1]]);
