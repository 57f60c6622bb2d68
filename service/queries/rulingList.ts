import type { AsOf } from '#api/asOf'
import { rulingRow, rulingsMade } from '../replay/ruledCase.ts'
import { answered } from './answered.ts'
import { concerns, maySee } from './caseAccess.ts'
import { caseRecords } from './caseRecords.ts'
import type { Query } from './query.ts'

/** Every ruling ever made on cases within the asker's reach, the newest first; those taken back are marked. */
export const rulings: Query<'rulings'> = (views, _at, scope, { region, municipality }, { today }) => {
  const now: AsOf = { effectiveOn: today, recordedAt: 'now' }
  const records = new Map(
    caseRecords(views, now)
      .filter((record) => maySee(scope, record))
      .filter((record) => municipality === undefined || concerns(record, municipality))
      .map((record) => [record.case, record]),
  )
  return {
    at: answered(views, now),
    rows: rulingsMade(views, today)
      .toReversed()
      .flatMap((ruled) => {
        const record = records.get(ruled.data.case)
        if (record === undefined || (region !== undefined && ruled.committee !== region)) return []
        const { case: id, number: caseNumber, type, applicant, fromMunicipality, toMunicipality } = record
        const about = { case: id, caseNumber, type, applicant, fromMunicipality, toMunicipality }
        return [{ ...rulingRow(ruled), ...about, ruledOn: ruled.ruledOn }]
      }),
  }
}
