import { Button } from '@mantine/core'
import type { CertificationObject } from '@otklik/model/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { validityText } from '../certificate.ts'
import { useListWords, useRegionNames } from '../list-words.ts'

type Described = Pick<
  CertificationObject,
  'name' | 'kind' | 'authority' | 'region' | 'service' | 'address' | 'level' | 'validFrom' | 'validTo'
>

/** What both the objects and the entries of a list show of an object; columns that can be sorted bear the server's word. */
export function useDescribedColumns(): Column<Described>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  const region = useRegionNames()
  return useMemo(
    () => [
      { id: 'name', title: t('lists.name'), wide: true, value: ({ name }) => name },
      { id: 'kind', title: t('lists.kind'), unsorted: true, value: ({ kind }) => words.kind(kind) },
      {
        id: 'authority',
        title: t('filters.authority'),
        wide: true,
        value: ({ authority }) => authority,
        show: ({ authority }) => authority ?? <span className="dim">{t('lists.noAuthority')}</span>,
        text: ({ authority }) => authority ?? '',
      },
      { id: 'region', title: t('filters.region'), value: (row) => region(row.region) },
      {
        id: 'level',
        title: t('lists.level'),
        figures: true,
        value: ({ level }) => level,
        show: ({ level }) => (level === null ? null : format.level(level)),
      },
      {
        id: 'validTo',
        title: t('lists.certificate'),
        figures: true,
        value: (row) => row.validTo,
        show: (row) => validityText(row, format),
        text: (row) => validityText(row, format),
      },
      { id: 'service', title: t('service.number'), unsorted: true, extra: true, value: ({ service }) => service },
      {
        id: 'address',
        title: t('lists.address'),
        wide: true,
        unsorted: true,
        extra: true,
        value: (row) => row.address,
      },
    ],
    [t, format, words, region],
  )
}

export function useObjectColumns(edits: boolean, open: (id: number) => void): Column<CertificationObject>[] {
  const { t } = useTranslation()
  const described = useDescribedColumns()
  return useMemo((): Column<CertificationObject>[] => {
    const label = t(edits ? 'actions.change' : 'lists.details')
    return [
      { id: 'number', title: '№', figures: true, value: ({ id }) => id },
      ...described,
      {
        id: 'removed',
        title: t('objects.removed'),
        unsorted: true,
        wide: true,
        value: ({ removed }) => removed?.reason ?? null,
      },
      {
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
      },
    ]
  }, [t, described, edits, open])
}
