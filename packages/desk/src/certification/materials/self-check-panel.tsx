import { Button } from '@mantine/core'
import { beginSelfCheck, type SelfCheck, signSelfCheck } from '@otklik/model/certification/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { SelfCheckWindow } from './self-check-window.tsx'

interface SelfCheckPanelProps {
  readonly entry: number
  readonly checks: readonly SelfCheck[]
  readonly may: boolean
  /** Why no sheet can be begun; null: one can. */
  readonly refused: string | null
}

/** The sheets of self-check of an object, the last first; a signed one is corrected by another. */
export function SelfCheckPanel({ entry, checks, may, refused }: SelfCheckPanelProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const beginning = useMutation({
    mutationFn: () => call(beginSelfCheck, { params: { id: entry } }),
    onSuccess: () => client.invalidateQueries(),
  })
  const begins = may && checks.every(({ state }) => state === 'signed')
  return (
    <section className="panel stack" aria-labelledby="self-check">
      <h2 id="self-check" style={{ margin: 0 }}>
        {t('materials.selfCheck')}
      </h2>
      {checks.length === 0 && (
        <p className="dim" style={{ margin: 0 }}>
          {t('materials.noSelfCheck')}
        </p>
      )}
      {checks.map((check) => (
        <CheckLine key={check.id} check={check} may={may} />
      ))}
      {beginning.isError && <FormTrouble error={beginning.error} />}
      {begins && refused !== null && <p style={{ margin: 0 }}>{refused}</p>}
      {begins && refused === null && (
        <div className="no-print">
          <Button
            variant={checks.length === 0 ? 'filled' : 'default'}
            loading={beginning.isPending}
            onClick={() => beginning.mutate()}
          >
            {t(checks.length === 0 ? 'materials.beginCheck' : 'materials.beginAnother')}
          </Button>
        </div>
      )}
    </section>
  )
}

function CheckLine({ check, may }: { readonly check: SelfCheck; readonly may: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const signing = useMutation({
    mutationFn: () => call(signSelfCheck, { params: { id: check.id }, body: { version: check.version } }),
    onSuccess: () => client.invalidateQueries(),
  })
  const edits = may && check.state === 'draft'
  return (
    <div className="stack-tight">
      <div className="row-ends">
        <strong>
          {check.letter === null ? t('materials.noLetter') : t('materials.letter', { letter: check.letter })}
        </strong>
        <span className="dim">{t(`materials.check_${check.state}`)}</span>
      </div>
      <span className="dim small">
        {t('materials.checkAbout', {
          earned: format.count(check.earned),
          most: format.count(check.most),
          edition: check.form.edition,
          by: (check.signed ?? check.filled).by,
          at: format.instant((check.signed ?? check.filled).at),
        })}
      </span>
      {signing.isError && <FormTrouble error={signing.error} />}
      <div className="row no-print">
        <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
          {t(edits ? 'materials.fillCheck' : 'materials.openCheck')}
        </Button>
        {edits && (
          <Button size="compact-md" loading={signing.isPending} onClick={() => signing.mutate()}>
            {t('materials.signCheck')}
          </Button>
        )}
      </div>
      {opened && <SelfCheckWindow check={check} edits={edits} close={() => setOpened(false)} />}
    </div>
  )
}
