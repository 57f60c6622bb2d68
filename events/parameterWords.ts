import type { ParameterKey } from './planParameters.ts'
import type { Words } from './words.ts'

/** Name of each parameter of a rule set. The unit is the key's ending (`web/text/sayable.ts`). */
export const parameterWords = {
  regime: { da: 'Kapacitetsform', en: 'Capacity regime' },
  allowNewNumbers: { da: 'Nye ydernumre tilladt', en: 'New provider numbers allowed' },
  crossMunicipalityAllowed: {
    da: 'Flytning over kommunegrænsen tilladt',
    en: 'Moving across the municipal border allowed',
  },
  toleranceHoursTenths: { da: 'Tolerance pr. kommune, timer', en: 'Tolerance per municipality, hours' },
  toleranceUnitsHundredths: { da: 'Tolerance pr. kommune, enheder', en: 'Tolerance per municipality, units' },
  maxAddresses: { da: 'Højeste antal adresser', en: 'Highest number of addresses' },
  transitionDays: { da: 'Overgang med to adresser, dage', en: 'Transition with two addresses, days' },
  extraAddressRole: { da: 'Ekstra adresse skal', en: 'An extra address must be' },
  noticeDays: { da: 'Varsel for flytning, dage', en: 'Notice of a relocation, days' },
  noticeRule: { da: 'Varsel for overdragelse', en: 'Notice of a transfer' },
  ridingMinHoursTenths: { da: 'Mindste ugentlige timer pr. rideskole', en: 'Least weekly hours per riding school' },
  hearCapacityCases: { da: 'Høring i alle kapacitetssager', en: 'Consultation in all capacity cases' },
  caseDays: { da: 'Høringsfrist i sager, dage', en: 'Consultation period of cases, days' },
  planDays: { da: 'Høringsfrist for planen, dage', en: 'Consultation period of the plan, days' },
  unanimity: { da: 'Enighed kræves', en: 'Agreement required' },
  referralDays: { da: 'Frist for forelæggelse, dage', en: 'Period for demanding referral, days' },
  minCell: { da: 'Mindste tal, der vises', en: 'Smallest count shown' },
  poolMode: { da: 'Nynedsættelse fra en udbudt pulje', en: 'New establishments from an advertised pool' },
  poolBasisPoints: {
    da: 'Puljens andel af omsætningen, procent',
    en: 'Pool as a share of turnover, percent',
  },
  pool62Oere: { da: 'Pulje på speciale 62 i hele landet', en: 'National pool on specialty 62' },
  pool51Oere: { da: 'Pulje på speciale 51 i hele landet', en: 'National pool on specialty 51' },
  openToAllPatients: {
    da: 'Ekstra adresse skal være åben for alle henviste',
    en: 'An extra address must be open to all referred',
  },
  maxClinicsPerOwner: { da: 'Klinikker pr. ejer ved overtagelse', en: 'Clinics per owner by acquisition' },
  maxClinicsFrom: { da: 'Grænsen for klinikker pr. ejer gælder fra', en: 'The limit of clinics per owner holds from' },
  ceilingRequired: {
    da: 'Omsætningsloft kræves ved § 24-ansættelse',
    en: 'Turnover ceiling required for section 24 employment',
  },
  ceilingBasisPercent: {
    da: 'Loft i procent af 12 måneders omsætning',
    en: 'Ceiling as a percentage of 12 months’ turnover',
  },
  unit62Oere: { da: 'Én kapacitet på speciale 62, tilskud pr. år', en: 'One unit on specialty 62, subsidy a year' },
  unit51Oere: { da: 'Én kapacitet på speciale 51, tilskud pr. år', en: 'One unit on specialty 51, subsidy a year' },
  unitLevelYear: { da: 'Kapacitetens prisniveau, år', en: 'Price level of a unit, year' },
  unitIndexTenThousandths: {
    da: 'Regulering siden prisniveauet, titusindedele',
    en: 'Index since the price level, ten-thousandths',
  },
  bendReductionPercent: { da: 'Reduktion over knækgrænsen, procent', en: 'Cut above the bend limit, percent' },
  smallBelowHoursTenths: { da: 'Lille kapacitet under, timer', en: 'Small capacity below, hours' },
  reviewHighPercent: {
    da: 'Omsætning pr. ugetime undersøges over, procent af medianen',
    en: 'Turnover per weekly hour examined above, percent of the median',
  },
  reviewLowPercent: {
    da: 'Omsætning pr. ugetime undersøges under, procent af medianen',
    en: 'Turnover per weekly hour examined below, percent of the median',
  },
  newMobileAllowed: { da: 'Nye mobile fysioterapeuter tilladt', en: 'New mobile physiotherapists allowed' },
  advertiseVacantRiding: { da: 'Ledige rideydernumre opslås', en: 'Vacant riding numbers are advertised' },
  ridingMaxIncreaseTenths: {
    da: 'Tilladt stigning i regionens ridetimer',
    en: 'Increase allowed in the region’s riding hours',
  },
  countyCutoff: { da: 'Amtsaftalt område ved tiltræden før', en: 'County-agreed area for accession before' },
  ridingCountMode: { da: 'Mindste timer tælles pr.', en: 'Least hours counted per' },
  areaTargetPercent: {
    da: 'Dokumenterede dækningsområder, mål i procent',
    en: 'Documented coverage areas, target in percent',
  },
  controlThresholdPercent: {
    da: 'Kontrolstatistik: afvigelse, der undersøges, procent',
    en: 'Control statistics: deviation examined, percent',
  },
  controlMinPatients: {
    da: 'Kontrolstatistik: mindste antal patienter',
    en: 'Control statistics: least number of patients',
  },
  maxIndividualTenths: {
    da: 'Individuelle behandlinger pr. patient pr. år',
    en: 'Individual services per patient and year',
  },
  substitutionHundredths: {
    da: 'Individuelle behandlinger, der skal falde pr. ny holdbehandling',
    en: 'Individual services that must fall per new group service',
  },
  homeReviewHundredths: {
    da: 'Hjemmebehandling undersøges fra, gange regionens andel',
    en: 'Home treatment examined from, times the regional share',
  },
  homeReviewMonths: {
    da: 'Hjemmebehandling ses igen efter, måneder',
    en: 'Home treatment looked at again after, months',
  },
  serviceGapGoalTenths: {
    da: 'Mål for ydelser pr. patient over landsniveauet',
    en: 'Goal for services per patient above the national level',
  },
  capFactorHundredths: {
    da: 'Loft: terapeuter pr. person i den nøjagtige andel',
    en: 'Cap: therapists per person of the exact share',
  },
  capRounding: { da: 'Loft: afrunding', en: 'Cap: rounding' },
  capMinimum: { da: 'Loft: mindst', en: 'Cap: at least' },
  capBasis: { da: 'Loft: gruppens størrelse tælles som', en: 'Cap: the group’s size is counted as' },
  smallGroupBelow: {
    da: 'Lille gruppe: færre personer i landet end',
    en: 'Small group: fewer persons in the country than',
  },
  coverageMaxKm: { da: 'Dækning: højst km ad vej', en: 'Coverage: kilometres by road, at most' },
  detourHundredths: { da: 'Dækning: omvej, gange luftlinjen', en: 'Coverage: detour, times the straight line' },
  coverageMinProviders: { da: 'Dækning: mindst antal ydere', en: 'Coverage: providers, at least' },
  competenceYears: { da: 'Dokumentation gælder, år', en: 'Documentation holds, years' },
  competenceGraceDays: { da: 'Frist efter udløb, dage', en: 'Grace after expiry, days' },
  competenceAdviceDays: { da: 'Varsel før udløb, dage', en: 'Notice before expiry, days' },
  palliativeMinAccepting: {
    da: 'Palliative ydere med plads pr. område',
    en: 'Palliative providers who accept, per area',
  },
  homeRadiusKm: { da: 'Radius for hjemmebehandling, km', en: 'Radius of home treatment, km' },
  surveyMonths: { da: 'En kortlægning er gyldig, måneder', en: 'A survey is valid, months' },
  section2UpliftPercent: { da: '§ 2-aftale: opskrivning, procent', en: 'Section 2 agreement: uplift, percent' },
  section2WarnPoints: {
    da: '§ 2-aftale: advarsel ved forskel, procentpoint',
    en: 'Section 2 agreement: difference warned of, percentage points',
  },
  firstHalfDue: { da: 'Halvårsdata for 1. halvår senest', en: 'Data of the first half-year due' },
  secondHalfDue: { da: 'Halvårsdata for 2. halvår senest', en: 'Data of the second half-year due' },
  renewalWarningMonths: {
    da: 'Varsel om fornyelse af planen, måneder',
    en: 'Warning before the plan is to be renewed, months',
  },
  contactMonths: { da: 'Kontaktoplysninger bekræftes hver, måneder', en: 'Contacts confirmed every, months' },
} as const satisfies Record<ParameterKey, Words>
