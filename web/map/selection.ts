/** What is selected on the map: `sel=0707`, `sel=clinic:…` or `sel=school:…` in the address bar. */
export interface Target {
  readonly kind: 'municipality' | 'clinic' | 'school'
  readonly id: string
}

/** The target in the address bar; null when there is none. */
export function targetIn(text: string | undefined): Target | null {
  if (text === undefined) return null
  if (text.startsWith('clinic:')) return { kind: 'clinic', id: text.slice('clinic:'.length) }
  if (text.startsWith('school:')) return { kind: 'school', id: text.slice('school:'.length) }
  return { kind: 'municipality', id: text }
}

/** The reverse of `targetIn`. */
export function targetText(target: Target | null): string | undefined {
  if (target === null) return undefined
  return target.kind === 'municipality' ? target.id : `${target.kind}:${target.id}`
}
