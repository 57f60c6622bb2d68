import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../parts/Button.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useWords } from '../../text/words.ts'
import type { Change, Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'

const outcomes = { error: 'breach', warning: 'needs-information', information: 'not-applicable' } as const

/** One change: its switch and words, what is wrong with it, its comment, and what can be done to it. */
export const ChangeLine = memo(function ChangeLine({
  change,
  problems,
  what,
  conflict,
  why,
  up,
  down,
  editing,
  onGo,
}: {
  readonly change: Change
  /** What is wrong with it, changes called by their words. */
  readonly problems: Change['problems']
  /** The change in words. */
  readonly what: string
  readonly conflict: Scenario['conflicts'][number] | undefined
  readonly why: string | undefined
  /** The change that it comes after when it is moved, null to come first; undefined where it cannot be moved so. */
  readonly up: string | null | undefined
  readonly down: string | undefined
  readonly editing: ScenarioEditing
  readonly onGo: (change: Change) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const [commenting, setCommenting] = useState(false)
  const { change: id } = change
  const move = (after: string | null | undefined) => {
    if (after !== undefined) editing.edit([{ kind: 'move', change: id, after }])
  }
  return (
    <li className={change.on ? '' : 'is-off'}>
      <div className="lab-change-line">
        <input
          type="checkbox"
          checked={change.on}
          disabled={why !== undefined}
          aria-label={t('laboratory.changes.on', { what })}
          onChange={(event) => editing.edit([{ kind: 'switch', change: id, on: event.target.checked }])}
        />
        <button
          type="button"
          className="link-button"
          onClick={() => onGo(change)}
          title={t('laboratory.changes.go', { what })}
        >
          {what}
        </button>
        {why === undefined && (
          <span className="lab-change-tools">
            <IconButton
              icon="up"
              size={14}
              label={t('laboratory.changes.up', { what })}
              notReady={up === undefined}
              onPress={() => move(up)}
            />
            <IconButton
              icon="down"
              size={14}
              label={t('laboratory.changes.down', { what })}
              notReady={down === undefined}
              onPress={() => move(down)}
            />
            <IconButton
              icon="edit"
              size={14}
              label={t('laboratory.changes.commentOn', { what })}
              aria-expanded={commenting}
              onPress={() => setCommenting(!commenting)}
            />
            <IconButton
              icon="close"
              size={14}
              label={t('laboratory.changes.remove', { what })}
              onPress={() => editing.edit([{ kind: 'remove', change: id }])}
            />
          </span>
        )}
      </div>
      {change.comment !== null && !commenting && <p className="lab-change-note">{change.comment}</p>}
      {commenting && (
        <Comment
          text={change.comment ?? ''}
          onSave={(text) => {
            setCommenting(false)
            if (text !== (change.comment ?? ''))
              editing.edit([{ kind: 'comment', change: id, comment: text === '' ? null : text }])
          }}
        />
      )}
      {conflict !== undefined && (
        <p className="lab-change-note">
          <VerdictIcon outcome="needs-information" size={14} /> {t(`laboratory.changes.conflict.${conflict.kind}`)}
          {conflict.code !== null && `: ${words.refusal(conflict.code, conflict.params) ?? conflict.code}`}
        </p>
      )}
      {problems.map(({ severity, code, params }) => (
        <p key={`${severity} ${code} ${JSON.stringify(params)}`} className="lab-change-note">
          <VerdictIcon outcome={outcomes[severity]} size={14} />{' '}
          <strong>{t(`laboratory.changes.severity.${severity}`)}:</strong> {words.refusal(code, params) ?? code}
        </p>
      ))}
    </li>
  )
})

function Comment({ text, onSave }: { readonly text: string; readonly onSave: (text: string) => void }) {
  const { t } = useTranslation()
  const [written, setWritten] = useState(text)
  return (
    <div className="lab-comment">
      <textarea
        rows={2}
        maxLength={1000}
        aria-label={t('laboratory.changes.comment')}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      <Button onPress={() => onSave(written.trim())}>{t('laboratory.changes.commentSave')}</Button>
    </div>
  )
}
