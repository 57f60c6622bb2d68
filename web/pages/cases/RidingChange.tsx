import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { token } from '../../map/palette.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { ChangeLegend } from './ChangeLegend.tsx'
import { ChangeMap } from './ChangeMap.tsx'
import { type CaseFile, placesIn } from './caseFile.ts'
import { changeFigures, changeTokens } from './changeFigures.ts'
import { EffectsTable } from './EffectsTable.tsx'
import { useAlternativePlace } from './useAlternatives.ts'

/** What the application does to the riding hours of each municipality: on the map, and the same as a table. */
export function RidingChange({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const alternative = useAlternativePlace(file)
  const { from, to, moves } = placesIn(file)
  const { ridingEffects, involved } = file
  const figures = useMemo(
    () => changeFigures({ effects: ridingEffects, involved, unit: 'hoursTenths' }, names.municipality, language),
    [ridingEffects, involved, names.municipality, language],
  )
  const ramp = useMemo(() => changeTokens.map(token), [])
  return (
    <Panel title={t('cases.facts.ridingTitle')} className="change-panel">
      <p className="statement">{t(`cases.facts.what.${file.subject.type}`)}</p>
      <ChangeMap
        from={from}
        to={to}
        moves={moves}
        words={{
          alternative: t('alternatives.pin'),
          from: t('cases.facts.present'),
          to: t(moves ? 'cases.change.new' : 'cases.facts.where'),
        }}
        figures={figures}
        alternative={alternative}
        ramp={ramp}
        focus={[...figures.keys()]}
        label={t('cases.facts.mapLabel')}
      />
      <ChangeLegend of="riding" />
      <EffectsTable
        file={file}
        rows={ridingEffects}
        unit="hoursTenths"
        caption={t('cases.facts.ridingTable')}
        heading={t('cases.facts.ridingHours')}
      />
    </Panel>
  )
}
