import { z } from 'zod'

/** What the program reads of the facts that rules looked at. Written on its own: nothing here comes from the service. */
const count = z.number()
const maybe = z.number().nullable()
const text = z.string().nullable()
const ids = z.array(z.string())

const Place = z.looseObject({ municipality: text })
const Capacity = z.looseObject({ amount: maybe, inputs: ids })
const Changed = z.array(z.object({ code: z.string(), before: count, after: count }))
const Address = z.looseObject({
  kind: z.enum(['main', 'extra']),
  notified: z.boolean(),
  period: z.object({ from: z.string(), to: text }),
})
const Told = z.looseObject({ state: z.string(), value: count.optional() })
const Bounds = z.object({ least: count, most: maybe })
const Size = z.looseObject({ people: Told, all: Told, own: Bounds, others: Bounds })
const Owner = z.looseObject({ clinicsBefore: count, clinicsAfter: count })
const Steps = z.array(z.object({ from: z.string(), to: text, hoursTenths: count }))
const Therapists = z.array(z.looseObject({ accepts: z.boolean().nullable(), saidOn: text }))
const Site = z.looseObject({
  hoursTenths: count,
  schoolTenths: count,
  school: z.looseObject({ municipality: text }),
})
const Hours = z.looseObject({ hoursTenths: count, permittedTenths: maybe }).nullable()
const Sited = z.looseObject({
  position: z.tuple([count, count]),
  municipality: text,
  persons: ids,
})

export const Cover = z.object({
  group: z.string(),
  before: z.array(Sited),
  after: z.array(Sited),
  islands: ids,
  squares: z.array(z.tuple([count, count, z.string(), count])),
  hidden: z.object({ people: maybe, coveredBefore: maybe, coveredAfter: maybe, lost: maybe, farthestM: maybe }),
})
export type Cover = z.infer<typeof Cover>

export const Facts = z.looseObject({
  effectiveOn: z.string(),
  knownAt: z.string(),
  type: z.string(),
  region: z.string(),
  today: z.string(),
  receivedOn: z.string(),
  wantedFrom: z.string(),
  relocation: z
    .looseObject({
      from: Place,
      to: Place,
      previousUntil: z.string(),
      capacity: Capacity,
      addressesAfter: z.array(Address),
      distanceM: maybe,
      municipalities: Changed,
    })
    .nullable(),
  transfer: z.looseObject({ sharesHundredths: z.array(count) }).nullable(),
  documentation: z.looseObject({ issuedOn: text, expiresOn: text }).nullable(),
  palliative: z
    .looseObject({
      on: z.string(),
      areas: z.array(
        z.looseObject({
          area: z.string(),
          before: Therapists,
          after: Therapists,
          survey: z.looseObject({ surveyedOn: z.string(), accepting: maybe, responsePercent: maybe }).nullable(),
        }),
      ),
    })
    .nullable(),
  section2: z
    .looseObject({
      membersAfter: count,
      inputs: ids,
      proposal: z.looseObject({ basis: z.string(), figures: z.record(z.string(), maybe) }).nullable(),
    })
    .nullable(),
  capacity: z
    .looseObject({
      shift: z
        .looseObject({ from: Place.nullable(), to: Place.nullable(), capacity: Capacity, municipalities: Changed })
        .nullable(),
      places: z.looseObject({ after: z.array(Address) }).nullable(),
      extra: z
        .looseObject({
          capacity: Capacity,
          plannedMain: maybe,
          plannedExtra: maybe,
          others: z.array(z.looseObject({ planned: maybe })),
          notifiedOn: text,
        })
        .nullable(),
      pool: z
        .looseObject({
          specialty: z.string(),
          place: Place.nullable(),
          advertisedOere: maybe,
          allocatedOere: count,
          requestedOere: maybe,
          inputs: ids,
        })
        .nullable(),
      owners: z.array(Owner),
      number: z
        .looseObject({ receiver: text, regime: z.string(), before: maybe, after: maybe, hoursTenths: maybe })
        .nullable(),
      employment: z
        .looseObject({
          number: z.string(),
          employees: count,
          ceilingOere: maybe,
          turnoverLast12Oere: maybe,
          turnoverThisYearOere: maybe,
          inputs: ids,
        })
        .nullable(),
      bend: z
        .looseObject({
          specialties: z.array(
            z.looseObject({
              specialty: z.string(),
              unitsHundredths: count,
              requestedOere: count,
              indexTenThousandths: maybe,
              subsidyOere: maybe,
            }),
          ),
          numbersAfter: count,
          inputs: ids,
        })
        .nullable(),
      mobile: z.looseObject({ to: z.string(), inRegion: count, othersM: z.array(count) }).nullable(),
    })
    .nullable(),
  small: z
    .looseObject({
      hoursTenths: maybe,
      oere: maybe,
      others: z.array(z.object({ hoursTenths: count, oere: count })),
    })
    .nullable(),
  riding: z
    .looseObject({
      number: z
        .looseObject({ kind: z.string(), agreements: z.array(z.looseObject({ hoursTenths: count })).optional() })
        .nullable(),
      permission: z
        .looseObject({
          hoursTenths: maybe,
          contractFrom: text.optional(),
          permittedFrom: text,
          held: Hours,
          reported: Hours,
        })
        .nullable(),
      totals: z.array(z.looseObject({ region: z.string(), before: Steps, after: Steps })),
      shift: z
        .looseObject({ from: Place.nullable(), to: Place.nullable(), hoursTenths: maybe, municipalities: Changed })
        .nullable(),
      areas: z.array(
        z.looseObject({
          school: z.looseObject({ municipality: text }),
          permission: z.boolean(),
          area: z.looseObject({ kind: z.string(), codes: ids.optional() }),
          accessionDate: text,
          whole: ids,
          parts: ids,
          regions: ids,
        }),
      ),
      sites: z.array(Site),
      involved: z
        .looseObject({ from: text, to: text, areas: z.array(z.looseObject({ municipality: z.string() })) })
        .nullable(),
      documentation: z.looseObject({ of: count, documented: count }).nullable(),
    })
    .nullable(),
  groupSize: z.looseObject({ areas: z.array(z.looseObject({ told: Told })) }).nullable(),
  cap: z
    .looseObject({
      physiotherapists: count,
      before: count,
      after: count,
      sizes: z.record(z.string(), Size),
      set: z.array(z.looseObject({ cap: count, before: count, after: count })),
    })
    .nullable(),
  childrensClinic: z
    .looseObject({ criteria: z.record(z.string(), z.boolean().nullable()).nullable(), nearestMetres: maybe })
    .nullable(),
  proposal: z
    .looseObject({
      caps: z.array(z.looseObject({ cap: count, documented: count })),
      municipalities: ids,
    })
    .optional(),
  consultations: z.array(z.looseObject({ municipality: z.string(), state: z.string(), dueOn: text, inputs: ids })),
  jurisdictions: z.array(z.object({ municipality: z.string(), region: text })).optional(),
  jurisdictionsNow: z.array(z.object({ municipality: z.string(), region: text })).optional(),
  cover: z.array(Cover),
})
export type Facts = z.infer<typeof Facts>
