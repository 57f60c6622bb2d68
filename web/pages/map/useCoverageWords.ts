import { useTranslation } from 'react-i18next'
import { diagnosisGroupWords } from '#events/diagnosisGroups'
import type { Answer } from '../../api.ts'
import { date, none, number, percent, signed } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { scoreDecimals } from './scoreDecimals.ts'

type Coverage = Pick<Answer<'coverage'>, 'measure' | 'unit' | 'k'>
type Unit = Coverage['unit']

const noBreak = '\u00A0'

/** The figures of coverage in words, in the reader's language. */
export function useCoverageWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const isCost = ({ measure }: Coverage) => measure === 'nearest' || measure === 'kth'
  const decimals = (unit: Unit) => (unit === 'km' ? 1 : 0)
  /** A score with the digits that tell it from nothing; zero is bare. */
  const score = (value: number | null) => number(value, language, value === null ? 0 : scoreDecimals(value))
  const unitWord = (unit: Unit) => (unit === 'km' ? 'km' : 'min.')
  return {
    limit: (max: number, unit: Unit) => t(unit === 'minutes' ? 'coverage.minutes' : 'coverage.km', { count: max }),
    /** "ca. 23 min." */
    cost: (value: number | null, unit: Unit) =>
      value === null ? none : t(`coverage.about.${unit}`, { cost: number(value, language, decimals(unit)) }),
    /** A number without its unit, for a column. */
    plain: (value: number | null, coverage: Coverage) =>
      coverage.measure === 'share'
        ? percent(value, language)
        : isCost(coverage)
          ? number(value, language, decimals(coverage.unit))
          : score(value),
    score,
    /** A value with its unit. */
    value: (value: number | null, coverage: Coverage, places = 1) => {
      if (value === null) return none
      if (coverage.measure === 'share') return percent(value, language, places)
      if (isCost(coverage))
        return `${number(value, language, decimals(coverage.unit))}${noBreak}${unitWord(coverage.unit)}`
      return t(coverage.measure === 'availability' ? 'coverage.aboutAvailability' : 'coverage.aboutCrowding', {
        score: score(value),
      })
    },
    /** As short as a label on the map. */
    label: (value: number, coverage: Coverage) =>
      coverage.measure === 'share'
        ? percent(value, language, 0)
        : isCost(coverage)
          ? `${number(value, language)}${noBreak}${unitWord(coverage.unit)}`
          : score(value),
    /** A change with its sign; what rounds to nothing is said to be unchanged. */
    change: (value: number | null, coverage: Coverage) => {
      if (value === null) return none
      const [amount, places, unit] =
        coverage.measure === 'share'
          ? [value * 100, 1, 'pp']
          : isCost(coverage)
            ? [value, 1, unitWord(coverage.unit)]
            : [value, scoreDecimals(value), '']
      if (Math.abs(amount) < 0.5 * 10 ** -places) return t('coverage.look.unchanged')
      return `${signed(amount, language, places)}${unit === '' ? '' : `${noBreak}${unit}`}`
    },
    /** What measured, and what should have measured and could not. */
    engine: ({ engine, instead, detourHundredths }: Answer<'coverage'>['proof']) => {
      const detour = number((detourHundredths ?? 100) / 100, language, 1)
      const said = t(`coverage.engine.${engine}`, { detour })
      return instead === null ? said : `${said}. ${t(`coverage.instead.${instead.failing}`)}`
    },
    /** Who the inhabitants were counted by, or that they are modelled. */
    population: ({ populationAsOf, populationSource }: Answer<'coverage'>['proof']) =>
      populationSource === null
        ? t('coverage.proof.population', { date: date(populationAsOf, language) })
        : t('coverage.proof.counted', { source: populationSource, date: date(populationAsOf, language) }),
    /** What the figures are about: the group, or the service where groups do not matter. */
    subject: ({ group, service, usesGroup }: Pick<Answer<'coverage'>, 'group' | 'service' | 'usesGroup'>) =>
      usesGroup ? (diagnosisGroupWords[group]?.[language] ?? group) : t(`coverage.service.${service}`),
  }
}
