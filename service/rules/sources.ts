import type { Source } from '#events/finding'

/** A section of a seed document. `id` as in facts.json. */
export function seed(id: `S_SEED00${0 | 1 | 2 | 3 | 4}`, section: string): Source {
  return { kind: 'SEED', id, section }
}

/** An assumption of ours that an administrator can change. The id is its name. */
export function assumption(id: string): Source {
  return { kind: 'ASSUMPTION', id }
}

const agreements = 'https://www.fysio.dk/radgivning-regler/overenskomster/Overenskomster-og-aftaler-paa-praksisomraadet'

const urls = {
  S_NYOK: `${agreements}/nye-praksisoverenskomster`,
  S_KAP: `${agreements}/ydernummer-og-kapacitet/vejledning-om-brug-af-kapacitet`,
  S_NYNED: `${agreements}/ydernummer-og-kapacitet/nynedsattelser`,
  S_ADR: `${agreements}/klinik/flere-praksisadresser`,
  S_SKEMA: `${agreements}/ydernummer-og-kapacitet/ydernummerskema`,
  S_SU: 'https://www.fysio.dk/om-os/regioner/region-syddanmark/for-dig-som-er/praktiserende/samarbejdsudvalget',
  S_SUH: 'https://hovedstadenskommuner.dk/sundhed/vederlagsfri-fysioterapi/samarbejdsudvalg-for-fysioterapi/',
  S_OST: 'https://en.wikipedia.org/wiki/Region_of_Eastern_Denmark',
  S_COUNTYMAP:
    'https://github.com/thomas-rasmussen/tbrmiscdata/blob/57e6c7acbd6cf261ca08c40e87b181b9675ea14e/data-raw/dk_municipality_codes.R',
  S_DH: 'https://app.unpkg.com/date-holidays@3.27.0/files/data/countries/DK.yaml',
  S_NORDEN: 'https://www.norden.org/is/info-norden/helgidagar-i-danmorku',
} as const

/** A public page, by its id in facts.json. */
export function published(id: keyof typeof urls, section?: string): Source {
  return { kind: 'PUBLIC', id, url: urls[id], ...(section === undefined ? {} : { section }) }
}
