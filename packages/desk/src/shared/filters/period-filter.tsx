import { Button, NativeSelect, Popover } from '@mantine/core'
import type { Slice } from '@otklik/model/api'
import { monthsBetween } from '@otklik/model/months'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/index.ts'
import classes from './period-filter.module.css'
import { presets } from './presets.ts'

interface PeriodFilterProps {
  /** The months that occur in the data and the last one that is closed. */
  readonly months: {
    readonly from: string | null
    readonly to: string | null
    readonly closedThrough: string | null
  } | null
  /** What is shown where no period is chosen. */
  readonly usual?: { readonly from: string; readonly to: string } | undefined
  readonly slice: Slice
  readonly change: (change: Partial<Slice>) => void
}

export function PeriodFilter({ months, usual, slice, change }: PeriodFilterProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const shown = periodOf(slice, months) ?? usual
  const choose = (period: Partial<Slice>) => {
    change(period)
    setOpen(false)
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {shown ? format.period(shown.from, shown.to) : t('filters.usualPeriod')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filters.period')}>
        <div className={classes.presets}>
          {presets(months?.closedThrough ?? months?.to ?? null, months?.from ?? null, months?.to ?? null).map(
            (preset) => (
              <Button
                key={preset.name}
                size="compact-sm"
                variant="light"
                onClick={() => choose({ from: preset.from, to: preset.to })}
              >
                {t(`filters.${preset.name}`)}
              </Button>
            ),
          )}
          <Button size="compact-sm" variant="light" onClick={() => choose({ from: undefined, to: undefined })}>
            {t('filters.usualPeriod')}
          </Button>
        </div>
        <MonthFields months={months} slice={slice} change={change} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** The months asked for; an open end is where the data end. */
function periodOf({ from, to }: Slice, months: PeriodFilterProps['months']) {
  if (from === undefined && to === undefined) return undefined
  return { from: from ?? months?.from ?? to ?? '', to: to ?? months?.to ?? from ?? '' }
}

function MonthFields({ months, slice, change }: PeriodFilterProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { from: first, to: last } = months ?? {}
  const all = first && last ? monthsBetween(first, last).reverse() : []
  const data = [
    { value: '', label: t('filters.notChosen') },
    ...all.map((month) => ({ value: month, label: format.month(month) })),
  ]
  return (
    <div className={classes.fields}>
      <NativeSelect
        label={t('filters.from')}
        data={data}
        value={slice.from ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ from: value || undefined, ...(slice.to !== undefined && value > slice.to ? { to: value } : {}) })
        }
      />
      <NativeSelect
        label={t('filters.to')}
        data={data}
        value={slice.to ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({
            to: value || undefined,
            ...(slice.from !== undefined && value !== '' && value < slice.from ? { from: value } : {}),
          })
        }
      />
    </div>
  )
}
