import { Button, NativeSelect } from '@mantine/core'
import {
  codeCluster,
  listClusters,
  readRubricator,
  saveRubricator,
  type StatementCluster,
} from '@otklik/model/change/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { call } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FormDialog } from '../../shared/ui/form-dialog.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { ProcessFilter } from '../process-filter.tsx'
import { TopicForm } from '../rubricator/topic-form.tsx'
import { SourceFilter } from '../source-filter.tsx'
import { useTopics } from '../use-topics.ts'

const route = getRouteApi('/desk/voices/groups')

/** «О чём ещё говорят?»: what the texts without a topic speak of, for a person to name. */
export function ClustersScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ ...asked(listClusters, { query: search }), placeholderData: (before) => before })
  return (
    <Page
      place={
        <Link to="/voices" search={{}}>
          {t('nav.voices')}
        </Link>
      }
      title={t('clusters.title')}
      about={query.data && t('clusters.about', { looked: format.count(query.data.looked) })}
    >
      <div className="row">
        <ProcessFilter
          process={search.process}
          change={(process) => void navigate({ search: (before) => ({ ...before, process }) })}
        />
        <SourceFilter
          source={search.source}
          change={(source) => void navigate({ search: (before) => ({ ...before, source }) })}
        />
      </div>
      <Asked query={query} lines={10}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('clusters.empty')} text={t('clusters.emptyText')} />
          ) : (
            rows.map((cluster) => <Cluster key={cluster.statements.join()} cluster={cluster} />)
          )
        }
      </Asked>
    </Page>
  )
}

function Cluster({ cluster }: { readonly cluster: StatementCluster }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const [open, setOpen] = useState<'topic' | 'assign' | null>(null)
  const { words, said, statements, examples, processNames } = cluster
  const title = words.join(', ')
  const more = statements.length - examples.length
  return (
    <section className="panel stack-tight" aria-label={title}>
      <h2>{title}</h2>
      <p className="dim small" style={{ margin: 0 }}>
        {[t('clusters.said', { n: format.count(said) }), ...processNames].join(' · ')}
      </p>
      <ul style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {examples.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {more > 0 && <li className="dim">{t('clusters.all', { n: format.count(more) })}</li>}
      </ul>
      <div className="row no-print">
        {may(saveRubricator) && (
          <Button variant="default" onClick={() => setOpen('topic')}>
            {t('clusters.name')}
          </Button>
        )}
        {may(codeCluster) && (
          <Button variant="default" onClick={() => setOpen('assign')}>
            {t('clusters.assign')}
          </Button>
        )}
      </div>
      {open === 'topic' && <NewTopic cluster={cluster} close={() => setOpen(null)} />}
      {open === 'assign' && <Assign statements={statements} close={() => setOpen(null)} />}
    </section>
  )
}

interface NewTopicProps {
  readonly cluster: StatementCluster
  readonly close: () => void
}

/** The words of the group are proposed as patterns; once named, it can be given to all of the group. */
function NewTopic({ cluster, close }: NewTopicProps) {
  const { data } = useQuery(asked(readRubricator, { query: {} }))
  return data && <TopicForm rubricator={data} topic={null} words={cluster.patterns} close={close} />
}

interface AssignProps {
  readonly statements: readonly number[]
  readonly close: () => void
}

function Assign({ statements, close }: AssignProps) {
  const { t } = useTranslation()
  const { current } = useTopics()
  const [code, setCode] = useState('')
  return (
    <FormDialog
      title={t('clusters.assign')}
      action={t('clusters.assign')}
      unready={code === ''}
      save={() => call(codeCluster, { body: { code, statements: [...statements] } })}
      close={close}
    >
      <NativeSelect
        data-autofocus
        label={t('clusters.assignTo')}
        description={t('clusters.assigned')}
        required
        value={code}
        data={[{ value: '', label: '' }, ...current.map((topic) => ({ value: topic.code, label: topic.name }))]}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
    </FormDialog>
  )
}
