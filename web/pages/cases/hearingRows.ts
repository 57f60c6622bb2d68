import type { CaseFile } from './caseFile.ts'

type Hearing = CaseFile['consultations'][number]

/** A municipality of the round with its hearing; null while none has been sent. */
export interface HearingRow {
  readonly municipality: string
  readonly hearing: Hearing | null
  readonly state: Hearing['state']
}

/** Every municipality that the rules name or that was asked, in the order of the rules, each with its state. */
export function hearingRows(file: Pick<CaseFile, 'involved' | 'consultations' | 'round'>): readonly HearingRow[] {
  const codes = [...new Set([...file.involved, ...file.consultations.map(({ municipality }) => municipality)])]
  return codes.map((municipality) => {
    const hearing = file.consultations.find((row) => row.municipality === municipality) ?? null
    return { municipality, hearing, state: hearing?.state ?? 'not-sent' }
  })
}
