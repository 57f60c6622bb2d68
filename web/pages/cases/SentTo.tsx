import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'

/** Who a hearing goes to, where each letter goes, and the last day for an answer, before it is sent. */
export function SentTo({
  municipalities,
  answerBy,
}: {
  readonly municipalities: readonly string[]
  readonly answerBy: string | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const directories = useQueries({
    queries: municipalities.map((municipality) => viewQuery('contacts', { municipality })),
  })
  const letterTo = (index: number) => {
    const data = directories[index]?.data
    if (data === undefined) return ''
    const mail = data.entries.find(({ department }) => department === 'health')?.entry?.mail ?? null
    return `, ${mail === null ? t('hearings.send.noLetter') : t('hearings.send.letterTo', { mail })}`
  }
  return (
    <>
      <p>{t('hearings.send.to')}</p>
      <ul>
        {municipalities.map((municipality, index) => (
          <li key={municipality}>
            <strong>{names.municipality(municipality)}</strong>
            {letterTo(index)}
          </li>
        ))}
      </ul>
      {answerBy !== null && <p>{t('hearings.send.answerBy', { date: date(answerBy, language) })}</p>}
    </>
  )
}
