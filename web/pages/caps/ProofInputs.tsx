import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#events/finding'
import { date, instant, number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { type Cap, type CapArea, type CapCell, type CapGroup, type Caps, isReported } from './capsAnswer.ts'
import { SizePrevalence, SizeVersion } from './SizeSource.tsx'
import { ToldFigure } from './ToldFigure.tsx'
import { useGroupName } from './useGroupName.ts'

/** Every number of the formula: its value, and the source, data version and date that it is from. */
export function ProofInputs({
  data,
  area,
  cell,
  cap,
  group,
}: {
  readonly data: Caps
  readonly area: CapArea
  readonly cell: CapCell
  readonly cap: Cap
  readonly group: CapGroup
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = useGroupName()
  const names = useAreaNames()
  const { parameters } = area
  const { effectiveOn, recordedAt } = data.at
  const register = t('caps.proof.register', {
    date: date(effectiveOn, language),
    known:
      recordedAt === 'now' ? t('caps.proof.knownNow') : t('caps.proof.knownAt', { at: instant(recordedAt, language) }),
  })
  const population = t('caps.proof.population', { date: date(data.populationAsOf, language) })
  const say = (value: number) => number(value, language)
  const basis = t(`caps.basisLong.${cap.basis}`)
  const sources = group.sources.filter((source) => source.basis === cap.basis)
  const isCounted = isReported(group, cap.basis)
  const sourceOf = (key: string) => parameters?.sources[key]
  return (
    <section>
      <h3>{t('caps.proof.inputs')}</h3>
      <p className="panel-note">
        {t(isCounted ? 'caps.proof.howReported' : `caps.proof.how.${cap.basis === 'users' ? 'users' : 'prevalence'}`)}
      </p>
      <dl className="proof-inputs">
        <Input label={t('caps.proof.p')} value={say(area.physiotherapists)} origin={register} />
        {parameters !== null && (
          <Input
            label={t('caps.proof.k')}
            value={number(parameters.capFactorHundredths / 100, language, 2)}
            source={sourceOf('capFactorHundredths')}
          />
        )}
        <Input
          label={t('caps.proof.n', { basis })}
          value={<ToldFigure told={cap.people} />}
          origin={group.members.map((member, at) => (
            <SizeVersion key={member} name={group.kind === 'family' ? nameOf(member) : null} from={sources[at]} />
          ))}
        />
        <Input label={t('caps.proof.sum')} value={<ToldFigure told={cap.all} />} />
        {!isCounted && (
          <>
            {group.prevalence !== null && (
              <Input label={t('caps.proof.prevalence')} value={<SizePrevalence of={group.prevalence} />} />
            )}
            <Input label={t('caps.proof.inhabitants')} value={say(area.inhabitants)} origin={population} />
          </>
        )}
        {!isCounted && cap.basis === 'users' && group.kind === 'group' && (
          <Input
            label={t('caps.proof.uptake')}
            value={
              group.uptakePercent === null ? (
                <ToldFigure told={{ state: 'unknown', lacks: 'uptake' }} />
              ) : (
                `${say(group.uptakePercent)} %`
              )
            }
          />
        )}
        {group.pathwaySavesPercent !== null && (
          <Input
            label={t('caps.proof.pathway', { percent: number(group.pathwaySavesPercent, language, 1) })}
            value={<ToldFigure told={cell.demand} />}
            {...(group.structuredPathway === null ? {} : { source: group.structuredPathway.source })}
          />
        )}
        <Input label={t('caps.proof.documented')} value={say(cell.documented.valid)} origin={register} />
        <Input label={t('caps.proof.grace')} value={say(cell.documented.grace)} />
        {group.kind === 'group' && <Input label={t('caps.proof.serving')} value={say(cell.documented.serving)} />}
        {parameters !== null && (
          <>
            <Input
              label={t('caps.proof.rounding')}
              value={t(`caps.proof.${parameters.capRounding}`)}
              source={sourceOf('capRounding')}
            />
            <Input label={t('caps.proof.minimum')} value={say(parameters.capMinimum)} source={sourceOf('capMinimum')} />
          </>
        )}
      </dl>
      <p className="panel-note">
        {parameters === null
          ? t('caps.proof.noRuleSet')
          : t('caps.proof.ruleSet', {
              ruleSet: parameters.ruleSet,
              version: parameters.ruleSetVersion,
              region: names.region(parameters.region),
            })}{' '}
        <Link to="/regler">{t('caps.proof.rules')}</Link>
      </p>
      {data.at.synthetic && <p className="panel-note">{t('caps.csv.synthetic')}</p>}
    </section>
  )
}

function Input({
  label,
  value,
  origin,
  source,
}: {
  readonly label: string
  readonly value: ReactNode
  readonly origin?: ReactNode
  readonly source?: Source | undefined
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {origin !== undefined && <span className="cell-sub">{origin}</span>}
        {source !== undefined && (
          <span className="cell-sub">
            <SourceLine source={source} />
          </span>
        )}
      </dd>
    </div>
  )
}
