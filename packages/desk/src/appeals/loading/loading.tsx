import { Button, FileButton, NativeSelect } from '@mantine/core'
import { listAppealMappings, readAppealChoices } from '@otklik/model/appeals/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import type { Choices } from '../register/new-appeal.tsx'
import { begunWith, OWN_COLUMNS } from './draft.ts'
import { Loads } from './loads.tsx'
import { MappingPanel } from './mapping-panel.tsx'
import { Outlook } from './outlook.tsx'
import { type Loading, useLoading } from './use-loading.ts'

/** A file of another system: chosen, looked at, taken in; what was set aside comes back to be corrected. */
export function LoadingScreen() {
  const { t } = useTranslation()
  const choices = useQuery(asked(readAppealChoices, {}))
  return (
    <Page
      place={<Link to="/appeals">{t('nav.appeals')}</Link>}
      title={t('appeals.loadTitle')}
      about={t('appeals.loadAbout')}
    >
      <Asked query={choices} lines={6}>
        {({ authorities }) => <LoadFile authorities={authorities} />}
      </Asked>
      <Loads />
    </Page>
  )
}

function LoadFile({ authorities }: Pick<Choices, 'authorities'>) {
  const { t } = useTranslation()
  const [authority, setAuthority] = useState(authorities[0]?.id ?? 0)
  return (
    <>
      {authorities.length > 1 && (
        <NativeSelect
          label={t('appeals.authority')}
          value={String(authority)}
          data={authorities.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={({ currentTarget }) => setAuthority(Number(currentTarget.value))}
        />
      )}
      <LoadInto key={authority} authority={authority} />
    </>
  )
}

/** Into the register of one authority: mappings, and what a file comes to, are of that one. */
function LoadInto({ authority }: { readonly authority: number }) {
  const { t } = useTranslation()
  const loading = useLoading(authority)
  const { file, looking, taking } = loading
  const look = looking.data
  return (
    <>
      <section className="panel stack" aria-label={t('appeals.file')}>
        <MappingChoice authority={authority} loading={loading} />
        <div className="row">
          <FileButton onChange={(chosen) => chosen && loading.choose(chosen)} accept=".csv,.txt,.tsv,.xlsx">
            {(props) => (
              <Button {...props} loading={looking.isPending} variant={file === null ? 'filled' : 'default'}>
                {t(file === null ? 'appeals.chooseFile' : 'appeals.chooseOther')}
              </Button>
            )}
          </FileButton>
          {file && <span style={{ overflowWrap: 'anywhere' }}>{file.name}</span>}
        </div>
        {looking.isError && <FormTrouble error={looking.error} />}
        {taking.isError && <FormTrouble error={taking.error} />}
        {taking.isSuccess && file === null && <p role="status">{t('appeals.fileTaken')}</p>}
      </section>
      {file && look && (
        <>
          <MappingPanel loading={loading} look={look} />
          <Outlook loading={loading} look={look} />
        </>
      )}
    </>
  )
}

function MappingChoice({ authority, loading }: { readonly authority: number; readonly loading: Loading }) {
  const { t } = useTranslation()
  const saved = useQuery(asked(listAppealMappings, {}))
  const own = (saved.data?.rows ?? []).filter((row) => row.authority === authority)
  return (
    <NativeSelect
      label={t('appeals.mapping')}
      description={t('appeals.mappingHint')}
      value={String(loading.draft.id ?? '')}
      data={[
        { value: '', label: t('appeals.ownColumns') },
        ...own.map(({ id, name, version }) => ({
          value: String(id),
          label: t('appeals.mappingVersion', { name, version }),
        })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = own.find(({ id }) => String(id) === value)
        loading.use(chosen === undefined ? OWN_COLUMNS : begunWith(chosen))
      }}
    />
  )
}
