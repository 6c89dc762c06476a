import { readList } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../access/session.ts'
import { Failure } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { useCounts } from '../lists/edition-line.tsx'
import { askedOf, ON_PAGE } from '../lists/lists-search.ts'
import { useListWords } from '../lists/list-words.ts'
import { Decision } from './decision.tsx'
import { EditionHistory } from './edition-history.tsx'
import { EditionState } from './edition-state.tsx'
import { Entries } from './entries.tsx'
import { EntriesFilters } from './entries-filters.tsx'

const route = getRouteApi('/desk/lists/$list')

/** One edition of a list: where it stands, what can be done about it, what is in it. */
export function EditionScreen() {
  const { t } = useTranslation()
  const words = useListWords()
  const { everything } = useSession()
  const id = Number(route.useParams().list)
  const search = route.useSearch()
  const asking = {
    ...askedOf(search),
    admitted: search.admitted === undefined ? undefined : search.admitted === 'true',
  }
  const query = useQuery({
    ...asked(readList, { params: { id }, query: { ...asking, limit: ON_PAGE, offset: Number(search.offset ?? 0) } }),
    placeholderData: (before) => (before?.edition.id === id ? before : undefined),
  })
  const missing = query.error instanceof Failure && (query.error.status === 404 || query.error.status === 422)
  const edition = query.data?.edition
  const counts = useCounts(edition?.kind ?? 'single', edition?.counts ?? { entries: 0, admitted: 0, leftOut: 0 })
  return (
    <Page
      place={<Link to="/lists">{t('nav.lists')}</Link>}
      title={missing ? t('edition.missing') : edition === undefined ? t('edition.title') : words.edition(edition)}
      about={edition && (everything ? counts : `${counts}. ${t('lists.ownPart')}`)}
    >
      {missing ? (
        <Empty
          title={t('edition.missing')}
          text={t('edition.missingText')}
          action={<Link to="/lists">{t('edition.toLists')}</Link>}
        />
      ) : (
        <Asked query={query} lines={12}>
          {(found) => (
            <>
              <EditionState edition={found.edition} />
              {found.edition.state === 'on_approval' && <Decision edition={found.edition} />}
              <EntriesFilters kind={found.edition.kind} />
              <Entries {...found} asking={asking} />
              <EditionHistory edition={found.edition} />
            </>
          )}
        </Asked>
      )}
    </Page>
  )
}
