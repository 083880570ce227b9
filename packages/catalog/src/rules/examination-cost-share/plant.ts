import { sharePlant } from '../../statistics-planting.ts';

/** 检验检查占比: examinations on every visit, four fifths of the cost. Near-misses: a little more of it, too few visits, nothing more. */
export default sharePlant(
  'ZB10000205002000',
  'A15',
  [
    ['心脏彩色多普勒超声', 1],
    ['腹部彩色多普勒超声', 1],
  ],
  [['血细胞分析', 1]],
);
