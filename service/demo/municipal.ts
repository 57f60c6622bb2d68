import type { ContactDepartment } from '#events/contacts'
import { MunicipalityCode } from '#events/identifiers'
import type { Included, OfferService } from '#events/municipalOffer'
import type { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { municipality as municipalityOf } from './actors.ts'
import { day, instant } from './days.ts'
import type { Journal } from './journal.ts'
import type { Places } from './places.ts'

const haderslev = MunicipalityCode.parse('0510')
const skanderborg = MunicipalityCode.parse('0746')

/** The matrix of Haderslev's quality standard (SEED 004; S4-1). */
const services: readonly (readonly [OfferService, Included, string | null])[] = [
  ['group', 'yes', null],
  ['individual', 'yes', 'Om nødvendigt'],
  ['individualSupplement', 'yes', 'I enkelte tilfælde, som supplement til hold'],
  ['home', 'yes', 'Efter vurdering'],
  ['childPlace', 'yes', null],
  ['online', 'yes', null],
  ['occupationalTherapy', 'no', null],
  ['pool', 'no', null],
  ['riding', 'no', null],
  ['weekend', 'no', null],
]

/** Municipal offers and contacts: Haderslev's from SEED 004, and its departments' entries, which are invented. */
export function tellMunicipal(journal: Journal, places: Places): void {
  tellOffer(journal, places)
  for (const [index, entry] of entries.entries()) tellContact(haderslev, entry, 540 + index, journal)
  for (const [index, entry] of longAgo.entries()) tellContact(skanderborg, entry, 600 + index, journal)
  for (const [index, code] of hearingAddresses.entries())
    tellHearingAddress(MunicipalityCode.parse(code), index, journal)
}

function tellOffer(journal: Journal, places: Places): void {
  const on = '2025-02-03'
  const town = places.towns.get(haderslev)?.[0]
  const position: Position2d | null = town === undefined ? null : [town.lng, town.lat]
  journal.write({
    stream: `municipalOffer-${haderslev}`,
    at: instant(day(on), 620),
    by: municipalityOf(haderslev),
    events: [
      {
        type: 'MunicipalOfferPublished',
        effectiveFrom: EffectiveDate.parse('2025-02-01'),
        data: {
          municipality: haderslev,
          document: 'Kvalitetsstandard for vederlagsfri fysioterapi, Haderslev Kommune',
          offerVersion: 'SEED 004',
          services: services.map(([service, included, condition]) => ({ service, included, condition })),
          settings: ['trainingRoom', 'home', 'everydayPlace', 'online'],
          places: [
            {
              place: 'varbergvej',
              name: 'Kommunal genoptræning',
              address: {
                text: 'Varbergvej 11, Haderslev',
                postcode: '6100',
                town: 'Haderslev',
                darId: null,
                position,
                municipality: haderslev,
                certainty: 'registered',
              },
            },
          ],
          hours: 'weekdaysDaytime',
          referralMonths: 12,
          remarks:
            'Teksten blander ord om genoptræningsplan med henvisning til vederlagsfri fysioterapi. Punktet på kortet er byens midte, ikke huset.',
          source: 'SEED 004',
        },
      },
    ],
  })
}

interface DemoContact {
  readonly department: ContactDepartment
  readonly locationNumber: string | null
  readonly phone: string | null
  readonly mail: string | null
  readonly on: string
}

/** One of each kind: in order, wrong check digit, something missing, not confirmed for long. No Danish number begins with 0. */
const entries: readonly DemoContact[] = [
  {
    department: 'health',
    locationNumber: '5790000000005',
    phone: '00 00 00 01',
    mail: 'sundhed@kommune.example',
    on: '2026-03-02',
  },
  {
    department: 'childrenAndYouth',
    locationNumber: '5790000000004',
    phone: '00 00 00 02',
    mail: 'boern@kommune.example',
    on: '2026-03-02',
  },
  {
    department: 'employment',
    locationNumber: null,
    phone: '00 00 00 03',
    mail: 'job@kommune.example',
    on: '2026-03-02',
  },
  {
    department: 'elderlyAndDisability',
    locationNumber: '5790000000012',
    phone: '00 00 00 05',
    mail: 'aeldre@kommune.example',
    on: '2025-04-07',
  },
  {
    department: 'careHomeEast',
    locationNumber: '5790000000029',
    phone: '00 00 00 06',
    mail: 'oest@kommune.example',
    on: '2026-09-14',
  },
  { department: 'careHomeWest', locationNumber: '5790000000036', phone: null, mail: null, on: '2026-09-14' },
]

/** Skanderborg's entries: two that nobody has confirmed for more than a year, and one that was set this spring. */
const longAgo: readonly DemoContact[] = [
  {
    department: 'social',
    locationNumber: '5790000000043',
    phone: '00 00 00 11',
    mail: 'social@kommune.example',
    on: '2025-08-18',
  },
  {
    department: 'elderlyAndDisability',
    locationNumber: '5790000000050',
    phone: '00 00 00 12',
    mail: 'pleje@kommune.example',
    on: '2025-09-01',
  },
  {
    department: 'employment',
    locationNumber: '5790000000067',
    phone: '00 00 00 13',
    mail: 'jobcenter@kommune.example',
    on: '2026-04-13',
  },
]

/** Where hearings are mailed to in Region Midtjylland. One municipality has told none, so that its letter fails. */
const hearingAddresses = [
  '0615',
  '0657',
  '0661',
  '0665',
  '0671',
  '0706',
  '0707',
  '0710',
  '0727',
  '0730',
  '0740',
  '0741',
  '0746',
  '0751',
  '0756',
  '0760',
  '0779',
  '0791',
]

function tellHearingAddress(municipality: MunicipalityCode, index: number, journal: Journal): void {
  const on = '2026-09-28'
  const unknown = { name: null, locationNumber: null, phone: null, phoneHours: null }
  const mail = `sundhed.${municipality}@kommune.example`
  journal.write({
    stream: `contacts-${municipality}`,
    at: instant(day(on), 560 + index),
    by: municipalityOf(municipality),
    events: [
      {
        type: 'ContactEntrySet',
        effectiveFrom: EffectiveDate.parse(on),
        data: { municipality, department: 'health', ...unknown, mail },
      },
    ],
  })
}

function tellContact(
  municipality: MunicipalityCode,
  { on, ...entry }: DemoContact,
  minute: number,
  journal: Journal,
): void {
  journal.write({
    stream: `contacts-${municipality}`,
    at: instant(day(on), minute),
    by: municipalityOf(municipality),
    events: [
      {
        type: 'ContactEntrySet',
        effectiveFrom: EffectiveDate.parse(on),
        data: {
          municipality,
          name: null,
          ...entry,
          // S4-4: the phone of the municipal offer is answered on weekdays from 8 to 11.
          phoneHours: entry.department === 'health' ? { fromDay: 1, toDay: 5, from: '08:00', to: '11:00' } : null,
        },
      },
    ],
  })
}
