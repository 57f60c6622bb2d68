import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, number } from '../../format.ts'
import { squaresFrom } from '../../map/CoverageCells.tsx'
import { layersShown } from '../../map/layerNames.ts'
import { areaName, useAreas, useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Paper } from './mapPaper.ts'
import { useComparedKnown } from './useComparedKnown.ts'
import { useCoverageKeys } from './useCoverageKeys.ts'
import { useCoverageWords } from './useCoverageWords.ts'
import { useKnown } from './useKnown.ts'

type Coverage = Answer<'coverage'>

/** Where the figures of an answer come from, in words. */
export function useCoverageSources(proof: Coverage['proof']): readonly string[] {
  const { t } = useTranslation()
  const words = useCoverageWords()
  const areas = useAreas().data
  return [
    words.population(proof),
    t('coverage.proof.register'),
    words.engine(proof),
    ...(areas === undefined ? [] : [areas.boundaries.attribution]),
  ]
}

/** Title, legend, both times and sources of a picture of the map of coverage. */
export function useCoveragePaper(answer: Coverage, before: Coverage | undefined): Paper {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const areas = useAreas().data
  const { region } = useScope()
  const known = useKnown()
  const { known: comparedKnown } = useComparedKnown()
  const sources = useCoverageSources(answer.proof)
  const { classes, looks, squares, symbols } = useCoverageKeys(answer, before)
  const { proof, at, max, unit, measure, k, total } = answer
  const subject = words.subject(answer)
  const { layers } = useSearch({ from: '/kort' })
  const school =
    layersShown(layers).has('ridingSchools') && !symbols.some(({ symbol }) => symbol === 'school')
      ? [{ symbol: 'school' as const, text: t('map.legend.school') }]
      : []
  const was = before?.total.value ?? null
  return {
    title: answer.usesGroup
      ? t('coverage.title', { group: subject })
      : t('coverage.titleService', { service: subject }),
    lines: [
      [
        t(`coverage.service.${answer.service}`),
        t(`coverage.measure.${measure}`, { k }),
        `${t('coverage.limit')} ${words.limit(max, unit)}`,
        ...(answer.offersCounted ? [t('coverage.export.withOffers')] : []),
      ].join(' · '),
      [
        region === null ? t('coverage.export.denmark') : areaName(areas, region),
        t('coverage.export.asOf', { date: date(at.effectiveOn, language) }),
        known(at),
      ].join(' · '),
      before === undefined
        ? t('coverage.export.total', { value: words.value(total.value, answer) })
        : [
            t('coverage.compare.legend', {
              before: date(before.at.effectiveOn, language),
              after: date(at.effectiveOn, language),
              known: comparedKnown,
            }),
            t('coverage.export.total', {
              value: t('coverage.compare.said', {
                change: words.change(was === null || total.value === null ? null : total.value - was, answer),
                before: words.value(was, before),
                after: words.value(total.value, answer),
              }),
            }),
          ].join(' · '),
    ],
    legend: [
      classes.map(({ colour, pattern, range }) => ({ colour, pattern, text: range })),
      looks,
      [...symbols, ...school, { line: true as const, text: t('coverage.legend.reach').replace(/^.*?: /, '') }],
    ].filter((keys) => keys.length > 0),
    squares: { fromZoom: squaresFrom, keys: squares },
    foot: [
      `${t('coverage.export.sources')}: ${sources.join('. ')}.`,
      `${t('coverage.proof.version')}: ${t('coverage.proof.log', { ordinal: number(at.ordinal, language), ground: proof.ground })}.`,
    ],
    mark: at.synthetic ? t('coverage.export.synthetic') : null,
  }
}
