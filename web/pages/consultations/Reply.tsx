import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConsultationPosition } from '#events/consultation'
import type { Answer } from '../../api.ts'
import { date, instant, number } from '../../format.ts'
import { Answers } from '../../parts/Answers.tsx'
import { Button } from '../../parts/Button.tsx'
import { deadline } from '../../parts/deadline.ts'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { Field } from '../../parts/Field.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useDraft } from '../../parts/useDraft.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { isOpen } from '../cases/progress.ts'
import { DeadlineBar } from './DeadlineBar.tsx'
import { emptyReply, LONGEST_REPLY, ReplyDraft, replyName, replyProblems } from './replyDraft.ts'

type Row = Answer<'consultations'>['rows'][number]

const fields = { needPosition: 'reply-position', needText: 'reply-text', tooLong: 'reply-text' } as const

/** The municipality's answer: written here, kept as a draft, and shown ever after with what the committee ruled. */
export function Reply({ row, isOwn }: { readonly row: Row; readonly isOwn: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const [again, setAgain] = useState(false)
  const answered = row.answers.length > 0
  const open = isOpen(row.caseStatus)
  const canWrite = isOwn && open && row.state !== 'not-sent'
  return (
    <aside className="reply" aria-labelledby="reply-title">
      <h2 id="reply-title">{t(isOwn ? 'consultations.reply.title' : 'consultations.reply.titleRegion')}</h2>
      {row.dueOn !== null && row.sentOn !== null && (
        <div className="reply-deadline">
          {row.state === 'sent' && open ? (
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
      {canWrite && answered && !again && (
        <Button icon="edit" onPress={() => setAgain(true)}>
          {t('consultations.reply.new')}
        </Button>
      )}
      {!canWrite && (
        <p className="panel-note">
          {!open
            ? t('consultations.reply.closed')
            : row.state === 'not-sent'
              ? t('consultations.reply.notSent')
              : t('consultations.reply.notYours')}
        </p>
      )}
      {canWrite && !answered && (
        <div className="reply-dock">
          <Button
            kind="primary"
            onPress={() => {
              document.getElementById('reply-title')?.scrollIntoView()
              document.getElementById('reply-position')?.focus({ preventScroll: true })
            }}
          >
            {t('consultations.reply.start')}
          </Button>
        </div>
      )}
    </aside>
  )
}

function ReplyForm({ row, onSent }: { readonly row: Row; readonly onSent: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useNotice()
  const session = useSession()
  const why = useWriting()('consultation.answer')
  const answer = useCommand('AnswerConsultation')
  const draft = useDraft(replyName(session?.user?.userId ?? 'public', row), ReplyDraft, emptyReply)
  const [attempt, setAttempt] = useState(0)
  const { value } = draft
  const problems = replyProblems(value).map((code) => ({ field: fields[code], text: t(`consultations.reply.${code}`) }))
  const isLate =
    session !== undefined &&
    row.dueOn !== null &&
    deadline(row.sentOn ?? row.dueOn, row.dueOn, session.today).urgency === 'passed'
  const send = () => {
    if (why !== undefined) return
    if (value.position === null || problems.length > 0) return setAttempt((was) => was + 1)
    answer.send(
      {
        case: row.case,
        municipality: row.municipality,
        round: row.round,
        position: value.position,
        text: value.text,
        cameBy: 'portal',
      },
      {
        onDone: () => {
          draft.discard()
          say({ text: t('consultations.reply.sent') })
          onSent()
        },
      },
    )
  }
  const discard = () => {
    const was = draft.discard()
    setAttempt(0)
    say({
      text: t('consultations.reply.discarded'),
      undo: { label: t('consultations.reply.undo'), act: () => draft.change(was) },
    })
  }
  return (
    <div className="reply-form">
      <ErrorSummary
        title={t('consultations.reply.notReady')}
        problems={attempt > 0 ? problems : []}
        attempt={attempt}
      />
      <RadioCards
        id="reply-position"
        label={t('consultations.reply.position')}
        value={value.position}
        disabled={why !== undefined}
        onChange={(position) => draft.change({ ...value, position })}
        options={[...ConsultationPosition.options].toSorted(byOrder).map((position) => ({
          value: position,
          label: words.position(position),
          help: t(`consultations.reply.help.${position}`),
        }))}
      />
      <Field id="reply-text" label={t('consultations.reply.text')}>
        {(props) => (
          <textarea
            {...props}
            aria-describedby="reply-note"
            rows={7}
            maxLength={LONGEST_REPLY}
            readOnly={why !== undefined}
            value={value.text}
            onChange={(event) => draft.change({ ...value, text: event.target.value })}
          />
        )}
      </Field>
      <p className="reply-note" id="reply-note">
        <span>{t('consultations.reply.privacy')}</span>
        <span>
          {t('consultations.reply.counter', {
            used: number(value.text.length, language),
            limit: number(LONGEST_REPLY, language),
          })}
        </span>
      </p>
      <Refused error={answer.error} />
      {isLate && <p className="late-note">{t('consultations.reply.lateWarning')}</p>}
      <div className="panel-actions">
        <Button
          kind="primary"
          icon="send"
          busy={answer.busy}
          aria-describedby="reply-why"
          onPress={send}
          notReady={why !== undefined}
        >
          {answer.busy
            ? t('consultations.reply.sending')
            : t(row.answers.length > 0 ? 'consultations.reply.sendAgain' : 'consultations.reply.send')}
        </Button>
        {draft.savedAt !== null && (
          <Button kind="text" onPress={discard}>
            {t('consultations.reply.discard')}
          </Button>
        )}
      </div>
      <p className="write-why" id="reply-why">
        {why ?? t('consultations.reply.warning')}
      </p>
      <p className="muted">
        {draft.savedAt === null
          ? t('consultations.reply.notSaved')
          : t('consultations.reply.saved', { at: instant(draft.savedAt, language) })}
      </p>
    </div>
  )
}

const order: readonly ConsultationPosition[] = ['no-remarks', 'support', 'conditional', 'object']

function byOrder(a: ConsultationPosition, b: ConsultationPosition): number {
  return order.indexOf(a) - order.indexOf(b)
}
