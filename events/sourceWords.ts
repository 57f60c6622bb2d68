import type { Source } from './finding.ts'
import { parameterWords } from './parameterWords.ts'
import type { Words } from './words.ts'

/** A work's own title is the same in both languages. */
const own = (title: string): Words => ({ da: title, en: title })

/** What each document and public page is called, by its id; a page in another language says which. */
const titles: Readonly<Record<string, Words>> = {
  S_SEED000: own('Kvalitet i den vederlagsfri fysioterapi'),
  S_SEED001: own('Forslag til praksisplan for fysioterapi, Region Midtjylland 2015'),
  S_SEED002: own('Initiativ 1.8 Palliativ fysioterapi, Region Hovedstaden'),
  S_SEED003: own('Vejledning om dialog mellem fysioterapipraksis og kommune'),
  S_SEED004: own('Kvalitetsstandard for vederlagsfri fysioterapi, Haderslev Kommune'),
  S_NYOK: { da: 'Fysio.dk: Nye praksisoverenskomster', en: 'Fysio.dk: new practice agreements' },
  S_KAP: { da: 'Fysio.dk: Vejledning om brug af kapacitet', en: 'Fysio.dk: guide to the use of capacity' },
  S_NYNED: { da: 'Fysio.dk: Nynedsættelser', en: 'Fysio.dk: new establishments' },
  S_ADR: { da: 'Fysio.dk: Flere praksisadresser', en: 'Fysio.dk: several practice addresses' },
  S_SKEMA: { da: 'Fysio.dk: Ydernummerskema', en: 'Fysio.dk: provider number form' },
  S_FAKTA: { da: 'Fysio.dk: Fakta om ydernumre', en: 'Fysio.dk: facts on provider numbers' },
  S_EJER: { da: 'Fysio.dk: Ejerskab af fysioterapiklinikker', en: 'Fysio.dk: ownership of clinics' },
  S_KONTROL: {
    da: 'Fysio.dk: Kontrolstatistik og højestegrænse',
    en: 'Fysio.dk: control statistics and payment ceiling',
  },
  S_FIRE: {
    da: 'Fysio.dk: Vederlagsfri fysioterapi til personer uden svært fysisk handicap',
    en: 'Fysio.dk: free physiotherapy for persons without severe disability',
  },
  S_RIDEUDG: { da: 'Fysio.dk: Udgiftsudvikling for ridefysioterapi', en: 'Fysio.dk: spending on riding therapy' },
  S_SPEC: {
    da: 'Fælleskommunalt sundhedssekretariat: Fysioterapi',
    en: 'Joint municipal health office: physiotherapy',
  },
  S_BEK710: { da: 'Folketinget: Svar om træning i andre kommuner', en: 'Parliament: answer on training elsewhere' },
  S_FCP: {
    da: 'Dove Press: Vederlagsfri fysioterapi i en national kohorte (på engelsk)',
    en: 'Dove Press: free-of-charge physiotherapy in a national cohort',
  },
  S_POP24: { da: 'Wikipedia: Danmarks regioner (på nederlandsk)', en: 'Wikipedia: regions of Denmark (in Dutch)' },
  S_GLN: { da: 'HL7 Danmark: lokationsnumre (på engelsk)', en: 'HL7 Denmark: location numbers' },
  S_SDC3: { da: 'Syddansk Universitet: Anonymisering', en: 'University of Southern Denmark: anonymisation' },
  S_SU: { da: 'Fysio.dk: Samarbejdsudvalget, Region Syddanmark', en: 'Fysio.dk: cooperation committee, Syddanmark' },
  S_SUH: {
    da: 'Hovedstadens kommuner: Samarbejdsudvalg for fysioterapi',
    en: 'Municipalities of Hovedstaden: cooperation committee',
  },
  S_OST: { da: 'Wikipedia: Region Østdanmark (på engelsk)', en: 'Wikipedia: Region of Eastern Denmark' },
  S_COUNTYMAP: {
    da: 'Tabel over tidligere kommuner og amter (på engelsk)',
    en: 'Table of former municipalities and counties',
  },
  S_DH: { da: 'Danske helligdage (på engelsk)', en: 'Danish public holidays' },
  S_NORDEN: { da: 'Norden.org: Helligdage i Danmark (på islandsk)', en: 'Norden.org: public holidays (in Icelandic)' },
}

/** Assumptions that are no parameter of a rule set. */
const assumptions: Readonly<Record<string, Words>> = {
  'mean of all expenditure over all patients': {
    da: 'Gennemsnittet er al udgift delt med alle patienter',
    en: 'The mean is all expenditure over all patients',
  },
  structuredPathway: {
    da: 'Besparelsen ved et struktureret forløb er et mål, som ingen har målt',
    en: 'What a structured pathway saves is a goal that nobody has measured',
  },
  nextWorkingDay: {
    da: 'En frist på en fridag løber til næste hverdag',
    en: 'A deadline on a day off runs to the next',
  },
}
const asMidtjylland = ' as in Region Midtjylland'
const parameters: Readonly<Record<string, Words>> = parameterWords

/** What a source is called; the id itself where it has no name, which is a decision's own. */
export function sourceTitle({ kind, id }: Pick<Source, 'kind' | 'id'>): Words {
  if (kind !== 'ASSUMPTION') return titles[id] ?? own(id)
  const key = id.replace(asMidtjylland, '')
  const named = parameters[key] ?? assumptions[id] ?? own(id)
  if (key === id) return named
  return { da: `${named.da}, som i Region Midtjylland`, en: `${named.en}, as in Region Midtjylland` }
}

/** Words of a section as the rules store it, longest first, in Danish. */
const inDanish: readonly (readonly [english: string, danish: string])[] = [
  ['remark to section 14(3) of the riding agreement', 'bemærkning til § 14, stk. 3, i aftalen om ridefysioterapi'],
  ['scaling from another region, budget table', 'opskalering fra en anden region, budgettabel'],
  ['scaling from Region Hovedstaden', 'opskalering fra Region Hovedstaden'],
  ['units per clinic from 2024-01-01', 'enheder pr. klinik fra 1. januar 2024'],
  ['hearing 2014-11-26 to 2015-02-05', 'høring 26. november 2014 til 5. februar 2015'],
  ['abolished from 2024-01-01', 'ophævet fra 1. januar 2024'],
  ['hours until 2023-12-31', 'timer til 31. december 2023'],
  ['composition in general terms', 'sammensætningen i hovedtræk'],
  ['no duplicate offers', 'ingen dobbelte tilbud'],
  ['clarification work', 'afklaringsarbejdet'],
  ['mobile providers', 'mobile fysioterapeuter'],
  ['survey of supply', 'undersøgelse af udbuddet'],
  ['recommendation', 'anbefaling'],
  ['service level', 'serviceniveau'],
  ['free choice', 'frit valg'],
  ['footnote', 'fodnote'],
  ['section', 'afsnit'],
  ['annex', 'bilag'],
  ['point', 'punkt'],
]

/** Where in a source, as a reader of either language says it: `section 4, annex 2` is `afsnit 4, bilag 2`. */
export function sourceSection(section: string): Words {
  return { da: inDanish.reduce((text, [english, danish]) => text.replaceAll(english, danish), section), en: section }
}
