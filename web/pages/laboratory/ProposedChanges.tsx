import { useTranslation } from 'react-i18next'
import { number, signed } from '../../format.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { ToldFigure } from '../caps/ToldFigure.tsx'
import { useGroupName } from '../caps/useGroupName.ts'
import type { ProposedLine } from './proposalAsked.ts'

/** What a proposal would change, cell by cell, with the share and the reason, before anything is changed. */
export function ProposedChanges({ lines }: { readonly lines: readonly ProposedLine[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const groupName = useGroupName()
  return (
    <TableScroll label={t('laboratory.propose.show')}>
      <table className="table lab-proposed">
        <caption className="visually-hidden">{t('laboratory.propose.show')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('laboratory.propose.group')}</th>
            <th scope="col">{t('laboratory.propose.area')}</th>
            {(['people', 'share', 'now', 'proposed', 'change'] as const).map((key) => (
              <th key={key} scope="col" className="num">
                {t(`laboratory.propose.${key}`)}
              </th>
            ))}
            <th scope="col" className="num" title={t('laboratory.propose.basesLong')}>
              {t('laboratory.propose.bases')}
            </th>
            <th scope="col">{t('laboratory.propose.why')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ group, cell, area, now, cap }) => (
            <tr key={`${group.group} ${cell.area}`}>
              <td>{groupName(group.group)}</td>
              <th scope="row">{area.name}</th>
              <td className="num">
                <ToldFigure told={cell.people} />
              </td>
              <td className="num">{number(cell.share, language, 2)}</td>
              <td className="num">{now === null ? t('caps.told.unknown') : number(now, language)}</td>
              <td className="num">
                <strong>{number(cap, language)}</strong>
              </td>
              <td className="num">{now === null ? '' : signed(cap - now, language)}</td>
              <td className="num">
                {[cell.byBasis.prevalence, cell.byBasis.users, cell.byBasis.observed]
                  .map((value) => number(value, language))
                  .join(' / ')}
              </td>
              <td>
                {[
                  t(`laboratory.propose.whys.${cell.why}`),
                  ...(cell.leavesQuota === null ? [] : [t(`laboratory.propose.${cell.leavesQuota}`)]),
                  ...(cell.losesWhenFrameGrows ? [t('laboratory.propose.loses')] : []),
                ].join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
