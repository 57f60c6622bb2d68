import { describe, expect, it } from 'vitest'
import { ActivityPeriod } from '#events/activity'
import type { HalfYearRow, ToldFigure } from '#events/halfYear'
import { EffectiveDate, RecordedAt } from '#events/time'
import { packagePaper } from '#service/halfYears/packagePaper'
import { sheetsOf } from '#service/halfYears/sheet'

const row = (ownBefore: ToldFigure, own: ToldFigure = 60): HalfYearRow => ({
  measure: 'homeServices',
  own,
  region: 900,
  ownBefore,
  regionBefore: 880,
})

function published(complete: boolean, rows: HalfYearRow[], inhabitants: number | null = 30_000) {
  return {
    municipality: '0615',
    name: 'Horsens',
    regionName: 'Region Midtjylland',
    period: ActivityPeriod.parse('2026-H1'),
    edition: {
      edition: 1,
      deliveredOn: EffectiveDate.parse('2026-09-30'),
      recordedAt: RecordedAt.parse('2026-09-30T10:00:00.000Z'),
      complete,
      suppressedCells: 0,
      checksum: 'abc',
      reason: null,
    },
    content: {
      minCell: 5,
      inhabitants: { own: inhabitants, region: 1_300_000 },
      specialties: [{ specialty: '62' as const, priceLevelYear: 2024, priceLevelYearBefore: 2024, rows }],
    },
  }
}

describe('whether a package is complete, in its files', () => {
  it.each([
    ['nothing lacks', published(true, [row(58)]), /^ja$/],
    ['a year before', published(true, [row('unknown')]), /^ja for kommunens egne tal; .* ikke er oplyst: 1$/],
    ['a year before and the people', published(true, [row('unknown')], null), /^ja for .*: 2$/],
    ['a figure of its own', published(false, [row(58, 'unknown'), row('unknown', 'unknown')]), /^nej; .* oplyst: 3$/],
    ['a whole specialty', published(false, [row(58)]), /^nej, noget er ikke oplyst$/],
  ])('counts what is not told: %s', (_, told, said) => {
    const { facts } = packagePaper(told, 'da')
    const [printed] = facts.filter(({ label }) => label === 'Fuldstændig').map(({ text }) => text)
    expect(printed).toMatch(said)
    expect(sheetsOf(told, 'da').about.rows).toContainEqual(['Fuldstændig', printed])
  })

  it('says of the people, too, that their number is not told', () => {
    expect(packagePaper(published(true, [row(58)], null), 'en').facts).toContainEqual(
      expect.objectContaining({ text: 'not reported' }),
    )
  })
})
