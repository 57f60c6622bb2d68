import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Answers } from '../../parts/Answers.tsx'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { DaysLeft } from '../../parts/DaysLeft.tsx'
import { Icon, type IconName } from '../../parts/Icon.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { ExemptSheet } from './ExemptSheet.tsx'
import { ExtendSheet } from './ExtendSheet.tsx'
import { HearingAsked } from './HearingAsked.tsx'
import { HearingLetter } from './HearingLetter.tsx'
import type { HearingRow } from './hearingRows.ts'
import { keyOf } from './hearingSheet.ts'
import { isOpen } from './progress.ts'
import { RecordAnswerSheet } from './RecordAnswerSheet.tsx'

const icons: Readonly<Record<HearingRow['state'], IconName>> = {
  'not-sent': 'minus',
  'not-required': 'minus',
  'delivery-failed': 'warning',
  sent: 'history',
  answered: 'check',
  'answered-late': 'check',
  lapsed: 'warning',
}

/** One municipality's hearing: where it stands, and what the secretariat can do about it. */
export function HearingRowView({ file, row }: { readonly file: CaseFile; readonly row: HearingRow }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  const say = useNotice()
  const writing = useWriting()
  const remind = useCommand('RemindConsultation')
  const [sheet, setSheet] = useState<'extend' | 'record' | 'answers' | 'exempt' | null>(null)
  const name = names.municipality(row.municipality)
  const { hearing, state } = row
  const answer = hearing?.answers[0]
  const isWaiting = state === 'sent' || state === 'delivery-failed'
  const wasSent = hearing !== null && hearing.sentOn !== null
  const close = () => setSheet(null)
  return (
    <li className={`hearing-row hearing-${state}`}>
      <div className="hearing-line">
        <span className="hearing-name">{name}</span>
        <span className="hearing-state">
          <Icon name={icons[state]} size={16} />{' '}
          {answer === undefined ? words.hearing(state) : words.position(answer.position)}
          {answer !== undefined && `, ${date(answer.answeredOn, language)}`}
          {answer?.late === true && <strong className="late"> {words.hearing('answered-late')}</strong>}
        </span>
        {hearing?.dueOn !== null && hearing?.dueOn !== undefined && isWaiting && (
          <span className="hearing-due">
            {t('cases.hearing.due', { date: date(hearing.dueOn, language) })} <DaysLeft dueOn={hearing.dueOn} />
          </span>
        )}
      </div>
      {hearing?.exempt && (
        <p className="muted">
          {t('hearings.exempt.by', {
            date: date(hearing.exempt.on, language),
            user: hearing.exempt.userId,
            role: t(`shell.role.${hearing.exempt.role}`),
            reason: hearing.exempt.reason,
          })}
        </p>
      )}
      {hearing !== null && <HearingLetter delivery={hearing.delivery} />}
      {hearing !== null && isOpen(file.row.status) && <HearingAsked hearing={hearing} name={name} />}
      {hearing !== null && state === 'not-sent' && isOpen(file.row.status) && !mustBeHeard(file) && (
        <div className="hearing-actions">
          <WriteButton kind="text" why={writing('consultation.send')} onPress={() => setSheet('exempt')}>
            {t('hearings.exempt.button')}
            <span className="visually-hidden"> {name}</span>
          </WriteButton>
        </div>
      )}
      {wasSent && (
        <fieldset className="hearing-actions">
          <legend className="visually-hidden">{t('cases.hearing.actions', { municipality: name })}</legend>
          {hearing.answers.length > 0 && (
            <Button kind="text" onPress={() => setSheet('answers')}>
              {t('cases.hearing.answers', { count: hearing.answers.length })}
            </Button>
          )}
          {isOpen(file.row.status) && (
            <>
              {(isWaiting || state === 'lapsed') && (
                <>
                  <WriteButton kind="text" why={writing('consultation.send')} onPress={() => setSheet('extend')}>
                    {t('cases.hearing.extend')}
                  </WriteButton>
                  {isWaiting && (
                    <WriteButton
                      kind="text"
                      why={writing('consultation.send')}
                      busy={remind.busy}
                      onPress={() =>
                        remind.send(
                          { case: file.row.case, municipality: row.municipality, round: hearing.round },
                          { onDone: () => say({ text: t('cases.hearing.reminded', { municipality: name }) }) },
                        )
                      }
                    >
                      {t('cases.hearing.remind')}
                    </WriteButton>
                  )}
                </>
              )}
              <WriteButton kind="text" why={writing('consultation.answer')} onPress={() => setSheet('record')}>
                {t('cases.hearing.record')}
              </WriteButton>
            </>
          )}
        </fieldset>
      )}
      <Refused error={remind.error} />
      {hearing !== null && (
        <>
          <ExemptSheet hearing={keyOf(hearing)} name={name} open={sheet === 'exempt'} onClose={close} />
          <ExtendSheet hearing={hearing} name={name} open={sheet === 'extend'} onClose={close} />
          <RecordAnswerSheet hearing={hearing} name={name} open={sheet === 'record'} onClose={close} />
          <Sheet title={name} open={sheet === 'answers'} onClose={close}>
            <Answers hearing={hearing} />
          </Sheet>
        </>
      )}
    </li>
  )
}

/** In a riding case everybody involved is heard at least once; nobody may decide otherwise (R-18, binding there). */
function mustBeHeard({ findings, earlierRounds }: CaseFile): boolean {
  const rule = findings?.findings.find((finding) => finding.rule === 'R-18')
  return rule?.strength === 'binding' && earlierRounds.length === 0
}
