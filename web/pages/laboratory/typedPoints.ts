import { typedPoint } from '../cases/placed.ts'

export type Point = readonly [lng: number, lat: number]

/**
 * Points as typed, one a line: latitude and longitude with a space, a semicolon or a comma and space between. Null for a
 * line that is none; blank lines are left out.
 */
export function typedPoints(text: string): readonly (Point | null)[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(typedLine)
}

function typedLine(line: string): Point | null {
  const [lat = '', lng = '', ...more] = line
    .trim()
    .split(/[;\s]+/)
    .map((part) => part.replace(/,$/, ''))
  return more.length > 0 ? null : typedPoint(lat, lng)
}

/** The first line that is no point, counted from 1 as the field shows it; null when every line is one or blank. */
export function wrongPoint(text: string): { readonly line: number; readonly text: string } | null {
  const lines = text.split('\n').map((line) => line.trim())
  const at = lines.findIndex((line) => line !== '' && typedLine(line) === null)
  const wrong = lines[at]
  return wrong === undefined ? null : { line: at + 1, text: wrong }
}

/** A point as a line of the list: latitude first, as people say it, with five decimals: about a metre. */
export function pointLine([lng, lat]: Point): string {
  return `${lat.toFixed(5)} ${lng.toFixed(5)}`
}
