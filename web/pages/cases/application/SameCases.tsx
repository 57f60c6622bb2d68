import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../../api.ts'
import { Icon } from '../../../parts/Icon.tsx'
import { useWords } from '../../../text/words.ts'
import type { Values } from './form.ts'
import { namedIn } from './named.ts'

/** Open cases about the same clinic, number or agreement: a warning with the way to each, and no hindrance. */
export function SameCases({ values }: { readonly values: Values }) {
  return namedIn(values).map(({ id, name }) => <SameCase key={id} id={id} name={name} />)
}

function SameCase({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation()
  const words = useWords()
  const { data } = useQuery(viewQuery('cases', { status: 'open', about: id }))
  if (data === undefined || data.rows.length === 0) return null
  return (
    <div className="same-cases" role="status">
      <p>
        <Icon name="warning" size={16} /> {t('cases.new.sameCase', { count: data.rows.length, what: name })}
      </p>
      <ul>
        {data.rows.map((row) => (
          <li key={row.case}>
            <Link to="/sager/$case" params={{ case: row.case }}>
              {row.number}
            </Link>{' '}
            {words.kind(row)} · {words.status(row.status)}
          </li>
        ))}
      </ul>
    </div>
  )
}
