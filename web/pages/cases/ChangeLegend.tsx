import { useTranslation } from 'react-i18next'
import { changeTokens } from './changeFigures.ts'

/** The three classes of a change, in words. */
export function ChangeLegend() {
  const { t } = useTranslation()
  const words = [t('cases.change.loses'), t('cases.change.same'), t('cases.change.gains')]
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
