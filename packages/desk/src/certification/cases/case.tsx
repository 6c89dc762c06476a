import { type CriticalCase, readCase } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { CaseState } from './case-state.tsx'

const route = getRouteApi('/desk/certification/cases/$case')

/** One critical value: what was found and how sure it is, the notice, and the way on. */
export function CaseScreen() {
  const { t } = useTranslation()
  const id = Number(route.useParams().case)
  const query = useQuery(asked(readCase, { params: { id } }))
  const missing = query.error instanceof Failure && (query.error.status === 404 || query.error.status === 422)
  const found = query.data
  return (
    <Page
      place={<Link to="/certification/cases">{t('nav.criticalCases')}</Link>}
      title={missing ? t('criticalCase.missing') : (found?.name ?? t('criticalCase.one'))}
      about={
        found &&
        t('criticalCase.oneAbout', { number: found.certificate, authority: found.authority ?? t('lists.noAuthority') })
      }
    >
      {missing ? (
        <Empty
          title={t('criticalCase.missing')}
          text={t('criticalCase.missingText')}
          action={<Link to="/certification/cases">{t('criticalCase.toCases')}</Link>}
        />
      ) : (
        <Asked query={query} lines={10}>
          {(one) => (
            <>
              <CaseState one={one} />
              <Evidence one={one} />
            </>
          )}
        </Asked>
      )}
    </Page>
  )
}

function Evidence({ one }: { readonly one: CriticalCase }) {
  const { t } = useTranslation()
  const format = useFormat()
  const digits = one.figure === 'csi' ? 2 : 1
  const number = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2)
  return (
    <section className="panel stack" aria-labelledby="evidence">
      <h2 id="evidence">{t('criticalCase.evidence')}</h2>
      <p style={{ margin: 0, fontWeight: 600 }}>{one.sentence}</p>
      <p style={{ margin: 0 }}>{t('criticalCase.gradeIs', { grade: one.grade })}</p>
      <SmallTable
        title={t('criticalCase.values')}
        head={[
          { title: t('criticalCase.month') },
          { title: t('criticalCase.numerator'), figures: true },
          { title: t('criticalCase.denominator'), figures: true },
          { title: t(`criticalCase.figure_${one.figure}`), figures: true },
        ]}
        rows={one.values.map(({ month, from, value, numerator, denominator }) => ({
          key: `${from} ${month}`,
          cells: [
            from === undefined ? format.month(month) : `${format.month(from)} – ${format.month(month)}`,
            number(numerator),
            number(denominator),
            format.number(value, digits),
          ],
        }))}
      />
      {one.evidence.length > 0 && (
        <SmallTable
          title={t('criticalCase.tests')}
          head={[
            { title: t('criticalCase.test') },
            { title: t('criticalCase.value') },
            { title: t('criticalCase.meaning') },
          ]}
          rows={one.evidence.map(({ name, value, explanation }) => ({ key: name, cells: [name, value, explanation] }))}
        />
      )}
    </section>
  )
}
