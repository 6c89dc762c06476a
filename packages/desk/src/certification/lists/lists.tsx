import { Button } from '@mantine/core'
import { type ListOverview, readLists } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { useSession } from '../../access/session.ts'
import { asked } from '../../shared/api/queries.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { SingleCard } from './single-card.tsx'
import { YearCard } from './year-card.tsx'

/** Where the lists stand, what is due, and the next step. */
export function ListsScreen() {
  const { t } = useTranslation()
  const { everything } = useSession()
  const query = useQuery(asked(readLists, {}))
  return (
    <Page
      place={t('nav.lists')}
      title={t('lists.title')}
      about={everything ? t('lists.about') : `${t('lists.about')} ${t('lists.ownPart')}`}
    >
      <Asked query={query} lines={10}>
        {(overview) =>
          isUnused(overview) ? (
            <FirstUse overview={overview} />
          ) : (
            <div className="columns-wide">
              <SingleCard overview={overview} />
              {overview.years.map((lists) => (
                <YearCard key={lists.year} lists={lists} overview={overview} />
              ))}
            </div>
          )
        }
      </Asked>
    </Page>
  )
}

const isUnused = ({ draft, single, years }: ListOverview): boolean =>
  (draft === null || draft.objects + draft.removed === 0) &&
  single.length === 0 &&
  years.every(({ editions }) => editions.length === 0)

/** Nothing was ever begun: who prepares begins with the objects, the others wait. */
function FirstUse({ overview: { draft } }: { readonly overview: ListOverview }) {
  const { t } = useTranslation()
  const may = useMay()
  const begins = draft !== null && may('lists.prepare')
  return (
    <Empty
      title={t('lists.empty')}
      text={t(begins ? 'lists.emptyText' : 'lists.emptyTextReader')}
      action={
        begins && (
          <Button component={Link} to="/lists/objects">
            {t('lists.step_fill')}
          </Button>
        )
      }
    />
  )
}
