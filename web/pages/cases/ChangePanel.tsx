import { CapacityChange } from './CapacityChange.tsx'
import type { CaseFile } from './caseFile.ts'
import { PlaceChange } from './PlaceChange.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { RidingChange } from './RidingChange.tsx'

/** What the application changes, on a map where there is a place, and in words. */
export function ChangePanel({ file }: { readonly file: CaseFile }) {
  if (file.subject.type === 'A3') return <CapacityChange file={file} move={file.subject} />
  if (file.subject.type === 'A16') return <ProposalPanel file={file} />
  return file.ridingEffects.length > 0 ? <RidingChange file={file} /> : <PlaceChange file={file} />
}
