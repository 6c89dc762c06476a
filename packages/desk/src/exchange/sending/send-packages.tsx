import { NativeSelect, TextInput } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.css'
import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { shiftDay, today } from '../packages/days.ts'
import { JoinChoice } from './join-choice.tsx'
import { joinable, packagesOf } from './packing.ts'
import classes from './send-packages.module.css'
import { SentFiles } from './sent-files.tsx'
import { useSuppliers } from '../packages/suppliers.ts'
import { useUploads } from './uploads.tsx'

/** Whose data and of which day, then the files: dropped or chosen, several at once. */
export function SendPackages() {
  const { t } = useTranslation()
  const query = useSuppliers()
  return (
    <Asked query={query} lines={3}>
      {({ suppliers }) =>
        suppliers.length === 0 ? (
          <NoSuppliers />
        ) : (
          <section className="panel stack no-print" aria-label={t('packages.send')}>
            <SendForm suppliers={suppliers} />
            <SentFiles />
          </section>
        )
      }
    </Asked>
  )
}

function NoSuppliers() {
  const { t } = useTranslation()
  const keeper = useMay()('suppliers.manage')
  return (
    <Empty
      title={t('suppliers.empty')}
      text={t(keeper ? 'packages.noSuppliersKeeper' : 'packages.noSuppliers')}
      action={keeper && <Link to="/keys">{t('suppliers.add')}</Link>}
    />
  )
}

type Complaint = 'chooseSupplier' | 'chooseDate' | 'futureDate' | 'wrongKind'

function SendForm({ suppliers }: { readonly suppliers: readonly { code: string; name: string }[] }) {
  const { t } = useTranslation()
  const [supplier, setSupplier] = useState('')
  const [date, setDate] = useState(() => shiftDay(today(), -1))
  const [complaint, setComplaint] = useState<Complaint | null>(null)
  const [several, setSeveral] = useState<readonly File[]>([])
  const { send } = useUploads()
  const chosen = supplier || (suppliers.length === 1 ? (suppliers[0]?.code ?? '') : '')
  const deliver = (files: readonly File[], together: boolean) => {
    const missing = chosen === '' ? 'chooseSupplier' : complaintAbout(date)
    setComplaint(missing)
    if (missing !== null) return
    setSeveral([])
    send(packagesOf(files, together).map((one) => ({ files: one, supplier: chosen, date })))
  }
  const take = (dropped: readonly File[]) => {
    const files = [...several, ...dropped]
    return joinable(files).length > 0 ? setSeveral(files) : deliver(files, false)
  }
  return (
    <>
      <div className={classes.form}>
        <NativeSelect
          label={t('packages.supplier')}
          value={chosen}
          error={complaint === 'chooseSupplier' && t('packages.chooseSupplier')}
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
          error={(complaint === 'chooseDate' || complaint === 'futureDate') && t(`packages.${complaint}`)}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </div>
      <DropHere take={take} refuse={() => setComplaint('wrongKind')} />
      {several.length > 0 && (
        <JoinChoice files={several} send={(together) => deliver(several, together)} cancel={() => setSeveral([])} />
      )}
      {complaint && (
        <p role="alert" className={classes.complaint}>
          {t(`packages.${complaint}`)}
        </p>
      )}
    </>
  )
}

/** The calendar of the field stops at today; a typed day does not. */
const complaintAbout = (date: string): Complaint | null =>
  date === '' ? 'chooseDate' : date > today() ? 'futureDate' : null

const ACCEPTED = {
  'text/csv': ['.csv', '.txt'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xlsm'],
  'application/zip': ['.zip'],
}

function DropHere({ take, refuse }: { readonly take: (files: File[]) => void; readonly refuse: () => void }) {
  const { t } = useTranslation()
  return (
    <Dropzone
      onDrop={take}
      onReject={refuse}
      accept={ACCEPTED}
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
  )
}
