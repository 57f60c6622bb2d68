import { describe, expect, it } from 'vitest'
import { views } from '#api/contract'
import { aboutParts } from '../../web/pages/accessLog/aboutParts.ts'
import { readWords } from '../../web/pages/accessLog/readWords.ts'
import { accessLog as danish } from '../../web/text/da/accessLog.ts'
import { accessLog as english } from '../../web/text/en/accessLog.ts'

describe('the words of the access log', () => {
  it('name everything that is noted, in both languages', () => {
    const noted = Object.entries(views).flatMap(([name, view]) => ('committeeOnly' in view ? [name] : []))
    const routes = [
      'searchPersons',
      'personNames',
      '/api/papers/pdf',
      '/api/papers/meeting-pdf',
      '/api/papers/evidence',
    ]
    expect(noted.length).toBeGreaterThan(15)
    expect([...noted, ...routes].filter((what) => readWords(what) === null)).toEqual([])
    const keys = new Set([...noted, ...routes].flatMap((what) => readWords(what) ?? []))
    expect(Object.keys(danish.read).toSorted()).toEqual([...keys].toSorted())
    expect(Object.keys(english.read).toSorted()).toEqual([...keys].toSorted())
  })

  it('are none for what nobody named', () => {
    expect(readWords('toString')).toBe(null)
  })
})

describe('what was read about', () => {
  it('is worded for whatever the noted views can be asked', () => {
    const asked = Object.values(views).flatMap((view) =>
      'committeeOnly' in view ? Object.keys(view.params.shape) : [],
    )
    const about = Object.fromEntries(asked.map((name) => [name, name === 'kind' ? 'agenda' : 'true']))
    const { asOf, asKnownAt, ...rest } = about
    const parts = aboutParts(rest)
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.filter(({ key }) => key === 'other')).toEqual([])
    const listed = ['area', 'period', 'type', 'specialty']
    const texts = parts.map(({ key }) => key).filter((key) => !listed.includes(key))
    for (const { asked: said } of [danish, english]) expect(Object.keys(said)).toEqual(expect.arrayContaining(texts))
  })

  it('is the case by its number, the paper by its kind, and nothing of pages or of what was not asked', () => {
    expect(aboutParts({ case: '26-0301', kind: 'hearing', language: 'da', limit: '50', corrections: 'false' })).toEqual(
      [
        { key: 'case', value: '26/0301' },
        { key: 'kindHearing', value: 'hearing' },
      ],
    )
    expect(aboutParts({ region: '1082', meetingOn: '2026-12-01' })).toEqual([
      { key: 'area', value: '1082' },
      { key: 'meetingOn', value: '2026-12-01' },
    ])
  })
})
