import { useTranslation } from 'react-i18next'
import { capacityStatusWords } from '#events/glossary'
import { MunicipalityCode } from '#events/identifiers'
import { CapacityStatus } from '#events/providerNumber'
import { capacity, date, none, number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { Compared, type ComparedRow } from './Compared.tsx'
import type { Replay } from './replayAnswer.ts'

type Figure = Replay['figures'][number]

/** What the register said of everything that the application touches. */
export function FiguresCompared({ replay, onlyChanged }: { readonly replay: Replay; readonly onlyChanged: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { unit } = replay.application.known
  const amount = (value: number) =>
    `${capacity(value, unit, language)} ${t(unit === 'hoursTenths' ? 'rulings.replay.units.hours' : 'rulings.replay.units.units')}`
  const said = ({ key }: Figure, value: Figure['known']) => {
    if (value === null) return none
    if (typeof value === 'number') {
      if (counts.has(key)) return number(value, language)
      return hours.has(key)
        ? `${capacity(value, 'hoursTenths', language)} ${t('rulings.replay.units.hours')}`
        : amount(value)
    }
    const status = key === 'numberStatus' ? CapacityStatus.safeParse(value) : null
    if (status?.success === true) return capacityStatusWords[status.data][language]
    return key === 'schoolPlace' ? names.municipality(value) : value
  }
  const named = ({ about, name }: Figure) =>
    name ?? (MunicipalityCode.safeParse(about).success ? names.municipality(about) : about)
  const rows = replay.figures.map(
    (figure): ComparedRow => ({
      key: `${figure.key} ${figure.about}`,
      label: t(`rulings.replay.figures.${figure.key}`, { name: named(figure) }),
      known: said(figure, figure.known),
      now: said(figure, figure.now),
      changed: figure.changed,
      events: figure.events,
    }),
  )
  if (rows.length === 0) return null
  return (
    <Panel title={t('rulings.replay.register')} className="flush">
      <p className="panel-note">
        {t('rulings.replay.registerLead', { date: date(replay.moment.effectiveOn, language) })}
      </p>
      <Compared caption={t('rulings.replay.register')} rows={rows} onlyChanged={onlyChanged} />
    </Panel>
  )
}

const counts: ReadonlySet<Figure['key']> = new Set<Figure['key']>(['clinicNumbers', 'clinicsBefore', 'clinicsAfter'])
const hours: ReadonlySet<Figure['key']> = new Set<Figure['key']>(['agreementHours', 'ridingBefore', 'ridingAfter'])
