/** Value of a design token. MapLibre cannot read CSS variables, so the map asks for them here. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** The sequential ramp, light is low. */
export const rampTokens = ['--seq-1', '--seq-2', '--seq-3', '--seq-4', '--seq-5', '--seq-6'] as const

/** Classes whose colour is dark enough to need white text. */
export const darkFrom = 4

/**
 * The ramp for a number of classes: the ends and the steps between them, so that few classes still span the ramp.
 * Returns tokens, lowest class first.
 */
export function rampFor(classes: number): readonly (typeof rampTokens)[number][] {
  const last = rampTokens.length - 1
  if (classes <= 1) return ['--seq-1']
  return Array.from({ length: classes }, (_, at) => {
    const step = Math.round((at * last) / (classes - 1))
    return rampTokens[step] ?? '--seq-6'
  })
}
