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
  const { pick } = random(`persons/${person}`)
  const name = `${pick(given)} ${pick(family)} ${pick(family)}`
  return { person, region, name, mail: `${person}@demo.invalid`, phone: null, source: invented }
}

/** Names for everybody who ever held a provider number, in the region where the clinic of the last one lies. */
export function inventedPersons(views: Views, { areas }: Geography, today: EffectiveDate): readonly SetPerson[] {
  const rows = views
    .statement<{ person: string; municipality: string }>(
      `SELECT p.holder AS person, a.municipality AS municipality, max(p.effective_from) FROM provider p
        JOIN practice_address a ON a.clinic = p.clinic AND a.municipality IS NOT NULL
        GROUP BY p.holder ORDER BY p.holder`,
    )
    .all({})
  return rows.flatMap(({ person, municipality }) => {
    const region = regionOf(areas, municipality, today)
    return region === undefined ? [] : [inventedPerson(PersonId.parse(person), RegionCode.parse(region.code))]
  })
}
