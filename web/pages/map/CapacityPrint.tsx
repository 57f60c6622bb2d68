import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, number, perInhabitantDecimals } from '../../format.ts'
import { classRanges } from '../../map/classes.ts'
import { rampFor } from '../../map/palette.ts'
import { areaName, useAreas, useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Paper } from './mapPaper.ts'
import { PrintPicture } from './PrintPicture.tsx'
import { useKnown } from './useKnown.ts'

/** The map of capacity on paper. */
export function CapacityPrint({ answer }: { readonly answer: Answer<'municipalities'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreas().data
  const { region } = useScope()
  const known = useKnown()
  const { at, breaks, unit, rows } = answer
  const ramp = rampFor(breaks.length + 1)
  const say = (value: number | null) => number(value, language, perInhabitantDecimals(unit))
  const paper: Paper = {
    title: t('map.title'),
    lines: [
      t('map.inspector.perInhabitants', { unit: t(`map.unit.${unit}Long`) }),
      [
        region === null ? t('coverage.export.denmark') : areaName(areas, region),
        t('coverage.export.asOf', { date: date(at.effectiveOn, language) }),
        known(at),
      ].join(' · '),
    ],
    legend: [
      classRanges(breaks).map(({ from, to }, index) => ({
        colour: ramp[index] ?? '--seq-none',
        pattern: index === 0 ? ('hatch' as const) : null,
        text:
          from === null
            ? t('map.legend.below', { to: say(to) })
            : to === null
              ? t('map.legend.above', { from: say(from) })
              : t('map.legend.classRange', { from: say(from), to: say(to) }),
      })),
      ...(rows.some(({ per10000 }) => per10000 === null)
        ? [[{ colour: '--seq-none' as const, pattern: 'dots' as const, text: t('map.legend.noData') }]]
        : []),
    ],
    squares: null,
    foot: [
      `${t('coverage.export.sources')}: ${[t('coverage.proof.register'), areas?.boundaries.attribution].filter(Boolean).join('. ')}.`,
      `${t('coverage.proof.version')}: ${t('coverage.export.log', { ordinal: number(at.ordinal, language) })}.`,
    ],
    mark: at.synthetic ? t('coverage.export.synthetic') : null,
  }
  return <PrintPicture paper={paper} />
}
