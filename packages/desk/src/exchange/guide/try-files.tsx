import { Button, FileInput, TextInput } from '@mantine/core'
import { type CheckReceipt, checkPackage } from '@otklik/model/exchange/api'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { Trouble } from '../../shared/ui/states.tsx'
import { shiftDay, today } from '../packages/days.ts'
import { bodyOf } from '../sending/packing.ts'
import { postFile } from '../sending/post-file.ts'
import classes from './guide.module.css'
import { Verdict } from './verdict.tsx'

interface Trial {
  readonly files: readonly File[]
  readonly date: string
}

async function tryFiles({ files, date }: Trial): Promise<CheckReceipt> {
  const { name, type, body } = await bodyOf(files)
  const url = urlOf(checkPackage, { query: { date, name } })
  return postFile({ url, type, body }, () => undefined, new AbortController().signal)
}

/** Files checked as a package would be, and forgotten. */
export function TryFiles() {
  const { t } = useTranslation()
  const [files, setFiles] = useState<File[]>([])
  const [date, setDate] = useState(() => shiftDay(today(), -1))
  const trial = useMutation({ mutationFn: tryFiles })
  return (
    <section id="try" className="panel stack no-print" aria-label={t('guide.try')}>
      <h2>{t('guide.try')}</h2>
      <p style={{ margin: 0, maxWidth: '75ch' }}>{t('guide.tryText')}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (files.length > 0 && date !== '') trial.mutate({ files, date })
        }}
      >
        <FileInput
          multiple
          label={t('guide.tryFiles')}
          placeholder={t('guide.tryChoose')}
          accept=".csv,.txt,.xlsx,.xlsm,.zip"
          value={files}
          onChange={setFiles}
          miw={260}
        />
        <TextInput
          type="date"
          label={t('packages.date')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <Button type="submit" loading={trial.isPending} disabled={files.length === 0 || date === ''}>
          {t('guide.tryNow')}
        </Button>
      </form>
      <div aria-live="polite">
        {trial.isError && <Trouble error={trial.error} />}
        {trial.data && <Verdict receipt={trial.data} />}
      </div>
    </section>
  )
}
