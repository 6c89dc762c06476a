import { Button, NativeSelect } from '@mantine/core'
import { fillObjects } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionSelect } from '../../register/region-select.tsx'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'

const SCOPES = ['all', 'federal', 'regional'] as const

/** Adds the services of the register that no object stands for, and says how many there were. */
export function FillDialog({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('all')
  const [region, setRegion] = useState<string | null>(null)
  const save = () => call(fillObjects, { body: { scope, region: scope === 'regional' ? region : null } })
  return (
    <FormDialog
      title={t('objects.fillTitle')}
      action={t('actions.add')}
      save={save}
      close={close}
      after={({ added }) => <Added added={added} close={close} />}
    >
      <p style={{ margin: 0 }}>{t('objects.fillText')}</p>
      <NativeSelect
        data-autofocus
        label={t('objects.scope')}
        value={scope}
        data={SCOPES.map((one) => ({ value: one, label: t(`objects.scope_${one}`) }))}
        onChange={({ currentTarget: { value } }) => setScope(SCOPES.find((one) => one === value) ?? 'all')}
      />
      {scope === 'regional' && (
        <RegionSelect label={t('filters.region')} none={t('objects.everyRegion')} value={region} change={setRegion} />
      )}
    </FormDialog>
  )
}

function Added({ added, close }: { readonly added: number; readonly close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="stack">
      <p role="status" style={{ margin: 0 }}>
        {added === 0 ? t('objects.addedNone') : t('objects.added', { count: added, n: format.count(added) })}
      </p>
      <div>
        <Button data-autofocus onClick={close}>
          {t('actions.close')}
        </Button>
      </div>
    </div>
  )
}
