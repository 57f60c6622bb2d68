import { describe, expect, it } from 'vitest'
import { views } from '#api/contract'
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
