import { Button } from '@mantine/core'
import { type Feedback, stepFeedback } from '@otklik/model/surveys/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { isShortSentence, SentenceField } from './sentence-field.tsx'

type Event = Feedback['allowed'][number]

/** What can be done with a feedback now, by this person. */
export function FeedbackSteps({ feedback }: { readonly feedback: Feedback }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Event | null>(null)
  return (
    <>
      {feedback.allowed.map((event, index) => (
        <Button key={event} {...(index === 0 ? {} : { variant: 'default' })} onClick={() => setOpened(event)}>
          {t(`feedback.event_${event}`)}
        </Button>
      ))}
      {opened !== null && <StepDialog feedback={feedback} event={opened} close={() => setOpened(null)} />}
    </>
  )
}

interface StepDialogProps {
  readonly feedback: Feedback
  readonly event: Event
  readonly close: () => void
}

function StepDialog({ feedback: { id, contact }, event, close }: StepDialogProps) {
  const { t } = useTranslation()
  const [sentence, setSentence] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <FormDialog
      title={t(`feedback.event_${event}`)}
      action={t('feedback.tell')}
      unready={isShortSentence(sentence)}
      refused={() => setTried(true)}
      save={() => call(stepFeedback, { params: { id }, body: { event, sentence } })}
      close={close}
    >
      <SentenceField
        tried={tried}
        description={t(contact === 'kept' ? 'feedback.sentenceHintContact' : 'feedback.sentenceHint')}
        value={sentence}
        change={setSentence}
      />
    </FormDialog>
  )
}
