import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { Cap, CapArea, Caps } from './capsAnswer.ts'
import { type Lack, lacksOf } from './lacks.ts'
import type { CapsChoice } from './useCapsChoice.ts'

const why = {
  suppressed: 'caps.proof.whySuppressed',
  uptake: 'caps.proof.whyUptake',
  prevalence: 'caps.proof.whyPrevalence',
  patientCount: 'caps.proof.whyPatientCount',
  plan: 'caps.proof.whyPlan',
} as const satisfies Record<Lack, string>

/** Why a cap is not known, and what would make it known; nothing for one that is. */
export function ProofWhy({
  data,
  area,
  cap,
  onChange,
}: {
  readonly data: Caps
  readonly area: CapArea
  readonly cap: Cap
  readonly onChange: (change: Partial<CapsChoice>) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const lacks = lacksOf(area, cap)
  if (lacks.length === 0) return null
  return (
    <section>
      <h3>{t('caps.proof.why')}</h3>
      {lacks.map((lack) => (
        <p key={lack}>{t(why[lack], { min: number(data.minCell, language) })}</p>
      ))}
      <h3>{t('caps.proof.would')}</h3>
      <ul className="proof-would">
        {lacks.map((lack) => (
          <li key={lack}>
            <Would lack={lack} area={area} onChange={onChange} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Would({
  lack,
  area,
  onChange,
}: {
  readonly lack: Lack
  readonly area: CapArea
  readonly onChange: (change: Partial<CapsChoice>) => void
}) {
  const { t } = useTranslation()
  const region = area.parameters?.region
  if (lack === 'suppressed')
    return area.kind === 'region' || region === undefined ? (
      t('caps.proof.wouldLarger')
    ) : (
      <Button onPress={() => onChange({ kind: 'region', proof: region })}>{t('caps.proof.wouldRollUp')}</Button>
    )
  if (lack === 'uptake')
    return (
      <>
        {t('caps.proof.wouldUptake')}{' '}
        <Button onPress={() => onChange({ basis: 'prevalence' })}>{t('caps.proof.wouldPrevalence')}</Button>
      </>
    )
  if (lack === 'patientCount') return t('caps.proof.wouldImport')
  return t(lack === 'plan' ? 'caps.proof.wouldPlan' : 'caps.proof.wouldSource')
}
