import { Button } from '@mantine/core'
import type { BoardRow } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { useListWords, useRegionNames } from '../lists/list-words.ts'
import { StageBadge } from './stage-badge.tsx'

/** @param begin absent: the reader begins nothing */
export function useBoardColumns(begin: ((row: BoardRow) => void) | undefined): Column<BoardRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  const region = useRegionNames()
  return useMemo(
    (): Column<BoardRow>[] => [
      { id: 'object', title: '№', figures: true, value: ({ object }) => object },
      {
        id: 'name',
        title: t('lists.name'),
        wide: true,
        value: ({ name }) => name,
        show: (row) => <ObjectName row={row} />,
      },
      { id: 'kind', title: t('lists.kind'), value: ({ kind }) => words.kind(kind) },
      { id: 'authority', title: t('filters.authority'), wide: true, value: ({ authority }) => authority },
      { id: 'region', title: t('filters.region'), extra: true, value: (row) => region(row.region) },
      {
        id: 'stage',
        title: t('certifying.stage'),
        value: ({ state }) => t(`certifying.stage_${state ?? 'not_begun'}`),
        show: (row) =>
          row.procedure === null && begin !== undefined ? (
            <Button size="compact-sm" variant="default" onClick={() => begin(row)}>
              {t('certifying.begin')}
            </Button>
          ) : (
            <StageBadge stage={row.state ?? 'not_begun'} />
          ),
      },
      {
        id: 'sheets',
        title: t('certifying.signed'),
        figures: true,
        value: ({ signed }) => signed,
        show: ({ procedure, signed, sheets }) => (procedure === null ? null : `${signed} / ${sheets}`),
      },
      {
        id: 'level',
        title: t('lists.level'),
        figures: true,
        value: ({ level }) => level,
        show: ({ level }) => (level === null ? null : format.level(level)),
      },
      {
        id: 'due',
        title: t('certifying.sendBy'),
        figures: true,
        value: ({ due }) => due,
        show: ({ due }) => (due === null ? null : format.day(due)),
      },
    ],
    [t, format, words, region, begin],
  )
}

function ObjectName({ row: { name, procedure } }: { readonly row: BoardRow }) {
  if (procedure === null) return <>{name}</>
  return (
    <Link to="/certification/$procedure" params={{ procedure: String(procedure) }}>
      {name}
    </Link>
  )
}
