import { Button, Checkbox } from '@mantine/core'
import type { ListEdition, ListEntry } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkDialog } from './bulk-dialog.tsx'
import classes from './edition.module.css'

interface BulkBarProps {
  readonly edition: ListEdition
  readonly rows: readonly ListEntry[]
  readonly chosen: ReadonlySet<number>
  readonly choose: (ids: ReadonlySet<number>) => void
}

/** Chooses rows of the page to change them at once: only what is seen is changed. */
export function BulkBar({ edition, rows, chosen, choose }: BulkBarProps) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const entries = rows.filter(({ id }) => chosen.has(id))
  const all = rows.length > 0 && entries.length === rows.length
  return (
    <div className={`${classes.bulk} no-print`} role="group" aria-label={t('edition.bulk')}>
      <Checkbox
        label={t('edition.chooseAll')}
        checked={all}
        indeterminate={!all && entries.length > 0}
        disabled={rows.length === 0}
        onChange={() => choose(new Set(all ? [] : rows.map(({ id }) => id)))}
      />
      <span role="status" className="dim">
        {t('edition.chosen', { count: entries.length })}
      </span>
      <Button variant="default" size="compact-md" disabled={entries.length === 0} onClick={() => setChanging(true)}>
        {t('edition.changeChosen')}
      </Button>
      {changing && (
        <BulkDialog
          edition={edition}
          entries={entries}
          done={() => choose(new Set())}
          close={() => setChanging(false)}
        />
      )}
    </div>
  )
}
