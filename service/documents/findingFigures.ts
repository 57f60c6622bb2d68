import type { PaperFigure } from '#api/views/paper'
import type { CaseSubject } from '#events/caseSubject'
import type { Finding, FindingSet, Measure } from '#events/finding'
import type { EffectiveDate } from '#events/time'
import { danishDate } from '../rules/calendar.ts'

/** What of a case goes into the figures of its findings. */
export interface FiguresOf {
  readonly subject: CaseSubject
  readonly receivedOn: EffectiveDate
  readonly wantedFrom: EffectiveDate
  /** Event that holds the findings, and where in its data they are. */
  readonly event: string | null
  readonly field: 'set' | 'known'
  readonly set: FindingSet
}

type Made = Pick<PaperFigure, 'formula' | 'inputs'>

/**
 * Every measured number of a finding with the limit beside it, the numbers of its sentence, and the comparison that its
 * verdict rests on, each with the formula that makes it. What a paper cannot tell in full is made from the facts that the
 * rule looked at, which stand in the evidence pack.
 */
export function findingFigures(of: FiguresOf, finding: Finding, ref: string): PaperFigure[] {
  const at = [of.field, 'findings', of.set.findings.indexOf(finding)]
  const byRule = (part: Readonly<Record<string, string | number>>): Made => ({
    formula: `${finding.rule}@1`,
    inputs: { event: of.event, finding: at, ...part },
  })
  const measured = finding.measured.flatMap((measure, index): PaperFigure[] => {
    const { key, municipality, value, limit, unit } = measure
    const label = municipality === undefined ? key : `${key} ${municipality}`
    const limited: PaperFigure[] =
      limit === undefined
        ? []
        : [{ ref, label: `limit of ${label}`, value: limit, unit, ...byRule({ part: 'limit', measure: index }) }]
    const made = madeOf(of, finding, measure) ?? byRule({ part: 'value', measure: index })
    return [{ ref, label, value, unit, ...made }, ...limited]
  })
  const said = Object.entries(finding.params).flatMap(([name, value]): PaperFigure[] =>
    isNumberOrDate(value)
      ? [{ ref, label: `said ${name}`, value, unit: 'said', ...byRule({ part: 'said', name }) }]
      : [],
  )
  const days = dayFigure(of, finding)
  return [...measured, ...said, ...(days === null ? [] : [{ ref, ...days }]), verdictOf(finding, ref)]
}

function isNumberOrDate(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
}

/** The inputs of a measure that the papers can tell in full; null for any other. */
function madeOf({ subject, receivedOn, wantedFrom }: FiguresOf, finding: Finding, measure: Measure): Made | null {
  const { params } = finding
  const listed = (key: string) =>
    Array.isArray(params[key]) ? { formula: 'count@1', inputs: { items: params[key] } } : null
  switch (`${finding.rule} ${measure.key}`) {
    case 'R-05 distance': {
      if (subject.type !== 'A3' || subject.from.position === null || subject.to.position === null) return null
      return { formula: 'distance@1', inputs: { from: subject.from.position, to: subject.to.position } }
    }
    case 'R-05 noticeDays':
      return { formula: 'days@1', inputs: { from: receivedOn, to: wantedFrom } }
    case 'R-03 overlapDays':
      return subject.type === 'A3'
        ? { formula: 'overlap@1', inputs: { from: wantedFrom, to: subject.previousUntil } }
        : null
    case 'R-18 involved':
      return listed('involved')
    case 'R-18 heard':
      return {
        formula: 'without@1',
        inputs: { items: params.involved, without: [params.open, params.municipalitiesExempt ?? []].flat() },
      }
    case 'R-38 open':
      return listed('open')
    case 'R-39 reasonsNeeded':
      return listed('rules')
    case 'R-39 referralDays':
    case 'R-38 caseDays':
      return { formula: 'parameter@1', inputs: { name: measure.key, value: finding.parameters[measure.key] } }
    case 'R-41 regions':
      return listed('regions')
    case 'R-14 ridingOver': {
      const after = finding.measured.find(({ key }) => key === 'ridingAfter')
      return after?.value == null || after.limit == null
        ? null
        : { formula: 'above@1', inputs: { value: after.value, limit: after.limit } }
    }
    case 'R-19 documentedShare': {
      const [part, whole] = ['agreementsDocumented', 'agreementsInRegion'].map(
        (key) => finding.measured.find((one) => one.key === key)?.value,
      )
      return { formula: 'percent@1', inputs: { part, whole } }
    }
    default:
      return null
  }
}

/** The deadline that a rule of procedure tells, counted from the day on which it was checked. */
function dayFigure({ set }: FiguresOf, { rule, params, parameters }: Finding): Omit<PaperFigure, 'ref'> | null {
  const from = danishDate(set.knownAt)
  if (rule === 'R-38' && typeof params.ifSentToday === 'string')
    return {
      label: 'ifSentToday',
      value: params.ifSentToday,
      unit: 'date',
      formula: 'deadline@1',
      inputs: { from, days: parameters.caseDays },
    }
  if (rule === 'R-39' && typeof params.ifReceivedToday === 'string')
    return {
      label: 'ifReceivedToday',
      value: params.ifReceivedToday,
      unit: 'date',
      formula: 'addDays@1',
      inputs: { from, days: parameters.referralDays },
    }
  return null
}

/** Measures that must be at least their limit; the others must be at most theirs, a change by its size. */
const atLeast: ReadonlySet<string> = new Set([
  'noticeDays',
  'heard',
  'hoursAtSchool',
  'coveredAfter',
  'daysOfValidity',
  'followUps',
  'palliativeAccepting',
  'mobileNear',
  'expectedPersons',
])
/** Measures told beside a number that they are not held against: what decides stands in another measure. */
const beside: ReadonlySet<string> = new Set(['weeklyHours', 'section2Members', 'documentedAfter'])

function verdictOf({ code, outcome, measured }: Finding, ref: string): PaperFigure {
  const comparisons = measured.flatMap(({ key, value, limit }) =>
    value === null || limit === undefined || limit === null || beside.has(key)
      ? []
      : [{ key, value, relation: atLeast.has(key) ? 'atLeast' : 'atMost', limit }],
  )
  return { ref, label: 'outcome', value: outcome, unit: 'outcome', formula: 'verdict@1', inputs: { code, comparisons } }
}
