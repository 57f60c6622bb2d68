import regular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url'
import bold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url'

export const labelFont = 'Praksiskort Regular'
export const boldFont = 'Praksiskort Bold'

/** Font files of the map's labels, by the names the layers use. MapLibre draws the letters itself; none are fetched from elsewhere. */
export function fontFaces(): Record<string, string> {
  return { [labelFont]: new URL(regular, location.href).href, [boldFont]: new URL(bold, location.href).href }
}
