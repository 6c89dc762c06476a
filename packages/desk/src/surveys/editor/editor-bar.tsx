import { Button } from '@mantine/core'
import { publishQuestionnaire, type Questionnaire } from '@otklik/model/surveys/api'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { Trial } from '../questionnaires/trial.tsx'
import { dropKept } from './kept-draft.ts'
import type { Draft } from './use-draft.ts'

interface EditorBarProps {
  readonly questionnaire: Questionnaire
  readonly draft: Draft
  /** The check has found errors: nothing is published with them. */
  readonly errors: boolean
}

/** Whether all is saved, and what can be done with the draft. */
export function EditorBar({ questionnaire, draft, errors }: EditorBarProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'try' | 'publish' | null>(null)
  const close = () => setOpened(null)
  const { code, version } = questionnaire
  useSaveKey(draft.save)
  const open = async (what: 'try' | 'publish') => {
    if ((await draft.save()) !== null) setOpened(what)
  }
  return (
    <>
      <div className="row-ends">
        <span role="status">{t(`editor.saving_${draft.saving}`)}</span>
        <div className="row no-print">
          <Button variant="default" disabled={draft.undo === null} onClick={() => draft.undo?.()}>
            {t('editor.undo')}
          </Button>
          <Button variant="default" loading={draft.saving === 'saving'} onClick={() => void draft.save()}>
            {t('actions.save')}
          </Button>
          <Button variant="default" onClick={() => void open('try')}>
            {t('editor.preview')}
          </Button>
          <Button disabled={errors} onClick={() => void open('publish')}>
            {t('editor.publish')}
          </Button>
        </div>
      </div>
      {draft.saving === 'failed' && <FormTrouble error={draft.error} />}
      {draft.saving === 'overtaken' && <Overtaken code={code} draft={draft} />}
      {opened === 'try' && <Trial code={code} version={version} close={close} />}
      {opened === 'publish' && <Publication code={code} version={version} draft={draft} close={close} />}
    </>
  )
}

/** Ctrl+S saves the draft and not the page. */
function useSaveKey(save: Draft['save']): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // By place, not by letter: on the Russian layout the same key gives «ы».
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Somebody else has saved the same draft: both ways are open, and nothing typed is lost before one is chosen. */
function Overtaken({ code, draft }: { readonly code: string; readonly draft: Draft }) {
  const { t } = useTranslation()
  const reload = () => {
    dropKept(code)
    window.location.reload()
  }
  return (
    <div role="alert" className="row">
      <span>{t('editor.overtaken')}</span>
      <Button size="xs" variant="default" onClick={() => void draft.saveOver()}>
        {t('editor.saveOver')}
      </Button>
      <Button size="xs" variant="outline" color="red" onClick={reload}>
        {t('editor.takeTheirs')}
      </Button>
    </div>
  )
}

interface PublicationProps {
  readonly code: string
  readonly version: number
  readonly draft: Draft
  readonly close: () => void
}

function Publication({ code, version, draft, close }: PublicationProps) {
  const { t } = useTranslation()
  const publish = async () => {
    const revision = await draft.save()
    if (revision !== null) await call(publishQuestionnaire, { params: { code }, body: { revision } })
  }
  return (
    <ConfirmDialog
      title={t('editor.publishTitle', { version })}
      action={t('editor.publish')}
      run={publish}
      close={close}
    >
      {t('editor.publishText')}
    </ConfirmDialog>
  )
}
