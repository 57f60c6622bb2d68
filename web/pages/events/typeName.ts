/** A name of an event type, from its sentence: what is filled in for each event becomes an ellipsis. */
export function typeName(sentence: string): string {
  const text = sentence.replace(/\{\w+\}/g, '…')
  return text.slice(0, 1).toLocaleUpperCase('da') + text.slice(1)
}
