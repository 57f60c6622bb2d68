import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConsultationPosition, ConsultationTopic } from '#events/consultation'
import { type Answer, RequestError } from '../../api.ts'
import { date, instant, number } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { deadline } from '../../parts/deadline.ts'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { Field } from '../../parts/Field.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { peekDraft, useDraft } from '../../parts/useDraft.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { type Coming, CounterField } from './CounterField.tsx'
import { ReplyDock } from './ReplyDock.tsx'
import { ReplyFiles } from './ReplyFiles.tsx'
import { emptyReply, LONGEST_REPLY, ReplyDraft, replyFrom, replyName, replyProblems, sameReply } from './replyDraft.ts'

type Row = Answer<'consultations'>['rows'][number]

const fields = { needPosition: 'reply-position', needText: 'reply-text', tooLong: 'reply-text' } as const

/** The answer while it is written: everything in it is kept as a draft until it is sent. */
export function ReplyForm({ row, onSent }: { readonly row: Row; readonly onSent: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useNotice()
  const session = useSession()
  const why = useWriting()('consultation.answer')
  const answer = useCommand('AnswerConsultation')
  const author = session?.user?.userId ?? 'public'
  // What was being written about the earlier version is not lost with it.
  const before = useMemo(
    () =>
      row.round > 1
        ? (peekDraft(replyName(author, { ...row, round: row.round - 1 }), ReplyDraft)?.value ?? null)
        : null,
    [author, row],
  )
  // Who replaces an answer changes what is different, and does not write the rest once more.
  const [given] = row.answers
  const start = useMemo(() => before ?? (given === undefined ? emptyReply : replyFrom(given)), [before, given])
  const draft = useDraft(replyName(author, row), ReplyDraft, start)
  const [attempt, setAttempt] = useState(0)
  const [receiving, setReceiving] = useState<string | null>(null)
  const [coming, setComing] = useState<Coming | null>(null)
  const { value } = draft
  const problems = replyProblems(value).map((code) => ({ field: fields[code], text: t(`consultations.reply.${code}`) }))
  // A file or a scenario that is chosen and not here yet would be missing from what is sent.
  const awaited = receiving ?? coming?.name ?? null
  const isSame = given?.cameBy === 'portal' && sameReply(value, replyFrom(given))
  const cannot =
    why ??
    (awaited !== null
      ? t('hearings.reply.waitForFile', { name: awaited })
      : isSame
        ? t('hearings.reply.unchanged', { date: date(given.answeredOn, language) })
        : undefined)
  const isLate =
    session !== undefined &&
    row.dueOn !== null &&
    deadline(row.sentOn ?? row.dueOn, row.dueOn, session.today).urgency === 'passed'
  const send = async () => {
    if (cannot !== undefined) return
    if (value.position === null || problems.length > 0) return setAttempt((was) => was + 1)
    try {
      await answer.sendAndWait({
        case: row.case,
        municipality: row.municipality,
        round: row.round,
        position: value.position,
        text: value.text,
        cameBy: 'portal',
        topics: value.topics,
        attachments: value.attachments.map(({ hash, name }) => ({ hash, name })),
        counterProposal: value.counterProposal && {
          scenario: value.counterProposal.scenario,
          revision: value.counterProposal.revision,
        },
      })
    } catch (error) {
      // What was refused stands below the form.
      if (error instanceof RequestError) return
      throw error
    }
    // Waited for here: the page may have the answer, and this form be gone, before the command says that it is done.
    draft.discard()
    say({ text: t('consultations.reply.sent') })
    onSent()
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
      {before === null && given !== undefined && draft.savedAt === null && (
        <p className="panel-note">{t('hearings.reply.fromGiven', { date: date(given.answeredOn, language) })}</p>
      )}
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
        onChange={(position) => draft.update((was) => ({ ...was, position }))}
        options={[...ConsultationPosition.options].toSorted(byOrder).map((position) => ({
          value: position,
          label: words.position(position),
          help: t(`consultations.reply.help.${position}`),
        }))}
      />
      <fieldset className="check-row" disabled={why !== undefined}>
        <legend>{t('hearings.reply.topics')}</legend>
        {ConsultationTopic.options.map((topic) => (
          <label key={topic} className="check">
            <input
              type="checkbox"
              checked={value.topics.includes(topic)}
              onChange={({ target }) =>
                draft.update((was) => ({
                  ...was,
                  topics: ConsultationTopic.options.filter((one) =>
                    one === topic ? target.checked : was.topics.includes(one),
                  ),
                }))
              }
            />
            {words.topic(topic)}
          </label>
        ))}
      </fieldset>
      <Field id="reply-text" label={t('consultations.reply.text')}>
        {(props) => (
          <textarea
            {...props}
            aria-describedby="reply-note"
            rows={7}
            maxLength={LONGEST_REPLY}
            readOnly={why !== undefined}
            value={value.text}
            onChange={({ target }) => draft.update((was) => ({ ...was, text: target.value }))}
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
      {before !== null && draft.savedAt === null && (
        <p className="muted">{t('hearings.reply.carried', { round: row.round - 1 })}</p>
      )}
      <ReplyFiles
        files={value.attachments}
        disabled={why !== undefined}
        receiving={receiving}
        onReceiving={setReceiving}
        onAdd={(file) => draft.update((was) => ({ ...was, attachments: [...was.attachments, file] }))}
        onRemove={(file) =>
          draft.update((was) => ({ ...was, attachments: was.attachments.filter((one) => one !== file) }))
        }
      />
      <CounterField
        value={value.counterProposal}
        coming={coming}
        onComing={setComing}
        onChange={(counterProposal) => draft.update((was) => ({ ...was, counterProposal }))}
      />
      <Refused error={answer.error} />
      {isLate && <p className="late-note">{t('consultations.reply.lateWarning')}</p>}
      <div className="panel-actions">
        <Button
          kind="primary"
          icon="send"
          busy={answer.busy}
          aria-describedby="reply-why"
          onPress={() => void send()}
          notReady={cannot !== undefined}
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
        {cannot ?? t('consultations.reply.warning')}
      </p>
      <p className="muted">
        {draft.savedAt === null
          ? t('consultations.reply.notSaved')
          : t('consultations.reply.saved', { at: instant(draft.savedAt, language) })}
      </p>
      <ReplyDock position={value.position} savedAt={draft.savedAt} />
    </div>
  )
}

const order: readonly ConsultationPosition[] = ['no-remarks', 'support', 'conditional', 'object']

function byOrder(a: ConsultationPosition, b: ConsultationPosition): number {
  return order.indexOf(a) - order.indexOf(b)
}
