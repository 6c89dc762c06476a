import { Button } from '@mantine/core'
import { approveMap, countMap, printMap, readMap } from '@otklik/model/change/api'
import { periodTitle } from '@otklik/model/change/periods'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call, urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { HeatMap } from './heat-map.tsx'
import { PainTable } from './pain-table.tsx'

const route = getRouteApi('/desk/pains/editions/$edition')

/** One edition: what it holds, what changed against the one before, and its approval. */
export function MapEditionScreen() {
  const { t } = useTranslation()
  const id = Number(route.useParams().edition)
  const query = useQuery(asked(readMap, { params: { id } }))
  const found = query.data
  const paper = (format: 'docx' | 'pdf' | 'xlsx') => urlOf(printMap, { params: { id }, query: { format } })
  return (
    <Page
      place={
        <Link to="/pains" search={{}}>
          {t('nav.pains')}
        </Link>
      }
      title={found ? t('editions.name', { title: found.title, number: found.number }) : t('editions.one')}
      about={found && t(`editions.state_${found.state}`)}
      actions={
        <PaperLinks name={t('pains.paper')} papers={{ docx: paper('docx'), pdf: paper('pdf'), xlsx: paper('xlsx') }} />
      }
    >
      <Asked query={query} lines={12}>
        {(edition) => (
          <>
            <Actions id={id} seen={edition.seen} allowed={edition.allowed} />
            {edition.changes !== null && <Changes changes={edition.changes} />}
            <HeatMap figures={edition.figures} />
            <PainTable figures={edition.figures} />
            <p className="dim small">{edition.figures.note}</p>
          </>
        )}
      </Asked>
    </Page>
  )
}

interface ActionsProps {
  readonly id: number
  readonly seen: string
  readonly allowed: readonly ('count' | 'approve')[]
}

function Actions({ id, seen, allowed }: ActionsProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries()
  const counting = useMutation({ mutationFn: () => call(countMap, { params: { id } }), onSettled })
  const approving = useMutation({ mutationFn: () => call(approveMap, { params: { id }, body: { seen } }), onSettled })
  const failed = counting.error ?? approving.error
  if (allowed.length === 0 && !failed) return null
  return (
    <div className="stack-tight no-print">
      {failed && <FormTrouble error={failed} />}
      <div className="row">
        {allowed.includes('approve') && (
          <Button loading={approving.isPending} onClick={() => approving.mutate()}>
            {t('editions.approve')}
          </Button>
        )}
        {allowed.includes('count') && (
          <Button variant="default" loading={counting.isPending} onClick={() => counting.mutate()}>
            {t('editions.count')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface ChangesProps {
  readonly changes: {
    readonly before: string
    readonly rows: readonly {
      readonly process: string
      readonly problem: string
      readonly change: 'new' | 'worse' | 'better' | 'same' | 'gone'
    }[]
  }
}

function Changes({ changes }: ChangesProps) {
  const { t } = useTranslation()
  const moved = changes.rows.filter(({ change }) => change !== 'same')
  return (
    <section className="panel stack-tight" aria-label={t('editions.changes')}>
      <h2>{t('editions.changesAgainst', { title: periodTitle(changes.before) })}</h2>
      {moved.length === 0 ? (
        <p style={{ margin: 0 }}>{t('editions.unchanged')}</p>
      ) : (
        <SmallTable
          title={t('editions.changes')}
          titleHidden
          head={[{ title: t('pains.process') }, { title: t('pains.problem') }, { title: t('editions.change') }]}
          rows={moved.map(({ process, problem, change }) => ({
            key: `${process} ${problem}`,
            cells: [process, problem, t(`editions.change_${change}`)],
          }))}
        />
      )}
    </section>
  )
}
