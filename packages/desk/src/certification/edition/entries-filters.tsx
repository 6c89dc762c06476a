import { NativeSelect } from '@mantine/core'
import type { ListEdition } from '@otklik/model/certification/api'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EditionSearch } from '../lists/lists-search.ts'
import { ObjectsFilters } from '../objects-filters.tsx'

const route = getRouteApi('/desk/lists/$list')

/** Changes what the entries are asked for, from their first page on. */
export function useSetEntries(): (change: Partial<EditionSearch>) => void {
  const navigate = route.useNavigate()
  return (change) =>
    void navigate({
      search: (before) => ({ ...before, ...change, offset: undefined }),
      resetScroll: false,
      replace: 'find' in change,
    })
}

export function EntriesFilters({ kind }: { readonly kind: ListEdition['kind'] }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const set = useSetEntries()
  return (
    <ObjectsFilters search={search} set={set}>
      {kind === 'year' && (
        <NativeSelect
          aria-label={t('edition.admitted')}
          value={search.admitted ?? ''}
          data={[
            { value: '', label: t('edition.admitted_any') },
            { value: 'true', label: t('edition.admitted_true') },
            { value: 'false', label: t('edition.admitted_false') },
          ]}
          onChange={({ currentTarget: { value } }) =>
            set({ admitted: value === 'true' || value === 'false' ? value : undefined })
          }
        />
      )}
    </ObjectsFilters>
  )
}
