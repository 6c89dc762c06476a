import type { CertificationObject } from '@otklik/model/certification/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { validityText } from '../certificate.ts'
import { useListWords, useRegionNames } from '../lists/list-words.ts'
import { OpenButton } from './open-button.tsx'

type Described = Pick<
  CertificationObject,
  'name' | 'kind' | 'authority' | 'region' | 'service' | 'address' | 'level' | 'validFrom' | 'validTo'
>

/** What both the objects and the entries of a list show of an object; columns that can be sorted bear the server's word. */
export function useDescribedColumns(): { readonly name: Column<Described>; readonly others: Column<Described>[] } {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  const region = useRegionNames()
  return useMemo(
    () => ({
      name: { id: 'name', title: t('lists.name'), wide: true, value: (row) => row.name },
      others: [
        {
          id: 'kind',
          title: t('lists.kind'),
          unsorted: true,
          value: ({ kind }) => words.kind(kind),
          // The longest kinds would take the room of the names.
          show: ({ kind }) => <span style={{ display: 'block', maxWidth: '17ch' }}>{words.kind(kind)}</span>,
        },
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
    }),
    [t, format, words, region],
  )
}

export function useObjectColumns(open: (id: number) => void, removed: boolean): Column<CertificationObject>[] {
  const { t } = useTranslation()
  const { name, others } = useDescribedColumns()
  return useMemo(
    (): Column<CertificationObject>[] => [
      { id: 'number', title: '№', figures: true, value: ({ id }) => id },
      { ...name, show: (row) => <OpenButton name={row.name} open={() => open(row.id)} /> },
      ...(removed
        ? [
            {
              id: 'removed',
              title: t('objects.removed'),
              unsorted: true,
              wide: true,
              value: (row: CertificationObject) => row.removed?.reason ?? null,
            },
          ]
        : []),
      ...others,
    ],
    [t, name, others, open, removed],
  )
}
