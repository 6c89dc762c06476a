import { NativeSelect } from '@mantine/core'
import { ALL_ROLES, isRole } from '@otklik/model/access'
import { readOrganisation } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { FindField } from '../../shared/ui/find-field.tsx'
import { OrganisationSelect } from '../organisations/organisation-select.tsx'
import { useWords } from '../roles/words.ts'
import classes from './people-filters.module.css'
import { PERSON_STATES, type PeopleSearch } from './people-search.ts'

const route = getRouteApi('/desk/people')

/** Which people: by name, by where their role is, by role and by state; all of it stands in the address. */
export function PeopleFilters() {
  const { t } = useTranslation()
  const words = useWords()
  const { find = '', role, access } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Partial<PeopleSearch>) =>
    void navigate({
      search: (before) => ({ ...before, ...change, offset: undefined }),
      resetScroll: false,
      replace: 'find' in change,
    })
  return (
    <search className={`${classes.bar} no-print`} aria-label={t('filters.title')}>
      <FindField label={t('people.find')} find={find} change={(text) => set({ find: text })} />
      <OrganisationFilter set={set} />
      <NativeSelect
        aria-label={t('person.role')}
        value={role ?? ''}
        data={[
          { value: '', label: t('people.anyRole') },
          ...ALL_ROLES.map((one) => ({ value: one, label: words.role(one) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ role: isRole(value) ? value : undefined })}
      />
      <NativeSelect
        aria-label={t('people.state')}
        value={access ?? ''}
        data={[
          { value: '', label: t('people.anyState') },
          ...PERSON_STATES.map((one) => ({ value: one, label: t(`people.state_${one}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ access: PERSON_STATES.find((one) => one === value) })}
      />
    </search>
  )
}

function OrganisationFilter({ set }: { readonly set: (change: Partial<PeopleSearch>) => void }) {
  const { t } = useTranslation()
  const { organisation } = route.useSearch()
  const chosen = useQuery({
    ...asked(readOrganisation, { params: { id: Number(organisation ?? 0) } }),
    enabled: organisation !== undefined,
  })
  // A number that leads to no organisation stays as it is: the link must show what it filters by.
  const value =
    organisation === undefined
      ? null
      : { id: Number(organisation), name: chosen.data?.name ?? (chosen.isError ? `№ ${organisation}` : '…') }
  return (
    <div className={classes.organisation}>
      <OrganisationSelect
        ariaLabel={t('person.organisation')}
        placeholder={t('people.anyOrganisation')}
        clearable
        value={value}
        change={(one) => set({ organisation: one === null ? undefined : String(one.id) })}
      />
    </div>
  )
}
