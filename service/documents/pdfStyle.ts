/** Points: of A4 and of what stands on it. */
export const page = { width: 595.28, side: 51, top: 84, bottom: 66 } as const
/** Width between the margins. */
export const room = page.width - 2 * page.side

/** Letters of tables, heads and feet. */
export const sans = { font: 'Sans', fontSize: 8, lineHeight: 1.05 } as const
