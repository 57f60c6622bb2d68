/** One whole day in a calendar. */
interface CalendarDay {
  /** Stays the same for the same deadline, so that a calendar replaces what it had. */
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly title: string
}

/** Letters of a line at most, where every letter may be four bytes (RFC 5545 allows 75 bytes). */
const longest = 18

/** Days as an iCalendar file (RFC 5545). `stamp`: when it was made, as `YYYYMMDDTHHMMSSZ`. */
export function calendarFile(days: readonly CalendarDay[], stamp: string): string {
  const events = days.flatMap(({ id, on, title }) => [
    'BEGIN:VEVENT',
    `UID:${id}@praksiskort`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `SUMMARY:${title.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Praksiskort//Frister//DA', ...events, 'END:VCALENDAR']
  return `${lines.map(fold).join('\r\n')}\r\n`
}

/** Long lines go on in the next one, after a blank. */
function fold(line: string): string {
  const letters = [...line]
  if (new TextEncoder().encode(line).length <= 75) return line
  const parts: string[] = []
  for (let at = 0; at < letters.length; at += longest) parts.push(letters.slice(at, at + longest).join(''))
  return parts.join('\r\n ')
}
