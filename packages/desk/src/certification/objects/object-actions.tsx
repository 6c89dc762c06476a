import { Button } from '@mantine/core'
import { submitSingleList } from '@otklik/model/certification/api'
import { IconDatabaseImport, IconPlus, IconSend } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'
import { FillDialog } from './fill-dialog.tsx'
import { ObjectForm } from './object-form.tsx'

/** What can be done with the draft as a whole. `submits`: it may be submitted now. */
export function ObjectActions({ submits }: { readonly submits: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<'add' | 'fill' | 'submit' | null>(null)
  const close = () => setDoing(null)
  const submit = async () => {
    const { id } = await call(submitSingleList, {})
    await navigate({ to: '/lists/$list', params: { list: String(id) } })
  }
  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDoing('add')}>
        {t('objects.add')}
      </Button>
      <Button
        variant={submits ? 'default' : 'filled'}
        leftSection={<IconDatabaseImport size={16} aria-hidden />}
        onClick={() => setDoing('fill')}
      >
        {t('objects.fill')}
      </Button>
      {submits && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setDoing('submit')}>
          {t('lists.submit')}
        </Button>
      )}
      {doing === 'add' && <ObjectForm object={null} close={close} />}
      {doing === 'fill' && <FillDialog close={close} />}
      {doing === 'submit' && (
        <ConfirmDialog title={t('objects.submitTitle')} action={t('lists.submit')} run={submit} close={close}>
          {t('objects.submitText')}
        </ConfirmDialog>
      )}
    </>
  )
}
