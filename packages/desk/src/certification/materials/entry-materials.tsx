import { Button } from '@mantine/core'
import { type ListRemark, readEntryMaterials } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { RemarkCard } from './remark-card.tsx'
import { RemarkForm } from './remark-form.tsx'
import { SelfCheckPanel } from './self-check-panel.tsx'

const route = getRouteApi('/desk/lists/entries/$entry')

/** What those responsible hand in for an object of a year's list: sheets of self-check, remarks with materials. */
export function EntryMaterialsScreen() {
  const { t } = useTranslation()
  const id = Number(route.useParams().entry)
  const query = useQuery(asked(readEntryMaterials, { params: { id } }))
  const [writing, setWriting] = useState<ListRemark | 'new' | null>(null)
  return (
    <Page
      place={<Link to="/lists">{t('nav.lists')}</Link>}
      title={t('materials.title')}
      about={query.data && t('materials.about', { name: query.data.name, year: query.data.year })}
    >
      <Asked query={query} lines={10}>
        {({ selfChecks, remarks, mayCheck, mayRemark, checkRefused, remarkRefused }) => {
          const letter = selfChecks.find(({ state }) => state === 'signed')?.letter ?? null
          return (
            <>
              <SelfCheckPanel entry={id} checks={selfChecks} may={mayCheck} refused={checkRefused} />
              <section className="stack" aria-labelledby="remarks">
                <div className="row-ends">
                  <h2 id="remarks" style={{ margin: 0 }}>
                    {t('materials.remarks')}
                  </h2>
                  {mayRemark && remarkRefused === null && (
                    <Button variant="default" onClick={() => setWriting('new')}>
                      {t('materials.newRemark')}
                    </Button>
                  )}
                </div>
                {mayRemark && remarkRefused !== null && <p style={{ margin: 0 }}>{remarkRefused}</p>}
                {remarks.length === 0 && (
                  <p className="dim" style={{ margin: 0 }}>
                    {t('materials.noRemarks')}
                  </p>
                )}
                {remarks.map((remark) => (
                  <RemarkCard key={remark.id} remark={remark} edit={() => setWriting(remark)} />
                ))}
              </section>
              {writing !== null && (
                <RemarkForm
                  entry={id}
                  remark={writing === 'new' ? null : writing}
                  letter={letter === null ? null : { letter }}
                  close={() => setWriting(null)}
                />
              )}
            </>
          )
        }}
      </Asked>
    </Page>
  )
}
