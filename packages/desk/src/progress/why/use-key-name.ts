import { OTHER_KEYS, type WhyDimension } from '@otklik/model/contributions'
import { listStatuses, readFilters } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'

/** What the keys of a dimension are called. */
export function useKeyName(): (dimension: WhyDimension, key: string) => string {
  const { t } = useTranslation()
  const filters = useQuery(asked(readFilters, {})).data
  const statuses = useQuery(asked(listStatuses, {})).data
  return (dimension, key) => {
    if (key === OTHER_KEYS) return t('why.others')
    if (key === '') return t('filters.notGiven')
    const known = { service: filters?.services, region: filters?.regions }
    if (dimension === 'service' || dimension === 'region')
      return known[dimension]?.find(({ id }) => id === key)?.name ?? key
    if (dimension === 'status') return statuses?.find(({ code }) => String(code) === key)?.name ?? key
    return dimension === 'subservice' ? t('filters.variant', { number: key }) : key
  }
}
