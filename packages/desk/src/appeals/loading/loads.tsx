import { type AppealsLoad, downloadSetAsideAppeals, listAppealsLoads } from '@otklik/model/appeals/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'

const LOOK_AGAIN_MS = 2000
const isOver = ({ state }: AppealsLoad): boolean => state === 'done' || state === 'failed'

/** Files that were taken in, and what became of their rows; those on their way show how far they are. */
export function Loads() {
  const { t } = useTranslation()
  const query = useQuery({
    ...asked(listAppealsLoads, {}),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.rows.every(isOver) ? false : LOOK_AGAIN_MS),
  })
  return (
    <Asked query={query} lines={4}>
      {({ rows }) => (
        <section className="panel">
          {rows.length === 0 ? (
            <Empty title={t('appeals.noLoads')} text={t('appeals.noLoadsText')} />
          ) : (
            <LoadsTable rows={rows} />
          )}
        </section>
      )}
    </Asked>
  )
}

function LoadsTable({ rows }: { readonly rows: readonly AppealsLoad[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <SmallTable
      title={t('appeals.loads')}
      head={[
        { title: t('appeals.file') },
        { title: t('appeals.by') },
        { title: t('appeals.state') },
        { title: t('appeals.readRows'), figures: true },
        { title: t('appeals.accepted'), figures: true },
        { title: t('appeals.setAside'), figures: true },
        { title: t('appeals.repeats'), figures: true },
      ]}
      rows={rows.map((load) => ({
        key: String(load.id),
        cells: [
          <File key="file" load={load} />,
          `${load.by}, ${format.moment(load.at)}`,
          load.trouble ?? t(`appeals.load_${load.state}`, { n: format.count(load.through) }),
          ...[load.read, load.accepted, load.set_aside, load.repeats].map((n) =>
            isOver(load) ? format.count(n) : '–',
          ),
        ],
      }))}
    />
  )
}

function File({ load }: { readonly load: AppealsLoad }) {
  const { t } = useTranslation()
  const href = (format: 'csv' | 'xlsx') =>
    urlOf(downloadSetAsideAppeals, { params: { id: load.id }, query: { format } })
  return (
    <>
      <span style={{ overflowWrap: 'anywhere' }}>{load.name}</span>
      {load.mapping && <span className="dim small"> {t('appeals.mappingVersion', { ...load.mapping })}</span>}
      {load.kept && (
        <span className="no-print small" style={{ display: 'block' }}>
          {t('appeals.downloadAside')} <a href={href('xlsx')}>XLSX</a>, <a href={href('csv')}>CSV</a>
        </span>
      )}
    </>
  )
}
