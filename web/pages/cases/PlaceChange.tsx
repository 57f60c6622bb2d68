import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placeLine } from '#events/say/places'
import { token } from '../../map/palette.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { ChangeMap } from './ChangeMap.tsx'
import { type CaseFile, placesIn } from './caseFile.ts'
import { changeTokens, highlighted } from './changeFigures.ts'
import { useAlternativePlace } from './useAlternatives.ts'

/** Where the application belongs, and in a sentence what it changes when no figure on the map does. */
export function PlaceChange({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const alternative = useAlternativePlace(file)
  const { from, to, moves } = placesIn(file)
  const places = [from, to].filter((place) => place !== null)
  const codes = [...new Set([...places.map(({ municipality }) => municipality), ...file.involved])]
    .filter((code) => code !== null)
    .join()
  const involved = useMemo(() => (codes === '' ? [] : codes.split(',')), [codes])
  const figures = useMemo(() => highlighted(involved, names.municipality), [involved, names.municipality])
  const ramp = useMemo(() => changeTokens.map(token), [])
  const said = [...new Set(places.map(placeLine))].join(', ')
  return (
    <Panel title={t('cases.facts.changeTitle')} className="change-panel">
      <p className="statement">{t(`cases.facts.what.${file.subject.type}`)}</p>
      {involved.length === 0 && places.every(({ position }) => position === null) ? (
        <p className="panel-note">{t('cases.facts.noPlaceAtAll')}</p>
      ) : (
        <>
          <ChangeMap
            from={from}
            to={to}
            moves={false}
            words={{
              from: t('cases.facts.mainAddress'),
              alternative: t('alternatives.pin'),
              to: moves ? t('cases.facts.extraAddress') : to === null ? '' : placeLine(to),
            }}
            figures={figures}
            alternative={alternative}
            ramp={ramp}
            focus={involved}
            label={`${t('cases.facts.mapLabel')}. ${said === '' ? '' : t('cases.facts.at', { place: said })}`}
          />
          {to?.position == null && <p className="panel-note">{t('cases.facts.noPlace')}</p>}
        </>
      )}
    </Panel>
  )
}
