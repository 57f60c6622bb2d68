import { useParams, useSearch } from '@tanstack/react-router'
import { Consultations } from './Consultations.tsx'

/** One hearing, with the inbox beside it. */
export function ConsultationPage() {
  const { case: id } = useParams({ from: '/hoeringer/$case' })
  const { municipality, round } = useSearch({ from: '/hoeringer/$case' })
  return <Consultations chosen={{ case: id, municipality, round }} />
}
