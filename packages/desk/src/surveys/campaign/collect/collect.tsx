import { Button } from '@mantine/core'
import { type Campaign, type CampaignLink, listLinks, printPosters } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../access/rights.ts'
import { urlOf } from '../../../shared/api/call.ts'
import { asked } from '../../../shared/api/queries.ts'
import { useFormat } from '../../../shared/i18n/index.ts'
import { DataTable } from '../../../shared/table/data-table.tsx'
import { filesOf } from '../../../shared/table/files.ts'
import { Asked, Empty } from '../../../shared/ui/states.tsx'
import { CampaignFacts } from './campaign-facts.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MakeLinks } from './make-links.tsx'
import { useLinkColumns } from './link-columns.tsx'

const MOST = 1000

/** How people come to the campaign: its address, links with their posters, what it wants and whom it lets in. */
export function Collect({ campaign }: { readonly campaign: Campaign }) {
  return (
    <div className="stack">
      <CampaignFacts campaign={campaign} />
      <Links campaign={campaign} />
    </div>
  )
}

function Links({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const edits = may('surveys.edit') && campaign.state !== 'ended'
  const [making, setMaking] = useState(false)
  const [changed, setChanged] = useState<CampaignLink | null>(null)
  const params = { code: campaign.code }
  const query = useQuery(asked(listLinks, { params, query: { limit: MOST } }))
  const columns = useLinkColumns(campaign.code, edits ? setChanged : null)
  const make = edits && <Button onClick={() => setMaking(true)}>{t('campaign.makeLinks')}</Button>
  return (
    <>
      <Asked query={query}>
        {({ total, rows }) => (
          <>
            {total > 0 && (
              <div className="row no-print">
                {make}
                <Posters code={campaign.code} />
              </div>
            )}
            <DataTable
              title={t('campaign.links', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ code }) => code}
              unsorted={total > rows.length}
              files={filesOf((format) => urlOf(listLinks, { params, query: { format } }))}
              empty={
                <Empty title={t('campaign.noLinks')} text={t('campaign.noLinksText')} action={make || undefined} />
              }
            />
          </>
        )}
      </Asked>
      {making && <MakeLinks campaign={campaign} close={() => setMaking(false)} />}
      {changed !== null && <LinkDialog campaign={campaign.code} link={changed} close={() => setChanged(null)} />}
    </>
  )
}

/** Posters of all links: one file, or one for each office. */
function Posters({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  return (['pdf', 'zip'] as const).map((format) => (
    <Button
      key={format}
      component="a"
      variant="default"
      href={urlOf(printPosters, { params: { code }, query: { format } })}
      download
    >
      {t(`campaign.posters_${format}`)}
    </Button>
  ))
}
