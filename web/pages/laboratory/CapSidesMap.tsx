import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { signed } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { CapArea } from '../caps/capsAnswer.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { capFigures, capScale } from './capFigures.ts'
import type { MapMatter } from './mapMatter.ts'
import type { Matrix } from './matrix.ts'
import { SidesMap } from './SidesMap.tsx'
import type { MapSide } from './useLaboratoryChoice.ts'

/** Free places in A and in B, or how the cap differs, by area: follows the matrix at once, without the service. */
export const CapSidesMap = memo(function CapSidesMap({
  asOf,
  areas,
  matrix,
  group,
  side,
  focused,
  onPick,
}: {
  readonly asOf: EffectiveDate
  readonly areas: readonly CapArea[]
  readonly matrix: Matrix
  readonly group: string
  readonly side: MapSide
  readonly focused: string | null
  readonly onPick: (municipality: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const groupName = useGroupName()
  const names = useAreaNames()
  const named = groupName(group)
  const matter = useMemo((): MapMatter => {
    const say = (value: number | null) => (value === null ? t('caps.told.unknown') : signed(value, language))
    const many = areas.some(({ municipalities }) => municipalities.length > 1)
    return {
      label: (side) => t('laboratory.places.map', { what: t(`laboratory.places.what.${side}`), group: named }),
      figures: (side) =>
        capFigures(areas, matrix, group, side, {
          name: names.municipality,
          text: (value) => (value === null || value === 0 ? '' : signed(value, language)),
          said: (area, value) =>
            t(`laboratory.places.said.${side}`, { area: area.name, value: value === 0 ? '0' : say(value) }),
        }),
      scale: () => capScale,
      ticks: () => ['≤ −5', '−4 … −2', '−1', '0', '+1', '+2 … +4', '≥ +5'],
      ends: (side) => [
        t(`laboratory.places.least.${side}`),
        ...(many ? [t('laboratory.places.whole')] : []),
        t(`laboratory.places.most.${side}`),
      ],
    }
  }, [areas, matrix, group, named, names, language, t])
  return <SidesMap asOf={asOf} matter={matter} side={side} focused={focused} onPick={onPick} />
})
