import { Button, TextInput } from '@mantine/core'
import { approveList, type ListEdition, readLists } from '@otklik/model/certification/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { isOwnSubmission } from '../lists/next-step.ts'
import { EditionChanges } from './edition-changes.tsx'
import classes from './edition.module.css'
import { ReturnDialog } from './return-dialog.tsx'

/** What the working group decides: what the edition changes, and the two ways on. */
export function Decision({ edition }: { readonly edition: ListEdition }) {
  const { t } = useTranslation()
  const may = useMay()
  const [returning, setReturning] = useState(false)
  const { allowed } = edition
  return (
    <section className="panel stack" aria-labelledby="decision">
      <h2 id="decision">{t(may('lists.approve') ? 'edition.decision' : 'edition.changes')}</h2>
      <EditionChanges id={edition.id} />
      {isOwnSubmission(edition) && <p style={{ margin: 0 }}>{t('edition.fourEyes')}</p>}
      {may('lists.approve') && (
        <Approval edition={edition}>
          {allowed.includes('return') && (
            <Button variant="default" onClick={() => setReturning(true)}>
              {t('lists.return')}
            </Button>
          )}
        </Approval>
      )}
      {returning && <ReturnDialog id={edition.id} close={() => setReturning(false)} />}
    </section>
  )
}

interface ApprovalProps {
  readonly edition: ListEdition
  /** The other way on. */
  readonly children: ReactNode
}

/** Approval by a protocol; whoever submitted the edition sees it, and may not. */
function Approval({ edition: { id, allowed }, children }: ApprovalProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { values, set } = useFields({ protocolNumber: '', protocolDate: '' })
  const [tried, setTried] = useState(false)
  const { data } = useQuery(asked(readLists, {}))
  const sending = useMutation({
    mutationFn: () =>
      call(approveList, {
        params: { id },
        body: { protocolNumber: values.protocolNumber.trim(), protocolDate: values.protocolDate },
      }),
    onSuccess: () => client.invalidateQueries(),
  })
  const noNumber = values.protocolNumber.trim() === ''
  const noDate = values.protocolDate === ''
  const future = data !== undefined && values.protocolDate > data.today
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!noNumber && !noDate && !future) sending.mutate()
  }
  return (
    <form className="stack no-print" onSubmit={submit} noValidate>
      {sending.isError && <FormTrouble error={sending.error} />}
      <fieldset className={classes.decision} disabled={!allowed.includes('approve')}>
        <TextInput
          label={t('edition.protocolNumber')}
          error={tried && noNumber && t('edition.needNumber')}
          maxLength={100}
          value={values.protocolNumber}
          onChange={({ currentTarget }) => set('protocolNumber', currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('edition.protocolDate')}
          error={(tried && noDate && t('edition.needDate')) || (future && t('edition.futureDate'))}
          {...(data === undefined ? {} : { max: data.today })}
          value={values.protocolDate}
          onChange={({ currentTarget }) => set('protocolDate', currentTarget.value)}
        />
      </fieldset>
      <div className="row">
        <Button type="submit" disabled={!allowed.includes('approve')} loading={sending.isPending}>
          {t('lists.approve')}
        </Button>
        {children}
      </div>
    </form>
  )
}
