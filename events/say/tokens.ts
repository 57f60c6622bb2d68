/** Short name of a municipality's answer, as people type it into reasons and papers refer to it: `K0746`. */
export function answerToken(municipality: string): string {
  return `K${municipality}`
}
