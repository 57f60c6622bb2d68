import { describe, expect, it } from 'vitest'
import { csvOf } from '../../web/parts/csv.ts'

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
})
