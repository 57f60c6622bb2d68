import { useTranslation } from 'react-i18next'
import type { Problem } from './form.ts'

/** Inputs inside a field that have a name of their own. */
const inner = ['text', 'postcode', 'town', 'municipality'] as const

/** What is wrong with a field: with its name for the summary, without it beside the field. */
export function useProblemText() {
  const { t } = useTranslation()
  const label = ({ field, input }: Problem) => {
    const own = inner.find((name) => name === input)
    return own === undefined ? t(`cases.new.fields.${field}`) : t(`cases.new.${own}`)
  }
  const summary = (problem: Problem) =>
    problem.code === 'missing'
      ? t('cases.new.missing', { label: label(problem) })
      : t('cases.new.wrong', { label: label(problem), problem: t(`cases.new.errors.${problem.code}`) })
  const beside = (problem: Problem) => {
    if (problem.code === 'missing') return summary(problem)
    const text = t(`cases.new.errors.${problem.code}`)
    return text.slice(0, 1).toLocaleUpperCase('da') + text.slice(1)
  }
  return { summary, beside }
}
