import { useTranslation } from 'react-i18next'
import { quantity } from '#events/say/quantity'
import { date } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Alternatives } from './useAlternatives.ts'

type Change = Alternatives['alternatives'][number]['changes'][number]

/** Says what would be asked for instead, and what was looked for in vain. */
export function useAlternativeWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const km = (metres: number) => quantity(metres, 'metres', language)
  const change = (one: Change): string => {
    switch (one.kind) {
      case 'wantedFrom':
      case 'previousUntil': {
        const amount = quantity(Math.abs(one.days), 'days', language)
        const by = t(one.days < 0 ? 'alternatives.earlier' : 'alternatives.later', { amount })
        return t(`alternatives.${one.kind}`, { from: date(one.from, language), to: date(one.to, language), by })
      }
      case 'amount': {
        const [from, to] = [one.from, one.to].map((amount) => quantity(amount, one.unit, language))
        return t(`alternatives.${one.field}`, { from: from ?? '', to: to ?? '' })
      }
      case 'place': {
        const municipality = names.municipality(one.municipality)
        return one.near === null
          ? t('alternatives.placeAlone', { municipality, away: km(one.awayM) })
          : t('alternatives.place', { municipality, near: one.near, away: km(one.awayM) })
      }
      case 'school': {
        const named = { name: one.name, municipality: names.municipality(one.municipality) }
        return one.awayM === null
          ? t('alternatives.schoolAlone', named)
          : t('alternatives.school', { ...named, away: km(one.awayM) })
      }
    }
  }
  return {
    /** The changes of one alternative as one sentence. */
    alternative: (changes: readonly Change[]) => {
      const text = changes.map(change).join(t('alternatives.and'))
      return `${text.slice(0, 1).toLocaleUpperCase('da')}${text.slice(1)}.`
    },
    none: (one: Alternatives['none'][number]) => {
      if (one.kind === 'number') return t('alternatives.noneNumber', { days: one.days })
      if (one.kind === 'unknownPlace') return t('alternatives.unknownPlace')
      return t(one.kind === 'place' ? 'alternatives.nonePlace' : 'alternatives.noneSchool', {
        municipality: names.municipality(one.municipality),
        count: one.tried,
      })
    },
  }
}
