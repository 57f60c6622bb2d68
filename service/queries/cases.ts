import { type CaseSubject, clinicOf } from '#events/caseSubject'
import { CaseId } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { Views } from '../projections/views.ts'
import { answered } from './answered.ts'
import { concerns, maySee } from './caseAccess.ts'
import { caseRecords, isOpen } from './caseRecords.ts'
import { caseRow } from './caseRows.ts'
import type { Query } from './query.ts'

/** Cases within the asker's reach, the newest first. */
export const cases: Query<'cases'> = (views, at, scope, params, world) => {
  const seen = caseRecords(views, at)
    .filter((record) => maySee(scope, record))
    .filter(({ region }) => params.region === undefined || region === params.region)
    .filter((record) => params.municipality === undefined || concerns(record, params.municipality))
  const about = seen.filter(({ subject }) => params.about === undefined || namedIn(subject).includes(params.about))
  const wanted = about.filter((record) => params.status === 'all' || isOpen(record) === (params.status === 'open'))
  return {
    at: answered(views, at),
    open: seen.filter(isOpen).length,
    total: seen.length,
    rows: wanted.map(caseRow),
    nextCase: nextCase(views, world.today),
  }
}

/** Clinics, provider numbers and riding agreements that an application would change. */
function namedIn(subject: CaseSubject): readonly string[] {
  const provider = 'provider' in subject ? subject.provider : null
  const agreements = [
    ...('agreement' in subject ? [subject.agreement] : []),
    ...('agreements' in subject ? subject.agreements : []),
    ...('reductions' in subject ? subject.reductions.map(({ agreement }) => agreement) : []),
  ]
  return [clinicOf(subject), provider, ...agreements].filter((name) => name !== null)
}

/** The next free id of the year. Counts every case ever recorded, whoever may see it. */
export function nextCase(views: Views, today: EffectiveDate): CaseId {
  const year = today.slice(2, 4)
  const last = views
    .statement<{ number: number | null }>(
      'SELECT max(CAST(substr(case_id, 4) AS INTEGER)) AS number FROM case_file WHERE case_id LIKE :year',
    )
    .get({ year: `${year}-%` })
  return CaseId.parse(`${year}-${String((last?.number ?? 0) + 1).padStart(4, '0')}`)
}
