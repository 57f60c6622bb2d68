import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { instant } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'

type Delivery = CaseFile['consultations'][number]['delivery']

/** How far the letter about a hearing has come, for who sends them; nothing where none was written. */
export function HearingLetter({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const may = useMay()('consultation.send')
  if (!may || delivery === null) return null
  const { state, to, reason, at } = delivery
  if (state === 'failed')
    return (
      <p className="hearing-letter is-failed">
        <Icon name="warning" size={14} />{' '}
        {t('hearings.letter.failed', { reason: words.undelivered(reason ?? 'unreachable') })}.{' '}
        <Link to="/udbakke" search={{ state: 'failed' }}>
          {t('hearings.outbox.open')}
        </Link>
      </p>
    )
  if (state === 'unsure')
    return (
      <p className="hearing-letter">
        <Icon name="warning" size={14} /> {t('hearings.letter.unsure', { to: to ?? '', at: instant(at, language) })}{' '}
        <Link to="/udbakke" search={{ state: 'unsure' }}>
          {t('hearings.outbox.open')}
        </Link>
      </p>
    )
  return (
    <p className="hearing-letter muted">
      {state === 'queued'
        ? t('hearings.letter.queued')
        : t('hearings.letter.sent', { to: to ?? '', at: instant(at, language) })}
    </p>
  )
}
