import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useWords } from '../../text/words.ts'
import { departureOf } from './departure.ts'
import type { RulingDraft } from './rulingDraft.ts'

/** Points out that like cases ended otherwise, while the reasons do not speak of them. It never stands in the way. */
export function DepartureNote({ caseId, draft }: { readonly caseId: string; readonly draft: RulingDraft }) {
  const { t } = useTranslation()
  const words = useWords()
  const { data } = useQuery(viewQuery('likeCases', { case: caseId }))
  const departure = data === undefined ? null : departureOf(draft, data.rows)
  return (
    <div role="status">
      {departure !== null && (
        <p className="departure">
          <Icon name="scales" size={16} />
          <span>
            {t('rulings.like.departure', {
              count: departure.cases.length,
              of: departure.of,
              outcome: words.ruling(departure.outcome),
              cases: departure.cases.map(({ caseNumber }) => caseNumber).join(', '),
            })}{' '}
            <span className="muted">{t('rulings.like.departureNote')}</span>
          </span>
        </p>
      )}
    </div>
  )
}
