const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** An id for a new scenario: `sc-` and ten letters or digits, by chance. */
export function scenarioId(): string {
  const chance = crypto.getRandomValues(new Uint8Array(10))
  return `sc-${[...chance].map((byte) => letters[byte % letters.length]).join('')}`
}
