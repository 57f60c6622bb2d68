import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Icon } from '../../parts/Icon.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { answersToAddress, type RulingDraft, toAddress } from './rulingDraft.ts'

/** The findings and the answers that the reasons must speak of; a press puts the token into the text. */
export function ReasonsChecklist({
  file,
  draft,
  onChange,
  locked,
}: {
  readonly file: CaseFile
  readonly draft: RulingDraft
  readonly onChange: (part: Partial<RulingDraft>) => void
  readonly locked: boolean
}) {
  const { t } = useTranslation()
  const words = useWords()
  const names = useAreaNames()
  const findings = toAddress(file.findings, draft).map(({ finding, state }) => ({
    token: finding.rule,
    state,
    icon: <VerdictIcon outcome={finding.outcome} />,
    label: words.rule(finding.rule),
  }))
  const answers = answersToAddress(file.consultations, draft).map(({ municipality, position, ...entry }) => ({
    ...entry,
    icon: <Icon name="inbox" size={16} />,
    label: t('cases.decision.answer', {
      municipality: names.municipality(municipality),
      position: words.position(position).toLocaleLowerCase('da'),
    }),
  }))
  const entries = [...findings, ...answers]
  const insert = (token: string) => {
    const gap = draft.reasons === '' || draft.reasons.endsWith('\n') ? '' : '\n'
    onChange({ reasons: `${draft.reasons}${gap}${token}: ` })
    document.getElementById('decision-reasons')?.focus()
  }
  return (
    <div className="checklist">
      <h3>{t('cases.decision.mustAddress')}</h3>
      {entries.length === 0 ? (
        <p className="panel-note">{t('cases.decision.nothingToAddress')}</p>
      ) : (
        <>
          <ul>
            {entries.map(({ token, icon, label, state }) => (
              <li key={token}>
                {icon}
                <span className="finding-token">{token}</span>
                <span className="checklist-rule">{label}</span>
                {state === 'addressed' || locked ? (
                  <span className={`checklist-state is-${state}`}>{t(`cases.decision.states.${state}`)}</span>
                ) : (
                  <button
                    type="button"
                    className={`checklist-state is-${state}`}
                    title={t('cases.decision.insert', { token })}
                    onClick={() => insert(token)}
                  >
                    {t(`cases.decision.states.${state}`)}
                    <span className="visually-hidden">. {t('cases.decision.insert', { token })}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
          <p className="panel-note">{t('cases.decision.howToAddress')}</p>
        </>
      )}
    </div>
  )
}
