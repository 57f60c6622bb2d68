import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, instant, number } from '../../format.ts'
import { isScore } from '../../map/coverageScale.ts'
import { IconButton } from '../../parts/Button.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { CoverageUsersFacts } from './CoverageUsersFacts.tsx'
import { ProofFact as Fact } from './ProofFact.tsx'
import { useCoverageWords } from './useCoverageWords.ts'

type Reached = Answer<'coverage'>['rows'][number]['users']

/** Which figure is proved. */
type Figure = 'value' | 'equity' | 'change' | 'place' | 'users'

/** Whose ways an engine measures along. */
const waysOf = { surface: 'ways', greatCircle: 'circle', osrm: 'service', valhalla: 'service' } as const

/**
 * A button that opens what a figure rests on: formula, inputs, sources, data version, engine and moment. Esc closes it,
 * and focus goes back to the button: both are the browser's.
 */
export function CoverageProof({
  answer,
  before,
  users = answer.users,
  figure,
  what,
}: {
  readonly answer: Answer<'coverage'>
  readonly before?: Answer<'coverage'> | undefined
  /** Of whom the figure `users` tells, when not of all the area's. */
  readonly users?: Reached | undefined
  readonly figure: Figure
  /** The figure in words, so that the buttons can be told apart. */
  readonly what: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const id = useId()
  const { proof, total, at, unit, max, k, measure } = answer
  const limit = words.limit(max, unit)
  const bands = proof.bands
    .map(({ upTo, weight }) => `${number(weight, language, 2)} ≤ ${number(upTo, language, 0)}`)
    .join('; ')
  const formula =
    figure === 'value'
      ? t(`coverage.proof.formula.${measure}`, { limit, k })
      : figure === 'change' && before !== undefined
        ? t('coverage.proof.formula.change', {
            after: date(at.effectiveOn, language),
            before: date(before.at.effectiveOn, language),
          })
        : t(`coverage.proof.formula.${figure === 'equity' || figure === 'users' ? figure : 'place'}`)
  const { decay } = proof
  const weight = [
    ...(decay === null ? [] : [t(`coverage.decay.${decay.kind}`), decay.formula]),
    ...(bands === '' ? [] : [bands]),
    ...(decay?.spread == null ? [] : [t('coverage.proof.spread', { spread: words.limit(decay.spread, unit) })]),
    ...(decay?.exponentTenths == null
      ? []
      : [t('coverage.proof.exponent', { exponent: number(decay.exponentTenths / 10, language, 1) })]),
    ...(decay === null ? [] : [decay.source]),
  ].join('; ')
  const count = (value: number) => number(value, language)
  return (
    <>
      <button
        type="button"
        className="proof-button"
        popoverTarget={id}
        aria-label={t('coverage.proof.open', { what })}
        title={t('coverage.proof.title')}
      >
        i
      </button>
      <div id={id} popover="auto" className="proof" role="dialog" aria-labelledby={`${id}-title`}>
        <header>
          <h2 id={`${id}-title`}>{t('coverage.proof.title')}</h2>
          <IconButton icon="close" label={t('coverage.proof.close')} popoverTarget={id} popoverTargetAction="hide" />
        </header>
        <p className="proof-what">{what}</p>
        <dl className="facts">
          <Fact label={t('coverage.proof.formulaLabel')} value={formula} />
          <Fact
            label={t('coverage.proof.groupAndService')}
            value={[...new Set([words.subject(answer), t(`coverage.service.${answer.service}`)])].join(', ')}
          />
          <Fact label={t('coverage.proof.limit')} value={limit} />
          {figure === 'value' && isScore(measure) && <Fact label={t('coverage.proof.decayLabel')} value={weight} />}
          {figure === 'users' && users != null && <CoverageUsersFacts answer={answer} users={users} />}
          <Fact label={t('coverage.proof.sites')} value={count(answer.sites.length)} />
          <Fact label={t('coverage.proof.people')} value={count(total.people)} />
          <Fact label={t('coverage.proof.within')} value={count(total.within)} />
          <Fact label={t('coverage.proof.beyond')} value={count(total.beyond)} />
          <Fact label={t('coverage.proof.noWay')} value={count(total.unreachable)} />
          <Fact label={t('coverage.proof.engine')} value={words.engine(proof)} />
          <Fact
            label={t('coverage.proof.sources')}
            value={[
              words.population(proof),
              t('coverage.proof.register'),
              t(`coverage.proof.${waysOf[proof.engine]}`),
            ].join('. ')}
          />
          <Fact
            label={t('coverage.proof.version')}
            value={t('coverage.proof.log', { ordinal: count(at.ordinal), ground: proof.ground })}
          />
          <Fact
            label={t('coverage.proof.asOf')}
            value={`${date(at.effectiveOn, language)}, ${
              at.recordedAt === 'now'
                ? t('coverage.proof.now')
                : t('coverage.proof.known', { known: instant(at.recordedAt, language) })
            }`}
          />
        </dl>
        {at.synthetic && <p className="meta">{t('coverage.proof.synthetic')}</p>}
      </div>
    </>
  )
}
