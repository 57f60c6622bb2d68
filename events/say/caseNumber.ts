/** The number of a case as people write it, `26/0141`, from its id, `26-0141`. */
export function caseNumber(id: string): string {
  return id.replace(/^(\d{2})-(\d{4})$/, '$1/$2')
}
