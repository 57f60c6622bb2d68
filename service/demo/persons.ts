import type { SetPerson } from '#api/persons'
import { PersonId, RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { regionOf } from '#geo/hierarchy'
import type { Geography } from '../geography.ts'
import type { Views } from '../projections/views.ts'
import { random } from './random.ts'

const given =
  `Agnes Alma Anders Anton Asta Astrid August Bente Birgit Carl Clara Dorte Ebbe Elin Ellen Emil Erik Esther Eva Frida
  Gerda Gustav Hanne Helle Henrik Holger Ida Inga Jens Johan Jonas Karen Karla Knud Lars Laura Lone Mads Malthe Maren
  Marie Mette Mikkel Naja Niels Nora Oluf Oskar Per Pernille Poul Rasmus Rikke Rosa Signe Sigurd Stine Svend Thea Tove`.split(
    /\s+/,
  )
const family =
  `Agerskov Askebo Birkholm Brinkby Bøgetoft Dalgaard Egelykke Ellehave Engdal Fjordvang Glimsbæk Hasselbo Hedelund
  Hejreskov Hybenkær Kildemark Klitmose Kløvermark Lindehøj Lyngholt Mosekær Mølleskov Pilegård Ravnsholt Rosenbæk Sivmose
  Solvang Stenhede Svanekilde Søbakke Tjørnelund Tranehøj Vibemose Ørnebjerg Åkandesø`.split(/\s+/)

/** What every name of the demonstration says of itself. */
export const invented = 'Opdigtet til demonstrationen'

/** Two family names each, so that chance hardly makes a real person's; made from the reference alone. */
function inventedPerson(person: PersonId, region: RegionCode): SetPerson {
  const { pick, shuffled } = random(`persons/${person}`)
  const name = [pick(given), ...shuffled(family).slice(0, 2)].join(' ')
  return { person, region, name, mail: `${person}@demo.invalid`, phone: null, source: invented }
}

/** Names for everybody who ever held a provider number, where its clinic lies, and for those whom applications name. */
export function inventedPersons(views: Views, { areas }: Geography, today: EffectiveDate): readonly SetPerson[] {
  const rows = views
    .statement<{ person: string; municipality: string }>(
      `SELECT p.holder AS person, a.municipality AS municipality, max(p.effective_from) FROM provider p
        JOIN practice_address a ON a.clinic = p.clinic AND a.municipality IS NOT NULL
        GROUP BY p.holder ORDER BY p.holder`,
    )
    .all({})
  const held = rows.flatMap(({ person, municipality }) => {
    const region = regionOf(areas, municipality, today)
    return region === undefined ? [] : [inventedPerson(PersonId.parse(person), RegionCode.parse(region.code))]
  })
  const cases = views
    .statement<{ region: string; subject: string }>(
      'SELECT DISTINCT region, subject FROM case_file WHERE subject IS NOT NULL ORDER BY region, subject',
    )
    .all({})
  const known = new Set(held.map(({ person }) => person))
  const named = cases.flatMap(({ region, subject }) =>
    [...subject.matchAll(personField)].flatMap(([, found]) => {
      const person = PersonId.safeParse(found).data
      if (person === undefined || known.has(person)) return []
      known.add(person)
      return [inventedPerson(person, RegionCode.parse(region))]
    }),
  )
  return [...held, ...named]
}

/** A person in the subject of an application, as it is stored. */
const personField = /"(?:holder|fromHolder|toHolder|therapist|employee|person)":"([^"]+)"/g
