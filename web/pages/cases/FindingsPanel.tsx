import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#events/finding'
import { date, instant } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CaseFile } from './caseFile.ts'
import { FindingRow } from './FindingRow.tsx'
import { changedSince, worstFirst } from './findingTokens.ts'
import { isOpen } from './progress.ts'
import { VerdictCounts } from './VerdictCounts.tsx'

/** What the rules found, worst first, and under which rules and knowledge. */
export function FindingsPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { finding: asked } = useSearch({ strict: false })
  const findings = worstFirst(file.findings)
  const counting = findings.filter(({ strength }) => strength === 'binding' || strength === 'principle')
  const advice = findings.filter((finding) => !counting.includes(finding))
  // The address bar's choice, else the first breach opens by itself.
  const first = findings.find(({ rule, outcome }) => (asked === undefined ? outcome === 'breach' : rule === asked))
  const { findings: set } = file
  const list = (findings: readonly Finding[]) =>
    set !== null &&
    findings.map((finding) => (
      <FindingRow
        key={finding.rule}
        finding={finding}
        changed={changedSince(finding, file.earlier)}
        startsOpen={finding === first}
        caseId={file.row.case}
        set={set}
        region={file.row.region}
      />
    ))
  return (
    <Panel
      title={t('cases.findings.title')}
      aside={file.findings !== null && <VerdictCounts counts={file.row.counts} />}
      className="findings-panel"
      footer={isOpen(file.row.status) ? <Compute file={file} /> : undefined}
    >
      {file.findings === null ? (
        <p className="panel-note">{t('cases.findings.none')}</p>
      ) : (
        <>
          {file.stale && isOpen(file.row.status) && (
            <p className="stale-note" role="status">
              <Icon name="warning" size={16} /> {t('cases.findings.stale')}
            </p>
          )}
          <ol className="findings" aria-label={t('cases.findings.setLabel')}>
            {list(counting)}
          </ol>
          {advice.length > 0 && (
            <>
              <h3 className="findings-advice">{t('cases.findings.advice')}</h3>
              <ol className="findings">{list(advice)}</ol>
            </>
          )}
          <p className="panel-note">
            {t('cases.findings.ruleSet', {
              ruleSet: file.findings.ruleSet,
              version: file.findings.ruleSetVersion,
              on: date(file.findings.effectiveOn, language),
              known: instant(file.findings.knownAt, language),
            })}{' '}
            {t('cases.findings.notRuling')}
          </p>
        </>
      )}
    </Panel>
  )
}

function Compute({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const say = useNotice()
  const why = useWriting()('case.prepare')
  const compute = useCommand('ComputeFindings')
  return (
    <div className="panel-actions">
      <WriteButton
        icon="retry"
        kind={file.findings === null || file.stale ? 'primary' : 'secondary'}
        why={why}
        showWhy
        busy={compute.busy}
        onPress={() =>
          compute.send({ case: file.row.case }, { onDone: () => say({ text: t('cases.findings.computed') }) })
        }
      >
        {compute.busy
          ? t('cases.findings.computing')
          : t(file.findings === null ? 'cases.findings.compute' : 'cases.findings.recompute')}
      </WriteButton>
      <Refused error={compute.error} />
    </div>
  )
}
