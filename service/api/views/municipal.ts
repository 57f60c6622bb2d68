import { z } from 'zod'
import { ContactDepartment, PhoneHours } from '#events/contacts'
import { Finding } from '#events/finding'
import { MunicipalityCode, PersonId, ProviderNumber, RegionCode } from '#events/identifiers'
import { Included, OfferPlace, OfferService, OfferSetting, OpeningClass } from '#events/municipalOffer'
import {
  BudgetItem,
  PalliativeArea,
  palliativeEvents,
  Section2Figures,
  Section2Size,
  SizingBasis,
} from '#events/palliative'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

/** One municipality's offer, service by service, with what the rules say of it. Null findings where no rule set holds. */
const Offer = z.object({
  municipality: MunicipalityCode,
  document: z.string(),
  offerVersion: z.string(),
  from: EffectiveDate,
  services: z.array(
    z.object({
      service: OfferService,
      included: Included,
      condition: z.string().nullable(),
      /** */
      finding: Finding.nullable(),
    }),
  ),
  settings: z.array(OfferSetting),
  places: z.array(OfferPlace),
  hours: OpeningClass,
  referralMonths: z.int().nullable(),
  remarks: z.string().nullable(),
  source: z.string().nullable(),
  /** Patients of other municipalities can be refused on the date. */
  refusal: z.object({ until: EffectiveDate.nullable(), reason: z.string() }).nullable(),
  /** Practices and the municipality's places, side by side and never added. */
  sideBySide: z.object({ practiceClinics: z.int(), municipalPlaces: z.int(), finding: Finding.nullable() }),
})

/** Municipal offers on the date, by municipality; of one when it is named. */
export const municipalOffersView = view({
  path: '/views/municipal-offers',
  action: 'map.read',
  params: AsOfParams.extend({ region: RegionCode.optional(), municipality: MunicipalityCode.optional() }),
  response: z.object({ at: Answered, offers: z.array(Offer) }),
})

/** A municipality's directory: every department of the template, empty ones too. */
export const contactsView = view({
  path: '/views/contacts',
  action: 'contacts.read',
  params: AsOfParams.extend({ municipality: MunicipalityCode }),
  response: z.object({
    at: Answered,
    municipality: MunicipalityCode,
    /** Fields of location number, phone and mail that are filled in, of all there are. */
    filled: z.object({ of: z.int(), at: z.int() }),
    entries: z.array(
      z.object({
        department: ContactDepartment,
        entry: z
          .object({
            name: z.string().nullable(),
            locationNumber: z.string().nullable(),
            phone: z.string().nullable(),
            mail: z.string().nullable(),
            phoneHours: PhoneHours.nullable(),
            confirmedOn: EffectiveDate,
          })
          .nullable(),
        /** */
        finding: Finding.nullable(),
      }),
    ),
  }),
})

const { source } = palliativeEvents.SupplySurveyRecorded.data.shape

/** What is known of one area's supply. Counts of a survey are a lower bound: it knows only who answered. */
const Area = z.object({
  area: PalliativeArea,
  population: z.int().nullable(),
  therapists: z.int(),
  accepting: z.int(),
  full: z.int(),
  unknown: z.int(),
  /** At least so many accept new patients. */
  least: z.int(),
  survey: z
    .object({
      surveyedOn: EffectiveDate,
      responsePercent: z.int().nullable(),
      providers: z.int().nullable(),
      accepting: z.int().nullable(),
      source,
    })
    .nullable(),
  /** */
  finding: Finding.nullable(),
})

/** A region's section-2 agreement: coverage by area, therapists, budgets, proposals. */
export const palliativeView = view({
  path: '/views/palliative',
  action: 'plan.read',
  params: AsOfParams.extend({ region: RegionCode }),
  response: z.object({
    at: Answered,
    region: RegionCode,
    areas: z.array(Area),
    members: z.array(
      z.object({
        person: PersonId,
        provider: ProviderNumber.nullable(),
        municipality: MunicipalityCode.nullable(),
        trainingDone: z.boolean().nullable(),
        homeRadiusKm: z.int().nullable(),
        acceptsNew: z.boolean().nullable(),
        saidOn: EffectiveDate.nullable(),
      }),
    ),
    budgets: z.array(
      z.object({
        year: z.int(),
        items: z.array(z.object({ item: BudgetItem, oere: z.int().nullable() })),
        /** Sum of the amounts that there are. */
        totalOere: z.int(),
        source,
      }),
    ),
    /** The region's own, and those of the regions that it took over from. */
    proposals: z.array(
      palliativeEvents.Section2AgreementProposed.data.extend({
        proposal: z.string(),
        /** Name of the region that it was made in, which need not be in force any more. */
        regionName: z.string(),
        proposedOn: EffectiveDate,
        adopted: z.object({ basis: SizingBasis, on: EffectiveDate }).nullable(),
      }),
    ),
    /** Figures that a proposal of any region has of a donor region, the newest first: what the calculator can start from. */
    donors: z.array(
      palliativeEvents.Section2AgreementProposed.data
        .pick({ region: true, donorRegion: true, figures: true, source: true })
        .extend({ proposedOn: EffectiveDate }),
    ),
    /** People of every region on the date, by the figures of `populationAsOf`. */
    populationAsOf: EffectiveDate,
    populations: z.array(z.object({ region: RegionCode, population: z.int() })),
  }),
})

const amount = z.coerce.number().pipe(Section2Figures.shape.baseFeeOere)
const whole = <Schema extends z.ZodType<number, number>>(schema: Schema) => z.coerce.number().pipe(schema)
const { shape } = Section2Figures

/** The calculator of R-33: figures in, both sizes out. Writes nothing. */
export const section2CalculatorView = view({
  path: '/views/section2-calculator',
  action: 'plan.read',
  params: AsOfParams.extend({
    region: RegionCode,
    donorTherapists: whole(shape.donorTherapists),
    donorPatients: whole(shape.donorPatients),
    donorServices: whole(shape.donorServices),
    donorServiceCostOere: amount,
    donorPopulation: whole(shape.donorPopulation),
    population: whole(shape.population),
    upliftPercent: whole(shape.upliftPercent),
    baseFeeOere: amount,
    supervisionOere: amount,
    themeDayOere: amount,
    startUpOere: amount.optional(),
    years: whole(shape.years),
    /** Supervision as the source describes it: times a year, hours each time, øre an hour. */
    supervisionTimes: z.coerce.number().pipe(z.int().min(1).max(366)).optional(),
    supervisionHours: z.coerce.number().pipe(z.int().min(1).max(24)).optional(),
    supervisionHourOere: amount.pipe(z.int().min(1)).optional(),
  }),
  response: z.object({
    at: Answered,
    seed: Section2Size,
    population: Section2Size,
    populationRatioThousandths: z.int(),
    populationUpliftTenths: z.int(),
    shareOfOwnTenths: z.int(),
    differenceTenths: z.int(),
    /** Percentage points above which the difference is warned of; null where no rule set holds, and nothing is warned of. */
    warnPoints: z.int().nullable(),
    warns: z.boolean(),
    donor: z.object({
      oerePerPatient: z.int(),
      oerePerService: z.int(),
      servicesPerPatientTenths: z.int(),
      patientsPerTherapistTenths: z.int(),
    }),
    supervision: z
      .object({
        groupOere: z.int(),
        groups: z.int(),
        therapistsPerGroupTenths: z.int(),
        unscaledOere: z.int(),
      })
      .nullable(),
  }),
})
