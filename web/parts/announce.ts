/** The id of the one polite live region, in the shell. */
export const liveRegionId = 'live-region'

/** Says a sentence to screen readers without moving focus: a layer changed, the date changed, a draft was saved. */
export function announce(sentence: string): void {
  const region = document.getElementById(liveRegionId)
  if (region !== null) region.textContent = sentence
}
