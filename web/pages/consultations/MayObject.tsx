import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { deadline } from '../../parts/deadline.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { isOpen } from '../cases/progress.ts'

type Row = Answer<'consultations'>['rows'][number]

/** The first thing that a municipality wants to know: may we object, and until when. `later` is the newest round's number. */
export function MayObject({ row, later }: { readonly row: Row; readonly later: number | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useSession()?.today
  const { dueOn, sentOn } = row
  const due = dueOn === null ? '' : date(dueOn, language)
  const time = dueOn === null || sentOn === null || today === undefined ? null : deadline(sentOn, dueOn, today)
  const passed = time !== null && time.daysLeft < 0
  const [latest] = row.answers
  const say = (tone: 'yes' | 'near' | 'no', text: string, more?: ReactNode) => (
    <p className={`may-object may-${tone}`}>
      <Icon name={tone === 'no' ? 'lock' : 'history'} size={16} />
      <span>
        <strong>{text}</strong> {more}
      </span>
    </p>
  )
  if (!isOpen(row.caseStatus)) return say('no', t('hearings.may.closed'))
  if (row.superseded)
    return say(
      'no',
      t('hearings.may.superseded', { round: row.round }),
      later === null ? (
        t('hearings.may.waiting')
      ) : (
        <Link
          to="/hoeringer/$case"
          params={{ case: row.case }}
          search={{ municipality: row.municipality, round: later }}
        >
          {t('hearings.may.newRound', { round: later })}
        </Link>
      ),
    )
  if (row.exempt !== null)
    return say('no', t('hearings.may.exempt', { date: date(row.exempt.on, language), reason: row.exempt.reason }))
  if (time === null) return say('no', t('hearings.may.notSent'))
  if (latest !== undefined) {
    const answered = date(latest.answeredOn, language)
    return say('yes', t(passed ? 'hearings.may.answered' : 'hearings.may.replace', { answered, date: due }))
  }
  if (passed) return say('near', t('hearings.may.late', { date: due }))
  return say(
    time.urgency === 'near' ? 'near' : 'yes',
    t('hearings.may.object', { date: due }),
    t('hearings.may.left', { count: time.daysLeft }),
  )
}
