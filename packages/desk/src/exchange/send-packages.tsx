import { NativeSelect, TextInput } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.css'
import { listSuppliers, readCalendar } from '@otklik/model/api'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { asked } from '../shared/api/queries.ts'
import { shiftDay, today } from './days.ts'
import { JoinChoice } from './join-choice.tsx'
import { joinable, packagesOf } from './packing.ts'
import classes from './send-packages.module.css'
import { SentFiles } from './sent-files.tsx'
import { useUploads } from './uploads.tsx'

/** Whose data and of which day, then the files: dropped or chosen, several at once. */
export function SendPackages() {
  const { t } = useTranslation()
  const suppliers = useSuppliers()
  const [supplier, setSupplier] = useState('')
  const [date, setDate] = useState(() => shiftDay(today(), -1))
  const [complaint, setComplaint] = useState<string | null>(null)
  const { send } = useUploads()
  const chosen = supplier || (suppliers.length === 1 ? (suppliers[0]?.code ?? '') : '')
  const [several, setSeveral] = useState<readonly File[]>([])
  const deliver = (files: readonly File[], together: boolean) => {
    if (chosen === '') return setComplaint(t('packages.chooseSupplier'))
    if (date === '') return setComplaint(t('packages.chooseDate'))
    setComplaint(null)
    setSeveral([])
    return send(packagesOf(files, together).map((one) => ({ files: one, supplier: chosen, date })))
  }
  const take = (dropped: readonly File[]) => {
    const files = [...several, ...dropped]
    return joinable(files).length > 0 ? setSeveral(files) : deliver(files, false)
  }
  return (
    <section className="panel stack no-print" aria-label={t('packages.send')}>
      <div className={classes.form}>
        <NativeSelect
          label={t('packages.supplier')}
          value={chosen}
          error={complaint === t('packages.chooseSupplier') && complaint}
          data={[
            { value: '', label: t('packages.notChosen') },
            ...suppliers.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(event) => setSupplier(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('packages.date')}
          value={date}
          max={today()}
          error={complaint === t('packages.chooseDate') && complaint}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </div>
      <Dropzone
        onDrop={take}
        onReject={() => setComplaint(t('packages.wrongKind'))}
        accept={{ 'text/csv': ['.csv', '.txt'], 'application/zip': ['.zip'] }}
        inputProps={{ 'aria-label': t('packages.choose') }}
        className={classes.zone}
        aria-label={t('packages.drop')}
      >
        <div className={classes.zoneText}>
          <IconUpload size={28} stroke={1.6} aria-hidden />
          <span>
            <strong>{t('packages.drop')}</strong>
            <br />
            <span className="dim small">{t('packages.dropHint')}</span>
          </span>
        </div>
      </Dropzone>
      {several.length > 0 && (
        <JoinChoice files={several} send={(together) => deliver(several, together)} cancel={() => setSeveral([])} />
      )}
      {complaint && (
        <p role="alert" className={classes.complaint}>
          {complaint}
        </p>
      )}
      <SentFiles />
    </section>
  )
}

/** Those who keep the suppliers know them all; others choose among those whose packages they see. */
function useSuppliers(): readonly { code: string; name: string }[] {
  const keeper = useMay()('suppliers.manage')
  const all = useQuery({ ...asked(listSuppliers, {}), enabled: keeper })
  const to = today()
  const seen = useQuery({ ...asked(readCalendar, { query: { from: shiftDay(to, -30), to } }), enabled: !keeper })
  return (keeper ? all.data?.suppliers : seen.data?.suppliers) ?? []
}
