import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Confirm } from '../../parts/Confirm.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import type { HearingRow } from './hearingRows.ts'
import { SentTo } from './SentTo.tsx'

/** Chooses among the municipalities not asked yet, writes the questions, and sends: all, or the chosen ones. */
export function SendHearing({ file, unsent }: { readonly file: CaseFile; readonly unsent: readonly HearingRow[] }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const words = useWords()
  const say = useNotice()
  const right = useWriting()('consultation.send')
  const command = useCommand('SendConsultation')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [questions, setQuestions] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const chosen = unsent.map(({ municipality }) => municipality).filter((code) => !left.has(code))
  const missing = file.missing.map(({ item }) => words.condition(item))
  const why = right ?? (chosen.length === 0 ? t('cases.hearing.chooseOne') : undefined)
  const send = async () => {
    setRefused(null)
    try {
      for (const [index, municipality] of chosen.entries()) {
        setDone(index)
        // One stream per municipality, so one after the other: a refusal says which and keeps the rest unsent.
        await command.sendAndWait({ case: file.row.case, municipality, round: Math.max(1, file.round), questions })
      }
      say({ text: t('cases.hearing.sent', { count: chosen.length }) })
    } catch (error) {
      setRefused(error)
    }
    setDone(null)
  }
  const toggle = (code: string) => {
    const next = new Set(left)
    if (!next.delete(code)) next.add(code)
    setLeft(next)
  }
  return (
    <div className="send-hearing">
      <p className="panel-note">{t('cases.hearing.proposed')}</p>
      {unsent.length > 1 && (
        <fieldset className="check-row">
          <legend>{t('cases.hearing.choose')}</legend>
          {unsent.map(({ municipality }) => (
            <label key={municipality} className="check">
              <input type="checkbox" checked={!left.has(municipality)} onChange={() => toggle(municipality)} />
              {names.municipality(municipality)}
            </label>
          ))}
        </fieldset>
      )}
      <TextField
        label={t('cases.hearing.questions')}
        hint={t('cases.hearing.questionsHint')}
        rows={2}
        maxLength={4000}
        value={questions}
        onChange={setQuestions}
      />
      <div className="panel-actions">
        <WriteButton kind="primary" icon="send" why={why} showWhy busy={done !== null} onPress={() => setAsking(true)}>
          {done !== null
            ? t('cases.hearing.sending', { done: done + 1, of: chosen.length })
            : chosen.length === unsent.length && unsent.length > 1
              ? t('cases.hearing.sendAll', { count: unsent.length })
              : t('cases.hearing.send', { count: chosen.length })}
        </WriteButton>
        <Refused error={refused} />
      </div>
      <Confirm
        title={t('cases.hearing.confirmTitle')}
        open={asking}
        doing={t('cases.hearing.send', { count: chosen.length })}
        onConfirm={() => void send()}
        onClose={() => setAsking(false)}
      >
        <SentTo municipalities={chosen} answerBy={file.answerBy} />
        {missing.length > 0 && <p>{t('cases.hearing.stillMissing', { items: missing.join(', ') })}</p>}
        <p>{t('cases.write.cannotUndo')}</p>
      </Confirm>
    </div>
  )
}
