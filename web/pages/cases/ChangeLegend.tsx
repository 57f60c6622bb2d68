import { useTranslation } from 'react-i18next'
import { changeTokens } from './changeFigures.ts'

/** The three classes of a change, in words. */
export function ChangeLegend({ of = 'change' }: { readonly of?: 'change' | 'riding' }) {
  const { t } = useTranslation()
  const words = [t(`cases.${of}.loses`), t(`cases.${of}.same`), t(`cases.${of}.gains`)]
  return (
    <ul className="change-legend">
      {changeTokens.map((name, index) => (
        <li key={name}>
          <span className="swatch" style={{ backgroundColor: `var(${name})` }} aria-hidden="true" />
          {words[index]}
        </li>
      ))}
    </ul>
  )
}
