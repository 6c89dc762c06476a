import { Button, Progress } from '@mantine/core'
import { readReceipt } from '@otklik/model/exchange/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { ProgressLine } from './progress-line.tsx'
import classes from './send-packages.module.css'
import { StateBadge } from '../state-badge.tsx'
import { ASK_AGAIN, isRunning } from './use-progress.ts'
import { sizeOf } from './packing.ts'
import { nameOf } from './upload.ts'
import type { SentUpload } from './upload-queue.ts'
import { useUploads } from './uploads.tsx'

/** What was dropped here since the page was opened: on its way, being read, done. */
export function SentFiles() {
  const { t } = useTranslation()
  const { uploads, retry, forget } = useUploads()
  if (uploads.length === 0) return null
  return (
    <>
      <ul className={classes.files} aria-label={t('packages.sent')}>
        {uploads.map((upload) => (
          <li key={upload.key}>
            <span className={classes.name}>{nameOf(upload)}</span>
            <SentFile upload={upload} retry={() => retry(upload.key)} />
          </li>
        ))}
      </ul>
      <div className="row-ends">
        <p className="dim small" style={{ margin: 0 }}>
          {t('packages.mayClose')}
        </p>
        {uploads.some((upload) => upload.package !== null) && (
          <Button variant="default" size="compact-md" onClick={forget}>
            {t('packages.forget')}
          </Button>
        )}
      </div>
    </>
  )
}

function SentFile({ upload, retry }: { readonly upload: SentUpload; readonly retry: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (upload.error !== null) {
    return (
      <div className="stack-tight">
        <FormTrouble error={upload.error} />
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={retry}>
          {t('trouble.retry')}
        </Button>
      </div>
    )
  }
  if (upload.package !== null) return <SentPackage id={upload.package} name={nameOf(upload)} />
  const size = sizeOf(upload.files)
  // An archive is a little larger than what is in it.
  const sent = Math.min(upload.sent, size)
  return (
    <div className="stack-tight">
      <Progress
        size="sm"
        value={size === 0 ? 100 : (100 * sent) / size}
        aria-label={t('progress.of', { name: nameOf(upload) })}
      />
      <span className="dim small num">
        {t('packages.sending', { sent: format.bytes(sent), size: format.bytes(size) })}
      </span>
    </div>
  )
}

function SentPackage({ id, name }: { readonly id: number; readonly name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useQuery({
    ...asked(readReceipt, { params: { id } }),
    refetchInterval: ({ state: { data: receipt } }) => (receipt && !isRunning(receipt.state) ? false : ASK_AGAIN),
  })
  if (data === undefined || isRunning(data.state)) return <ProgressLine id={id} name={name} />
  const { read, accepted, quarantined, dropped } = data.totals
  // Without the repeats, where there are any, the sum would not add up.
  const outcome = t(dropped > 0 ? 'packages.outcomeRepeats' : 'packages.outcome', {
    read: format.count(read),
    accepted: format.count(accepted),
    quarantined: format.count(quarantined),
    dropped: format.count(dropped),
  })
  return (
    <div className="row" role="status">
      <StateBadge state={data.state} />
      <span className="num" style={{ whiteSpace: 'normal' }}>
        {outcome}
      </span>
      <Link to="/packages/$package" params={{ package: String(id) }}>
        {t('packages.openReceipt')}
      </Link>
    </div>
  )
}
