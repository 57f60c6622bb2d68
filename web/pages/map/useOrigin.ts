import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { csvNumber } from '../../parts/csv.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { originOf, recordedIn, usersSourcesOf } from './coverageRecords.ts'
import { useCoverageSources } from './useCoveragePaper.ts'
import { useCoverageWords } from './useCoverageWords.ts'

type Coverage = Answer<'coverage'>

/** Where the figures of an answer come from: for a program, and as columns that every line of a spreadsheet repeats. */
export function useOrigin(answer: Coverage, before: Coverage | undefined) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const today = useSession()?.today ?? answer.at.effectiveOn
  const subject = words.subject(answer)
  const sources = useCoverageSources(answer.proof)
  const title = answer.usesGroup
    ? t('coverage.title', { group: subject })
    : t('coverage.titleService', { service: subject })
  const origin = originOf(answer, before, { title, sources, today })
  const { proof, k, measure, max, unit } = answer
  const columns = [
    ['asOf', origin.asOf],
    ['recordedAt', recordedIn(origin.recordedAt)],
    ...(origin.comparedWith === null ? [] : [['comparedWith', origin.comparedWith] as const]),
    ['group', answer.usesGroup ? subject : t('coverage.csv.noGroup')],
    ['service', t(`coverage.service.${answer.service}`)],
    ['limit', words.limit(max, unit)],
    ['measure', t(`coverage.measure.${measure}`, { k })],
    ['offers', t(answer.offersCounted ? 'coverage.csv.offersWith' : 'coverage.csv.offersWithout')],
    ['engine', words.engine(proof)],
    ['populationAsOf', origin.populationAsOf],
    ...(answer.users === null
      ? []
      : ([
          ['usersPopulationAsOf', origin.usersPopulationAsOf],
          ['prevalence', csvNumber(origin.prevalencePer100k, language, 1)],
          ['uptake', csvNumber(origin.uptakePercent, language, 1)],
          ['usersSources', usersSourcesOf(answer, (basis) => t(`coverage.csv.basis.${basis}`))],
        ] as const)),
    ['dataVersion', t('coverage.proof.log', { ordinal: answer.at.ordinal, ground: proof.ground })],
    ['sources', origin.sources],
    ['data', t(origin.synthetic ? 'coverage.export.synthetic' : 'coverage.csv.register')],
  ] as const
  return {
    origin,
    headings: columns.map(([key]) => t(`coverage.csv.${key}`)),
    cells: columns.map(([, text]) => text),
  }
}
