import { Checkbox } from '@mantine/core'
import { listOrganisations, readOrganisation } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { FindField } from '../../shared/ui/find-field.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { OrganisationDetails } from './organisation-details.tsx'
import { OrganisationsFound } from './organisations-found.tsx'
import { OrganisationTree } from './organisation-tree.tsx'
import classes from './organisations.module.css'
import type { OrganisationsSearch } from './organisations-search.ts'

const route = getRouteApi('/desk/organisations')

export function OrganisationsScreen() {
  const { t } = useTranslation()
  const { id, find = '', closed } = route.useSearch()
  const navigate = route.useNavigate()
  const top = useQuery(asked(listOrganisations, { query: {} }))
  const set = (change: Partial<OrganisationsSearch>, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false, replace })
  return (
    <Page place={t('nav.organisations')} title={t('organisations.title')} about={t('organisations.about')}>
      <Asked query={top} lines={10}>
        {({ rows: [first] }) =>
          first === undefined ? (
            <Empty title={t('organisations.empty')} text={t('organisations.emptyText')} />
          ) : (
            <div className={classes.sides} data-chosen={id !== undefined}>
              <div className={`${classes.tree} stack no-print`}>
                <FindField
                  whole
                  label={t('organisations.find')}
                  find={find}
                  change={(text) => set({ find: text }, true)}
                />
                <Checkbox
                  label={t('organisations.showClosed')}
                  checked={closed === 'true'}
                  onChange={({ currentTarget }) => set({ closed: currentTarget.checked ? 'true' : undefined })}
                />
                <Choice
                  chosen={id === undefined ? first.id : Number(id)}
                  find={find}
                  closed={closed === 'true'}
                  set={set}
                />
              </div>
              <OrganisationDetails
                key={id ?? first.id}
                id={id === undefined ? first.id : Number(id)}
                asked={id !== undefined}
                back={() => set({ id: undefined })}
                choose={(next) => set({ id: String(next) })}
              />
            </div>
          )
        }
      </Asked>
    </Page>
  )
}

interface ChoiceProps {
  readonly chosen: number
  readonly find: string
  readonly closed: boolean
  readonly set: (change: Partial<OrganisationsSearch>) => void
}

/** The tree, or what was found in it. */
function Choice({ chosen, find, closed, set }: ChoiceProps) {
  const details = useQuery(asked(readOrganisation, { params: { id: chosen } }))
  const choose = (id: number) => set({ id: String(id) })
  return find === '' ? (
    <OrganisationTree
      chosen={chosen}
      above={details.data?.above.map(({ id }) => id) ?? []}
      closed={closed}
      choose={choose}
    />
  ) : (
    <OrganisationsFound find={find} closed={closed} chosen={chosen} />
  )
}
