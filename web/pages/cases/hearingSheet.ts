import type { CaseFile } from './caseFile.ts'

/** What a sheet about one municipality's hearing gets. */
export interface HearingSheetProps {
  readonly hearing: CaseFile['consultations'][number]
  /** Name of the municipality. */
  readonly name: string
  readonly open: boolean
  readonly onClose: () => void
}

/** The hearing's own key, as its commands take it. */
export function keyOf({ case: id, municipality, round }: HearingSheetProps['hearing']) {
  return { case: id, municipality, round }
}
