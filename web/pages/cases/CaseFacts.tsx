import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clinicOf } from '#events/caseSubject'
import { type Fact, factsOf } from '#events/say/caseFacts'
import { viewQuery } from '../../api.ts'
import { capacity, date, instant, none } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { BeforeAfter } from '../../parts/BeforeAfter.tsx'
import { personsIn, usePersonNames } from '../../parts/usePersonNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { type CaseFile, correctionTo, type FactCorrection } from './caseFile.ts'

/** The facts that the case turns on, before and after, each marked where it was corrected. */
export function CaseFacts({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreaNames()
  const person = usePersonNames(personsIn(file))
  const say = { language, names: { ...areas, person } }
  const { receivedOn, wantedFrom } = file.row
  const facts = factsOf({ ...file, wantedFrom }, say)
  const clinic = file.subject.type === 'A3' || file.subject.type === 'A4' ? clinicOf(file.subject) : null
  /** What the same fact said before the correction. */
  const earlier = ({ before }: FactCorrection, label: string) =>
    factsOf({ ...file, ...before }, say).find((fact) => fact.label === label)?.after ?? none
  return (
    <dl className="case-facts" aria-label={t('cases.header.facts')}>
      {facts.map((fact) => {
        const correction = fact.parts.map((part) => correctionTo(file, part)).find((found) => found !== undefined)
        return (
          <FactRow key={fact.label} fact={fact}>
            {correction !== undefined && (
              <Corrected file={file} correction={correction} was={earlier(correction, fact.label)} />
            )}
          </FactRow>
        )
      })}
      {clinic !== null && (
        <div>
          <dt>{t('cases.header.capacity')}</dt>
          <dd>
            <ClinicCapacity clinic={clinic} />
          </dd>
        </div>
      )}
      {(['receivedOn', 'wantedFrom'] as const).map((part) => {
        const correction = correctionTo(file, part)
        const after = date(part === 'receivedOn' ? receivedOn : wantedFrom, language)
        return (
          <FactRow key={part} fact={{ label: t(`cases.header.${part}`), after, parts: [part] }}>
            {correction !== undefined && (
              <Corrected file={file} correction={correction} was={date(correction.before[part], language)} />
            )}
          </FactRow>
        )
      })}
    </dl>
  )
}

function FactRow({ fact, children }: { readonly fact: Fact; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{fact.label}</dt>
      <dd>
        {fact.before === undefined ? fact.after : <BeforeAfter before={fact.before} after={fact.after} />}
        {fact.note !== undefined && <span className="fact-note">{fact.note}</span>} {children}
      </dd>
    </div>
  )
}

/** What the whole clinic has today. */
function ClinicCapacity({ clinic }: { readonly clinic: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const { data } = useQuery(viewQuery('clinic', { ...params, clinic }))
  if (data === undefined || data.capacity === null) return none
  const unit = t(data.unit === 'hoursTenths' ? 'cases.header.unitHours' : 'cases.header.unitUnits')
  return `${capacity(data.capacity, data.unit, language)} ${unit}`
}

function Corrected({
  file,
  correction,
  was,
}: {
  readonly file: CaseFile
  readonly correction: FactCorrection
  readonly was: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sentence = t('cases.header.correctedWhy', {
    date: instant(correction.recordedAt, language),
    reason: correction.reason,
    old: was,
  })
  return (
    <Link to="/haendelser" search={{ stream: `case-${file.row.case}` }} className="corrected" title={sentence}>
      {t('cases.header.corrected')}
      <span className="visually-hidden">. {sentence}</span>
    </Link>
  )
}
