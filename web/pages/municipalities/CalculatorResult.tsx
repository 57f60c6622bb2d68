import { useTranslation } from 'react-i18next'
import type { Section2Figures } from '#events/palliative'
import type { Answer } from '../../api.ts'
import { number } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'

type Result = Answer<'section2Calculator'>

/** Øre in a million kroner. */
const million = 1e8

/** Both sizes side by side, the ratio of the populations, and the warning when the uplift is not it. */
export function CalculatorResult({ answer, figures }: { readonly answer: Result; readonly figures: Section2Figures }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { seed, population, supervision, donor, warnPoints } = answer
  const whole = (value: number) => number(value, language)
  const tenth = (tenths: number) => number(tenths / 10, language, 1)
  const kroner = (oere: number, decimals = 0) => number(oere / 100, language, decimals)
  const millions = (oere: number, decimals: number) => number(oere / million, language, decimals)
  const lines = [
    ['therapists', whole(seed.therapists), whole(population.therapists)],
    ['patients', whole(seed.patients), whole(population.patients)],
    ['services', whole(seed.services), whole(population.services)],
    ['serviceCost', millions(seed.serviceCostOere, 2), millions(population.serviceCostOere, 2)],
    ['baseFees', kroner(seed.baseFeesOere), kroner(population.baseFeesOere)],
    ['yearly', millions(seed.yearlyOere, 1), millions(population.yearlyOere, 1)],
    ['total', millions(seed.totalOere, 1), millions(population.totalOere, 1)],
  ] as const
  const difference = tenth(answer.differenceTenths)
  return (
    <>
      <TableScroll label={t('municipal.calculator.result')}>
        <table className="table">
          <caption className="visually-hidden">{t('municipal.calculator.result')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('municipal.calculator.result')}</th>
              <th scope="col" className="num">
                {t('municipal.calculator.bySeed', { percent: whole(figures.upliftPercent) })}
              </th>
              <th scope="col" className="num">
                {t('municipal.calculator.byPopulation')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([key, bySeed, byPopulation]) => (
              <tr key={key}>
                <th scope="row">
                  {key === 'total'
                    ? t('municipal.calculator.total', { count: figures.years })
                    : t(`municipal.calculator.${key}`)}
                </th>
                <td className="num">{bySeed}</td>
                <td className="num">{byPopulation}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {warnPoints === null ? (
        <p className="muted">{t('municipal.calculator.noRuleSet')}</p>
      ) : (
        <p className={answer.warns ? 'warn-line' : 'ok-line'} role="status">
          <Icon name={answer.warns ? 'warning' : 'check'} size={16} />{' '}
          {t(answer.warns ? 'municipal.calculator.warns' : 'municipal.calculator.agrees', {
            difference,
            points: whole(warnPoints),
          })}
        </p>
      )}
      <p>
        {t('municipal.calculator.ratio', {
          population: whole(figures.population),
          donor: whole(figures.donorPopulation),
          ratio: number(answer.populationRatioThousandths / 1000, language, 3),
          uplift: tenth(answer.populationUpliftTenths),
          share: tenth(answer.shareOfOwnTenths),
        })}
      </p>
      <p className="muted">
        {t('municipal.calculator.perPatient', {
          patient: kroner(donor.oerePerPatient),
          services: tenth(donor.servicesPerPatientTenths),
          service: kroner(donor.oerePerService, 2),
          patients: tenth(donor.patientsPerTherapistTenths),
        })}
      </p>
      {supervision !== null && (
        <p className="muted">
          {t('municipal.calculator.supervisionText', {
            group: kroner(supervision.groupOere),
            groups: whole(supervision.groups),
            size: tenth(supervision.therapistsPerGroupTenths),
            unscaled: kroner(supervision.unscaledOere),
          })}
        </p>
      )}
    </>
  )
}
