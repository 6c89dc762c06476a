import { Button, Textarea } from '@mantine/core'
import { type Feedback, publishFeedback, withdrawFeedback } from '@otklik/model/surveys/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

/** What of it stands on «Вы сказали – мы сделали». Only what has been answered can. */
export function FeedbackPublication({ feedback }: { readonly feedback: Feedback }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const [opened, setOpened] = useState<'publish' | 'withdraw' | null>(null)
  const { id, state, published, authority } = feedback
  const close = () => setOpened(null)
  if (state === 'received' || state === 'in_work') return null
  return (
    <section className="panel stack" aria-label={t('feedback.publication')}>
      <h2>{t('feedback.publication')}</h2>
      {published === null ? (
        <p className="dim" style={{ margin: 0 }}>
          {t('feedback.notPublished')}
        </p>
      ) : (
        <>
          <p style={{ margin: 0 }}>
            «{published.said}»{' '}
            <span className="dim small">
              {format.moment(published.at)}, {published.by}
            </span>
          </p>
          <a href={`/said/${authority.id}`} target="_blank" rel="noreferrer">
            {t('feedback.saidPage')}
          </a>
        </>
      )}
      {may('answers.reply') && (
        <div className="row no-print">
          <Button variant="default" onClick={() => setOpened('publish')}>
            {t(published === null ? 'feedback.publish' : 'feedback.republish')}
          </Button>
          {published !== null && (
            <Button variant="outline" color="red" onClick={() => setOpened('withdraw')}>
              {t('feedback.withdraw')}
            </Button>
          )}
        </div>
      )}
      {opened === 'publish' && <Publish feedback={feedback} close={close} />}
      {opened === 'withdraw' && (
        <ConfirmDialog
          title={t('feedback.withdraw')}
          action={t('feedback.withdraw')}
          danger
          run={() => call(withdrawFeedback, { params: { id } })}
          close={close}
        >
          {t('feedback.withdrawText')}
        </ConfirmDialog>
      )}
    </section>
  )
}

function Publish({ feedback, close }: { readonly feedback: Feedback; readonly close: () => void }) {
  const { t } = useTranslation()
  const { id, published, sentence } = feedback
  const [said, setSaid] = useState(published?.said ?? '')
  return (
    <FormDialog
      title={t('feedback.publish')}
      action={t('feedback.publish')}
      save={() => call(publishFeedback, { params: { id }, body: { said } })}
      close={close}
    >
      <Textarea
        data-autofocus
        label={t('feedback.said')}
        description={t('feedback.saidHint')}
        required
        withAsterisk={false}
        maxLength={2000}
        rows={3}
        value={said}
        onChange={({ currentTarget }) => setSaid(currentTarget.value)}
      />
      <p className="dim" style={{ margin: 0 }}>
        {t('feedback.saidBeside', { sentence: sentence ?? '' })}
      </p>
    </FormDialog>
  )
}
