import type { Random } from './random.ts'

/** Words that names are put together from. Any likeness to a real place of treatment is chance. */
const nature =
  `Bøge Ege Linde Aske Birke Elle Pile Tjørne Hassel Hyben Lærke Vibe Svane Måge Ørne Falke Hejre Enge Åkande Sø
  Fjord Klit Hede Mose Bakke Dal Kløver Rose Rav Siv Mølle Sol Måne Lyng Timian Mynte Humle Morgen Kilde Bæk Skov Kær`.split(
    /\s+/,
  )
const ending = 'ly bo krog lund dal toft eng holm vang høj bred glimt gård have sti'.split(' ')
const clinicPatterns = ['Klinik *', 'Fysioterapi *', '* Fysioterapi', 'Klinikken *', 'Fysioterapien *', '* Klinik']
const schoolPatterns = ['Rideskolen *', 'Ridecenter *', '* Rideskole', 'Hestegården *', '* Rideklub']
const streets =
  `Bøgevej Lindevej Skolegade Kirkestræde Torvet Stationsvej Møllevej Havnegade Søndergade Nørregade Vestergade
  Østergade Algade Strandvejen Parkvej Birkevej Elmevej Industrivej Engvej Skovvej Bakkevej Nygade Jernbanegade Rosenvej
  Hyldevej Tjørnevej Lærkevej Solvej Brogade Mosevej`.split(/\s+/)

/** Different clinic names, as many as asked for. Throws a RangeError when the words do not suffice. */
export function clinicNames(count: number, random: Random): readonly string[] {
  return names(clinicPatterns, count, random)
}

/** Different names of riding schools, as many as asked for. */
export function schoolNames(count: number, random: Random): readonly string[] {
  return names(schoolPatterns, count, random)
}

/** Street and number, without town. */
export function streetAddress(random: Random): string {
  return `${random.pick(streets)} ${random.int(1, 98)}${random.chance(0.15) ? random.pick(['A', 'B', 'C']) : ''}`
}

function names(patterns: readonly string[], count: number, random: Random): readonly string[] {
  const roots = nature.flatMap((word) =>
    ending.filter((end) => !word.toLowerCase().endsWith(end)).map((end) => word + end),
  )
  const all = random.shuffled(roots.flatMap((root) => patterns.map((pattern) => pattern.replace('*', root))))
  if (all.length < count) throw new RangeError(`${all.length} names for ${count}`)
  return all.slice(0, count)
}
