import { Icon } from './Icon.tsx'
import { useProblemWords } from './problem.ts'

/** Why the service said no to what was just sent, beside the button that sent it. Nothing when it did not. */
export function Refused({ error }: { readonly error: unknown }) {
  const words = useProblemWords()
  if (error === null || error === undefined) return null
  const { text, code } = words(error)
  return (
    <p className="refused" role="alert" title={code}>
      <Icon name="warning" size={14} /> {text}
    </p>
  )
}
