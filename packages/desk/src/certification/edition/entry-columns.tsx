import { Button, Checkbox } from '@mantine/core'
import type { ListEdition, ListEntry } from '@otklik/model/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../shared/table/columns.ts'
import { AdmittedBadge } from '../list-state.tsx'
import { useListWords } from '../list-words.ts'
import { useDescribedColumns } from '../objects/object-columns.tsx'
import { ArgumentList } from './argument-list.tsx'

interface EntryColumnsInput {
  readonly edition: ListEdition
  readonly chosen: ReadonlySet<number>
  /** Null: nothing can be changed. */
  readonly toggle: ((id: number) => void) | null
  readonly open: (id: number) => void
}

export function useEntryColumns({ edition, chosen, toggle, open }: EntryColumnsInput): Column<ListEntry>[] {
  const { t } = useTranslation()
  const described = useDescribedColumns()
  const ofYear = useYearColumns(edition.year)
  const { kind } = edition
  return useMemo(() => {
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
    const label = t(toggle === null ? 'lists.details' : 'actions.change')
    const action: Column<ListEntry> = {
      id: 'open',
      title: t('register.actions'),
      unsorted: true,
      picture: true,
      value: () => null,
      show: ({ id, name }) => (
        <Button variant="default" size="compact-sm" aria-label={`${label}: ${name}`} onClick={() => open(id)}>
          {label}
        </Button>
      ),
    }
    const [name, ...rest] = described
    if (kind === 'single' || name === undefined) return [number, ...described, action]
    return [...(toggle === null ? [] : [choice]), number, name, ...ofYear, ...rest, action]
  }, [t, described, ofYear, kind, chosen, toggle, open])
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
