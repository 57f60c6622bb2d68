import { useTranslation } from 'react-i18next'
import type { Outcome } from '#events/finding'
import { verdictShapes } from '#events/say/verdictShapes'

const tones: Record<Outcome, string> = {
  pass: 'ok',
  breach: 'breach',
  'needs-consultation': 'consult',
  'needs-information': 'missing',
  'not-applicable': 'na',
}

/** The verdict's own shape: circle, octagon, speech bubble, page, dash. Decorative; put the word beside it. */
export function VerdictIcon({ outcome, size = 18 }: { readonly outcome: Outcome; readonly size?: number }) {
  const { outline, mark, filled } = verdictShapes[outcome]
  return (
    <svg
      className={`verdict-icon tone-${tones[outcome]}${filled ? ' filled' : ''}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {outline !== '' && <path className="outline" d={outline} />}
      <path className="mark" d={mark} />
    </svg>
  )
}

/** Verdict chip: icon and word. */
export function Verdict({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation()
  return (
    <span className={`chip tone-${tones[outcome]}`}>
      <VerdictIcon outcome={outcome} size={16} />
      {t(`shell.verdict.${outcome}`)}
    </span>
  )
}
