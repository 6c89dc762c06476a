import { Button, FileButton, Textarea } from '@mantine/core'
import {
  addAnswerFile,
  addAppealFile,
  type AppealCard,
  type AppealFile,
  downloadAppealFile,
} from '@otklik/model/appeals/api'
import { FILE_TYPES, type FileType } from '@otklik/model/files'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { urlOf } from '../../shared/api/call.ts'
import { upload } from '../../shared/api/upload.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'

/** Files that came with the appeal and go with its answer: opened for a reason, saved and never shown here. */
export function FilesPanel({ appeal }: { readonly appeal: AppealCard }) {
  const { t } = useTranslation()
  const may = useMay()
  const format = useFormat()
  const [opening, setOpening] = useState<AppealFile | null>(null)
  const { id, files, erased } = appeal
  const attaches = erased === null && (may(addAppealFile) || may(addAnswerFile))
  if (files.length === 0 && !attaches) return null
  return (
    <section className="panel stack-tight" aria-label={t('appeals.files')}>
      <h2>{t('appeals.files')}</h2>
      {files.length === 0 && <p style={{ margin: 0 }}>{t('appeals.noFiles')}</p>}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {files.map((file) => (
          <li key={file.id}>
            {nameOfType(file.type)}, {format.bytes(file.size)}{' '}
            <span className="dim">({t(`appeals.of_${file.of}`)})</span>{' '}
            {may(downloadAppealFile) && (
              <Button variant="subtle" size="compact-md" onClick={() => setOpening(file)}>
                {t('appeals.openFile')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {attaches && (
        <div className="row no-print">
          {may(addAppealFile) && <Attach id={id} of="appeal" />}
          {may(addAnswerFile) && <Attach id={id} of="answer" />}
        </div>
      )}
      {opening && <OpenFile id={id} file={opening} close={() => setOpening(null)} />}
    </section>
  )
}

const isType = (type: string): type is FileType => Object.hasOwn(FILE_TYPES, type)
const nameOfType = (type: string): string => (isType(type) ? FILE_TYPES[type].name : type)

function Attach({ id, of }: { readonly id: number; readonly of: AppealFile['of'] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const route = of === 'appeal' ? addAppealFile : addAnswerFile
  const sending = useMutation({
    mutationFn: (file: File) => upload(route, { params: { id }, query: { name: file.name } }, file),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <div>
      {sending.isError && <FormTrouble error={sending.error} />}
      <FileButton onChange={(file) => file && sending.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" loading={sending.isPending}>
            {t(`appeals.attachTo_${of}`)}
          </Button>
        )}
      </FileButton>
    </div>
  )
}

interface OpenFileProps {
  readonly id: number
  readonly file: AppealFile
  readonly close: () => void
}

function OpenFile({ id, file, close }: OpenFileProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const href = urlOf(downloadAppealFile, { params: { id, file: file.id }, query: { reason } })
  return (
    <Dialog title={t('appeals.openFile')} close={close}>
      <div className="stack">
        <Textarea
          data-autofocus
          label={t('appeals.fileReason')}
          description={t('appeals.lookReasonHint')}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {reason.trim().length >= 3 && (
          <a href={href} download onClick={close}>
            {t('appeals.downloadFile')}
          </a>
        )}
      </div>
    </Dialog>
  )
}
