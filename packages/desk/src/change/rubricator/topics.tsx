import { Button, FileButton } from '@mantine/core'
import { importRubricator, readRubricator, type RubricatorEdition, saveRubricator } from '@otklik/model/change/api'
import { TOPIC_KINDS, type Topic } from '@otklik/model/change/rubricator'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { urlOf } from '../../shared/api/call.ts'
import { failureOf, unreachable } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { TopicForm } from './topic-form.tsx'

/** The rubricator: topics with the words that speak for them. */
export function TopicsScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(asked(readRubricator, { query: {} }))
  const made = query.data?.made
  return (
    <Page
      place={t('nav.topics')}
      title={t('topics.title')}
      about={
        query.data &&
        (made
          ? t('topics.made', { edition: query.data.edition, by: made.by, when: format.moment(made.at) })
          : t('topics.builtIn'))
      }
      actions={query.data && <Import edition={query.data.edition} />}
    >
      <Asked query={query} lines={12}>
        {(rubricator) => <Topics rubricator={rubricator} />}
      </Asked>
    </Page>
  )
}

function Topics({ rubricator }: { readonly rubricator: RubricatorEdition }) {
  const { t } = useTranslation()
  const may = useMay()
  const edits = may(saveRubricator)
  const [open, setOpen] = useState<Topic | 'new' | 'merge' | null>(null)
  const columns = useColumns(rubricator, edits ? setOpen : null)
  const close = () => setOpen(null)
  return (
    <>
      <DataTable
        title={t('topics.list')}
        columns={columns}
        rows={rubricator.topics}
        rowKey={({ code }) => code}
        files={filesOf((format) => urlOf(readRubricator, { query: { format } }))}
        extra={
          edits && (
            <div className="row no-print">
              <Button variant="default" onClick={() => setOpen('new')}>
                {t('topics.add')}
              </Button>
              <Button variant="default" onClick={() => setOpen('merge')}>
                {t('topics.merge')}
              </Button>
            </div>
          )
        }
      />
      {open === 'merge' && <MergeDialog rubricator={rubricator} close={close} />}
      {open !== null && open !== 'merge' && (
        <TopicForm rubricator={rubricator} topic={open === 'new' ? null : open} close={close} />
      )}
    </>
  )
}

function useColumns(rubricator: RubricatorEdition, open: ((topic: Topic) => void) | null): Column<Topic>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('topics.name'),
        value: ({ name }) => name,
        show: (topic) =>
          open === null || (topic.replaced_by ?? []).length > 0 ? (
            topic.name
          ) : (
            <Button variant="subtle" size="compact-md" onClick={() => open(topic)}>
              {topic.name}
            </Button>
          ),
        wide: true,
      },
      { id: 'code', title: t('topics.code'), value: ({ code }) => code },
      { id: 'stage', title: t('problems.stage'), value: ({ stage }) => stage ?? null },
      { id: 'kind', title: t('topics.kind'), value: ({ kind }) => TOPIC_KINDS[kind ?? 'problem'] },
      { id: 'coded', title: t('topics.coded'), value: ({ code }) => rubricator.coded[code] ?? 0, figures: true },
      { id: 'words', title: t('topics.words'), value: ({ words }) => words.join(', '), wide: true },
      {
        id: 'replaced',
        title: t('topics.replaced'),
        value: ({ replaced_by }) => replaced_by?.join(', ') ?? null,
        extra: true,
      },
    ],
    [t, rubricator, open],
  )
}

function Import({ edition }: { readonly edition: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const client = useQueryClient()
  const sending = useMutation({
    mutationFn: (file: File) => send(edition, file),
    onSuccess: () => client.invalidateQueries(),
  })
  if (!may(importRubricator)) return null
  return (
    <div className="stack-tight">
      {sending.isError && <FormTrouble error={sending.error} />}
      <FileButton accept=".xlsx,.csv,.json" onChange={(file) => file && sending.mutate(file)}>
        {(props) => (
          <Button {...props} variant="default" loading={sending.isPending}>
            {t('topics.import')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}

/** JSON is the edition itself, a book is read by the server. */
async function send(edition: number, file: File): Promise<void> {
  const json = file.name.toLowerCase().endsWith('.json')
  const route = json ? saveRubricator : importRubricator
  const response = await fetch(urlOf(route, json ? {} : { query: { edition } }), {
    method: route.method,
    headers: { 'content-type': json ? 'application/json' : 'application/octet-stream' },
    body: file,
    credentials: 'same-origin',
  }).catch(() => {
    throw unreachable()
  })
  if (!response.ok) throw failureOf(response.status, await response.text(), response.headers.get('x-request-id'))
}
