import type { RegisterRow } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { useListWords } from '../lists/list-words.ts'

export function useCertificateColumns(): Column<RegisterRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  return useMemo(
    (): Column<RegisterRow>[] => [
      {
        id: 'number',
        title: t('certificates.number'),
        value: ({ number }) => number,
        show: ({ number, procedure }) => (
          <Link to="/certification/$procedure" params={{ procedure: String(procedure) }} className="num">
            {number}
          </Link>
        ),
      },
      { id: 'type', title: t('certificates.type'), value: ({ type }) => t(`certificates.paper_${type}`) },
      { id: 'dated', title: t('certificates.dated'), figures: true, value: ({ dated }) => format.day(dated) },
      { id: 'name', title: t('lists.name'), wide: true, value: ({ name }) => name },
      { id: 'kind', title: t('lists.kind'), extra: true, value: ({ kind }) => words.kind(kind) },
      { id: 'authority', title: t('filters.authority'), wide: true, value: ({ authority }) => authority },
      {
        id: 'level',
        title: t('lists.level'),
        figures: true,
        value: ({ level }) => level,
        show: ({ level }) => format.level(level),
      },
      {
        id: 'term',
        title: t('certificates.term'),
        figures: true,
        value: ({ validTo }) => validTo,
        show: ({ validFrom, validTo }) =>
          validFrom === null || validTo === null ? null : `${format.day(validFrom)} – ${format.day(validTo)}`,
      },
      {
        id: 'standing',
        title: t('certificates.standing'),
        value: ({ standing }) => (standing === null ? '' : t(`certificates.standing_${standing}`)),
      },
      {
        id: 'sent',
        title: t('certificates.sent'),
        figures: true,
        value: ({ sent }) => (sent === null ? t('certificates.notSent') : format.day(sent)),
      },
    ],
    [t, format, words],
  )
}
