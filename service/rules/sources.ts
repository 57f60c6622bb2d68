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
  S_FAKTA:
    'https://fysio.dk/radgivning-regler/overenskomster/Overenskomster-og-aftaler-paa-praksisomraadet/ydernummer-og-kapacitet/fakta-om-ydernumre',
  S_EJER: `${agreements}/klinik/ejerskab-af-fysioterapiklinikker`,
  S_KONTROL: `${agreements}/ydernummer-og-kapacitet/kontrolstatistik-og-hojestegraense`,
  S_FIRE: `${agreements}/vederlagsfri-frysioterapi/vederlagsfri-fysioterapi-til-personer-uden-svart-fysisk-handicap`,
  S_RIDEUDG:
    'https://fysio.dk/radgivning-regler/overenskomster/Overenskomster-og-aftaler-paa-praksisomraadet/ridefysioterapi/udgiftsudvikling-for-ridefysioterapi',
  S_SPEC: 'https://faelleskommunalsundhed.dk/temaer/fysioterapi/',
  S_BEK710: 'https://ft.dk/samling/20081/almdel/suu/spm/293/svar/608269/655701/index.htm',
  S_FCP:
    'https://www.dovepress.com/incidence-of-free-of-charge-physiotherapy-in-a-danish-national-cohort--peer-reviewed-article-CLEP',
  S_POP24: 'https://nl.m.wikipedia.org/wiki/Regio_van_Denemarken',
  S_GLN: 'https://github.com/hl7dk/dk-core/blob/832200373bd5309da820275008247ed50f58f2ec/input/fsh/GLNIdentifier.fsh',
  S_SDC3:
    'https://www.sdu.dk/da/om_sdu/institutter_centre/ist_sundhedstjenesteforsk/forskningsinstruks/anonymiseringshelp',
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
