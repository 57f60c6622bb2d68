import type { Words } from '../words.ts'

/** Words of the rules on competence, palliative care, municipal offers, contacts. */

/** Name of each rule as a heading. */
export const coverageRules = {
  'R-40': { da: 'Små tal vises ikke', en: 'Small numbers are not shown' },
  'R-28': { da: 'Små grupper tæt på hjemmet', en: 'Small groups near home' },
  'R-30': { da: 'Gyldig dokumentation af kompetence', en: 'Valid documentation of competence' },
  'R-32': { da: 'Palliativ behandling i hjemmet', en: 'Palliative treatment at home' },
  'R-33': { da: '§ 2-aftalens størrelse', en: 'Size of the section 2 agreement' },
  'R-34': { da: 'Kommunens eget tilbud', en: 'The municipality’s own offer' },
  'R-35': { da: 'Ingen dobbelttælling', en: 'No duplicate counting' },
  'R-42': { da: 'Kontaktoplysninger', en: 'Contact directory' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const coverageFindings = {
  'R-40.noGroup': { da: 'Sagen handler ikke om en diagnosegruppe.', en: 'The case is not about a diagnosis group.' },
  'R-40.unknown': {
    da: 'Ingen kilde siger, hvor stor gruppen {group} er. Ukendt er ikke nul.',
    en: 'No source says how large the group {group} is. Unknown is not zero.',
  },
  'R-40.hidden': {
    da: 'Gruppen {group} ventes at have under {minCell} personer i både kommune, sundhedsråd og region og vises ikke med tal.',
    en: 'The group {group} is expected to have fewer than {minCell} persons in municipality, health council and region alike, and is not shown with a number.',
  },
  'R-40.shown': {
    da: 'Gruppen {group} ventes at have ca. {count} personer i {place}. I mindre områder end det vises intet tal.',
    en: 'The group {group} is expected to have about {count} persons in {place}. For smaller areas than that no number is shown.',
  },
  'R-28.notConcerned': {
    da: 'Ingen på klinikken har dokumenteret kompetence, så dækningen for små diagnosegrupper berøres ikke.',
    en: 'Nobody at the clinic has documented competence, so the cover of small diagnosis groups is not concerned.',
  },
  'R-28.unprepared': {
    da: 'Dækningen er ikke beregnet endnu.',
    en: 'The cover has not been computed yet.',
  },
  'R-28.noSmallGroup': {
    da: 'Klinikkens dokumenterede kompetencer er ikke for en lille gruppe.',
    en: 'The clinic’s documented competences are not for a small group.',
  },
  'R-28.nobodyKnown': {
    da: 'Ingen i regionen er kendt med gyldig dokumentation for {group}.',
    en: 'Nobody in the region is known to have valid documentation for {group}.',
  },
  'R-28.newGap': {
    da: 'Færre har en yder for {group} inden for afstanden end før. Nyt hul i {gaps}.',
    en: 'Fewer have a provider for {group} within the distance than before. New gap in {gaps}.',
  },
  'R-28.gap': {
    da: 'Ikke alle har en yder for {group} inden for afstanden, hverken før eller efter ændringen.',
    en: 'Not everybody has a provider for {group} within the distance, neither before nor after the change.',
  },
  'R-28.covered': {
    da: 'Alle i regionen har en yder for {group} inden for afstanden.',
    en: 'Everybody in the region has a provider for {group} within the distance.',
  },
  'R-30.noDocumentation': {
    da: 'Sagen handler ikke om dokumentation af en kompetence.',
    en: 'The case is not about documentation of a competence.',
  },
  'R-30.unknown': {
    da: 'Dokumentationen kan ikke bedømmes pr. {on}, før dette foreligger: {missing}.',
    en: 'The documentation cannot be judged on {on} until this is known: {missing}.',
  },
  'R-30.notYet': {
    da: 'Dokumentationen er først udstedt {issuedOn} og tæller ikke {on}.',
    en: 'The documentation is not issued until {issuedOn} and does not count on {on}.',
  },
  'R-30.grace': {
    da: 'Dokumentationen udløb {expiresOn} og tæller ikke længere. Den kan fornyes til og med {graceUntil}.',
    en: 'The documentation expired on {expiresOn} and no longer counts. It can be renewed through {graceUntil}.',
  },
  'R-30.expired': {
    da: 'Dokumentationen udløb {expiresOn}, og fristen for fornyelse sluttede {graceUntil}.',
    en: 'The documentation expired on {expiresOn}, and the time for renewal ended on {graceUntil}.',
  },
  'R-30.expiresSoon': {
    da: 'Dokumentationen gælder, men udløber {expiresOn}, om {days} dage.',
    en: 'The documentation holds, but expires on {expiresOn}, in {days} days.',
  },
  'R-30.valid': {
    da: 'Dokumentationen gælder til {expiresOn}, {days} dage efter {on}.',
    en: 'The documentation holds until {expiresOn}, {days} days after {on}.',
  },
  'R-32.notConcerned': {
    da: 'Ændringen berører ingen, der giver palliativ behandling i hjemmet.',
    en: 'The change concerns nobody who gives palliative treatment at home.',
  },
  'R-32.incomplete': {
    da: 'Dækningen kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'Coverage cannot be judged until this is known: {missing}.',
  },
  'R-32.covered': {
    da: '{area}: mindst {after} ydere tager nye palliative patienter. Målet er {limit}.',
    en: '{area}: at least {after} providers take new palliative patients. The aim is {limit}.',
  },
  'R-32.noSurvey': {
    da: '{area}: {after} med plads kendes, og udbuddet er ikke kortlagt. Målet er {limit}.',
    en: '{area}: {after} who accept are known, and the supply has not been surveyed. The aim is {limit}.',
  },
  'R-32.oldSurvey': {
    da: '{area}: {after} med plads kendes. Kortlægningen af {surveyedOn} er for gammel. Målet er {limit}.',
    en: '{area}: {after} who accept are known. The survey of {surveyedOn} is too old. The aim is {limit}.',
  },
  'R-32.acceptanceUnknown': {
    da: '{area}: {after} med plads kendes, og ikke alle har sagt, om de tager nye. Målet er {limit}.',
    en: '{area}: {after} who accept are known, and not all have said whether they take new patients. The aim is {limit}.',
  },
  'R-32.newGap': {
    da: '{area}: {after} ville tage nye palliative patienter mod {before} nu. Målet er {limit}. Kortlægning {surveyedOn}, svarprocent {responsePercent}: et mindstetal.',
    en: '{area}: {after} would take new palliative patients, {before} now. The aim is {limit}. Survey {surveyedOn}, response {responsePercent} %: a lower bound.',
  },
  'R-32.tooFew': {
    da: '{area}: {after} tager nye palliative patienter. Målet er {limit}. Kortlægning {surveyedOn}, svarprocent {responsePercent}: et mindstetal.',
    en: '{area}: {after} take new palliative patients. The aim is {limit}. Survey {surveyedOn}, response {responsePercent} %: a lower bound.',
  },
  'R-33.noAgreement': {
    da: 'Sagen handler ikke om en § 2-aftale.',
    en: 'The case is not about a section 2 agreement.',
  },
  'R-33.unknown': {
    da: 'Størrelsen af § 2-aftalen i {region} kan ikke regnes ud, før dette foreligger: {missing}.',
    en: 'The size of the section 2 agreement of {region} cannot be worked out until this is known: {missing}.',
  },
  'R-33.differs': {
    da: 'Med ansøgeren er {members} terapeuter med; aftalen er regnet til {sized}. Opskrivningen {uplift} % er ikke folketallets {populationUpliftPercentTenths} %: {bySeed} terapeuter mod {byPopulation}.',
    en: 'With the applicant {members} therapists are in; the agreement is sized at {sized}. The uplift of {uplift} % is not the population’s {populationUpliftPercentTenths} %: {bySeed} therapists against {byPopulation}.',
  },
  'R-33.agrees': {
    da: 'Med ansøgeren er {members} terapeuter med; aftalen er regnet til {sized}. Opskrivningen {uplift} % svarer til folketallets {populationUpliftPercentTenths} %.',
    en: 'With the applicant {members} therapists are in; the agreement is sized at {sized}. The uplift of {uplift} % agrees with the population’s {populationUpliftPercentTenths} %.',
  },
  'R-34.included': {
    da: '{service} er en del af tilbuddet i kommune {municipality} og kan tælle som dækning, adskilt fra praksis.',
    en: '{service} is part of the offer of {municipality} and may count as coverage, apart from practices.',
  },
  'R-34.includedOn': {
    da: '{service} er en del af tilbuddet i kommune {municipality} på en betingelse: {condition}. Det kan tælle som dækning, adskilt fra praksis.',
    en: '{service} is part of the offer of {municipality} on a condition: {condition}. It may count as coverage, apart from practices.',
  },
  'R-34.excluded': {
    da: '{service} er ikke en del af tilbuddet i kommune {municipality} og tæller ikke som dækning.',
    en: '{service} is not part of the offer of {municipality} and does not count as coverage.',
  },
  'R-34.unknown': {
    da: 'Kommune {municipality} har ikke oplyst, om {service} er en del af tilbuddet.',
    en: '{municipality} has not stated whether {service} is part of the offer.',
  },
  'R-35.unknown': {
    da: 'I {municipality} mangler dette, før praksis og kommunens tilbud kan vises side om side: {missing}.',
    en: 'In {municipality} this is missing before practices and the municipal offer can be shown side by side: {missing}.',
  },
  'R-35.oneOnly': {
    da: 'I {municipality} findes kun det ene: praksis {practice}, kommunen {municipal}.',
    en: 'In {municipality} there is only one of the two: practices {practice}, municipality {municipal}.',
  },
  'R-35.apart': {
    da: 'I {municipality} vises praksis {practice} og kommunens tilbud {municipal} hver for sig og lægges aldrig sammen.',
    en: 'In {municipality} practices {practice} and the municipal offer {municipal} are shown apart and never added.',
  },
  'R-42.notANumber': {
    da: '{department}: {locationNumber} er ikke et lokationsnummer på 13 cifre med rigtigt kontrolciffer.',
    en: '{department}: {locationNumber} is no location number of 13 digits with the right check digit.',
  },
  'R-42.incomplete': { da: '{department}: mangler {missing}.', en: '{department}: {missing} missing.' },
  'R-42.notConfirmed': {
    da: '{department}: sidst bekræftet {confirmedOn}; skulle være bekræftet igen {due}.',
    en: '{department}: last confirmed on {confirmedOn}; was to be confirmed again on {due}.',
  },
  'R-42.inOrder': { da: '{department}: bekræftet {confirmedOn}.', en: '{department}: confirmed on {confirmedOn}.' },
} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const coverageMeasures = {
  expectedPersons: { da: 'Ventede personer', en: 'Expected persons' },
  smallestCell: { da: 'Mindste tal, der vises', en: 'Smallest count shown' },
  coveredBefore: { da: 'Dækket før', en: 'Covered before' },
  coveredAfter: { da: 'Dækket efter', en: 'Covered after' },
  farthestByRoad: { da: 'Længst væk, ad vej', en: 'Farthest away, by road' },
  documentedAfter: { da: 'Dokumenterede ydere efter', en: 'Documented providers after' },
  daysOfValidity: { da: 'Dage til udløb', en: 'Days until expiry' },
  palliativeAccepting: { da: 'Mindst så mange tager nye', en: 'At least so many accept' },
  palliativeAcceptingBefore: { da: 'Mindst så mange før ændringen', en: 'At least so many before the change' },
  palliativeTherapists: { da: 'Terapeuter i registret', en: 'Therapists in the register' },
  palliativeFull: { da: 'Uden plads', en: 'Full' },
  palliativeUnknown: { da: 'Ikke oplyst, om de tager nye', en: 'Not stated whether they accept' },
  palliativeSurveyed: { da: 'Med plads ifølge kortlægningen', en: 'Accepting according to the survey' },
  section2Members: { da: 'Terapeuter i aftalen', en: 'Therapists in the agreement' },
  section2DifferenceTenths: {
    da: 'Forskel til folketallet, tiendedele procentpoint',
    en: 'Difference from the population, tenths of a percentage point',
  },
  section2BySeed: { da: 'Terapeuter efter kildens opskrivning', en: 'Therapists by the source’s uplift' },
  section2ByPopulation: { da: 'Terapeuter efter folketallet', en: 'Therapists by the population' },
  section2Yearly: { da: 'Udgift pr. år', en: 'Cost a year' },
  practiceSupply: { da: 'Praksis', en: 'Practices' },
  municipalSupply: { da: 'Kommunens tilbud', en: 'Municipal offer' },
} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const coverageConditions = {
  groupSize: { da: 'gruppens størrelse', en: 'the size of the group' },
  travelSurface: { da: 'afstandene', en: 'the distances' },
  documentedProvider: { da: 'en yder med gyldig dokumentation', en: 'a provider with valid documentation' },
  issuer: { da: 'udsteder', en: 'issuer' },
  issuedOn: { da: 'udstedelsesdato', en: 'date of issue' },
  expiresOn: { da: 'udløbsdato', en: 'date of expiry' },
  place: { da: 'terapeutens adresse', en: 'the therapist’s address' },
  homeRadiusKm: { da: 'radius for hjemmebehandling', en: 'radius of home treatment' },
  acceptsNew: { da: 'om der tages nye patienter', en: 'whether new patients are accepted' },
  trainingDone: { da: 'om uddannelsen er gennemført', en: 'whether the training is done' },
  supplySurvey: { da: 'en kortlægning, der gælder', en: 'a survey that is valid' },
  section2Agreement: { da: 'et forslag til § 2-aftale', en: 'a proposal of a section 2 agreement' },
  offerService: { da: 'om ydelsen er en del af tilbuddet', en: 'whether the service is part of the offer' },
  practiceSupply: { da: 'praksis’ udbud', en: 'the practices’ supply' },
  municipalSupply: { da: 'kommunens udbud', en: 'the municipality’s supply' },
  locationNumber: { da: 'lokationsnummer', en: 'location number' },
  phone: { da: 'telefon', en: 'phone' },
  mail: { da: 'mail', en: 'mail' },
  'R-28': { da: 'dækning for små grupper (R-28)', en: 'coverage of small groups (R-28)' },
  'R-32': { da: 'palliativ dækning (R-32)', en: 'palliative coverage (R-32)' },
} as const satisfies Record<string, Words>
