import type { Finding } from '#events/finding'

/**
 * True when a finding speaks of the municipality: in what was measured, on the map, or in the words of its sentence.
 * What is not applicable concerns nobody.
 */
export function concerns(finding: Finding, municipality: string): boolean {
  if (finding.outcome === 'not-applicable') return false
  return (
    finding.measured.some((measure) => measure.municipality === municipality) ||
    finding.evidence.some((evidence) => evidence.kind === 'municipality' && evidence.code === municipality) ||
    Object.values(finding.params).flat().includes(municipality)
  )
}
