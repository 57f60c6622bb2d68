import { MunicipalityCode } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import { withoutPersons } from '../../disclosure.ts'
import type { Reported } from '../../rules/facts/followUp.ts'
import { allServices, groupShare } from '../../rules/followUp/groupShare.ts'
import { homeTreatment } from '../../rules/followUp/homeTreatment.ts'
import { compare, ratio } from '../../rules/ratio.ts'
import type { AnswerOf } from '../query.ts'
import type { Report, Review } from './reports.ts'

type Answer = AnswerOf<'followUp'>

interface Asking {
  readonly parameters: PlanParameters
  readonly minCell: number
  /** Null for the region itself, which sees all; else the one municipality that asks. */
  readonly only: string | null
}

const ofLevel = (reports: readonly Report[], level: string) => reports.filter(({ about }) => about.level === level)

/** Group sessions of each municipality that was reported. */
export function groupSection(now: readonly Report[], earlier: readonly Report[], asking: Asking): Answer['groups'] {
  const { parameters, minCell, only } = asking
  const before = new Map(ofLevel(earlier, 'municipality').map(({ about, figures }) => [about.id, figures]))
  const all = ofLevel(now, 'municipality')
  const highest = only === null ? highestShare(all) : null
  return all
    .filter(({ about }) => only === null || about.id === only)
    .map(({ about, figures }) => {
      const municipality = MunicipalityCode.parse(about.id)
      const was = before.get(about.id) ?? null
      const finding = groupShare.evaluate(
        { caseInputs: [], municipality, before: was, after: figures, highest },
        parameters,
      )
      const few = [figures, was].some((one) => one?.patients != null && one.patients < minCell)
      return {
        municipality,
        before: was === null ? null : services(was),
        after: services(figures),
        finding: few ? withoutPersons(finding) : finding,
      }
    })
}

function services({ groupServices: group, individualServices: individual }: Reported) {
  return group === null || individual === null ? null : { group, individual }
}

function highestShare(reports: readonly Report[]) {
  const shares = reports.flatMap(({ about, figures }) => {
    const all = allServices(figures)
    if (figures.groupServices === null || all === null || all === 0) return []
    return [{ municipality: MunicipalityCode.parse(about.id), group: figures.groupServices, all }]
  })
  return shares.toSorted((a, b) => compare(ratio(b.group, b.all), ratio(a.group, a.all)))[0] ?? null
}

/** Home treatment of each municipality, beside the region's own report. */
export function homeSection(
  now: readonly Report[],
  reviews: readonly Review[],
  on: EffectiveDate,
  { parameters, only }: Asking,
): Answer['home'] {
  const [regional] = ofLevel(now, 'region')
  const region = {
    home: regional?.figures.homeServices ?? null,
    all: regional === undefined ? null : allServices(regional.figures),
  }
  return ofLevel(now, 'municipality')
    .filter(({ about }) => only === null || about.id === only)
    .map(({ about, figures }) => {
      const municipality = MunicipalityCode.parse(about.id)
      // What was explained for an earlier period counts until it is looked at again.
      const review = reviews.find(
        ({ rule, about: of, closedOn }) => rule === 'R-25' && of === about.id && closedOn !== null,
      )
      return {
        municipality,
        home: figures.homeServices,
        all: allServices(figures),
        finding: homeTreatment.evaluate(
          { caseInputs: [], municipality, figures, regional: region, review: review ?? null, on },
          parameters,
        ),
      }
    })
}
