/**
 * What a scenario's file is called: its name and the date that it is about, with letters and digits of any language and
 * hyphens for all else, so that no file system minds it.
 */
export function scenarioFileName({ name, asOf }: { readonly name: string; readonly asOf: string }): string {
  const words = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `${words === '' ? 'scenarie' : words}-${asOf}.json`
}
