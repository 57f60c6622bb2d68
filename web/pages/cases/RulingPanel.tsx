import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clinicOf } from '#events/caseSubject'
import { date, instant } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RulingWords } from '../../parts/RulingWords.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { DemandSheet, WithdrawRulingSheet } from './RulingSheets.tsx'

/** The ruling as it was made, with its number, and what became of it in the register. */
export function RulingPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const today = useSession()?.today
  const why = useWriting()('case.rule')
  const [sheet, setSheet] = useState<'demand' | 'withdraw' | null>(null)
  const { ruling } = file
  const clinic = clinicOf(file.subject)
  if (ruling === null)
    return (
      <Panel title={t('cases.decision.title')}>
        <p className="statement">
          {file.row.status === 'withdrawn'
            ? t('cases.ruling.withdrawn')
            : file.row.status === 'referred'
              ? t('cases.ruling.referred')
              : t('consultations.reply.outcomeWaiting')}
        </p>
      </Panel>
    )
  const canRefer = today !== undefined && today <= ruling.referralUntil && file.row.status !== 'referred'
  return (
    <Panel
      title={t('cases.ruling.title', { number: ruling.number })}
      aside={<strong className={`ruled ruled-${ruling.outcome}`}>{words.ruling(ruling.outcome)}</strong>}
      className="ruling-panel"
      footer={
        <div className="panel-actions">
          {canRefer && (
            <WriteButton why={why} onPress={() => setSheet('demand')}>
              {t('cases.ruling.demand')}
            </WriteButton>
          )}
          <WriteButton kind="text" why={why} onPress={() => setSheet('withdraw')}>
            {t('cases.ruling.withdrawRuling')}
          </WriteButton>
        </div>
      }
    >
      <Effect file={file} />
      <p className="ruling-date">{t('cases.ruling.effectiveFrom', { date: date(ruling.effectiveFrom, language) })}</p>
      <RulingWords ruling={ruling} />
      <p className="panel-note">
        {t('cases.ruling.participants', ruling.participants)}.{' '}
        {t('cases.ruling.known', {
          count: ruling.known.findings.length,
          ruleSet: ruling.known.ruleSet,
          version: ruling.known.ruleSetVersion,
        })}
        . {t('cases.ruling.recordedAt', { at: instant(ruling.recordedAt, language) })}.
      </p>
      <p className="panel-note">
        {file.row.status === 'referred'
          ? t('cases.ruling.referred')
          : t(canRefer ? 'cases.ruling.referralUntil' : 'cases.ruling.referralPassed', {
              date: date(ruling.referralUntil, language),
            })}
      </p>
      <p className="ruling-replay">
        <Link to="/sager/$case/afgoerelse" params={{ case: file.row.case }} search={{ ruling: ruling.number }}>
          {t('rulings.replay.open')}
        </Link>
      </p>
      {clinic !== null && ruling.outcome !== 'refused' && (
        <Link to="/kort" search={{ asOf: ruling.effectiveFrom, sel: `clinic:${clinic}` }}>
          {t('cases.ruling.seeMap', { date: date(ruling.effectiveFrom, language) })}
        </Link>
      )}
      <DemandSheet file={file} committee={ruling.committee} open={sheet === 'demand'} onClose={() => setSheet(null)} />
      <WithdrawRulingSheet
        file={file}
        committee={ruling.committee}
        number={ruling.number}
        open={sheet === 'withdraw'}
        onClose={() => setSheet(null)}
      />
    </Panel>
  )
}

/** What the ruling did to the register: applied, refused with the reason, or still on its way. */
function Effect({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const { ruling, effect } = file
  if (ruling === null) return null
  if (ruling.outcome === 'refused') return <p className="effect effect-none">{t('cases.ruling.notApplied')}</p>
  if (effect === null) return <p className="effect effect-waiting">{t('cases.ruling.waiting')}</p>
  if (effect.applied)
    return (
      <p className="effect effect-applied">
        <Icon name="check" size={16} /> {t('cases.ruling.applied', { date: date(ruling.effectiveFrom, language) })}
      </p>
    )
  return (
    <p className="effect effect-refused" role="alert">
      <Icon name="warning" size={16} />
      <span>
        <strong>{t('cases.ruling.effectRefused')}.</strong>{' '}
        {effect.code === null ? '' : (words.refusal(effect.code, effect.params) ?? effect.code)}
      </span>
    </p>
  )
}
