const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A name that nobody else has: a word that says what it is, a hyphen, and ten letters or digits by chance. */
export function chanceId(word: string): string {
  const chance = crypto.getRandomValues(new Uint8Array(10))
  return `${word}-${[...chance].map((byte) => letters[byte % letters.length]).join('')}`
}
