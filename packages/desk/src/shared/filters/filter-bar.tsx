import { Button, Select } from '@mantine/core'
import type { AnswerOf, Slice } from '@otklik/model/api'
import { readFilters } from '@otklik/model/progress/api'
import { NOT_GIVEN } from '@otklik/model/indicators'
import { IconFilter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../api/queries.ts'
import type { Translate } from '../i18n/index.ts'
import classes from './filter-bar.module.css'
import { PeriodFilter } from './period-filter.tsx'
import { useChangeSlice, useSlice } from './use-slice.ts'

type Filters = AnswerOf<typeof readFilters>
type Field = Exclude<keyof Slice, 'from' | 'to' | 'versus'>

const FIELDS: readonly Field[] = ['service', 'subservice', 'channel', 'region', 'authority', 'office']
const EVERYTHING = { from: undefined, to: undefined, service: undefined, subservice: undefined, region: undefined }
const NOTHING_CHOSEN: Record<keyof Slice, undefined> = {
  ...EVERYTHING,
  authority: undefined,
  office: undefined,
  channel: undefined,
  versus: undefined,
}

interface FilterBarProps {
  readonly without?: readonly Field[]
  /** The months that the screen shows where none are asked for, once it knows. */
  readonly period?: { readonly from: string; readonly to: string } | undefined
  /** Without a period the screen shows all months there are. */
  readonly whole?: boolean
}

/** One bar of filters, the same on every screen of figures; what is chosen stands in the address. */
export function FilterBar({ without = [], period, whole = false }: FilterBarProps) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...asked(readFilters, {}), staleTime: 5 * 60_000 })
  const slice = useSlice()
  const change = useChangeSlice()
  const [open, setOpen] = useState(false)
  // Variants are too many to choose from: one comes by a link, is shown and can be taken off.
  const shown = FIELDS.filter((field) => !without.includes(field) && (field !== 'subservice' || slice[field]))
  const chosen = shown.filter((field) => slice[field] !== undefined).length
  return (
    <search className={`${classes.bar} no-print`} aria-label={t('filters.title')}>
      <PeriodFilter months={data ?? null} usual={whole ? wholeOf(data) : period} slice={slice} change={change} />
      {shown.length > 0 && (
        <Button
          className={classes.toggle}
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {chosen > 0 ? t('filters.more', { count: chosen }) : t('filters.title')}
        </Button>
      )}
      <div className={classes.fields} data-open={open}>
        {shown.map((field) => (
          <Select
            key={field}
            className={classes.field}
            wrapperProps={{ 'data-field': field }}
            aria-label={t(`filters.${field}`)}
            placeholder={t(`filters.any_${field}`)}
            data={choices(field, data, slice[field], t)}
            value={slice[field] ?? null}
            onChange={(value) => change({ [field]: value ?? undefined })}
            searchable
            clearable
            limit={200}
            nothingFoundMessage={t('filters.nothing')}
            clearButtonProps={{ 'aria-label': t('filters.clear', { name: t(`filters.${field}`) }) }}
          />
        ))}
        {(chosen > 0 || slice.from !== undefined || slice.to !== undefined) && (
          <Button variant="subtle" onClick={() => change(NOTHING_CHOSEN)}>
            {t('filters.reset')}
          </Button>
        )}
      </div>
    </search>
  )
}

const wholeOf = (filters: Filters | undefined) =>
  filters?.from && filters.to ? { from: filters.from, to: filters.to } : undefined

function labelOf(field: Field, chosen: string, t: Translate): string {
  if (chosen === NOT_GIVEN) return t('filters.notGiven')
  // A bare number does not say what it is of.
  return field === 'subservice' ? t('filters.variant', { number: chosen }) : chosen
}

/** A chosen value stays a choice even where the data know it no longer: the link must show what it filters by. */
function choices(field: Field, filters: Filters | undefined, chosen: string | undefined, t: Translate) {
  const known = filters === undefined ? [] : listOf(field, filters)
  const missing = chosen !== undefined && !known.some(({ value }) => value === chosen)
  if (!missing) return known
  return [{ value: chosen, label: labelOf(field, chosen, t) }, ...known]
}

function listOf(field: Field, filters: Filters): { value: string; label: string }[] {
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  const plain = (value: string) => ({ value, label: value })
  if (field === 'service') return filters.services.map(named)
  if (field === 'region') return filters.regions.map(named)
  if (field === 'channel') return filters.channels.map(plain)
  if (field === 'subservice') return []
  return (field === 'authority' ? filters.authorities : filters.offices).filter((name) => name !== '').map(plain)
}
