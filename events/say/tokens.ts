/** Short name of a finding, as people type it into reasons and papers refer to it: `F02` is what R-02 found. */
export function findingToken(rule: string): string {
  return rule.replace('R-', 'F')
}

/** Short name of a municipality's answer: `K0746`. */
export function answerToken(municipality: string): string {
  return `K${municipality}`
}
