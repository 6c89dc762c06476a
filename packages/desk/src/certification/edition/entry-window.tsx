import type { ListEdition, ListEntry } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SidePanel } from '../../shared/ui/dialog.tsx'
import { AdmittedBadge } from '../lists/list-state.tsx'
import { ObjectFacts } from '../objects/object-facts.tsx'
import { ArgumentList } from './argument-list.tsx'
import { EntryForm } from './entry-form.tsx'
import { YearFactsList } from './year-facts-list.tsx'

interface EntryWindowProps {
  readonly edition: ListEdition
  /** As the page shows it now; undefined: it stands there no more. */
  readonly entry: ListEntry | undefined
  readonly close: () => void
}

/** An entry opened from the table: to read, or to change what is known of it. */
export function EntryWindow({ edition, entry, close }: EntryWindowProps) {
  const { t } = useTranslation()
  // What was changed may have left the search: what is typed must stay.
  const [first] = useState(entry)
  const shown = entry ?? first
  if (shown === undefined) return null
  if (edition.allowed.includes('edit') && shown.year !== null)
    return <EntryForm edition={edition} entry={shown} known={shown.year} close={close} />
  return (
    <SidePanel title={shown.name} close={close}>
      <div className="stack">
        {shown.year && (
          <section aria-label={t('edition.decisionOf')}>
            <AdmittedBadge admitted={shown.year.admission.admitted} />
            <ArgumentList facts={shown.year.facts} admission={shown.year.admission} year={edition.year} />
          </section>
        )}
        {shown.year && (
          <Link to="/lists/entries/$entry" params={{ entry: String(shown.id) }}>
            {t('materials.open')}
          </Link>
        )}
        {shown.year && <YearFactsList facts={shown.year.facts} />}
        <ObjectFacts object={{ ...shown, id: shown.object }} />
      </div>
    </SidePanel>
  )
}
