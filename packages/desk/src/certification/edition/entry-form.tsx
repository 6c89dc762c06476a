import { type ListEdition, type ListEntry, readList, saveEntry } from '@otklik/model/certification/api'
import { admission, type YearFacts } from '@otklik/model/certification'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { FormNotice } from '../../shared/ui/form-trouble.tsx'
import { AdmittedBadge } from '../lists/list-state.tsx'
import { ObjectFacts } from '../objects/object-facts.tsx'
import { useRefreshed } from '../refreshed.ts'
import { ArgumentList } from './argument-list.tsx'
import { FactsFields } from './facts-fields.tsx'
import { YearFactsList } from './year-facts-list.tsx'

interface EntryFormProps {
  readonly edition: ListEdition
  readonly entry: ListEntry
  readonly known: NonNullable<ListEntry['year']>
  readonly close: () => void
}

/** What is known of an object for the list of the year, and at once what follows from it. */
export function EntryForm({ edition, entry, known, close }: EntryFormProps) {
  const { t } = useTranslation()
  const refreshed = useRefreshed(readList)
  const { values, set } = useFields<YearFacts>(known.facts)
  const [begun] = useState(known.version)
  const [tried, setTried] = useState(false)
  const facts: YearFacts = {
    ...values,
    ending: values.ending && { ...values.ending, act: values.ending.act.trim() },
    mass: values.mass?.trim() || null,
  }
  const follows = admission(facts, entry, edition.year ?? 0)
  const save = () =>
    refreshed(() =>
      call(saveEntry, { params: { id: edition.id, entry: entry.id }, body: { version: known.version, ...facts } }),
    )
  return (
    <FormDialog
      title={entry.name}
      action={t('actions.save')}
      side
      unready={facts.ending?.act === ''}
      refused={() => setTried(true)}
      save={save}
      close={close}
    >
      {known.version > begun && (
        <FormNotice>
          <p>{t('edition.overtaken')}</p>
          <YearFactsList facts={known.facts} />
        </FormNotice>
      )}
      <section role="status" aria-label={t('edition.follows')}>
        <strong>{t('edition.follows')}:</strong> <AdmittedBadge admitted={follows.admitted} />
        <ArgumentList facts={facts} admission={follows} year={edition.year} />
      </section>
      <Link to="/lists/entries/$entry" params={{ entry: String(entry.id) }}>
        {t('materials.open')}
      </Link>
      <FactsFields values={values} set={set} tried={tried} />
      <ObjectFacts object={{ ...entry, id: entry.object }} />
    </FormDialog>
  )
}
