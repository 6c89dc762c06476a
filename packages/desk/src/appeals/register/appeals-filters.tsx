import { Button, NativeSelect } from '@mantine/core'
import { isKind, isSource } from '@otklik/model/appeals'
import { useTranslation } from 'react-i18next'
import { FindField } from '../../shared/ui/find-field.tsx'
import { type AppealsSearch, isFiltered, readAppealsSearch, TERMS } from '../appeals-search.ts'
import { appealWords, optionsOf } from '../words.ts'
import classes from './appeals-filters.module.css'

type Change = { [K in keyof AppealsSearch]?: AppealsSearch[K] | undefined }

interface AppealsFiltersProps {
  readonly search: AppealsSearch
  readonly set: (change: Change) => void
}

/** What the register is narrowed by; all of it stands in the address. */
export function AppealsFilters({ search, set }: AppealsFiltersProps) {
  const { t } = useTranslation()
  const select = (
    label: string,
    value: string | undefined,
    data: { value: string; label: string }[],
    change: (value: string) => void,
  ) => (
    <NativeSelect
      aria-label={label}
      value={value ?? ''}
      data={data}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
  return (
    <search className={`${classes.bar} no-print`} aria-label={t('filters.title')}>
      <FindField
        label={t('appeals.find')}
        find={search.find ?? ''}
        change={(find) => set({ find: find || undefined })}
      />
      {select(
        t('appeals.term'),
        search.term,
        optionsOf(
          t('appeals.anyTerm'),
          TERMS.map((one) => [one, t(`appeals.term_${one}`)] as const),
        ),
        (value) => set({ term: TERMS.find((one) => one === value) }),
      )}
      {select(
        t('appeals.state'),
        search.stand,
        optionsOf(t('appeals.anyState'), [['open', t('appeals.open')], ...appealWords.states]),
        (stand) => set({ stand: readAppealsSearch({ stand }).stand }),
      )}
      {select(t('appeals.kind'), search.kind, optionsOf(t('appeals.anyKind'), appealWords.kinds), (value) =>
        set({ kind: isKind(value) ? value : undefined }),
      )}
      {select(t('appeals.source'), search.source, optionsOf(t('appeals.anySource'), appealWords.sources), (value) =>
        set({ source: isSource(value) ? value : undefined }),
      )}
      {isFiltered(search) && (
        <Button variant="subtle" onClick={() => set(NOTHING)}>
          {t('filters.reset')}
        </Button>
      )}
    </search>
  )
}

const NOTHING: Change = {
  find: undefined,
  stand: undefined,
  kind: undefined,
  source: undefined,
  term: undefined,
  mine: undefined,
  of: undefined,
  quarter: undefined,
  figure: undefined,
  day: undefined,
}
