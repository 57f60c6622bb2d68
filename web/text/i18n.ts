import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../format.ts'
import { da } from './da.ts'
import { en } from './en.ts'
import { keepLanguage, lastLanguage } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof da }
  }
}

/** Starts the texts in the reader's last language; Danish the first time. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: lastLanguage(),
    fallbackLng: 'da',
    resources: { da: { translation: da }, en: { translation: en } },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = i18next.language
  i18next.on('languageChanged', (language) => {
    keepLanguage(language)
    document.documentElement.lang = language
  })
}

/** Language of the interface. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'da'
}

/** Changes the language everywhere. */
export function speak(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language)
}
