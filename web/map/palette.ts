/** Value of a design token. MapLibre cannot read CSS variables, so the map asks for them here. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** The sequential ramp, light is low. */
const rampTokens = ['--seq-1', '--seq-2', '--seq-3', '--seq-4', '--seq-5', '--seq-6'] as const

/** Whether a colour, `#rrggbb`, is dark enough to need white text: by its relative luminance (WCAG 2.2). */
export function isDark(colour: string): boolean {
  const [red = 1, green = 1, blue = 1] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.22
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

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
