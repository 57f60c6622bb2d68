import { describe, expect, it } from 'vitest'
import { csvNumber, csvOf } from '../../web/parts/csv.ts'

describe('a table as CSV', () => {
  it('is semicolons for Danish spreadsheets, quoted where needed, with no formula in it', () => {
    expect(
      csvOf([
        ['Skole', 'Timer'],
        ['Hest; "Rød"', '46,0'],
        ['=SUM(A1)', '−2,0'],
      ]),
    ).toBe('\uFEFFSkole;Timer\r\n"Hest; ""Rød""";46,0\r\n\'=SUM(A1);−2,0\r\n')
  })

  it('leaves a number with a sign a number, and makes any other text with one harmless', () => {
    expect(csvOf([['-2,5', '-2+3', '+45 12', '@x']])).toBe("\uFEFF-2,5;'-2+3;'+45 12;'@x\r\n")
  })
})

describe('a number in a spreadsheet', () => {
  it('is rounded, has the mark of the language and no separated thousands; nothing is never minus', () => {
    expect(csvNumber(12345.678, 'da', 1)).toBe('12345,7')
    expect(csvNumber(12345.678, 'en', 1)).toBe('12345.7')
    expect(csvNumber(-3.04, 'da', 1)).toBe('-3,0')
    expect(csvNumber(-0.01, 'da', 1)).toBe('0,0')
    expect(csvNumber(null, 'da')).toBe('')
  })
})
