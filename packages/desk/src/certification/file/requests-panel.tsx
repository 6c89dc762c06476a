import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import {
  answerRequest,
  type InformationRequest,
  type ProcedureFile,
  readProcedure,
  requestInformation,
} from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../register/fields.ts'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { useRefreshed } from '../refreshed.ts'
import { useSheetWords } from './sheet-words.ts'

/** Official requests for information, and what silence on them has done (Правила, пункт 21). */
export function RequestsPanel({ file }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<InformationRequest | 'new' | null>(null)
  const mayAsk = file.steps.some(({ event }) => event === 'request')
  const close = () => setOpened(null)
  return (
    <section className="panel stack" aria-labelledby="requests">
      <div className="row-ends">
        <h2 id="requests">{t('certifying.requests')}</h2>
        {mayAsk && (
          <Button size="compact-md" variant="default" onClick={() => setOpened('new')}>
            {t('certifying.ask')}
          </Button>
        )}
      </div>
      {file.requests.length === 0 && (
        <p className="dim" style={{ margin: 0 }}>
          {t('certifying.noRequests')}
        </p>
      )}
      {file.requests.map((request) => (
        <RequestLine
          key={request.id}
          request={request}
          answer={file.mayAnswer && request.answer === null && !request.lapsed ? () => setOpened(request) : undefined}
        />
      ))}
      {opened === 'new' && <AskDialog file={file} close={close} />}
      {opened !== null && opened !== 'new' && <AnswerDialog id={file.id} request={opened} close={close} />}
    </section>
  )
}

interface RequestLineProps {
  readonly request: InformationRequest
  readonly answer: (() => void) | undefined
}

function RequestLine({ request: { part, question, addressee, due, answer: given, lapsed }, answer }: RequestLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useSheetWords()
  return (
    <div className="stack-tight" style={{ overflowWrap: 'anywhere' }}>
      <strong>{question}</strong>
      <span className="dim small">
        {t('certifying.requestAbout', { part: words.part(part), addressee, day: format.day(due) })}
      </span>
      {given !== null && (
        <span>
          {t('certifying.told', { by: given.by, at: format.instant(given.at) })}: {given.text}
        </span>
      )}
      {lapsed && <span style={{ color: 'var(--o-danger)' }}>{t('certifying.lapsed')}</span>}
      {answer !== undefined && (
        <div>
          <Button size="compact-sm" variant="default" onClick={answer}>
            {t('certifying.answer')}
          </Button>
        </div>
      )}
    </div>
  )
}

function AskDialog({ file, close }: { readonly file: ProcedureFile; readonly close: () => void }) {
  const { t } = useTranslation()
  const words = useSheetWords()
  const refreshed = useRefreshed(readProcedure)
  const { values, set } = useFields({
    part: file.sheets[0]?.part ?? ('regulation' as const),
    question: '',
    addressee: file.authority ?? '',
    due: '',
  })
  const save = () => refreshed(() => call(requestInformation, { params: { id: file.id }, body: values }))
  return (
    <FormDialog title={t('certifying.ask')} action={t('certifying.askAction')} save={save} close={close}>
      <NativeSelect
        label={t('certifying.partAsked')}
        value={values.part}
        data={file.sheets.map(({ part }) => ({ value: part, label: words.part(part) }))}
        onChange={({ currentTarget: { value } }) =>
          set('part', file.sheets.find(({ part }) => part === value)?.part ?? values.part)
        }
      />
      <Textarea
        label={t('certifying.question')}
        required
        maxLength={4000}
        rows={4}
        value={values.question}
        onChange={({ currentTarget }) => set('question', currentTarget.value)}
      />
      <TextInput
        label={t('certifying.addressee')}
        required
        maxLength={1000}
        value={values.addressee}
        onChange={({ currentTarget }) => set('addressee', currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('certifying.answerBy')}
        description={t('certifying.silence')}
        required
        value={values.due}
        onChange={({ currentTarget }) => set('due', currentTarget.value)}
      />
    </FormDialog>
  )
}

interface AnswerDialogProps {
  readonly id: number
  readonly request: InformationRequest
  readonly close: () => void
}

function AnswerDialog({ id, request, close }: AnswerDialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const refreshed = useRefreshed(readProcedure)
  const save = () => refreshed(() => call(answerRequest, { params: { id, request: request.id }, body: { text } }))
  return (
    <FormDialog title={t('certifying.answer')} action={t('certifying.answerAction')} save={save} close={close}>
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{request.question}</p>
      <Textarea
        data-autofocus
        label={t('certifying.answerText')}
        required
        maxLength={10_000}
        rows={6}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </FormDialog>
  )
}
