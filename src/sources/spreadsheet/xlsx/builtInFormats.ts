/** Format codes that workbooks name by a number only (ECMA-376 part 1, 18.8.30). */
const CODES: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '#,##0;-#,##0;"-";@',
  42: '"€"#,##0;-"€"#,##0;"-";@',
  43: '#,##0.00;-#,##0.00;"-";@',
  44: '"€"#,##0.00;-"€"#,##0.00;"-";@',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}

/** The code of a format that a workbook only numbers; those of East Asian dates are told as dates, others as General. */
export function builtInFormat(id: number): string {
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return isEastAsianDate ? 'yyyy-mm-dd' : (CODES[id] ?? 'General')
}
