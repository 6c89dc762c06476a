import type { Respondents } from '@otklik/model/progress/api'
import { useTranslation } from 'react-i18next'
import { NOTHING } from '../../shared/i18n/format.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { CsiText, RatedLink } from './respondent-columns.tsx'

interface RespondentsTotalProps {
  readonly total: Respondents['total']
  readonly period: Respondents['period']
}

/** All authorities together: the answer before the table. */
export function RespondentsTotal({ total, period }: RespondentsTotalProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { packages } = total
  return (
    <section className="panel" aria-label={t('respondents.total')}>
      <Facts
        facts={[
          {
            name: t('respondents.respondents'),
            value: (
              <strong style={{ fontSize: '1.5rem' }}>
                <RatedLink n={total.respondents} period={period} />
              </strong>
            ),
          },
          { name: t('respondents.today'), value: format.count(total.today) },
          { name: t('respondents.services'), value: format.count(total.services) },
          { name: t('respondents.csi'), value: <CsiText csi={total.csi} whole /> },
          {
            name: t('respondents.lastRatedAt'),
            value: total.lastRatedAt === null ? NOTHING : format.local(total.lastRatedAt),
          },
          {
            name: t('respondents.packages'),
            value:
              packages &&
              t('respondents.packagesText', {
                received: format.count(packages.received),
                late: format.count(packages.late),
              }),
          },
        ]}
      />
    </section>
  )
}
