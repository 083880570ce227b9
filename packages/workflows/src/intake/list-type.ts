/** 目录类别 by the first sign of a national code: western drug, patent medicine, herb, consumable; digits are services. */
export function listTypeOfCode(code: string): string | null {
  if (/^[XZ]/.test(code)) return '101';
  if (/^T/.test(code)) return '102';
  if (/^C/.test(code)) return '301';
  return /^\d/.test(code) ? '201' : null;
}
