import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { number } from '../../format.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { bases, type CapCell, capBy } from './capsAnswer.ts'
import { ToldFigure } from './ToldFigure.tsx'

/** The cap by each way of counting, for they differ. */
export function ThreeWays({
  cell,
  basis,
  planBasis,
}: {
  readonly cell: CapCell
  /** The way that the board shows. */
  readonly basis: CapBasis
  readonly planBasis: CapBasis | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section>
      <h3>{t('caps.proof.threeWays')}</h3>
      <TableScroll label={t('caps.proof.threeWays')}>
        <table className="table">
          <caption className="visually-hidden">{t('caps.proof.threeWays')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('caps.proof.by')}</th>
              {(['people', 'all', 'cap', 'excess'] as const).map((head) => (
                <th key={head} scope="col" className="num">
                  {t(`caps.proof.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bases.map((one) => {
              const cap = capBy(cell, one)
              return (
                <tr key={one} className={one === basis ? 'selected' : ''}>
                  <th scope="row">
                    {t(`caps.basis.${one}`)}
                    {one === planBasis && <span className="cell-sub">{t('caps.planBasis')}</span>}
                  </th>
                  <td className="num">
                    <ToldFigure told={cell.expected[one]} />
                  </td>
                  <td className="num">{cap !== undefined && <ToldFigure told={cap.all} />}</td>
                  <td className="num">
                    {cap === undefined || cap.cap === null ? (
                      <span className="told told-unknown">
                        {cap === undefined || cap.between === null
                          ? t('caps.told.unknown')
                          : t('caps.board.between', {
                              low: number(cap.between[0], language),
                              high: number(cap.between[1], language),
                            })}
                      </span>
                    ) : (
                      number(cap.cap, language)
                    )}
                  </td>
                  <td className="num">{number(cap?.excess ?? null, language)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  )
}
