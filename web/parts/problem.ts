import { useTranslation } from 'react-i18next'
import { problemCodes } from '#api/problem'
import { RequestError } from '../api.ts'
import { useWords } from '../text/words.ts'

type Known = keyof typeof problemCodes | 'offline' | 'unreadable'

const known = new Map<string, Known>([
  // The keys of an object literal are exactly its own; `Object.entries` forgets that.
  ...(Object.entries(problemCodes) as [keyof typeof problemCodes, string][]).map(([key, code]) => [code, key] as const),
  ['offline', 'offline'],
  ['unreadable', 'unreadable'],
])

/** An error in the reader's words, and the code to quote to those who run the service. */
export function useProblemWords(): (error: unknown) => { text: string; code: string } {
  const { t } = useTranslation()
  const words = useWords()
  return (error) => {
    if (!(error instanceof RequestError)) {
      return { text: t('shell.state.brokenText'), code: error instanceof Error ? error.name : 'unknown' }
    }
    const { code, params, requestId } = error.problem
    const key = known.get(code)
    const refusal = words.refusal(code, params ?? {})
    const text = key === undefined ? (refusal ?? t('shell.problem.other', { code })) : t(`shell.problem.${key}`)
    return { text, code: requestId === undefined ? code : `${code} · ${requestId}` }
  }
}
