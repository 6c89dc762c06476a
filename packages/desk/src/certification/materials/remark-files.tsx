import { Button, Checkbox, FileButton, NativeSelect } from '@mantine/core'
import { addRemarkFile } from '@otklik/model/certification/api'
import { ALL_MATERIAL_KINDS, type MaterialKind } from '@otklik/model/certification/list-remarks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { upload } from '../../shared/api/upload.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'

/** Attaches a file to a remark: of which kind it is, and whether it tells of persons. */
export function AddRemarkFile({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [kind, setKind] = useState<MaterialKind>('level')
  const [personal, setPersonal] = useState(false)
  const sending = useMutation({
    mutationFn: (file: File) =>
      upload(addRemarkFile, { params: { id }, query: { kind, name: file.name, personal } }, file),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <div className="stack-tight no-print">
      {sending.isError && <FormTrouble error={sending.error} />}
      <NativeSelect
        label={t('materials.fileKind')}
        value={kind}
        data={ALL_MATERIAL_KINDS.map((one) => ({ value: one, label: t(`materials.kind_${one}`) }))}
        onChange={({ currentTarget: { value } }) => setKind(ALL_MATERIAL_KINDS.find((one) => one === value) ?? kind)}
      />
      <Checkbox
        label={t('materials.personal')}
        checked={personal}
        onChange={({ currentTarget }) => setPersonal(currentTarget.checked)}
      />
      <div>
        <FileButton onChange={(file) => file && sending.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" size="compact-md" loading={sending.isPending}>
              {t('materials.addFile')}
            </Button>
          )}
        </FileButton>
      </div>
    </div>
  )
}
