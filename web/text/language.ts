import type { Language } from '../numbers.ts'

const stored = 'praksiskort.language'

/** The reader's last language; Danish the first time. */
export function lastLanguage(): Language {
  return localStorage.getItem(stored) === 'en' ? 'en' : 'da'
}

/** Keeps the language for the next time. */
export function keepLanguage(language: string): void {
  localStorage.setItem(stored, language)
}
