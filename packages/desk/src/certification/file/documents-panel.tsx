import { printDocument, type ProcedureDocument, type ProcedureFile } from '@otklik/model/certification/api'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { Facts } from '../../shared/ui/facts.tsx'

/** The papers of the procedure; those that were sent with the hashes of their files. */
export function DocumentsPanel({ file: { documents } }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  return (
    <section className="stack" aria-labelledby="documents">
      <h2 id="documents" style={{ margin: 0 }}>
        {t('certifying.documents')}
      </h2>
      {documents.length === 0 && (
        <p className="dim" style={{ margin: 0 }}>
          {t('certifying.noDocuments')}
        </p>
      )}
      <div className="columns-wide">
        {documents.map((document) => (
          <DocumentCard key={document.id} document={document} />
        ))}
      </div>
    </section>
  )
}

function DocumentCard({ document }: { readonly document: ProcedureDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, type, number, dated, validFrom, validTo, endedOn, sent, sha256, page } = document
  const address = (kind: 'docx' | 'pdf') => urlOf(printDocument, { params: { id }, query: { format: kind } })
  return (
    <article className="panel stack">
      <h3 style={{ margin: 0 }}>{t(`certificates.type_${type}`, { number })}</h3>
      <Facts
        facts={[
          { name: t('certificates.dated'), value: format.day(dated) },
          {
            name: t('certificates.term'),
            value: validFrom && validTo && `${format.day(validFrom)} – ${format.day(validTo)}`,
          },
          { name: t('certificates.endedOn'), value: endedOn && format.day(endedOn) },
          { name: t('certificates.sent'), value: sent === null ? t('certificates.notSent') : format.instant(sent) },
          { name: t('certificates.page'), value: page && <a href={new URL(page).pathname}>{page}</a> },
        ]}
      />
      <PaperLinks name={t(`certificates.paper_${type}`)} papers={{ docx: address('docx'), pdf: address('pdf') }} />
      {sha256.length > 0 && (
        <details className="small">
          <summary>{t('certificates.hashes')}</summary>
          {sha256.map((one) => (
            <p key={one.format} style={{ margin: 0, overflowWrap: 'anywhere' }}>
              {one.format.toUpperCase()}: <code>{one.sha256}</code>
            </p>
          ))}
        </details>
      )}
    </article>
  )
}
