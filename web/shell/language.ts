import { useNavigate } from '@tanstack/react-router'
import type { Language } from '../format.ts'

/** Writes the language into the address bar, so that a link opens in it. */
export function useSetLanguage(): (language: Language) => void {
  const navigate = useNavigate()
  return (lang) => void navigate({ to: '.', search: (was) => ({ ...was, lang }), replace: true })
}
