import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { caseFileView } from '#api/views/case'
import type { Paper } from '#api/views/paper'
import type { CaseId } from '#events/identifiers'
import type { Language } from '#events/say/numbers'
import { RecordedAt } from '#events/time'
import { strictestCell } from '../demand/minCell.ts'
import type { Views } from '../projections/views.ts'
import { boundariesInForce } from '../queries/boundaries.ts'
import { caseFile } from '../queries/caseFile.ts'
import { caseRecords, isOpen } from '../queries/caseRecords.ts'
import type { World } from '../queries/query.ts'
import { addDays } from '../rules/calendar.ts'
import type { CaseFile } from './caseSections.ts'
import type { FiguresOf } from './findingFigures.ts'
import { type Telling, tellingIn } from './telling.ts'
import { type TravelChange, travelChange } from './travel.ts'
import type { Ground } from './travelSection.ts'

/** All that a paper about a case is made from, read at two times that stand still. */
export interface Material {
  readonly scope: Scope
  readonly file: CaseFile
  readonly telling: Telling
  readonly stamp: Paper['stamp']
  readonly views: Views
  /** The day that the application is wanted from, without its own change. */
  readonly onDate: AsOf
  /** The smallest count of persons that is told. */
  readonly minCell: number
  readonly travel: TravelChange | null
  readonly ground: Omit<Ground, 'from' | 'to' | 'adds'>
  readonly findingsFrom: Pick<FiguresOf, 'event' | 'field'>
}

/** Reads it. Throws `NotFound` for a case that the asker must not know of, or that was not known then. */
export async function materialFor(
  views: Views,
  at: AsOf,
  scope: Scope,
  { case: id, language }: { readonly case: CaseId; readonly language: Language },
  world: World,
): Promise<Material> {
  const fixed = {
    effectiveOn: at.effectiveOn,
    recordedAt: RecordedAt.parse(at.recordedAt === 'now' ? world.now : at.recordedAt),
  }
  const file = caseFileView.response.parse(caseFile(views, fixed, scope, { case: id }, world))
  const record = caseRecords(views, fixed, id)[0]
  const { row, subject, agreements } = file
  const on = { ...fixed, effectiveOn: row.wantedFrom }
  const set = file.ruling?.known ?? file.findings
  const { shapes, attribution } = boundariesInForce(views, on, world.geography)
  const moving = { subject, region: row.region, therapist: agreements[0]?.therapist ?? null }
  return {
    scope,
    file,
    telling: tellingIn(language, fixed, world.geography.areas),
    stamp: {
      effectiveOn: fixed.effectiveOn,
      recordedAt: fixed.recordedAt,
      event: lastEvent(views, fixed.recordedAt),
      ruleSet: set?.ruleSet ?? null,
      ruleSetVersion: set?.ruleSetVersion ?? null,
      synthetic: views.synthetic(),
    },
    views,
    onDate: isOpen(row) ? on : { ...fixed, effectiveOn: addDays(row.wantedFrom, -1) },
    minCell: strictestCell(views),
    travel: await travelChange(views, on, moving, world),
    ground: {
      shapes: shapes.features(),
      labels: new Map(shapes.places().map(({ code, label }) => [code, label])),
      attribution,
    },
    findingsFrom: { event: record?.findingsEvent ?? null, field: 'set' },
  }
}

/** Number of the last event recorded by the instant; 0 for none. */
export function lastEvent(views: Views, known: RecordedAt): number {
  const row = views
    .statement<{ number: number | null }>('SELECT max(number) AS number FROM event WHERE recorded_at <= :known')
    .get({ known })
  return row?.number ?? 0
}
