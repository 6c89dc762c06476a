import { Button, NativeSelect } from '@mantine/core'
import { ALL_OBJECT_KINDS, OBJECT_CATEGORIES } from '@otklik/model/certification'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FindField } from '../shared/ui/find-field.tsx'
import { AuthorityNameSelect } from './authority-name-select.tsx'
import { useListWords } from './lists/list-words.ts'
import { isFiltered, type ObjectsAsked } from './lists/lists-search.ts'
import classes from './objects-filters.module.css'
import { TerritorySelect } from './territory-select.tsx'

interface ObjectsFiltersProps {
  readonly search: ObjectsAsked
  readonly set: (change: Partial<ObjectsAsked>) => void
  /** The screen's own filter. */
  readonly children: ReactNode
}

const NOTHING_CHOSEN = {
  find: undefined,
  kind: undefined,
  category: undefined,
  territory: undefined,
  authority: undefined,
} satisfies Partial<Record<keyof ObjectsAsked, undefined>>

/** What objects and entries are chosen by alike; all of it stands in the address. */
export function ObjectsFilters({ search, set, children }: ObjectsFiltersProps) {
  const { t } = useTranslation()
  return (
    <search className={`${classes.bar} no-print`} aria-label={t('filters.title')}>
      <FindField label={t('lists.find')} find={search.find ?? ''} change={(find) => set({ find })} />
      {children}
      <KindFilter search={search} set={set} />
      <TerritorySelect value={search.territory} change={(territory) => set({ territory })} />
      <div className={classes.authority}>
        <AuthorityNameSelect
          placeholder={t('filters.any_authority')}
          value={search.authority ?? null}
          change={(authority) => set({ authority: authority ?? undefined })}
        />
      </div>
      {isFiltered(search) && (
        <Button variant="subtle" onClick={() => set(NOTHING_CHOSEN)}>
          {t('filters.reset')}
        </Button>
      )}
    </search>
  )
}

/** A kind, or all kinds of a category. */
function KindFilter({ search: { kind, category }, set }: Pick<ObjectsFiltersProps, 'search' | 'set'>) {
  const { t } = useTranslation()
  const words = useListWords()
  return (
    <NativeSelect
      className={classes.kind}
      aria-label={t('lists.kind')}
      value={kind ?? category ?? ''}
      data={[
        { value: '', label: t('lists.anyKind') },
        ...OBJECT_CATEGORIES.map((one) => ({
          value: one,
          label: t(one === 'услуга' ? 'lists.allServices' : 'lists.allTools'),
        })),
        ...ALL_OBJECT_KINDS.map((one) => ({ value: one, label: words.kind(one) })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        set({
          kind: ALL_OBJECT_KINDS.find((one) => one === value),
          category: OBJECT_CATEGORIES.find((one) => one === value),
        })
      }
    />
  )
}
