import { listRemarks } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { RemarkCard } from './remark-card.tsx'

const route = getRouteApi('/desk/lists/$list/remarks')

/** All remarks on the draft of a year: those that wait for a decision first. */
export function RemarksScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { list } = route.useParams()
  const id = Number(list)
  const query = useQuery(asked(listRemarks, { params: { id }, query: {} }))
  const file = urlOf(listRemarks, { params: { id }, query: { format: 'xlsx' } })
  return (
    <Page
      place={
        <Link to="/lists/$list" params={{ list }}>
          {t('edition.title')}
        </Link>
      }
      title={t('materials.remarksTitle')}
      about={query.data && t('materials.remarksAbout', { day: format.day(query.data.until) })}
    >
      <Asked query={query} lines={10}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('materials.noRemarks')} text={t('materials.noRemarksText')} />
          ) : (
            <>
              <p style={{ margin: 0 }}>
                {t('materials.waiting', {
                  n: format.count(rows.filter(({ state }) => state === 'sent').length),
                  all: format.count(rows.length),
                })}{' '}
                <a href={file}>XLSX</a>
              </p>
              {rows.map((remark) => (
                <RemarkCard key={remark.id} remark={remark} named />
              ))}
            </>
          )
        }
      </Asked>
    </Page>
  )
}
