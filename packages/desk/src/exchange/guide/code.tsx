import { findCode } from '@otklik/model/exchange'
import { type CodePage, codePage } from '@otklik/model/exchange/guide'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFieldName } from '../../shared/i18n/field-name.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Empty } from '../../shared/ui/states.tsx'
import { useCodeName } from '../code-name.ts'

const route = getRouteApi('/desk/packages/codes/$code')

/** What a code of a receipt means, an example, and what to do. */
export function CodeScreen() {
  const { t } = useTranslation()
  const nameOf = useCodeName()
  const { code } = route.useParams()
  const known = findCode(code)
  const back = <Link to="/packages/guide">{t('guide.title')}</Link>
  return (
    <Page place={back} title={known ? nameOf(known) : t('code.missing')} about={<code>{code}</code>}>
      {known ? (
        <CodeBody page={codePage(known)} />
      ) : (
        <Empty title={t('code.missing')} text={t('code.missingText')} action={back} />
      )}
    </Page>
  )
}

function CodeBody({ page }: { readonly page: CodePage }) {
  const { t } = useTranslation()
  const fieldName = useFieldName()
  const { outcome, why, remedy, message, column, wrong, right } = page
  const show = (value: string) => (value === '' ? t('code.blank') : <code>{value}</code>)
  return (
    <>
      <section className="panel stack" aria-label={t('code.meaning')}>
        <h2>{t('code.meaning')}</h2>
        <p style={{ margin: 0, maxWidth: '75ch' }}>{why}</p>
        <p style={{ margin: 0 }}>{t(`code.outcome_${outcome}`)}</p>
        <h2>{t('code.remedy')}</h2>
        <p style={{ margin: 0, maxWidth: '75ch' }}>{remedy}</p>
      </section>
      <section className="panel stack" aria-label={t('code.example')}>
        <h2>{t('code.example')}</h2>
        <Facts
          facts={[
            { name: t('receipt.column'), value: column && fieldName(column) },
            { name: t('code.wrong'), value: wrong !== undefined && show(wrong) },
            { name: t('code.right'), value: right !== undefined && show(right) },
            { name: t('code.message'), value: message },
          ].filter(({ value }) => value !== false)}
        />
      </section>
    </>
  )
}
