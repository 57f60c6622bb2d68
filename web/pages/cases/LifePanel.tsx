import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelatedCase } from '#events/case'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'
import { StandingEffects } from './StandingEffects.tsx'

/** How long the case has taken and what it waited for, its relations, and a ruling that was taken back. */
export function LifePanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const { days, relates, relatedBy, withdrawnRuling } = file
  const mayOpen = useWriting()('case.open') === undefined && !isOpen(file.row.status)
  return (
    <Panel title={t('caseLife.title')} className="life-panel">
      <p>{t('caseLife.days', days)}</p>
      {days.pauses.length > 0 && (
        <>
          <h3>{t('caseLife.pausesTitle')}</h3>
          <ul className="plain-list">
            {days.pauses.map(({ from, to }) => (
              <li key={from}>{t('caseLife.pause', { from: date(from, language), to: date(to, language) })}</li>
            ))}
          </ul>
        </>
      )}
      {relates !== null && <Linked link={relates} text={t(`caseLife.relates.${relates.kind}`, relates)} />}
      {relatedBy.map((link) => (
        <Linked
          key={link.case}
          link={link}
          text={`${t(`caseLife.relatedBy.${link.kind}`, link)} (${words.status(link.status)})`}
        />
      ))}
      {withdrawnRuling !== null && (
        <>
          <h3>{t('caseLife.withdrawn.title', { number: withdrawnRuling.rulingNumber })}</h3>
          <p>{t('caseLife.withdrawn.reason', withdrawnRuling)}</p>
          <StandingEffects file={file} lead={t('caseLife.withdrawn.stands')} />
        </>
      )}
      {mayOpen && (
        <p className="panel-actions">
          {RelatedCase.shape.kind.options.map((kind) => (
            <Link
              key={kind}
              to="/sager/ny"
              search={{ about: file.row.case, relation: kind, ...typeOf(file) }}
              className="button button-text"
            >
              {t(`caseLife.open.${kind}`)}
            </Link>
          ))}
        </p>
      )}
    </Panel>
  )
}

/** The same kind of application, where it can be opened by hand. */
function typeOf({ subject }: CaseFile) {
  return subject.type === 'A16' ? {} : { type: subject.type }
}

function Linked({ link, text }: { readonly link: { readonly case: string }; readonly text: string }) {
  return (
    <p>
      <Link to="/sager/$case" params={{ case: link.case }}>
        {text}
      </Link>
    </p>
  )
}
