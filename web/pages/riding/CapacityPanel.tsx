import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { capacity, date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Select } from '../../parts/Select.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { Pending, Riding } from './agreements.ts'
import { BasisBar } from './BasisBar.tsx'
import { CaseEnd } from './CaseEnd.tsx'
import { RidingTimeline } from './RidingTimeline.tsx'
import { afterCase, ceilingOf, worstBreach } from './steps.ts'

/** What the region has, what its ceiling is, and what an open case would do to it: as bars, and as steps over time. */
export function CapacityPanel({
  data,
  pending,
  on,
  today,
  onCase,
}: {
  readonly data: Riding
  readonly pending: Pending | null
  readonly on: EffectiveDate
  readonly today: EffectiveDate
  readonly onCase: (id: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = (hoursTenths: number) => capacity(hoursTenths, 'hoursTenths', language)
  const now = ceilingOf(data, null, on)
  const ceiling = ceilingOf(data, pending, on)
  return (
    <Panel
      title={
        <>
          {t('riding.capacity.title')}{' '}
          <strong className="riding-total">{t('riding.capacity.total', { hours: say(data.totalTenths) })}</strong>{' '}
          {now !== null && now.hoursTenths !== data.totalTenths && (
            <span className="riding-part">{t('riding.capacity.ofCeiling', { hours: say(now.hoursTenths) })}</span>
          )}
        </>
      }
      aside={data.permittedTenths > 0 && t('riding.capacity.permitted', { hours: say(data.permittedTenths) })}
      className="riding-capacity"
    >
      <div className="riding-bars">
        <div>
          <BasisBar data={data} ceiling={now} />
        </div>
        {pending !== null && (
          <div className="riding-case">
            <CaseHead pending={pending} all={data.pending} ceiling={ceiling?.hoursTenths ?? null} onCase={onCase} />
            <CaseEnd timeline={data.timeline} pending={pending} ceiling={ceiling} />
          </div>
        )}
      </div>
      {/* Without a case the ceiling is about what may come; of a past day it would judge what has been decided since. */}
      <RidingTimeline
        data={data}
        pending={pending}
        ceiling={pending === null && on < today ? null : ceiling}
        hasRuleSet={ceiling !== null}
        on={on}
        today={today}
      />
    </Panel>
  )
}

/** Which case, what it does to the ceiling in words, and the rule's verdict. */
function CaseHead({
  pending,
  all,
  ceiling,
  onCase,
}: {
  readonly pending: Pending
  readonly all: readonly Pending[]
  readonly ceiling: number | null
  readonly onCase: (id: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const over =
    ceiling === null ? null : (worstBreach(pending)?.hoursTenths ?? Math.min(afterCase(pending) - ceiling, 0))
  const result =
    over === null
      ? t('riding.capacity.unknown')
      : over === 0
        ? t('riding.capacity.at')
        : t(over > 0 ? 'riding.capacity.over' : 'riding.capacity.under', {
            hours: capacity(Math.abs(over), 'hoursTenths', language),
          })
  // A case that lacks what its effect is made of changes nothing yet, which is not the same as keeping the ceiling.
  const isUnclear = ceiling === null || (pending.deltaTenths === 0 && pending.outcome === 'needs-information')
  const verdict = pending.breaches.length > 0 ? 'breach' : isUnclear ? 'needs-information' : 'pass'
  return (
    <div className="riding-case-head">
      <Select
        label={t('riding.capacity.choose')}
        value={pending.case}
        options={all.map((one) => ({ value: one.case, label: `${one.number} ${words.type(one.type)}` }))}
        onChange={onCase}
      />
      <Verdict outcome={verdict} />
      <p>
        {t('riding.capacity.ifGranted', { number: pending.number, date: date(pending.wantedFrom, language) })}{' '}
        <strong>{result}</strong>
      </p>
    </div>
  )
}
