import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { Answers } from '../../parts/Answers.tsx'
import { Button } from '../../parts/Button.tsx'
import { peekDraft } from '../../parts/useDraft.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { isOpen } from '../cases/progress.ts'
import { AskForTime } from './AskForTime.tsx'
import { DeadlineBar } from './DeadlineBar.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { ReplyDraft, replyName } from './replyDraft.ts'

type Row = Answer<'consultations'>['rows'][number]

/** The municipality's answer: written here, kept as a draft, and shown ever after with what the committee ruled. */
export function Reply({ row, isOwn }: { readonly row: Row; readonly isOwn: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const [again, setAgain] = useState(false)
  const answered = row.answers.length > 0
  const open = isOpen(row.caseStatus)
  const wasSent = row.sentOn !== null
  const canWrite = isOwn && open && wasSent && !row.superseded
  const isWaiting = row.state === 'sent' || row.state === 'delivery-failed'
  return (
    <aside className="reply" aria-labelledby="reply-title">
      <h2 id="reply-title">{t(isOwn ? 'consultations.reply.title' : 'consultations.reply.titleRegion')}</h2>
      {row.dueOn !== null && row.sentOn !== null && (
        <div className="reply-deadline">
          {isWaiting && open && !row.superseded ? (
            <DeadlineBar sentOn={row.sentOn} dueOn={row.dueOn} />
          ) : (
            t('consultations.deadline.title', { date: date(row.dueOn, language) })
          )}
        </div>
      )}
      {answered && (
        <section aria-label={t('consultations.reply.given')}>
          <Answers hearing={row} />
        </section>
      )}
      {(answered || !open) && (
        <section className="reply-outcome">
          <h3>{t('consultations.reply.outcome')}</h3>
          <p>
            {row.rulingOutcome === null ? t('consultations.reply.outcomeWaiting') : words.ruling(row.rulingOutcome)}
          </p>
        </section>
      )}
      {canWrite && (!answered || again) && <ReplyForm row={row} onSent={() => setAgain(false)} />}
      {canWrite && !answered && <AskForTime row={row} />}
      {canWrite && answered && !again && (
        <Button icon="edit" onPress={() => setAgain(true)}>
          {t('consultations.reply.new')}
        </Button>
      )}
      {!canWrite && isOwn && <UnsentDraft row={row} />}
      {!canWrite && (
        <p className="panel-note">
          {!open
            ? t('consultations.reply.closed')
            : row.superseded
              ? t('hearings.may.superseded', { round: row.round })
              : wasSent
                ? t('consultations.reply.notYours')
                : t('consultations.reply.notSent')}
        </p>
      )}
    </aside>
  )
}

/** What was being written when the hearing stopped taking answers: not lost, and to be copied from here. */
function UnsentDraft({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const author = useSession()?.user?.userId
  const text = author === undefined ? '' : (peekDraft(replyName(author, row), ReplyDraft)?.value.text ?? '')
  if (text.trim() === '') return null
  return (
    <details>
      <summary>{t('consultations.reply.unsentDraft')}</summary>
      <p className="answer-text">{text}</p>
    </details>
  )
}
