import type { ActivityFigures, ActivityPeriod, ActivitySubject } from '#events/activity'
import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Reported figures, one row per subject, period and specialty. Unknown figures are null. */
export const activityReportTable = bitemporal({
  name: 'activity_report',
  columns: {
    level: 'TEXT',
    about: 'TEXT',
    region: 'TEXT',
    period: 'TEXT',
    specialty: 'TEXT',
    patients: 'INTEGER',
    group_services: 'INTEGER',
    individual_services: 'INTEGER',
    home_services: 'INTEGER',
    progressive_patients: 'INTEGER',
    progressive_individual_services: 'INTEGER',
    hours_tenths: 'INTEGER',
    oere: 'INTEGER',
    price_level_year: 'INTEGER',
    published: 'TEXT',
    source: 'TEXT',
  },
  indexed: ['period', 'about'],
})

/** Reviews of reported figures: open, or closed with what came of them and why. */
export const controlReviewTable = bitemporal({
  name: 'control_review',
  columns: {
    level: 'TEXT',
    about: 'TEXT',
    region: 'TEXT',
    period: 'TEXT',
    specialty: 'TEXT',
    rule: 'TEXT',
    conclusion: 'TEXT',
    reason: 'TEXT',
    opened_on: 'TEXT',
    closed_on: 'TEXT',
    closing_reason: 'TEXT',
  },
  indexed: ['about'],
})

/** Half-yearly data as a municipality got them, edition by edition. */
export const halfYearlyDataTable = bitemporal({
  name: 'half_yearly_data',
  columns: {
    municipality: 'TEXT',
    region: 'TEXT',
    period: 'TEXT',
    delivered_on: 'TEXT',
    complete: 'INTEGER',
    suppressed_cells: 'INTEGER',
    content: 'TEXT',
    checksum: 'TEXT',
    reason: 'TEXT',
  },
  indexed: ['region', 'municipality'],
})

/** Yearly follow-ups on a region's plan. */
export const yearlyFollowUpTable = bitemporal({
  name: 'yearly_follow_up',
  columns: { region: 'TEXT', year: 'INTEGER', held_on: 'TEXT', measures: 'TEXT' },
  indexed: ['region'],
})

/** Practice plans with the first day after their period. */
export const planPeriodTable = bitemporal({
  name: 'plan_period',
  columns: { region: 'TEXT', plan: 'TEXT', from_day: 'TEXT', until: 'TEXT', agreement: 'TEXT' },
  indexed: ['region'],
})

const keyOf = (about: ActivitySubject, period: ActivityPeriod, specialty: string) =>
  `${about.level}-${about.id}.${period}.${specialty}`

function figureCells(figures: ActivityFigures) {
  return {
    patients: figures.patients,
    group_services: figures.groupServices,
    individual_services: figures.individualServices,
    home_services: figures.homeServices,
    progressive_patients: figures.progressivePatients,
    progressive_individual_services: figures.progressiveIndividualServices,
    hours_tenths: figures.hoursTenths ?? null,
    oere: figures.oere,
    price_level_year: figures.priceLevelYear,
  }
}

/** What the yearly follow-up looks at: reported activity, reviews, deliveries and the periods of plans. */
export const followUpProjection: Projection = {
  name: 'followUp',
  version: 4,
  tables: [activityReportTable, controlReviewTable, halfYearlyDataTable, yearlyFollowUpTable, planPeriodTable],
  on: {
    ActivityReportReceived(write, { data }) {
      const { about, region, period, specialty, figures, published, source } = data
      write.put(activityReportTable, keyOf(about, period, specialty), {
        level: about.level,
        about: about.id,
        region,
        period,
        specialty,
        ...figureCells(figures),
        published: JSON.stringify(published),
        source,
      })
    },
    ActivityReportCorrected(write, { data, corrects }) {
      if (corrects === undefined) return
      const { about, period, specialty, figures } = data
      write.amend(activityReportTable, keyOf(about, period, specialty), corrects, { values: figureCells(figures) })
    },
    ControlReviewOpened(write, { data, effectiveFrom }) {
      const { about, region, period, specialty, rule, reason } = data
      write.put(controlReviewTable, `${keyOf(about, period, specialty)}.${rule}`, {
        level: about.level,
        about: about.id,
        region,
        period,
        specialty,
        rule,
        conclusion: null,
        reason,
        opened_on: effectiveFrom,
        closed_on: null,
        closing_reason: null,
      })
    },
    ControlReviewClosed(write, { data, effectiveFrom }) {
      const { about, period, specialty, rule, conclusion, reason } = data
      const key = `${keyOf(about, period, specialty)}.${rule}`
      write.patch(controlReviewTable, key, { conclusion, closing_reason: reason, closed_on: effectiveFrom })
    },
    HalfYearlyDataPublished(write, { data, id }) {
      const { municipality, region, period, deliveredOn, complete, suppressedCells, content, checksum, reason } = data
      write.put(halfYearlyDataTable, `${municipality}.${period}.${id}`, {
        municipality,
        region,
        period,
        delivered_on: deliveredOn,
        complete: complete ? 1 : 0,
        suppressed_cells: suppressedCells,
        content: content === null ? null : JSON.stringify(content),
        checksum,
        reason,
      })
    },
    YearlyFollowUpHeld(write, { data, id, effectiveFrom }) {
      const { region, year, measures } = data
      write.put(yearlyFollowUpTable, `${region}.${year}.${id}`, {
        region,
        year,
        held_on: effectiveFrom,
        measures: JSON.stringify(measures),
      })
    },
    PlanInForce(write, { data, effectiveFrom }) {
      const { region, plan, until, agreement } = data
      const key = `${region}.${effectiveFrom}`
      write.put(planPeriodTable, key, { region, plan, from_day: effectiveFrom, until, agreement })
    },
  },
}
