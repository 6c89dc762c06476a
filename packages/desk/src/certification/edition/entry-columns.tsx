import { Checkbox } from '@mantine/core'
import type { ListEdition, ListEntry } from '@otklik/model/certification/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../shared/table/columns.ts'
import { AdmittedBadge } from '../lists/list-state.tsx'
import { useListWords } from '../lists/list-words.ts'
import { useDescribedColumns } from '../objects/object-columns.tsx'
import { OpenButton } from '../objects/open-button.tsx'
import { ArgumentList } from './argument-list.tsx'

interface EntryColumnsInput {
  readonly edition: ListEdition
  readonly chosen: ReadonlySet<number>
  /** Null: nothing can be changed. */
  readonly toggle: ((id: number) => void) | null
  readonly open: (id: number) => void
}

const NEEDED_IN_YEAR: readonly string[] = ['kind', 'authority']

export function useEntryColumns({ edition, chosen, toggle, open }: EntryColumnsInput): Column<ListEntry>[] {
  const { t } = useTranslation()
  const { name, others } = useDescribedColumns()
  const ofYear = useYearColumns(edition.year)
  const { kind } = edition
  return useMemo((): Column<ListEntry>[] => {
    const choice: Column<ListEntry> = {
      id: 'choice',
      title: t('edition.choose'),
      unsorted: true,
      picture: true,
      value: () => null,
      show: ({ id, name }) => (
        <Checkbox
          aria-label={t('edition.chooseOne', { name })}
          checked={chosen.has(id)}
          onChange={() => toggle?.(id)}
        />
      ),
    }
    const number: Column<ListEntry> = { id: 'number', title: '№', figures: true, value: ({ object }) => object }
    const shownName = { ...name, show: (row: ListEntry) => <OpenButton name={row.name} open={() => open(row.id)} /> }
    if (kind === 'single') return [number, shownName, ...others]
    // Why an object is in or out needs the room.
    const aside = others.map((column) => (NEEDED_IN_YEAR.includes(column.id) ? column : { ...column, extra: true }))
    return [...(toggle === null ? [] : [choice]), number, shownName, ...ofYear, ...aside]
  }, [t, name, others, ofYear, kind, chosen, toggle, open])
}

/** What only the list of a year says of an object. */
function useYearColumns(year: number | null): Column<ListEntry>[] {
  const { t } = useTranslation()
  const words = useListWords()
  return useMemo(() => {
    const argumentsOf = (entry: ListEntry): string => {
      if (entry.year === null) return ''
      const { facts, admission } = entry.year
      const shown = admission.admitted ? admission.grounds : admission.reasons
      return shown
        .map((one) => `${words.argument(one, facts, year)} ${t('lists.point', { point: one.point })}`)
        .join(' ')
    }
    return [
      {
        id: 'admitted',
        title: t('edition.decisionOf'),
        unsorted: true,
        value: (entry) => t(entry.year?.admission.admitted === true ? 'lists.in' : 'lists.out'),
        show: ({ year: known }) => known && <AdmittedBadge admitted={known.admission.admitted} />,
      },
      {
        id: 'why',
        title: t('edition.why'),
        unsorted: true,
        value: argumentsOf,
        show: ({ year: known }) =>
          known && <ArgumentList facts={known.facts} admission={known.admission} year={year} />,
      },
      {
        id: 'selfCheck',
        title: t('edition.selfCheck'),
        unsorted: true,
        value: ({ year: known }) => known?.facts.selfCheck ?? null,
      },
    ]
  }, [t, words, year])
}
