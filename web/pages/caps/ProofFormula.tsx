import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Cap, CapArea } from './capsAnswer.ts'
import { useToldWords } from './useToldWords.ts'

/** The formula in words, and with the numbers of the cell. */
export function ProofFormula({ area, cap }: { readonly area: CapArea; readonly cap: Cap }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const told = useToldWords()
  const { parameters, physiotherapists } = area
  const say = (value: number) => number(value, language)
  return (
    <section>
      <h3>{t('caps.proof.formula')}</h3>
      <p className="proof-words">{t('caps.proof.words')}</p>
      {parameters !== null && (
        <p className="proof-numbers">
          {`max(${say(parameters.capMinimum)}; ${t(`caps.proof.${parameters.capRounding}`)}(${say(physiotherapists)} × ${number(parameters.capFactorHundredths / 100, language, 2)} × ${told(cap.people)} / ${told(cap.all)}))`}
          {cap.share !== null && (
            <>
              <br />
              {`= max(${say(parameters.capMinimum)}; ${t(`caps.proof.${parameters.capRounding}`)}(${number(cap.share, language, 2)}))`}
            </>
          )}
          <br />= <strong>{cap.cap === null ? t('caps.proof.notComputed') : say(cap.cap)}</strong>
        </p>
      )}
      {cap.cap !== null && cap.share === null && <p>{t('caps.proof.settled')}</p>}
      {cap.cap === null && cap.between !== null && (
        <p>{t('caps.proof.between', { low: say(cap.between[0]), high: say(cap.between[1]) })}</p>
      )}
    </section>
  )
}
