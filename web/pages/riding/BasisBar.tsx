import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { capacity } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Riding } from './agreements.ts'
import { BarAxis } from './BarAxis.tsx'
import { scaleOf } from './chartScale.ts'
import type { Ceiling } from './steps.ts'

const order = ['county', 'municipality', 'unknown'] as const

/** The region's hours from 0, split by what their coverage area rests on. Its key names the parts. */
export function BasisBar({ data, ceiling }: { readonly data: Riding; readonly ceiling: Ceiling | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const say = (hoursTenths: number) => capacity(hoursTenths, 'hoursTenths', language)
  const most = Math.max(data.totalTenths, ceiling?.hoursTenths ?? 0, 1)
  const parts = order.flatMap((kind) => data.byBasis.filter((part) => part.kind === kind && part.hoursTenths > 0))
  const words = (part: (typeof parts)[number]) =>
    t('riding.capacity.part', {
      kind: t(`riding.capacity.kind.${part.kind}`),
      schools: t('riding.schools', { count: part.schools }),
      hours: say(part.hoursTenths),
    })
  const marks = scaleOf([0, most], 4).marks.filter((mark) => mark <= most * 0.75)
  return (
    <>
      <ul className="basis-key" aria-hidden="true">
        {parts.map((part) => (
          <li key={part.kind}>
            <span className={`basis-box basis-${part.kind}`} />
            {words(part)}
          </li>
        ))}
      </ul>
      {parts.reduce((sum, { schools }) => sum + schools, 0) > data.schools && (
        <p className="muted">{t('riding.capacity.shared')}</p>
      )}
      <ul className="basis-bar" aria-label={t('riding.capacity.bar')} id={id}>
        {parts.map((part) => (
          <li
            key={part.kind}
            className={`basis basis-${part.kind}`}
            style={{ width: `${(part.hoursTenths / most) * 100}%` }}
            aria-label={words(part)}
            title={words(part)}
          >
            {part.hoursTenths > most * 0.08 && <span>{say(part.hoursTenths)}</span>}
          </li>
        ))}
        {ceiling !== null && (
          <li className="ceiling-line" aria-hidden="true" style={{ left: `${(ceiling.hoursTenths / most) * 100}%` }} />
        )}
      </ul>
      <BarAxis
        marks={marks}
        at={(mark) => mark / most}
        end={
          ceiling === null
            ? null
            : {
                at: ceiling.hoursTenths / most,
                text: t('riding.capacity.ceiling', { hours: say(ceiling.hoursTenths) }),
              }
        }
      />
    </>
  )
}
