import { Button, TextInput } from '@mantine/core'
import { listSuppliers, saveSupplier, type Supplier } from '@otklik/model/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { Dialog } from '../shared/ui/dialog.tsx'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'

const CODE = /^[A-Za-z0-9._-]{1,40}$/

/** A new supplier, or another name for one. */
export function SupplierDialog({
  supplier,
  close,
}: {
  readonly supplier: Supplier | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [code, setCode] = useState(supplier?.code ?? '')
  const [name, setName] = useState(supplier?.name ?? '')
  const save = useMutation({
    mutationFn: () => call(saveSupplier, { params: { code }, body: { name: name.trim() } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [listSuppliers.path] })
      close()
    },
  })
  const wrong = code !== '' && !CODE.test(code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wrong) save.mutate()
  }
  return (
    <Dialog title={t(supplier === null ? 'suppliers.add' : 'suppliers.rename')} close={close}>
      <form className="stack" onSubmit={submit}>
        {save.isError && <FormTrouble error={save.error} />}
        <TextInput
          label={t('suppliers.code')}
          description={t('suppliers.codeHint')}
          error={wrong && t('suppliers.codeWrong')}
          required
          withAsterisk={false}
          disabled={supplier !== null}
          data-autofocus={supplier === null ? true : undefined}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label={t('suppliers.name')}
          required
          withAsterisk={false}
          maxLength={300}
          data-autofocus={supplier === null ? undefined : true}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={save.isPending}>
            {t('actions.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
