import { readProcedure } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { RoadMapPanel } from '../road-map/road-map-panel.tsx'
import { DocumentsPanel } from './documents-panel.tsx'
import { LevelPanel } from './level-panel.tsx'
import { RemarksPanel } from './remarks-panel.tsx'
import { RequestsPanel } from './requests-panel.tsx'
import { SheetCard } from './sheet-card.tsx'
import { StatePanel } from './state-panel.tsx'

const route = getRouteApi('/desk/certification/$procedure')

/** The whole file of an object: where it stands, its sheets, its level spelled out, its papers. */
export function FileScreen() {
  const { t } = useTranslation()
  const id = Number(route.useParams().procedure)
  const query = useQuery(asked(readProcedure, { params: { id } }))
  const missing = query.error instanceof Failure && (query.error.status === 404 || query.error.status === 422)
  const file = query.data
  return (
    <Page
      place={<Link to="/certification">{t('nav.certification')}</Link>}
      title={missing ? t('certifying.missing') : (file?.name ?? t('certifying.fileTitle'))}
      about={
        file &&
        t('certifying.fileAbout', { id: file.id, year: file.year, authority: file.authority ?? t('lists.noAuthority') })
      }
    >
      {missing ? (
        <Empty
          title={t('certifying.missing')}
          text={t('certifying.missingText')}
          action={<Link to="/certification">{t('certifying.toBoard')}</Link>}
        />
      ) : (
        <Asked query={query} lines={12}>
          {(found) => (
            <>
              <div className="columns-wide">
                <StatePanel file={found} />
                <LevelPanel file={found} />
              </div>
              <section aria-labelledby="sheets" className="stack">
                <h2 id="sheets" style={{ margin: 0 }}>
                  {t('certifying.sheets')}
                </h2>
                <div className="columns-wide">
                  {found.sheets.map((sheet) => (
                    <SheetCard key={sheet.part} id={found.id} sheet={sheet} score={found.score} />
                  ))}
                </div>
              </section>
              <div className="columns-wide">
                <RequestsPanel file={found} />
                <RemarksPanel file={found} />
              </div>
              <DocumentsPanel file={found} />
              {found.state === 'sent' && found.score?.conclusion === true && <RoadMapPanel file={found} />}
            </>
          )}
        </Asked>
      )}
    </Page>
  )
}
