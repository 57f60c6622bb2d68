import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { CaseFile } from './caseFile.ts'
import { replaceable } from './replaceable.ts'

/** Says that the hearing's last day has not passed and who may still replace its answer; nothing once nobody may. */
export function HearingStillOpen({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const today = useSession()?.today
  const rows = today === undefined ? [] : replaceable(file, today)
  const last = rows
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  const who = rows.map(({ municipality, until }) =>
    t('hearings.stillOpen.until', { municipality: names.municipality(municipality), date: date(until, language) }),
  )
  return (
    <p className="hearing-open">
      <Icon name="warning" size={16} />
      <span>
        <strong>{t('hearings.stillOpen.closes', { date: date(last, language) })}</strong>{' '}
        {t('hearings.stillOpen.who', { count: who.length, municipalities: who.join(', ') })}
      </span>
    </p>
  )
}
