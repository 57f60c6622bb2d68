import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#api/session'
import { firstOfFour } from '#api/views/reform'
import { MunicipalityCode } from '#events/identifiers'
import { viewQuery } from '../api.ts'
import { date, instant, longDate } from '../format.ts'
import { announce } from '../parts/announce.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import { Select } from '../parts/Select.tsx'
import { useSession } from '../session.ts'
import { useKey } from '../shell/keys.ts'
import { useLanguage } from '../text/i18n.ts'
import { dateAt, dayAt, dayOf, type Length, plusMonths, spanOf, xOf } from './axis.ts'
import { DateField } from './DateField.tsx'
import { TimeHandle } from './TimeHandle.tsx'
import { timeBarId } from './TimePill.tsx'
import { lower, TimeTracks, upper } from './TimeTracks.tsx'
import { useTwoTimes } from './useTwoTimes.ts'
import { useWidth } from './useWidth.ts'

/** The time bar: when it holds above, when it was recorded below, linked until the reader unlinks them. */
export function AsOfBar({ municipality }: { readonly municipality: string | null }) {
  const session = useSession()
  if (session === undefined) return <section className="time-bar" />
  return <Bar session={session} municipality={municipality} />
}

function Bar({ session, municipality }: { readonly session: Session; readonly municipality: string | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const times = useTwoTimes(session.today)
  const stage = useRef<HTMLDivElement>(null)
  const width = useWidth(stage)
  const [length, setLength] = useState<Length>('3')
  const first = session.firstEffective === null ? null : dayOf(session.firstEffective)
  // The span follows the moment that is set, not the one being dragged, so that it stands still under the pointer.
  const span = spanOf(length, times.today, first, [
    dayOf(times.moment.on ?? session.today),
    times.moment.asKnownAt === undefined ? times.today : dayOf(times.moment.asKnownAt.slice(0, 10)),
  ])
  const shown = { from: dateAt(span.from), to: dateAt(span.to) }
  const { asKnownAt } = times.moment.params
  const known = asKnownAt === undefined ? {} : { asKnownAt }
  const { data } = useQuery({ ...viewQuery('timeline', { ...known, ...shown }), placeholderData: keepPreviousData })
  const code = MunicipalityCode.safeParse(municipality).data
  const local = useQuery({
    ...viewQuery('timeline', { ...known, ...shown, ...(code === undefined ? {} : { municipality: code }) }),
    enabled: code !== undefined,
  }).data

  const effectiveWords = longDate(dateAt(times.effective), language)
  const recordedIsNow = times.recorded >= times.today
  const recordedWords = longDate(dateAt(times.recorded), language)
  useAnnounced(times.moment.on, (on) => t('time.changed', { date: longDate(on, language) }))

  const step = (direction: -1 | 1, days = data?.effective) => {
    const on = dateAt(times.effective)
    const target = direction === -1 ? days?.findLast((day) => day.on < on) : days?.find((day) => day.on > on)
    if (target !== undefined) times.set('effective', target.on)
  }
  useKey('[', () => step(-1))
  useKey(']', () => step(1))
  useKey('{', () => step(-1, local?.effective))
  useKey('}', () => step(1, local?.effective))

  const dayAtX = (clientX: number) => dayAt(clientX - (stage.current?.getBoundingClientRect().left ?? 0), span, width)
  const earliest = first ?? span.from
  return (
    <section className="time-bar" id={timeBarId} aria-label={t('time.bar')}>
      <div className="time-fields">
        <span className="meta">{t('time.effective')}</span>
        <DateField
          label={t('time.typeEffective')}
          shown={date(dateAt(times.effective), language)}
          value={dateAt(times.effective)}
          onChange={(on) => times.set('effective', on)}
        />
        <span className="meta">{t('time.recorded')}</span>
        <DateField
          label={t('time.typeRecorded')}
          shown={
            recordedIsNow ? instant(session.now, language) : instant(asKnownAt ?? dateAt(times.recorded), language)
          }
          value={dateAt(times.recorded)}
          max={session.today}
          onChange={(on) => times.set('recorded', on)}
        />
        <IconButton
          icon={times.linked ? 'lock' : 'unlock'}
          label={t(times.linked ? 'time.linked' : 'time.unlinked')}
          aria-pressed={times.linked}
          className="time-link"
          onPress={() => times.setLinked(!times.linked)}
        />
        {times.moment.on !== undefined && times.moment.on >= firstOfFour ? (
          <Link to="/reform" className="time-note">
            {t('reform.link')}
          </Link>
        ) : (
          <span className="meta time-note">{t('time.lineNote')}</span>
        )}
      </div>
      <div className="time-stage" ref={stage}>
        {width > 0 && (
          <>
            <TimeTracks timeline={data} span={span} width={width} today={times.today} />
            {times.linked && times.effective === times.recorded && (
              <span className="time-thread" style={{ left: xOf(times.effective, span, width) }} aria-hidden="true" />
            )}
            <div className="time-track-handle" style={{ top: upper }}>
              <TimeHandle
                label={t('time.effective')}
                text={t('time.effectiveSpoken', { date: effectiveWords })}
                day={times.effective}
                first={Math.min(earliest, times.effective)}
                last={Math.max(span.to, plusMonths(times.today, 60))}
                today={times.today}
                x={xOf(times.effective, span, width)}
                dayAtX={dayAtX}
                onMove={(day, alone) => times.preview('effective', day, alone)}
                onRelease={times.commit}
              />
            </div>
            <div className="time-track-handle" style={{ top: lower }}>
              <TimeHandle
                label={t('time.recorded')}
                text={recordedIsNow ? t('time.recordedNow') : t('time.recordedSpoken', { date: recordedWords })}
                day={times.recorded}
                first={Math.min(earliest, times.recorded)}
                last={times.today}
                today={times.today}
                x={xOf(times.recorded, span, width)}
                dayAtX={dayAtX}
                onMove={(day, alone) => times.preview('recorded', day, alone)}
                onRelease={times.commit}
              />
            </div>
          </>
        )}
      </div>
      <div className="time-buttons">
        <IconButton icon="previous" label={t('time.previous')} className="boxed" onPress={() => step(-1)} />
        <IconButton icon="next" label={t('time.next')} className="boxed" onPress={() => step(1)} />
        <Button onPress={times.toToday}>{t('time.today')}</Button>
        <Select
          label={t('time.span')}
          value={length}
          onChange={setLength}
          options={(['3', '10', 'all'] as const).map((value) => ({ value, label: t(`time.spans.${value}`) }))}
        />
      </div>
    </section>
  )
}

/** Says a change of the date once, not the date at the start. */
function useAnnounced(on: string | undefined, say: (on: string) => string): void {
  const before = useRef(on)
  useEffect(() => {
    if (on !== undefined && before.current !== undefined && before.current !== on) announce(say(on))
    before.current = on
  }, [on, say])
}
