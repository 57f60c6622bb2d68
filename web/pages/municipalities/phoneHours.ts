import type { TFunction } from 'i18next'
import type { z } from 'zod'
import type { PhoneHours } from '#events/contacts'

type Hours = z.infer<typeof PhoneHours>

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** `man–fre`, or one day alone. */
export function daysText({ fromDay, toDay }: Pick<Hours, 'fromDay' | 'toDay'>, t: TFunction): string {
  const day = (at: number) => t(`municipal.contacts.day.${days[at - 1] ?? 'mon'}`)
  return fromDay === toDay ? day(fromDay) : `${day(fromDay)}–${day(toDay)}`
}

/** `man–fre kl. 08:00–11:00` */
export function hoursText(hours: Hours, t: TFunction): string {
  const { from, to } = hours
  return t('municipal.contacts.hoursText', { days: daysText(hours, t), from, to })
}
