import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { useToldWords } from '../caps/useToldWords.ts'

type Reached = NonNullable<Answer<'coverage'>['rows'][number]['users']>

/** Expected users in words: a number, hidden and unknown are three things, and an estimate is said to be one. */
export function useUsersWords() {
  const { t } = useTranslation()
  const plain = useToldWords()
  return {
    plain,
    within: ({ within, isEstimate }: Reached) =>
      isEstimate && within.state === 'value' ? t('coverage.users.estimate', { people: plain(within) }) : plain(within),
    /** With the reason beside a word that stands for a number. */
    full: (told: Reached['told']) =>
      told.state === 'value'
        ? plain(told)
        : `${plain(told)}: ${t(told.state === 'hidden' ? 'caps.legend.hidden' : `coverage.users.lacks.${told.lacks}`)}`,
  }
}
