import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { isKind, isSource, proposedRule } from '@otklik/model/appeals'
import { type AppealFields, receiveAppeal, type readAppealChoices } from '@otklik/model/appeals/api'
import type { AnswerOf } from '@otklik/model/api'
import { dayOf } from '@otklik/model/days'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { appealWords } from '../words.ts'
import { ContactFields } from './contact-fields.tsx'

export type Choices = AnswerOf<typeof readAppealChoices>

interface NewAppealProps {
  readonly choices: Choices
  readonly close: () => void
}

const NOBODY = { name: null, mail: null, phone: null, address: null }

function begun(choices: Choices, register: boolean): AppealFields {
  return {
    authority: choices.authorities[0]?.id ?? 0,
    kind: 'application',
    source: 'post',
    received: dayOf(new Date()),
    text: '',
    service: null,
    office: null,
    requestId: null,
    externalNumber: null,
    topics: [],
    contact: NOBODY,
    consent: null,
    rule: register ? proposedRule('application', 'post') : null,
  }
}

/** An appeal entered by hand: the order of the fields is that of the paper, so that it goes by the keyboard alone. */
export function NewAppeal({ choices, close }: NewAppealProps) {
  const { t } = useTranslation()
  const may = useMay()
  const registers = may('appeals.register')
  const [fields, setFields] = useState(() => begun(choices, registers))
  const set = (change: Partial<AppealFields>) =>
    setFields((now) => {
      const next = { ...now, ...change }
      const follows = 'kind' in change || 'source' in change
      return follows && next.rule !== null ? { ...next, rule: proposedRule(next.kind, next.source) } : next
    })
  return (
    <FormDialog
      side
      title={t('appeals.add')}
      action={t(registers ? 'appeals.register' : 'appeals.receive')}
      close={close}
      save={() => call(receiveAppeal, { body: fields })}
      after={(received) => <Received {...received} close={close} />}
    >
      <Textarea
        data-autofocus
        label={t('appeals.text')}
        required
        withAsterisk={false}
        rows={6}
        value={fields.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <ContactFields fields={fields} set={set} />
      <Origin fields={fields} set={set} choices={choices} />
      {registers && (
        <NativeSelect
          label={t('appeals.rule')}
          description={t('appeals.ruleHint')}
          value={fields.rule ?? ''}
          data={choices.rules.map(({ code, title }) => ({ value: code, label: `${title} (${code})` }))}
          onChange={({ currentTarget }) => set({ rule: currentTarget.value })}
        />
      )}
    </FormDialog>
  )
}

interface OriginProps {
  readonly fields: AppealFields
  readonly set: (change: Partial<AppealFields>) => void
  readonly choices: Choices
}

function Origin({ fields, set, choices }: OriginProps) {
  const { t } = useTranslation()
  const text = (name: 'externalNumber' | 'service' | 'office') => (
    <TextInput
      label={t(`appeals.${name}`)}
      maxLength={100}
      value={fields[name] ?? ''}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value || null })}
    />
  )
  const options = (words: readonly (readonly [string, string])[]) => words.map(([value, label]) => ({ value, label }))
  return (
    <>
      <NativeSelect
        label={t('appeals.kind')}
        value={fields.kind}
        data={options(appealWords.kinds)}
        onChange={({ currentTarget: { value } }) => isKind(value) && set({ kind: value })}
      />
      <NativeSelect
        label={t('appeals.source')}
        value={fields.source}
        data={options(appealWords.sources)}
        onChange={({ currentTarget: { value } }) => isSource(value) && set({ source: value })}
      />
      <TextInput
        label={t('appeals.received')}
        type="date"
        required
        withAsterisk={false}
        value={fields.received}
        onChange={({ currentTarget }) => set({ received: currentTarget.value })}
      />
      {choices.authorities.length > 1 && (
        <NativeSelect
          label={t('appeals.authority')}
          value={String(fields.authority)}
          data={choices.authorities.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={({ currentTarget }) => set({ authority: Number(currentTarget.value) })}
        />
      )}
      {text('externalNumber')}
      {text('service')}
      {text('office')}
    </>
  )
}

/** Said once: the number, and the code that nobody can show again. */
function Received({ id, number, known, code, close }: ReceivedProps) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <p>{known ? t('appeals.known') : number === null ? t('appeals.taken') : t('appeals.numbered', { number })}</p>
      {code !== null && (
        <>
          <p>{t('appeals.codeHint')}</p>
          <p style={{ fontSize: '1.4rem', fontVariantNumeric: 'tabular-nums' }}>
            <strong>{code}</strong>
          </p>
        </>
      )}
      <p>
        <Link data-autofocus to="/appeals/$appeal" params={{ appeal: String(id) }} onClick={close}>
          {t('appeals.open_')}
        </Link>
      </p>
    </div>
  )
}

interface ReceivedProps {
  readonly id: number
  readonly number: string | null
  readonly known: boolean
  readonly code: string | null
  readonly close: () => void
}
