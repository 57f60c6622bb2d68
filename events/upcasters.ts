type Data = Record<string, unknown>

/**
 * Lifts the data of an older event version to the next one. Entries are added, never changed: every version that was
 * ever stored stays readable. Key: `<type>@<version>`, the version that the entry lifts from.
 */
export const upcasters: Readonly<Record<string, (data: Data) => Data>> = {
  /** Version 1 knew relocations and takeovers only, and of a takeover neither schools nor place. */
  'CaseOpened@1': ({ subject, ...data }) => ({
    ...data,
    subject: isTakeover(subject) ? { newNumber: null, schools: [], place: null, ...subject } : subject,
  }),
  /** Version 2 knew no case that another one changes. */
  'CaseOpened@2': (data) => data,
  /** Version 1 had no parameters for the rules that came later: they get the values that were then written in text. */
  'RuleSetPublished@1': ({ parameters, sources, ...data }) => ({
    ...data,
    parameters: { ...parametersSince2(parameters), ...Object(parameters) },
    sources: {
      ...Object.fromEntries(
        Object.keys(parametersSince2(parameters)).map((key) => [key, { kind: 'ASSUMPTION', id: `${key} (v1)` }]),
      ),
      ...Object(sources),
    },
  }),
  /** Version 1 could not say what was planned in units. */
  'ExtraAddressNotified@1': (data) => ({ unitsHundredths: null, ...data }),
  'ExtraAddressApproved@1': (data) => ({ unitsHundredths: null, ...data }),
  /** Version 1 had no topics, files or counter-proposal. */
  'ConsultationAnswered@1': (data) => ({ topics: [], attachments: [], counterProposal: null, ...data }),
  /** Version 1 noted that a package was delivered, and not what it told. */
  'HalfYearlyDataPublished@1': (data) => ({ content: null, checksum: null, reason: null, ...data }),
  /** Version 1 did not name the school. */
  'RidingAgreementPermitted@1': (data) => ({ school: null, ...data }),
  /** Version 1 did not name the ruling. */
  'PaymentCeilingImposed@1': (data) => ({ ruling: null, ...data }),
  'PaymentCeilingLifted@1': (data) => ({ ruling: null, ...data }),
  /** Version 1 did not say which meeting the case was taken off. */
  'CasePostponed@1': (data) => ({ meetingOn: null, ...data }),
  /** Version 1 of a finding did not say what would turn it, and nobody can tell that afterwards. */
  'FindingsComputed@1': ({ set, ...data }) => ({ ...data, set: withFlips(set) }),
  'RulingIssued@1': ({ known, ...data }) => ({ ...data, known: withFlips(known) }),
}

function withFlips(set: unknown): unknown {
  if (typeof set !== 'object' || set === null || !('findings' in set) || !Array.isArray(set.findings)) return set
  return { ...set, findings: set.findings.map((finding: unknown) => ({ flips: [], ...Object(finding) })) }
}

function isTakeover(subject: unknown): subject is Data {
  return typeof subject === 'object' && subject !== null && 'type' in subject && subject.type === 'A2'
}

/** What version 2 of `RuleSetPublished` added, as the catalogue had it when the version came. */
function parametersSince2(parameters: unknown): Data {
  const regime =
    typeof parameters === 'object' && parameters !== null && 'regime' in parameters ? parameters.regime : ''
  return {
    poolMode: regime === 'KR_PER_CLINIC',
    poolBasisPoints: 375,
    pool62Oere: 4_000_000_000,
    pool51Oere: 4_600_000_000,
    openToAllPatients: true,
    maxClinicsPerOwner: 6,
    maxClinicsFrom: '2023-09-22',
    ceilingRequired: true,
    ceilingBasisPercent: 100,
    unit62Oere: 100_000_000,
    unit51Oere: 39_300_000,
    unitLevelYear: 2022,
    unitIndexTenThousandths: 10_000,
    bendReductionPercent: 40,
    smallBelowHoursTenths: 300,
    reviewHighPercent: 125,
    reviewLowPercent: 50,
    newMobileAllowed: false,
    advertiseVacantRiding: false,
    ridingMaxIncreaseTenths: 0,
    countyCutoff: '2007-01-01',
    ridingCountMode: 'pair',
    areaTargetPercent: 100,
    controlThresholdPercent: 10,
    controlMinPatients: 10,
    maxIndividualTenths: 40,
    substitutionHundredths: 100,
    homeReviewHundredths: 125,
    homeReviewMonths: 12,
    serviceGapGoalTenths: 0,
    capFactorHundredths: 100,
    capRounding: 'ceil',
    capMinimum: 1,
    capBasis: 'users',
    smallGroupBelow: 1000,
    coverageMaxKm: 30,
    detourHundredths: 130,
    coverageMinProviders: 1,
    competenceYears: 5,
    competenceGraceDays: 90,
    competenceAdviceDays: 180,
    palliativeMinAccepting: 2,
    homeRadiusKm: 30,
    surveyMonths: 24,
    section2UpliftPercent: 35,
    section2WarnPoints: 5,
    firstHalfDue: '09-30',
    secondHalfDue: '03-31',
    renewalWarningMonths: 12,
    contactMonths: 12,
  }
}

/** Lifts data from `version` to `current`; throws when a step is missing. */
export function upcast(
  type: string,
  version: number,
  current: number,
  data: Data,
  steps: typeof upcasters = upcasters,
): Data {
  let lifted = data
  for (let from = version; from < current; from += 1) {
    const step = steps[`${type}@${from}`]
    if (step === undefined) throw new Error(`No upcaster from ${type} version ${from} to ${from + 1}`)
    lifted = step(lifted)
  }
  return lifted
}
