import { Consultations } from './Consultations.tsx'

/** The inbox, opened on the nearest deadline where there is room for both. */
export function ConsultationsPage() {
  return <Consultations chosen={null} />
}
