import { Button } from '@mantine/core'
import { eraseFeedbackContact, type Feedback, readFeedbackContact } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { isShort, ReasonText } from '../reason-text.tsx'

/** The contact of the author: opened on demand, which stands in the audit; erased when the consent is taken back. */
export function FeedbackContact({ feedback: { id, contact } }: { readonly feedback: Feedback }) {
  const { t } = useTranslation()
  const may = useMay()
  const [opened, setOpened] = useState<'look' | 'erase' | null>(null)
  const close = () => setOpened(null)
  if (contact === 'erased') return <p className="dim small">{t('feedback.contactErased')}</p>
  if (contact === 'none' || !may('answers.reply')) return null
  return (
    <div className="row no-print">
      <Button variant="default" onClick={() => setOpened('look')}>
        {t('feedback.showContact')}
      </Button>
      <Button variant="outline" color="red" onClick={() => setOpened('erase')}>
        {t('feedback.eraseContact')}
      </Button>
      {opened === 'look' && <Look id={id} close={close} />}
      {opened === 'erase' && <Erase id={id} close={close} />}
    </div>
  )
}

interface PartProps {
  readonly id: string
  readonly close: () => void
}

function Look({ id, close }: PartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  // Asked for anew each time: what was looked at stays in no memory.
  const query = useQuery({ ...asked(readFeedbackContact, { params: { id } }), gcTime: 0, staleTime: Infinity })
  return (
    <Dialog title={t('feedback.contact')} close={close}>
      <Asked query={query} lines={3}>
        {({ name, mail, phone, consent }) => (
          <Facts
            facts={[
              { name: t('feedback.contactName'), value: name },
              { name: t('feedback.contactMail'), value: mail && <a href={`mailto:${mail}`}>{mail}</a> },
              { name: t('feedback.contactPhone'), value: phone },
              { name: t('feedback.consented'), value: format.day(consent) },
            ]}
          />
        )}
      </Asked>
    </Dialog>
  )
}

function Erase({ id, close }: PartProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <FormDialog
      title={t('feedback.eraseContact')}
      action={t('feedback.eraseContact')}
      danger
      unready={isShort(reason)}
      refused={() => setTried(true)}
      save={() => call(eraseFeedbackContact, { params: { id }, body: { reason } })}
      close={close}
    >
      <ReasonText tried={tried} description={t('feedback.eraseText')} value={reason} change={setReason} />
    </FormDialog>
  )
}
