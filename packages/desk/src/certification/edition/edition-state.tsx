import { type ListEdition, printList } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import type { Papers } from '../../shared/table/files.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { ListStateBadge } from '../lists/list-state.tsx'
import { EditionActions } from './edition-actions.tsx'
import classes from './edition.module.css'

/** Where the edition stands, what that means, and the next step. */
export function EditionState({ edition }: { readonly edition: ListEdition }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, state, base, approved, returned } = edition
  // What was sent back is the list of what to mend, until the edition is submitted again.
  const toMend = returned !== null && (state === 'draft' || state === 'published' || state === 'returned')
  return (
    <section className="panel stack" aria-label={t('edition.state')}>
      <div role="status" className="stack-tight">
        <ListStateBadge state={state} />
        <span>{t(`lists.means_${kind}_${state}`)}</span>
      </div>
      {toMend && (
        <div className={classes.remarks}>
          <strong>{t('edition.remarksOf', { by: returned.by, at: format.instant(returned.at) })}</strong>
          <p>{returned.remarks}</p>
        </div>
      )}
      {(approved ?? base) !== null && <EditionPapers edition={edition} />}
      <PaperLinks name={t('edition.paper')} papers={papersOf(edition)} />
      {kind === 'year' && (
        <div className="row no-print">
          <Link to="/lists/$list/remarks" params={{ list: String(edition.id) }}>
            {t('materials.allRemarks')}
          </Link>
          <Link to="/lists/forms">{t('materials.toForms')}</Link>
        </div>
      )}
      <EditionActions edition={edition} />
    </section>
  )
}

/** The list itself, as it is approved and sent. */
function papersOf({ id }: ListEdition): Papers {
  const address = (format: keyof Papers) => urlOf(printList, { params: { id }, query: { format } })
  return { docx: address('docx'), pdf: address('pdf'), xlsx: address('xlsx') }
}

/** The papers it hangs on: the protocol, and the edition of the single list it was built from. */
function EditionPapers({ edition: { approved, base } }: { readonly edition: ListEdition }) {
  const { t } = useTranslation()
  const format = useFormat()
  const protocol =
    approved && t('lists.protocolOf', { number: approved.protocolNumber, day: format.day(approved.protocolDate) })
  const single = base && (
    <Link to="/lists/$list" params={{ list: String(base.id) }}>
      {t('lists.singleEdition', { number: base.number })}
    </Link>
  )
  return (
    <Facts
      facts={[
        { name: t('edition.protocol'), value: protocol },
        { name: t('edition.base'), value: single },
      ]}
    />
  )
}
